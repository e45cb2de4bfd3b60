//! A page, read into an [`outline`]: what it says, block by block, and where each character came from.
//!
//! One [`walk`] reads a page, whoever holds it: an HTML file (`html`) or a browser (`live`). It knows of a
//! page only what a `node` tells. The modules in the order the data goes through them:
//! `hints` are what tags, roles and class names say of an element, `linked_data` and `metadata` are what a page says of itself,
//! [`outline`] is what was read; `tags` are what HTML's elements do to text, `said` is what one element says,
//! `writer` writes the outline as a browser shows the page, `shallow` keeps a file's page as flat as a browser does,
//! `record` is what a script records of a browser's page.

pub(crate) mod hints;
mod linked_data;
pub(crate) mod metadata;
pub mod outline;
mod tags;
mod node;
mod said;
mod writer;
pub mod walk;
#[cfg(feature = "html")]
mod shallow;
#[cfg(feature = "html")]
pub mod html;
#[cfg(feature = "web")]
mod record;
#[cfg(feature = "web")]
pub mod live;
