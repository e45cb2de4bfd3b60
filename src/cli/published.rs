//! Where and when a page was published: what it says to other sites in its head (Open Graph, and the older names), to
//! search engines (JSON-LD), and to its readers.

use super::{
    dates::{iso, readable},
    document::Origin,
};
use claimlight::{
    Article,
    article::{self, choose::Scope},
    page::html::{outline_of, parse},
    wire::linked,
};
use scraper::{ElementRef, Html, Selector};

/// The article of a page, and where and when it was published.
pub fn of_page(html: &str) -> (Article, Origin) {
    let page = parse(html);
    (article::from_outline(&outline_of(&page), Scope::Article).0, published(&page))
}

/// The names under which pages say each, the surest first.
const DATES: [&str; 8] = [
    "article:published_time",
    "datePublished",
    "parsely-pub-date",
    "sailthru.date",
    "pubdate",
    "publishdate",
    "date",
    "dc.date",
];
const OUTLETS: [&str; 2] = ["og:site_name", "publisher"];
const SECTIONS: [&str; 3] = ["article:section", "parsely-section", "section"];

/// What a page says of its publication; of an outlet without a name the host.
fn published(page: &Html) -> Origin {
    let metas = said(page, "meta[content]", |meta| {
        let name = ["property", "name", "itemprop"].into_iter().find_map(|key| meta.attr(key))?;
        Some((name.to_owned(), meta.attr("content")?.trim().to_owned()))
    });
    let all = |names: &'static [&str]| {
        let of = |name: &'static &str| {
            metas.iter().filter(|(own, words)| own.eq_ignore_ascii_case(name) && !words.is_empty())
        };
        names.iter().flat_map(of).map(|(_, words)| words.clone())
    };
    let first = |names| all(names).next();
    let linked = linked::publication(&said(page, "script[type='application/ld+json' i]", |script| {
        Some(script.text().collect::<String>())
    }));
    // What can be read comes before what has figures ("24/11/2026"), and that before "null" and "yesterday".
    let dates: Vec<String> = all(&DATES[..1]).chain(linked.date).chain(all(&DATES[1..])).collect();
    let has_figures = |date: &&String| date.contains(|letter: char| letter.is_ascii_digit());
    let is_read = |date: &&String| iso(date).is_some();
    let stated = dates.iter().find(is_read).or_else(|| dates.iter().find(has_figures));
    let date = stated.cloned().or_else(|| shown_date(page));
    Origin {
        date: date.or(dates.into_iter().next()).map(|date| readable(&date)),
        outlet: first(&OUTLETS).or(linked.outlet).or_else(|| host(page)).map(|outlet| in_line(&outlet)),
        section: first(&SECTIONS).or(linked.section).map(|section| in_line(&section)),
    }
}

