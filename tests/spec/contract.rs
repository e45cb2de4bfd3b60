//! The report as JSON is a contract: other programs read it by these keys. `tests/README.md` shows it whole.

use std::collections::BTreeSet;

use claimlight::{
    Options, article, scan_article,
    wire::{self, Unit},
};
use serde_json::Value;

use crate::{assert_up_to_date, project};

/// The article whose report `tests/README.md` shows: short, with some of everything.
const ARTICLE: &str = "\
The bridge at Aldwick may close in June, the mayor said on Monday.
“We cannot wait for another crack,” said Ana Ruiz, who leads the union of bridge workers. “She is right,” he told \
reporters.
The contractor allegedly ignored two warnings. Repairs cost 4.1 million pounds last year, twice as much as in 2019.
Original Source: Aldwick Herald
";

fn report() -> Value {
    let article = article::from_text(ARTICLE);
    let report = scan_article(&article, &Options::default());
    let line = wire::report("bridge", &article, &report, Unit::Utf16).to_json_line();
    serde_json::from_str(&line).unwrap()
}

/// The keys of each kind of object, by the path to it.
const KEYS: &[(&str, &str)] = &[
    ("", "id language unit text blocks sentences attributions ledger hedges claims provenance counts"),
    ("/blocks/*", "start end kind"),
    ("/sentences/*", "start end"),
    ("/attributions/*", "source cue content directness confidence reason"),
    ("/attributions/*/source", "start end kind ledger"),
    ("/attributions/*/cue", "start end type loaded"),
    ("/attributions/*/content/*", "start end"),
    ("/ledger/*", "name kind role mentions attributions"),
    ("/ledger/*/mentions/*", "start end"),
    ("/hedges/*", "start end category level voice reason"),
    ("/claims/*", "start end support attribution holds reason"),
    ("/provenance/*", "start end kind"),
    ("/counts", "words sentences attributions sources hedges voices claims"),
];

/// The values at a path, in which `*` is every item of a list.
fn at<'a>(value: &'a Value, path: &str) -> Vec<&'a Value> {
    let mut values = vec![value];
    for name in path.split('/').skip(1) {
        values = values.into_iter().flat_map(|value| step(value, name)).collect();
    }
    values
}

fn step<'a>(value: &'a Value, name: &str) -> Vec<&'a Value> {
    match name {
        "*" => value.as_array().expect("a list").iter().collect(),
        _ => value.get(name).into_iter().filter(|value| !value.is_null()).collect(),
    }
}

#[test]
fn every_object_has_the_keys_of_the_contract() {
    let report = report();
    for (path, keys) in KEYS {
        let objects = at(&report, path);
        let keys: BTreeSet<&str> = keys.split(' ').collect();
        assert!(!objects.is_empty(), "the sample shows no {path}");
        for object in objects {
            let own: BTreeSet<&str> = object.as_object().expect(path).keys().map(String::as_str).collect();
            assert_eq!(own, keys, "{path}");
        }
    }
}

#[test]
fn spans_of_the_report_cut_its_text() {
    let report = report();
    let units: Vec<u16> = report["text"].as_str().unwrap().encode_utf16().collect();
    let words = |span: &Value| {
        let at = |name: &str| span[name].as_u64().unwrap() as usize;
        String::from_utf16(&units[at("start")..at("end")]).unwrap()
    };
    let cues: Vec<String> = at(&report, "/attributions/*/cue").into_iter().map(words).collect();
    assert!(cues.starts_with(&["said".to_owned(), "said".to_owned()]), "{cues:?}");
}

const BEFORE: &str = "<!-- The report, written by UPDATE=1 cargo test. -->\n```json\n";
const AFTER: &str = "```\n<!-- The report's end. -->";

#[test]
fn the_guide_shows_a_whole_report() {
    let guide = std::fs::read_to_string(project("tests/README.md")).unwrap();
    let (before, rest) = guide.split_once(BEFORE).expect("the guide has a place for it");
    let (_, after) = rest.split_once(AFTER).expect("the place has an end");
    assert_up_to_date("tests/README.md", &[before, BEFORE, &compact(&report()), AFTER, after].concat());
}

/// JSON with a line for each key of the report and each item of its lists.
fn compact(report: &Value) -> String {
    let keys = KEYS[0].1.split(' ').map(|key| match &report[key] {
        Value::Array(items) if !items.is_empty() => {
            let items: Vec<String> = items.iter().map(|item| format!("\n    {item}")).collect();
            format!("  \"{key}\": [{}\n  ]", items.join(","))
        }
        value => format!("  \"{key}\": {value}"),
    });
    format!("{{\n{}\n}}\n", keys.collect::<Vec<_>>().join(",\n"))
}
