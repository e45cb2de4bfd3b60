//! Reads where and when an article was published, as its page says it in JSON-LD (schema.org).

use serde_json::Value;

/// Where and when an article was published, as far as it is said.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Publication {
    /// As it is written; most write ISO 8601.
    pub date: Option<String>,
    /// Who published it.
    pub outlet: Option<String>,
    /// The part of the paper.
    pub section: Option<String>,
}

/// What the texts of JSON-LD on a page say of the first article that has a date; what is no JSON says nothing.
///
/// ```
/// let text = r#"{"@type": "NewsArticle", "datePublished": "2026-11-24", "publisher": {"name": "Aldwick Herald"}}"#;
/// let publication = claimlight::wire::linked::publication(&[text.to_owned()]);
/// assert_eq!(publication.date.as_deref(), Some("2026-11-24"));
/// ```
pub fn publication(texts: &[String]) -> Publication {
    let stated: Vec<Value> = texts.iter().filter_map(|text| serde_json::from_str(text).ok()).collect();
    let mut works = Vec::new();
    stated.iter().for_each(|value| gather(value, &mut works));
    let work = works.iter().find(|work| is_article(work) && work["datePublished"].is_string());
    let Some(work) = work.or(works.iter().find(|work| is_article(work))) else { return Publication::default() };
    let text = |value: &Value| value.as_str().map(str::trim).filter(|text| !text.is_empty()).map(str::to_owned);
    let first = |value: &Value| text(value).or_else(|| text(&value[0]));
    Publication {
        date: text(&work["datePublished"]),
        outlet: text(&work["publisher"]["name"]).or_else(|| text(&work["publisher"][0]["name"])),
        section: first(&work["articleSection"]),
    }
}

/// The things a page is said to be, outermost first; what they are about or have been commented with is left out.
fn gather<'a>(value: &'a Value, works: &mut Vec<&'a Value>) {
    match value {
        Value::Array(values) => values.iter().for_each(|value| gather(value, works)),
        Value::Object(keys) => {
            works.push(value);
            ["@graph", "mainEntity"].into_iter().filter_map(|key| keys.get(key)).for_each(|value| gather(value, works));
        }
        _ => (),
    }
}

/// NewsArticle, BlogPosting, Report and their like.
fn is_article(work: &Value) -> bool {
    let is = |sort: &str| sort.ends_with("Article") || sort.ends_with("Posting") || sort == "Report";
    match &work["@type"] {
        Value::Array(sorts) => sorts.iter().filter_map(Value::as_str).any(is),
        sort => sort.as_str().is_some_and(is),
    }
}
