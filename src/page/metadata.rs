//! What a page says of itself where nobody reads it: in the `<meta>` of its head, in JSON-LD.

use super::linked_data::{Stated, stated};

/// What a page says of itself.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Metadata {
    /// What it calls itself, in its `<title>` and for other sites; most add the site's name.
    pub titles: Vec<String>,
    /// `og:type` is "article".
    pub is_article: bool,
    /// The text of its article as it states it (JSON-LD `articleBody`).
    pub body: Option<String>,
    /// Where it says its article comes from, each once.
    pub origins: Vec<Origin>,
}

/// How an article comes from somebody or something.
///
/// ```
/// use claimlight::{Article, Options, article::{Origin, OriginKind, from_text}, report::ProvenanceKind, scan_article};
///
/// let cited = Origin { kind: OriginKind::Citation, words: "Harbour statistics 2026".to_owned() };
/// let article = Article { origins: vec![cited], ..from_text("Trade has fallen.") };
/// assert_eq!(scan_article(&article, &Options::default()).provenance[0].kind, ProvenanceKind::Citation);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum OriginKind {
    /// Who wrote it.
    Author,
    /// The work it was made from.
    BasedOn,
    /// A work it refers to.
    Citation,
}

/// Where an article comes from, as its page says for machines.
///
/// ```
/// let page = "<script type=application/ld+json>{\"author\": {\"name\": \"Jane Roe\"}}</script>";
/// let paragraph = "<p>The bridge may close in June, the mayor said on Monday, because of cracks in its pillars.</p>";
/// let article = claimlight::article::from_html(&format!("{page}<article>{}</article>", paragraph.repeat(3)));
/// assert_eq!(article.origins[0].words, "Jane Roe");
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Origin {
    /// How it comes from there.
    pub kind: OriginKind,
    /// A name, a title or an address.
    pub words: String,
}

/// The keys of schema.org that say where an article comes from.
const KEYS: [(&str, OriginKind); 4] = [
    ("author", OriginKind::Author),
    ("isBasedOn", OriginKind::BasedOn),
    ("isBasedOnUrl", OriginKind::BasedOn),
    ("citation", OriginKind::Citation),
];

/// Keys below them whose text says which it is.
const NAMING: [&str; 4] = ["name", "headline", "url", "@id"];

impl Metadata {
    /// Takes in a `<meta>`: its `property` (or `name`) and `content`.
    pub fn meta(&mut self, property: &str, content: &str) {
        match property {
            "og:type" => self.is_article |= content.trim().eq_ignore_ascii_case("article"),
            "og:title" | "twitter:title" => self.titles.push(content.to_owned()),
            "author" | "article:author" => self.add(OriginKind::Author, content),
            _ => (),
        }
    }

    /// Takes in a `<script type="application/ld+json">`.
    pub fn linked_data(&mut self, json: &str) {
        let mut named: Option<Vec<String>> = None;
        for Stated { path, text } in stated(json) {
            let own = path.iter().position(|key| key != "@graph" && key != "mainEntity").unwrap_or_default();
            if path.get(own..).is_some_and(|path| path == ["articleBody"]) {
                self.body.get_or_insert(text);
                continue;
            }
            let Some((_, kind)) = KEYS.iter().find(|(name, _)| path.get(own).is_some_and(|key| key == name)) else {
                named = None;
                continue;
            };
            let below = &path[own + 1..];
            let says = below.len() <= 1 && below.iter().all(|key| NAMING.contains(&key.as_str()));
            // Of a work's name and address the first is enough.
            let is_same_work = |named: &Vec<String>| named.get(..=own) == path.get(..=own) && *named != path;
            let is_again = !below.is_empty() && named.as_ref().is_some_and(is_same_work);
            if says && !is_again {
                self.add(*kind, &text);
                named = Some(path);
            }
        }
    }

    /// Adds an origin that is new. A person's profile page and an identifier within the page name nobody.
    fn add(&mut self, kind: OriginKind, words: &str) {
        let words = words.trim();
        let is_address = words.contains("://") || words.starts_with(['#', '_', '@']);
        let names = !words.is_empty() && (kind != OriginKind::Author || !is_address) && !words.starts_with(['#', '_']);
        if names && !self.origins.iter().any(|origin| origin.words == words) {
            self.origins.push(Origin { kind, words: words.to_owned() });
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_article_s_origins_are_read_and_those_of_its_comments_are_not() {
        let mut metadata = Metadata::default();
        metadata.meta("article:author", "https://social.example/ruiz");
        metadata.meta("author", "Ana Ruiz");
        metadata.linked_data(
            r#"{"@type": "NewsArticle", "author": {"@type": "Person", "name": "Ana Ruiz"}, "publisher": {"name": "Herald"},
            "isBasedOn": {"name": "The crane", "url": "https://herald.example/crane"},
            "citation": ["https://port.example/report"], "comment": {"author": {"name": "Tom"}}}"#,
        );
        let origins: Vec<(OriginKind, &str)> =
            metadata.origins.iter().map(|origin| (origin.kind, origin.words.as_str())).collect();
        let expected = [
            (OriginKind::Author, "Ana Ruiz"),
            (OriginKind::BasedOn, "The crane"),
            (OriginKind::Citation, "https://port.example/report"),
        ];
        assert_eq!(origins, expected);
    }

    #[test]
    fn a_work_right_after_an_author_is_read_too() {
        let mut metadata = Metadata::default();
        metadata.linked_data(
            r#"{"author": {"@type": "Person", "name": "Ana Ruiz"}, "isBasedOn": {"@type": "NewsArticle",
            "headline": "The crane", "url": "https://herald.example/crane"}}"#,
        );
        let words: Vec<&str> = metadata.origins.iter().map(|origin| origin.words.as_str()).collect();
        assert_eq!(words, ["Ana Ruiz", "The crane"]);
    }
}
