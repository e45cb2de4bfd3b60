//! What others see of the crate: all that its documentation shows is documented, has an example that runs and asserts
//! something, and speaks only of what is shown.

use std::collections::{BTreeMap, HashMap};

use syn::{Attribute, Item, visit::Visit};

use crate::declared::{Crate, Path, documentation, is_shown, named};

/// Whether an example of these documents is run by `cargo test`, and can fail.
fn has_example(documentation: &str) -> bool {
    let fences = documentation.split("```").skip(1).step_by(2);
    fences.into_iter().any(|fence| {
        let (language, code) = fence.split_once('\n').unwrap_or_default();
        matches!(language.trim(), "" | "rust") && code.contains("assert")
    })
}

/// What is shown: of each its documentation, and whether it needs an example.
struct Face<'a> {
    of: &'a Crate,
    shown: BTreeMap<Path, (String, bool)>,
    /// What is shown and what it speaks of, as its module calls it.
    spoken: Vec<(Path, Path, Path)>,
}

impl<'a> Face<'a> {
    fn new(of: &'a Crate) -> Self {
        let mut face = Face { of, shown: BTreeMap::new(), spoken: Vec::new() };
        face.module(&[]);
        for (module, file) in &of.0 {
            for item in &file.items {
                face.methods(module, item);
            }
        }
        face
    }

    fn module(&mut self, path: &[String]) {
        self.shown.insert(path.to_vec(), (documentation(&self.of.0[path].attrs), true));
        for item in self.of.items(path) {
            if let Some((name, visibility, attributes)) = named(item)
                && is_shown(visibility, attributes)
            {
                self.show([path, &[name.to_string()]].concat());
            }
        }
        for used in self.of.uses(path).into_iter().filter(|used| used.is_shown) {
            let definition = self.of.definition(path, &used.target);
            self.show(definition.unwrap_or_else(|| panic!("{} is not found", used.target.join("::"))));
        }
    }

    fn show(&mut self, path: Path) {
        match self.of.item(&path) {
            None | Some(Item::Mod(_)) => self.module(&path),
            Some(item) => self.item(&path, item),
        }
    }

    fn item(&mut self, path: &[String], item: &Item) {
        let attributes = named(item).map_or(&[] as &[Attribute], |(.., attributes)| attributes);
        self.shown.insert(path.to_vec(), (documentation(attributes), true));
        let module = &path[..path.len() - 1];
        match item {
            Item::Struct(item) => self.fields(path, module, &item.fields, false),
            Item::Enum(item) => {
                for variant in &item.variants {
                    let path = [path, &[variant.ident.to_string()]].concat();
                    self.shown.insert(path.clone(), (documentation(&variant.attrs), false));
                    self.fields(&path, module, &variant.fields, true);
                }
            }
            Item::Fn(item) => self.speaks(path, module, |spoken| spoken.visit_signature(&item.sig)),
            Item::Type(item) => self.speaks(path, module, |spoken| spoken.visit_type(&item.ty)),
            Item::Const(item) => self.speaks(path, module, |spoken| spoken.visit_type(&item.ty)),
            Item::Trait(_) => panic!("{} is a trait: say here what of it needs an example", path.join("::")),
            _ => (),
        }
    }

    fn fields(&mut self, path: &[String], module: &[String], fields: &syn::Fields, are_variants: bool) {
        for (index, field) in fields.iter().enumerate() {
            if are_variants || is_shown(&field.vis, &field.attrs) {
                let name = field.ident.as_ref().map_or_else(|| index.to_string(), |name| name.to_string());
                let path = [path, &[name]].concat();
                self.shown.insert(path.clone(), (documentation(&field.attrs), false));
                self.speaks(&path, module, |spoken| spoken.visit_type(&field.ty));
            }
        }
    }

    /// The methods and constants of a type that is shown, wherever they stand.
    fn methods(&mut self, module: &[String], item: &Item) {
        let Item::Impl(syn::ItemImpl { trait_: None, self_ty, items, .. }) = item else { return };
        let syn::Type::Path(own) = &**self_ty else { return };
        let Some(own) = self.of.definition(module, &names(&own.path)).filter(|own| self.shown.contains_key(own)) else {
            return;
        };
        for item in items {
            let (name, visibility, attributes) = match item {
                syn::ImplItem::Fn(item) => (&item.sig.ident, &item.vis, &item.attrs),
                syn::ImplItem::Const(item) => (&item.ident, &item.vis, &item.attrs),
                _ => continue,
            };
            if is_shown(visibility, attributes) {
                let path = [&own[..], &[name.to_string()]].concat();
                self.shown.insert(path.clone(), (documentation(attributes), true));
                self.speaks(&path, module, |spoken| match item {
                    syn::ImplItem::Fn(item) => spoken.visit_signature(&item.sig),
                    other => spoken.visit_impl_item(other),
                });
            }
        }
    }

