//! Where and when a page says it was published, in the `<meta>` of its head, as sites write them for other sites (Open
//! Graph, and the older names).

use claimlight::page::html::parse;
use scraper::Selector;

use super::document::Origin;

/// The names under which pages say each, the surest first.
const DATES: [&str; 4] = ["article:published_time", "datePublished", "date", "dc.date"];
const OUTLETS: [&str; 2] = ["og:site_name", "publisher"];
const SECTIONS: [&str; 2] = ["article:section", "section"];

/// How much of a page is looked at, in bytes: heads are shorter, and the whole is parsed once already.
const MAX_HEAD: usize = 256 * 1024;

/// What a page says of its publication.
pub fn published(html: &str) -> Origin {
    let end = html.find("<body").unwrap_or(html.len()).min(MAX_HEAD);
    let end = (0..=end).rev().find(|byte| html.is_char_boundary(*byte)).unwrap_or_default();
    let head = parse(&html[..end]);
    let Ok(metas) = Selector::parse("meta[content]") else { return Origin::default() };
    let said: Vec<(&str, &str)> = head
        .select(&metas)
        .filter_map(|meta| {
            let name = ["property", "name", "itemprop"].into_iter().find_map(|key| meta.attr(key))?;
            Some((name, meta.attr("content")?.trim()))
        })
        .collect();
    let first = |names: &[&str]| {
        let of = |name: &&str| said.iter().find(|(own, words)| own.eq_ignore_ascii_case(name) && !words.is_empty());
        names.iter().find_map(of).map(|(_, words)| (*words).to_owned())
    };
    Origin { date: first(&DATES), outlet: first(&OUTLETS), section: first(&SECTIONS) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_says_where_and_when_it_was_published() {
        let page = "<meta name=date content=2020><meta property='article:published_time' content='2026-11-24T07:00Z'>\
                    <meta property=og:site_name content=' Aldwick Herald '><meta name=section content=''><body><meta name=section content=x>";
        let origin = published(page);
        assert_eq!(origin.date.as_deref(), Some("2026-11-24T07:00Z"));
        assert_eq!((origin.outlet.as_deref(), origin.section), (Some("Aldwick Herald"), None));
    }
}
