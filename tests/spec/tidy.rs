//! The rules of the house that a program can check: which module may use which, and how long things get.

use std::{collections::HashMap, fs, path::Path};

use syn::{spanned::Spanned, visit::Visit};

use crate::project;

/// How many lines a file has at most.
const MAX_FILE: usize = 300;

/// How many lines a function has at most, its signature included: what fits a screen.
const MAX_FUNCTION: usize = 40;

/// A module: a file of `src`.
pub struct Module {
    /// Its place: ["find", "cues"]; empty for `lib.rs` and `main.rs`.
    pub path: Vec<String>,
    /// Its file, below the project.
    pub file: String,
    text: String,
    pub syntax: syn::File,
}

/// The modules of `src`.
pub fn modules() -> Vec<Module> {
    let mut modules = Vec::new();
    collect(&project("src"), &mut modules);
    assert!(modules.len() > 20, "the tree was not found");
    modules
}

fn collect(folder: &Path, modules: &mut Vec<Module>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            collect(&path, modules);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            modules.push(module(&path));
        }
    }
}

fn module(path: &Path) -> Module {
    let text = fs::read_to_string(path).unwrap();
    let syntax = syn::parse_file(&text).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    let file = path.strip_prefix(project("")).unwrap().display().to_string();
    let names = file.trim_start_matches("src/").trim_end_matches(".rs").split('/');
    let path = names.filter(|name| !["lib", "main", "mod"].contains(name)).map(str::to_owned).collect();
    Module { path, file, text, syntax }
}

impl Module {
    /// The modules it declares outside tests, in their order.
    fn children(&self) -> Vec<String> {
        let modules = self.syntax.items.iter().filter_map(|item| match item {
            syn::Item::Mod(module) if module.content.is_none() => Some(module.ident.to_string()),
            _ => None,
        });
        modules.collect()
    }
}

/// The paths a module uses, from the crate's root.
struct Uses<'a> {
    module: &'a Module,
    paths: Vec<Vec<String>>,
}

impl Uses<'_> {
    fn add(&mut self, path: Vec<String>) {
        let (first, rest) = path.split_first().expect("a path has a first name");
        let base: Vec<String> = match first.as_str() {
            "crate" => vec![],
            "super" => self.module.path[..self.module.path.len().saturating_sub(1)].to_vec(),
            _ => return,
        };
        self.paths.push([base, rest.to_vec()].concat());
    }

    fn add_tree(&mut self, before: &[String], tree: &syn::UseTree) {
        let with = |name: &syn::Ident| [before, &[name.to_string()]].concat();
        match tree {
            syn::UseTree::Path(path) => self.add_tree(&with(&path.ident), &path.tree),
            syn::UseTree::Name(name) => self.add(with(&name.ident)),
            syn::UseTree::Rename(rename) => self.add(with(&rename.ident)),
            syn::UseTree::Glob(_) => self.add(before.to_vec()),
            syn::UseTree::Group(group) => group.items.iter().for_each(|tree| self.add_tree(before, tree)),
        }
    }
}

impl<'ast> Visit<'ast> for Uses<'_> {
    fn visit_item_use(&mut self, item: &'ast syn::ItemUse) {
        self.add_tree(&[], &item.tree);
    }

    fn visit_path(&mut self, path: &'ast syn::Path) {
        self.add(path.segments.iter().map(|segment| segment.ident.to_string()).collect());
        syn::visit::visit_path(self, path);
    }

    // Tests of a module may use whatever they need.
    fn visit_item_mod(&mut self, item: &'ast syn::ItemMod) {
        if item.ident != "tests" {
            syn::visit::visit_item_mod(self, item);
        }
    }
}

/// Where each module stands among those declared beside it.
fn order(modules: &[Module]) -> HashMap<Vec<String>, usize> {
    let places = modules.iter().flat_map(|module| {
        let children = module.children().into_iter().enumerate();
        children.map(|(place, child)| ([module.path.clone(), vec![child]].concat(), place))
    });
    places.collect()
}

/// The module beside an ancestor of `from` (or itself) that `used` stands in, with that ancestor.
fn neighbours<'a>(from: &'a [String], used: &'a [String]) -> Option<(&'a [String], &'a [String])> {
    let n_common = from.iter().zip(used).take_while(|(one, other)| one == other).count();
    (n_common < from.len() && n_common < used.len()).then(|| (&from[..=n_common], &used[..=n_common]))
}

