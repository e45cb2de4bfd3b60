//! What tags, roles, properties and class names say of an element. Hints are evidence: the article is chosen by its
//! text, and an element that holds most of it is kept whatever its names say.

mod names;

pub use names::Names;

use std::{fmt, ops::BitOrAssign};

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
