//! What tags, roles, properties and class names say of an element. Hints are evidence: the article is chosen by its
//! text, and an element that holds most of it is kept whatever its names say.

use std::{collections::HashMap, fmt, ops::BitOrAssign, sync::OnceLock};

/// One thing that is said of an element.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub enum Hint {
    /// Not shown.
    Hidden,
    /// Menus, breadcrumbs, tables of contents.
    Navigation,
    /// What readers wrote.
    Comments,
    /// Other articles.
    Related,
    /// Buttons to pass the page on.
    Sharing,
    /// Advertisements.
    Advert,
    /// Cookie banners and other dialogs.
    Dialog,
    /// Newsletters, subscriptions, donations.
    Promotion,
    /// A bar beside the article.
    Aside,
    /// The top of a page or of an article.
    Header,
    /// The foot of a page or of an article.
    Footer,
    /// A form.
    Form,
    /// What somebody said elsewhere, shown in the article.
    Embed,
    /// What a reader may edit.
    Editable,
    /// A picture with its caption.
    Figure,
    /// The words under a picture.
    Caption,
    /// Who wrote it, where and when.
    Byline,
    /// Words of the article, said twice in large letters.
    PullQuote,
    /// A headline or a heading.
    Heading,
    /// The headline of the page.
    Headline,
    /// A paragraph.
    Paragraph,
    /// A list.
    List,
    /// An item of a list.
    ListItem,
    /// A block quotation.
    Quote,
    /// A cell of a table.
    Cell,
    /// An article, or a part that could stand alone.
    Article,
    /// The main part of the page.
    Main,
    /// Said to be the article's text.
    ArticleBody,
    /// What a publisher has marked as the text to scan.
    Chosen,
    /// What a publisher has marked as not to be scanned.
    Excluded,
    /// The whole page; its class names speak of templates.
    Page,
}

impl Hint {
    /// All hints.
    pub const ALL: [Hint; 31] = [
        Hint::Hidden,
        Hint::Navigation,
        Hint::Comments,
        Hint::Related,
        Hint::Sharing,
        Hint::Advert,
        Hint::Dialog,
        Hint::Promotion,
        Hint::Aside,
        Hint::Header,
        Hint::Footer,
        Hint::Form,
        Hint::Embed,
        Hint::Editable,
        Hint::Figure,
        Hint::Caption,
        Hint::Byline,
        Hint::PullQuote,
        Hint::Heading,
        Hint::Headline,
        Hint::Paragraph,
        Hint::List,
        Hint::ListItem,
        Hint::Quote,
        Hint::Cell,
        Hint::Article,
        Hint::Main,
        Hint::ArticleBody,
        Hint::Chosen,
        Hint::Excluded,
        Hint::Page,
    ];
}

/// A set of hints.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
pub struct Hints(u32);

impl fmt::Debug for Hints {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_set().entries(Hint::ALL.into_iter().filter(|hint| self.has(*hint))).finish()
    }
}

impl Hints {
    /// The set of these.
    pub const fn of(hints: &[Hint]) -> Self {
        let mut bits = 0;
        let mut index = 0;
        while index < hints.len() {
            bits |= 1 << hints[index] as u8;
            index += 1;
        }
        Hints(bits)
    }

    /// Whether it holds `hint`.
    pub const fn has(self, hint: Hint) -> bool {
        self.0 >> hint as u8 & 1 == 1
    }

    /// Whether it holds one of `others`.
    pub const fn has_any(self, others: Hints) -> bool {
        self.0 & others.0 != 0
    }

    /// Those that `others` does not hold.
    pub const fn without(self, others: Hints) -> Hints {
        Hints(self.0 & !others.0)
    }

    /// Adds `hint`.
    pub fn add(&mut self, hint: Hint) {
        self.0 |= 1 << hint as u8;
    }
}

impl BitOrAssign for Hints {
    fn bitor_assign(&mut self, other: Self) {
        self.0 |= other.0;
    }
}

/// The words of class names and ids, a section each: `[section] what they have in common`.
const WORDS: &str = include_str!("hints.txt");

/// What the sections of [`WORDS`] say.
const SECTIONS: [(&str, Hint); 14] = [
    ("hidden", Hint::Hidden),
    ("navigation", Hint::Navigation),
    ("comments", Hint::Comments),
    ("related", Hint::Related),
    ("sharing", Hint::Sharing),
    ("advert", Hint::Advert),
    ("dialog", Hint::Dialog),
    ("promotion", Hint::Promotion),
    ("aside", Hint::Aside),
    ("footer", Hint::Footer),
    ("caption", Hint::Caption),
    ("byline", Hint::Byline),
    ("pull-quote", Hint::PullQuote),
    ("embed", Hint::Embed),
];

