//! What the modules of the crate declare, what of it is shown to others, and where a name leads.

use std::collections::HashMap;

use syn::{Attribute, Item, Visibility};

use crate::tidy;

/// A path from the crate's root; of an item that of its definition.
pub type Path = Vec<String>;

/// The crate's modules, by their path. All features are on.
pub struct Crate(pub HashMap<Path, syn::File>);

/// A name that a module takes from elsewhere.
pub struct Use {
    pub name: String,
    pub target: Path,
    pub is_shown: bool,
}

impl Crate {
    pub fn read() -> Self {
        let modules = tidy::modules().into_iter().filter(|module| module.file != "src/main.rs");
        Crate(modules.map(|module| (module.path, module.syntax)).collect())
    }

    pub fn items(&self, module: &[String]) -> &[Item] {
        self.0.get(module).map_or(&[], |file| &file.items)
    }

    pub fn uses(&self, module: &[String]) -> Vec<Use> {
        let mut uses = Vec::new();
        for item in self.items(module) {
            if let Item::Use(item) = item {
                leaves(&[], &item.tree, is_shown(&item.vis, &item.attrs), &mut uses);
            }
        }
        uses
    }

    pub fn item(&self, definition: &[String]) -> Option<&Item> {
        let (name, module) = definition.split_last()?;
        self.items(module).iter().find(|item| named(item).is_some_and(|(ident, ..)| ident == name))
    }

    /// Where that is defined which `module` calls `path`; of other crates' items nothing is known.
    pub fn definition(&self, module: &[String], path: &[String]) -> Option<Path> {
        let Some((first, rest)) = path.split_first() else { return Some(module.to_vec()) };
        match first.as_str() {
            "crate" => return self.definition(&[], rest),
            "self" => return self.definition(module, rest),
            "super" => return self.definition(&module[..module.len() - 1], rest),
            _ => (),
        }
        let own = [module, std::slice::from_ref(first)].concat();
        let is_module = self.0.contains_key(&own);
        if rest.is_empty() && self.item(&own).is_some_and(|item| !matches!(item, Item::Mod(_))) {
            return Some(own);
        }
        let used =
            self.uses(module).into_iter().find(|used| used.name == *first && (is_module || used.target[0] != *first));
        match used.filter(|_| rest.is_empty() || !is_module) {
            Some(used) => self.definition(module, &[used.target, rest.to_vec()].concat()),
            None if is_module => self.definition(&own, rest),
            None => None,
        }
    }
}

fn leaves(before: &[String], tree: &syn::UseTree, is_shown: bool, uses: &mut Vec<Use>) {
    let with = |name: &syn::Ident| [before, &[name.to_string()]].concat();
    match tree {
        syn::UseTree::Path(path) => leaves(&with(&path.ident), &path.tree, is_shown, uses),
        syn::UseTree::Group(group) => group.items.iter().for_each(|tree| leaves(before, tree, is_shown, uses)),
        syn::UseTree::Name(name) if name.ident == "self" => {
            uses.push(Use { name: before.last().cloned().unwrap_or_default(), target: before.to_vec(), is_shown });
        }
        syn::UseTree::Name(name) => {
            uses.push(Use { name: name.ident.to_string(), target: with(&name.ident), is_shown })
        }
        syn::UseTree::Rename(name) => {
            uses.push(Use { name: name.rename.to_string(), target: with(&name.ident), is_shown });
        }
        // What a star brings could not be listed without the other crates.
        syn::UseTree::Glob(_) => assert!(!is_shown, "{}::* shows what nobody listed", before.join("::")),
    }
}

/// Name, visibility and attributes of an item that has a name.
pub fn named(item: &Item) -> Option<(&syn::Ident, &Visibility, &[Attribute])> {
    Some(match item {
        Item::Const(item) => (&item.ident, &item.vis, &item.attrs),
        Item::Enum(item) => (&item.ident, &item.vis, &item.attrs),
        Item::Fn(item) => (&item.sig.ident, &item.vis, &item.attrs),
        Item::Mod(item) => (&item.ident, &item.vis, &item.attrs),
        Item::Static(item) => (&item.ident, &item.vis, &item.attrs),
        Item::Struct(item) => (&item.ident, &item.vis, &item.attrs),
        Item::Trait(item) => (&item.ident, &item.vis, &item.attrs),
        Item::Type(item) => (&item.ident, &item.vis, &item.attrs),
        _ => return None,
    })
}

/// Whether documentation shows what bears these.
pub fn is_shown(visibility: &Visibility, attributes: &[Attribute]) -> bool {
    let is_hidden = |attribute: &Attribute| {
        attribute.path().is_ident("doc") && attribute.parse_args::<syn::Ident>().is_ok_and(|word| word == "hidden")
    };
    matches!(visibility, Visibility::Public(_)) && !attributes.iter().any(is_hidden)
}

/// What is written above an item.
pub fn documentation(attributes: &[Attribute]) -> String {
    let lines = attributes.iter().filter_map(|attribute| match &attribute.meta {
        syn::Meta::NameValue(syn::MetaNameValue { path, value: syn::Expr::Lit(value), .. }) if path.is_ident("doc") => {
            match &value.lit {
                syn::Lit::Str(line) => Some(line.value()),
                _ => None,
            }
        }
        _ => None,
    });
    lines.collect::<Vec<_>>().join("\n")
}