#[test]
fn a_module_uses_only_those_above_it() {
    let modules = modules();
    let order = order(&modules);
    let mut faults = Vec::new();
    for module in &modules {
        let mut uses = Uses { module, paths: vec![] };
        uses.visit_file(&module.syntax);
        for used in &uses.paths {
            let Some((own, other)) = neighbours(&module.path, used) else { continue };
            if let (Some(own_place), Some(other_place)) = (order.get(own), order.get(other))
                && other_place > own_place
            {
                faults.push(format!("{} uses {}, which stands below {}", module.file, used.join("::"), own.join("::")));
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn the_order_of_modules_is_seen() {
    let modules = modules();
    let order = order(&modules);
    let place = |name: &str| order[&vec![name.to_owned()]];
    assert!(place("span") < place("find") && place("find") < place("wire"));
    let from = ["find".to_owned(), "cues".to_owned()];
    let used = ["find".to_owned(), "attributions".to_owned(), "Attribution".to_owned()];
    assert_eq!(neighbours(&from, &used), Some((&from[..2], &used[..2])));
}

/// The functions of a file that are longer than [`MAX_FUNCTION`].
#[derive(Default)]
struct LongFunctions(Vec<String>);

impl LongFunctions {
    fn add(&mut self, signature: &syn::Signature, block: &syn::Block) {
        let n_lines = block.span().end().line - signature.span().start().line + 1;
        if n_lines > MAX_FUNCTION {
            self.0.push(format!("{} has {n_lines} lines, more than {MAX_FUNCTION}", signature.ident));
        }
    }
}

impl<'ast> Visit<'ast> for LongFunctions {
    fn visit_item_fn(&mut self, function: &'ast syn::ItemFn) {
        self.add(&function.sig, &function.block);
        syn::visit::visit_item_fn(self, function);
    }

    fn visit_impl_item_fn(&mut self, function: &'ast syn::ImplItemFn) {
        self.add(&function.sig, &function.block);
        syn::visit::visit_impl_item_fn(self, function);
    }
}

#[test]
fn functions_and_files_fit_a_screen_and_a_reading() {
    let mut faults = Vec::new();
    for module in modules() {
        let n_lines = module.text.lines().count();
        if n_lines > MAX_FILE {
            faults.push(format!("{} has {n_lines} lines, more than {MAX_FILE}", module.file));
        }
        let mut long = LongFunctions::default();
        long.visit_file(&module.syntax);
        faults.extend(long.0.iter().map(|function| format!("{}: {function}", module.file)));
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn every_file_says_first_what_it_is_for() {
    let silent = modules().into_iter().filter(|module| !module.text.starts_with("//! ")).map(|module| module.file);
    assert_eq!(silent.collect::<Vec<_>>(), Vec::<String>::new());
}

#[test]
fn only_the_wire_knows_serde() {
    let knows = |module: &Module| {
        let code = module.text.lines().filter(|line| !line.trim_start().starts_with("//"));
        code.into_iter().any(|line| line.contains("serde::") || line.contains("serde_json::"))
    };
    let others = modules().into_iter().filter(|module| module.path.first().is_none_or(|name| name != "wire"));
    assert_eq!(others.filter(knows).map(|module| module.file).collect::<Vec<_>>(), Vec::<String>::new());
}

/// The literals of a file that hold a sentence of a human language: several words of letters.
#[derive(Default)]
struct Sentences(Vec<String>);

impl<'ast> Visit<'ast> for Sentences {
    fn visit_lit_str(&mut self, literal: &'ast syn::LitStr) {
        let value = literal.value();
        if value.split(' ').filter(|word| word.len() > 1 && word.chars().all(char::is_alphabetic)).count() > 1 {
            self.0.push(value);
        }
    }

    // Documentation is an attribute with a literal.
    fn visit_attribute(&mut self, _: &'ast syn::Attribute) {}
}

#[test]
fn what_readers_read_stands_in_the_lexicon() {
    let mut faults = Vec::new();
    for module in modules() {
        if module.path.first().is_some_and(|name| name == "text" || name == "find") {
            let mut sentences = Sentences::default();
            sentences.visit_file(&module.syntax);
            faults.extend(sentences.0.iter().map(|sentence| format!("{}: {sentence:?}", module.file)));
        }
    }
    assert!(faults.is_empty(), "sentences belong into reasons.txt:\n{}", faults.join("\n"));
}