/// Words with one blank between any two.
fn in_line(words: &str) -> String {
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// What `of` gives of the elements that `selector` finds, in the page's order.
fn said<T>(page: &Html, selector: &str, of: impl Fn(ElementRef) -> Option<T>) -> Vec<T> {
    let Ok(selector) = Selector::parse(selector) else { return Vec::new() };
    page.select(&selector).filter_map(of).collect()
}

/// Names by which elements say that their date is that of the publication, and that it is not.
const PUBLISHED: [&str; 4] = ["publish", "pubdate", "posted", "created"];
const OTHER: [&str; 3] = ["modif", "updat", "expire"];

/// The date a reader is shown: of the article's own `<time>`s the one that says so, else the first that speaks of no change.
fn shown_date(page: &Html) -> Option<String> {
    let has = |names: &str, parts: &[&str]| parts.iter().any(|part| names.contains(part));
    let times = said(page, "time", |time| {
        let names: String = ["itemprop", "class", "pubdate", "id"].iter().filter_map(|key| named(&time, key)).collect();
        let is_told = |element: &ElementRef| is_prose(element) && !has(&names, &PUBLISHED);
        let is_beside = time
            .ancestors()
            .filter_map(ElementRef::wrap)
            .any(|element| matches!(element.value().name(), "nav" | "aside" | "footer") || is_told(&element));
        let shown = time.attr("datetime").map_or_else(|| time.text().collect(), str::to_owned);
        iso(&shown).filter(|_| !is_beside).map(|date| (names, date))
    });
    let own = || times.iter().filter(|(names, _)| !has(names, &OTHER));
    let surest = own().find(|(names, _)| has(names, &PUBLISHED));
    surest.or_else(|| own().next()).map(|(_, date)| date.clone())
}

/// A line that says when an article was published has fewer letters than a paragraph of it.
const MAX_LINE: usize = 160;

/// Whether an element is a paragraph that tells of days.
fn is_prose(element: &ElementRef) -> bool {
    let words = element.text().flat_map(str::split_whitespace);
    element.value().name() == "p" && words.map(|word| word.chars().count() + 1).sum::<usize>() > MAX_LINE
}

/// What an attribute says in small letters; one that says nothing speaks by its name.
fn named(element: &ElementRef, key: &str) -> Option<String> {
    element.attr(key).map(|words| if key == "pubdate" { key.to_owned() } else { words.to_ascii_lowercase() })
}

/// The host of the address the page gives itself.
fn host(page: &Html) -> Option<String> {
    let links = said(page, "link[rel='canonical' i][href]", |link| link.attr("href").map(str::to_owned));
    let own = said(page, "meta[property='og:url'][content]", |meta| meta.attr("content").map(str::to_owned));
    links.iter().chain(&own).find_map(|address| host_of(address))
}

/// The host of an address, without what all of them begin with.
pub fn host_of(address: &str) -> Option<String> {
    let (_, rest) = address.split_once("://")?;
    let host = rest.split(['/', '?', '#', ':']).next()?;
    (!host.is_empty()).then(|| host.trim_start_matches("www.").to_ascii_lowercase())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn origin(page: &str) -> (Option<String>, Option<String>, Option<String>) {
        let Origin { date, outlet, section } = of_page(page).1;
        (date, outlet, section)
    }

    fn date(page: &str) -> String {
        origin(page).0.unwrap_or_default()
    }

    #[test]
    fn a_page_says_where_and_when_it_was_published() {
        let page = "<meta name=date content=2020><meta property='article:published_time' content='2026-11-24T07:00Z'>\
                    <meta property=og:site_name content=' Aldwick Herald '><meta name=section content=''><body>";
        assert_eq!(origin(page), (Some("2026-11-24T07:00Z".into()), Some("Aldwick Herald".into()), None));
        let page = "<link rel=canonical href='https://www.Aldwick.example/bridge'><p>The bridge may close.";
        assert_eq!(origin(page), (None, Some("aldwick.example".into()), None));
    }

    #[test]
    fn a_page_says_it_to_search_engines() {
        let page = r#"<body><script type="application/ld+json">{"@graph": [{"@type": "WebSite", "name": "x"},
            {"@type": ["NewsArticle"], "datePublished": "2026-11-24", "articleSection": ["Town"],
             "publisher": {"name": "Aldwick Herald"}, "comment": {"@type": "Article", "datePublished": "2026-12-01"}}]}</script>"#;
        assert_eq!(origin(page), (Some("2026-11-24".into()), Some("Aldwick Herald".into()), Some("Town".into())));
        assert_eq!(date("<script type=application/ld+json>{\"@type\": </script>"), "");
    }

    #[test]
    fn a_date_that_can_be_read_comes_before_one_that_cannot() {
        let linked =
            r#"<script type="application/ld+json">{"@type": "Article", "datePublished": "2026-11-24"}</script>"#;
        assert_eq!(date(&format!("<meta property='article:published_time' content=null>{linked}")), "2026-11-24");
        assert_eq!(date("<meta name=date content=yesterday><time datetime=2026-11-24></time>"), "2026-11-24");
        assert_eq!(date("<meta name=date content=yesterday><p>The bridge may close.</p>"), "yesterday");
    }

    #[test]
    fn a_page_shows_its_readers_when_it_was_published() {
        let times =
            "<nav><time datetime=2020-01-01></time></nav><article><time datetime=2026-11-26 class=updated></time>";
        assert_eq!(date(&format!("{times}<time datetime='2026-11-24T07:00'>24 Nov</time>")), "2026-11-24T07:00");
        let old = "<time datetime=2019-05-05>five years ago</time>";
        assert_eq!(date(&format!("{times}{old}<time itemprop=datePublished>24 November 2026</time>")), "2026-11-24");
        assert_eq!(date(&format!("{times}<time>10:30</time>")), "");
        let prose = "The bridge was opened and has been closed three times since. ".repeat(3);
        assert_eq!(date(&format!("<p>On <time datetime=1932-06-01>1 June 1932</time>. {prose}</p>")), "");
    }
}