    fn speaks(&mut self, path: &[String], module: &[String], visit: impl FnOnce(&mut Spoken)) {
        let mut spoken = Spoken::default();
        visit(&mut spoken);
        self.spoken.extend(spoken.0.into_iter().map(|spoken| (path.to_vec(), module.to_vec(), spoken)));
    }

    fn faults(&self) -> Vec<String> {
        let mut faults = Vec::new();
        for (path, (documentation, needs_example)) in &self.shown {
            if documentation.trim().is_empty() {
                faults.push(format!("{} says nothing", path.join("::")));
            } else if *needs_example && !has_example(documentation) {
                faults.push(format!("{} has no example that runs", path.join("::")));
            }
        }
        for (path, module, spoken) in &self.spoken {
            match self.of.definition(module, spoken) {
                Some(other) if !self.shown.contains_key(&other) => {
                    faults.push(format!("{} speaks of {}, which is not shown", path.join("::"), other.join("::")));
                }
                _ => (),
            }
        }
        faults
    }
}

/// The paths in types.
#[derive(Default)]
struct Spoken(Vec<Path>);

impl<'ast> Visit<'ast> for Spoken {
    fn visit_path(&mut self, path: &'ast syn::Path) {
        self.0.push(names(path));
        syn::visit::visit_path(self, path);
    }

    // How a constant is computed is its own affair.
    fn visit_expr(&mut self, _: &'ast syn::Expr) {}
    fn visit_attribute(&mut self, _: &'ast Attribute) {}
}

fn names(path: &syn::Path) -> Path {
    path.segments.iter().map(|segment| segment.ident.to_string()).collect()
}

#[test]
fn what_is_shown_has_an_example_that_runs() {
    let read = Crate::read();
    let face = Face::new(&read);
    let is_shown = |path: &str| face.shown.contains_key(&path.split("::").map(str::to_owned).collect::<Path>());
    assert!(
        is_shown("span::Span::of")
            && is_shown("find::hedges::Hedge::level")
            && is_shown("wire::offsets::Offsets::byte")
    );
    assert!(!is_shown("find::passage::Passage") && !is_shown("page") && !is_shown("find::hedges::hedges"));
    assert_eq!(face.faults(), Vec::<String>::new());
}

#[test]
fn what_is_shown_without_one_is_named() {
    let example = "//! It is.\n//!\n//! ```\n//! assert!(true);\n//! ```\n";
    let root = "#[doc(hidden)] pub mod inner; pub use inner::{Seen, make}; pub(crate) fn own() {}\n\
        /// It is only read.\n///\n/// ```text\n/// assert\n/// ```\npub fn read() {}\npub mod bare;";
    let inner = "/// It is.\n///\n/// ```\n/// assert!(true);\n/// ```\npub struct Seen { pub other: Option<Other>, own: u8 }\n\
        pub struct Other; impl super::inner::Seen { /// It does.\npub fn method(&self) {} fn own() {} #[doc(hidden)] pub fn hidden() {} }\n\
        /// It does nothing sure.\n///\n/// ```\n/// make();\n/// ```\npub fn make() {}";
    let sources = [("", [example, root].concat()), ("inner", inner.to_owned()), ("bare", String::new())];
    let modules = sources.map(|(path, text)| {
        let path = path.split("::").filter(|name| !name.is_empty()).map(str::to_owned).collect();
        (path, syn::parse_file(&text).expect("it is Rust"))
    });
    let faults = [
        "bare says nothing",
        "inner::Seen::method has no example that runs",
        "inner::Seen::other says nothing",
        "inner::make has no example that runs",
        "read has no example that runs",
        "inner::Seen::other speaks of inner::Other, which is not shown",
    ];
    assert_eq!(Face::new(&Crate(HashMap::from(modules))).faults(), faults);
}