/// The hint of each word.
fn words() -> &'static HashMap<&'static str, Hint> {
    static HINT_OF_WORD: OnceLock<HashMap<&str, Hint>> = OnceLock::new();
    HINT_OF_WORD.get_or_init(|| {
        let mut words = HashMap::new();
        let mut section = None;
        for line in WORDS.lines() {
            let line = line.split('#').next().unwrap_or_default();
            if let Some((name, _)) = line.strip_prefix('[').and_then(|heading| heading.split_once(']')) {
                section = SECTIONS.iter().find(|(section, _)| *section == name).map(|(_, hint)| *hint);
                continue;
            }
            words.extend(line.split_whitespace().zip(section.into_iter().cycle()));
        }
        words
    })
}

/// What a class name or id says: `names` is split into words at everything but letters and at capitals, and each
/// word, and each with the one before it ("read-more"), is looked up.
pub fn of_names(names: &str) -> Hints {
    let words = words();
    let mut hints = Hints::default();
    for name in names.split_ascii_whitespace() {
        let mut pair = String::new();
        for word in split(name) {
            pair = if pair.is_empty() { word.clone() } else { format!("{pair}-{word}") };
            let found = [words.get(word.as_str()), words.get(pair.as_str())];
            found.into_iter().flatten().for_each(|hint| hints.add(*hint));
            pair = word;
        }
    }
    // What is embedded from a social network is quoted, not shared.
    if hints.has(Hint::Embed) { hints.without(Hints::of(&[Hint::Sharing])) } else { hints }
}

/// The words of a name, in lower case: "relatedPosts" and "related_posts" are "related", "posts".
fn split(name: &str) -> Vec<String> {
    let mut words = vec![String::new()];
    let mut was_lower = false;
    for character in name.chars() {
        let starts_word = was_lower && character.is_uppercase() || !character.is_alphabetic();
        if starts_word && words.last().is_some_and(|word| !word.is_empty()) {
            words.push(String::new());
        }
        if let Some(word) = words.last_mut().filter(|_| character.is_alphabetic()) {
            word.extend(character.to_lowercase());
        }
        was_lower = character.is_lowercase();
    }
    words.retain(|word| !word.is_empty());
    words
}

/// What an ARIA role says.
pub fn of_role(role: &str) -> Option<Hint> {
    Some(match role.split_ascii_whitespace().next()? {
        "navigation" | "menu" | "menubar" | "toolbar" | "tablist" | "search" | "doc-toc" => Hint::Navigation,
        "complementary" | "note" => Hint::Aside,
        "banner" => Hint::Header,
        "contentinfo" => Hint::Footer,
        "dialog" | "alertdialog" | "alert" | "status" | "tooltip" => Hint::Dialog,
        "button" | "tab" | "img" => Hint::Navigation,
        "form" => Hint::Form,
        "textbox" => Hint::Editable,
        "figure" => Hint::Figure,
        "heading" => Hint::Heading,
        "article" => Hint::Article,
        "main" => Hint::Main,
        "doc-pullquote" => Hint::PullQuote,
        _ => return None,
    })
}

/// What the schema.org properties of an element say.
pub fn of_properties(properties: &str) -> Hints {
    let mut hints = Hints::default();
    for property in properties.split_ascii_whitespace() {
        match property {
            "articleBody" => hints.add(Hint::ArticleBody),
            "headline" => hints.add(Hint::Headline),
            "author" | "datePublished" | "dateModified" => hints.add(Hint::Byline),
            "caption" | "copyrightHolder" => hints.add(Hint::Caption),
            "comment" => hints.add(Hint::Comments),
            _ => (),
        }
    }
    hints
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_read_by_their_words() {
        assert_eq!(split("relatedPosts__item-2 "), ["related", "posts", "item"]);
        assert!(of_names("x-wrap siteNav").has(Hint::Navigation));
        assert!(!of_names("navy-blue").has(Hint::Navigation), "a word, not its beginning");
    }

    #[test]
    fn every_section_of_the_list_says_something() {
        let headings = WORDS.lines().filter_map(|line| line.strip_prefix('[')?.split_once(']'));
        let names: Vec<&str> = headings.map(|(name, _)| name).collect();
        assert_eq!(names, SECTIONS.map(|(name, _)| name));
    }
}
