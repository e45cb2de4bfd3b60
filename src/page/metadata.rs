//! What a page says of itself where nobody reads it: in the `<meta>` of its head, in JSON-LD.

/// What a page says of itself.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Metadata {
    /// `og:type` is "article".
    pub is_article: bool,
    /// What it calls itself, in its `<title>` and for other sites; most add the site's name.
    pub titles: Vec<String>,
}

impl Metadata {
    /// Takes in a `<meta>`: its `property` (or `name`) and `content`.
    pub fn meta(&mut self, property: &str, content: &str) {
        match property {
            "og:type" if content.trim().eq_ignore_ascii_case("article") => self.is_article = true,
            "og:title" | "twitter:title" => self.titles.push(content.to_owned()),
            _ => (),
        }
    }
}
