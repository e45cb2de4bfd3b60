//! Patterns of one's own: what they add, and what is said about a file that is wrong.

use claimlight::{
    Options, article,
    notation::{self, Layer},
    patterns, scan_article,
};
use proptest::prelude::*;

/// The marks of `text` with these rules.
fn marked(rules: &str, text: &str) -> String {
    let patterns = patterns::read("rules.txt", rules).unwrap();
    let article = article::from_text(text);
    let mut report = scan_article(&article, &Options::default());
    patterns.apply(&article, &mut report);
    notation::write(&article, &report, &[Layer::Attributions, Layer::Hedges], usize::MAX)
}

fn problems(rules: &str) -> Vec<String> {
    patterns::read("rules.txt", rules).err().into_iter().flatten().map(|error| error.to_string()).collect()
}

#[test]
fn a_pattern_adds_an_attribution() {
    let rules = "# ours\n\n[attribution communication]\n(?<source>\\w+ desk) (?<cue>has it) that (?<content>[^.]+)\n";
    let text = "Our Delhi desk has it that onions cost 90 rupees.";
    let marks = "\
Our Delhi desk has it that onions cost 90 rupees.
    ^^^^^^^^^^ source role
               ^^^^^^ cue communication
                           ^^^^^^^^^^^^^^^^^^^^^ content
";
    assert_eq!(marked(rules, text), marks);
}

#[test]
fn a_source_beside_a_cue_of_ones_own_stands_in_its_sentence() {
    let marks = "\
The clerk left.
Bob Ray rumbles that taxes are high.
^^^^^^^ source named
        ^^^^^^^ cue communication
                ^^^^^^^^^^^^^^^^^^^ content
Ms. Ray rumbles that rents are high.
^^^^^^^ source named
        ^^^^^^^ cue communication
                ^^^^^^^^^^^^^^^^^^^ content
";
    let text = "The clerk left. Bob Ray rumbles that taxes are high. Ms. Ray rumbles that rents are high.";
    assert_eq!(marked("[cue communication]\nrumbles\n", text), marks);
}

#[test]
fn a_heading_says_that_the_cue_is_loaded_and_who_the_source_is() {
    let rules = "[attribution belief loaded anonymous]\n(?<source>a little bird) (?<cue>whispers) (?<content>[^.]+)";
    let marks = "\
Here a little bird whispers of a merger.
     ^^^^^^^^^^^^^ source anonymous
                   ^^^^^^^^ cue belief loaded
                            ^^^^^^^^^^^ content
";
    assert_eq!(marked(rules, "Here a little bird whispers of a merger."), marks);
}

#[test]
fn a_pattern_adds_a_hedge_which_is_the_sources_in_what_is_attributed() {
    let rules = "[hedge possibility low]\n(?i)for what it is worth\n\
                 [attribution communication]\n(?<cue>Vox pop): (?<content>.*)";
    let marks = "\
Vox pop: rents fell, for what it is worth.
^^^^^^^ cue communication
         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ content
                     ^^^^^^^^^^^^^^^^^^^^ hedge possibility (source's)
";
    assert_eq!(marked(rules, "Vox pop: rents fell, for what it is worth."), marks);
}

#[test]
fn what_the_lists_find_stays() {
    let text = "The bridge will close in June, the mayor said.";
    let rules = "[attribution belief]\n(?<source>mayor) (?<cue>said)";
    assert_eq!(marked(rules, text), marked("", text));
    assert!(marked("", text).contains("cue communication"));
}

#[test]
fn a_reader_is_told_the_reason_beside_the_heading_or_that_it_is_a_pattern() {
    let reason = |rules: &str| {
        let article = article::from_text("Onions are dear, innit.");
        let mut report = scan_article(&article, &Options::default());
        patterns::read("rules.txt", rules).unwrap().apply(&article, &mut report);
        report.hedges.iter().find(|hedge| hedge.span.of(&article.text) == "innit").unwrap().reason.clone()
    };
    assert_eq!(reason("[hedge opinion] The desk counts this as an aside.\ninnit"), "The desk counts this as an aside.");
    assert!(reason("[hedge opinion]\ninnit").contains("pattern"));
}

#[test]
fn the_words_of_a_source_tell_its_kind_unless_the_heading_does() {
    let kind = |heading: &str, source: &str| {
        let marks = marked(&format!("{heading}\nthunders\n"), &format!("{source} thunders that it is over."));
        let line = marks.lines().find_map(|line| line.split_once("^ source ")).map(|(_, kind)| kind.to_owned());
        line.unwrap_or_default()
    };
    for (source, own) in [
        ("Ana Ruiz", "named"),
        ("The mayor", "role"),
        ("He", "pronoun"),
        ("Police", "role"),
        ("Experts", "collective"),
        ("A study", "document"),
        ("An official who asked not to be named", "anonymous"),
    ] {
        assert!(kind("[cue communication]", source).starts_with(own), "{source}");
    }
    let pattern = "[attribution communication outlet]\n(?<source>The mayor) (?<cue>thunders)\n";
    assert!(marked(pattern, "The mayor thunders that it is over.").contains("^^^^^^^^^ source outlet\n"));
}

#[test]
fn words_need_no_pattern() {
    let rules = "[cue communication loaded]\nhollers\nhollers back\n[hedge possibility low]\nmayhap\n[source outlet]\nBarn Radio\n";
    let marks = "\
Old Tom hollers back that the barn, mayhap, burns.
^^^^^^^ source named
        ^^^^^^^^^^^^ cue communication loaded
                     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ content
                                    ^^^^^^ hedge possibility (source's)

“The barn is down,” hollers Ana Ruiz.
^^^^^^^^^^^^^^^^^^^ content
                    ^^^^^^^ cue communication loaded
                            ^^^^^^^^ source named
";
    let text = "Old Tom hollers back that the barn, mayhap, burns.\n“The barn is down,” hollers Ana Ruiz.";
    assert_eq!(marked(rules, text), marks);
    assert!(marked(rules, "The barn is down, Barn Radio said.").contains("source outlet"));
    // What follows in another sentence is nobody's name.
    let two = marked(rules, &text.replace("Ana Ruiz.", "Ana Ruiz. The council met on Monday."));
    assert!(two.contains("^^^^^^^^ source named\nThe council met on Monday."), "{two}");
    assert!(!marked(rules, "The mayhaps were out.").contains("hedge"));
}

#[test]
fn each_fault_names_its_line_and_the_remedy() {
    let rules = "\
(?<cue>sez)
[attribution comunication]
(?<cue>never read)
[attribution communication]
(?<cue>sez
(?<sorce>\\w+) (?<cue>sez)
\\w+ sez
(?<cue>sez)(?=x)
(?<cue>(\\w{500}){500})
[hedge possibility low or so]
[hedge]
[A-Z]\\w+ sez
[cue communication]
sez|says
[source paper]
";
    let expected = [
        "rules.txt:1: a pattern before the first heading; write [attribution communication]",
        "rules.txt:2: \"comunication\" is not the cue's type: communication, belief, knowledge, intention",
        "rules.txt:5: not a regular expression: unclosed group",
        "rules.txt:6: no group is called \"sorce\"; there are: source, cue, content",
        "rules.txt:7: has no group named cue; write (?<cue>",
        "rules.txt:8: not a regular expression: look-around",
        "rules.txt:9: takes more than 1048576 bytes when compiled",
        "rules.txt:10: \"or\" is too much; a heading is [hedge CATEGORY LEVEL]",
        "rules.txt:11: \"\" is not the hedge's category: possibility",
        "rules.txt:12: a heading begins with attribution, cue, hedge or source; a pattern that begins with [ is written",
        "rules.txt:14: a list holds words and phrases alone",
        "rules.txt:15: \"paper\" is not the source's kind: named, role",
    ];
    let problems = problems(rules);
    assert_eq!(problems.len(), expected.len(), "{problems:#?}");
    for (problem, expected) in problems.iter().zip(expected) {
        assert!(problem.starts_with(expected), "{problem}\n{expected}");
    }
}

#[test]
fn a_file_that_is_too_long_is_refused() {
    assert!(problems(&"# long\n".repeat(40_000))[0].starts_with("rules.txt:1: the file has 280000 bytes"));
    let many = "[hedge opinion]\n".to_owned() + &"x\n".repeat(1010);
    assert_eq!(problems(&many), ["rules.txt:1002: more than 1000 words and patterns; join some with |"]);
}

/// Words of seven letters and more that no other number has.
fn words(n: usize) -> Vec<String> {
    let letter = |n: usize, place: u32| char::from(b'a' + (n * 7919 / 3_usize.pow(place) % 26) as u8);
    (0..n).map(|n| format!("{n}{}", (0..6).map(|place| letter(n, place)).collect::<String>())).collect()
}

#[test]
fn a_list_has_as_many_words_as_a_file_may_hold() {
    let words = words(1000);
    for heading in ["cue communication", "source outlet", "hedge opinion"] {
        assert_eq!(problems(&format!("[{heading}]\n{}", words.join("\n"))), [""; 0], "{heading}");
    }
    let cues = format!("[cue communication]\n{}", words.join("\n"));
    for word in [&words[0], &words[500], &words[999]] {
        let text = format!("Old Tom {word} that the barn burns.");
        assert!(marked(&cues, &text).contains("cue communication"), "{text}");
        assert!(marked(&cues, &format!("“The barn burns,” {word} Ana Ruiz.")).contains("source named"));
    }
}

#[test]
fn of_cues_in_a_long_list_the_longest_form_wins() {
    let words = words(600).join("\n");
    let cues = format!("[cue communication loaded]\nhollers\n{words}\nhollers back\n");
    let marks = marked(&cues, "Old Tom hollers back that the barn, mayhap, burns.");
    assert!(marks.contains("        ^^^^^^^^^^^^ cue communication loaded"), "{marks}");
}

#[test]
fn after_a_fault_the_rest_is_read() {
    let too_long = "mayhap ".repeat(3000);
    let rules =
        format!("[cue communication]\nsez\n{too_long}\n[hedge doubt]\n(a\n[sources outlet]\n(b\n[cue belief]\nx|y\n");
    let lines: Vec<String> =
        problems(&rules).iter().map(|problem| problem.split(": ").next().unwrap().to_owned()).collect();
    let expected = ["rules.txt:3", "rules.txt:4", "rules.txt:5", "rules.txt:6", "rules.txt:7", "rules.txt:9"];
    assert_eq!(lines, expected, "{:#?}", problems(&rules));
    let rules = "[hedge doubt]\nwell well\n[hedge opinion]\n(a\ninnit\n";
    let (sound, errors) = patterns::read_sound("rules.txt", rules);
    assert_eq!((sound.len(), errors.len()), (1, 2));
}

#[test]
fn a_source_that_a_pattern_adds_is_of_the_kind_that_is_named() {
    let rules =
        "[source outlet]\nBarn Radio\n[attribution belief]\n(?<source>Barn Radio) (?<cue>sez) (?<content>[^.]+)\n";
    assert!(marked(rules, "Barn Radio sez onions are dear.").contains("source outlet"));
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 256, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_file_is_read_or_its_faults_are_named(rules in "(\\[(attribution|hedge) (belief|opinion)\\]|[ -~]{0,30}|\n){0,8}") {
        for problem in problems(&rules) {
            prop_assert!(problem.starts_with("rules.txt:"), "{problem}");
        }
    }
}
