//! What a source file says, read once: the names it uses, its string literals, its `unsafe`. The rules are elsewhere.

use proc_macro2::{Spacing, TokenStream, TokenTree};
use syn::spanned::Spanned;
use syn::visit::{self, Visit};

/// A module's path from the root of the crate: `["ui", "views"]`; the root is empty. `main.rs`, a crate of its own, is
/// `["main"]`.
pub type ModulePath = Vec<String>;

pub struct Source {
    /// `src/ui/views/rail.rs`
    pub path: String,
    pub lines: usize,
    pub module: ModulePath,
    pub facts: Facts,
}

#[derive(Default)]
pub struct Facts {
    pub names: Vec<Name>,
    pub imports: Vec<Import>,
    pub literals: Vec<Literal>,
    /// Lines where the word `unsafe` stands.
    pub unsafes: Vec<usize>,
    /// Lines where `.size(14.0)`, a type size in figures, stands.
    pub sizes: Vec<usize>,
    /// The name of each function, its line, and how many lines it has.
    pub functions: Vec<(String, usize, usize)>,
    /// Modules declared in this file.
    pub modules: Vec<ModulePath>,
    /// Those of them that exist for tests alone.
    pub test_modules: Vec<ModulePath>,
}

/// A path in an expression, a type, a pattern, a macro or an attribute.
pub struct Name {
    pub line: usize,
    pub module: ModulePath,
    pub path: Vec<String>,
    pub in_test: bool,
}

/// One leaf of a `use`: `use a::{b as c, d::*}` has two.
pub struct Import {
    pub line: usize,
    pub module: ModulePath,
    pub path: Vec<String>,
    /// The name it takes here; none for a glob.
    pub name: Option<String>,
    pub public: bool,
    pub in_test: bool,
}

pub struct Literal {
    pub line: usize,
    pub value: String,
    pub in_test: bool,
}

impl Source {
    pub fn parse(path: &str, text: &str) -> Self {
        let file = syn::parse_file(text).unwrap_or_else(|error| panic!("{path}: {error}"));
        let module = module_of(path);
        let mut reader = Reader { module: module.clone(), in_test: false, facts: Facts::default() };
        reader.facts.modules.push(module.clone());
        reader.visit_file(&file);
        Self { path: path.into(), lines: text.lines().count(), module, facts: reader.facts }
    }

    /// The folder or file right under `src/`: `ui`, `cli`; empty for `lib.rs`.
    pub fn top(&self) -> &str {
        self.module.first().map_or("", String::as_str)
    }
}

fn module_of(path: &str) -> ModulePath {
    let inside = path.strip_prefix("src/").unwrap_or(path);
    let inside = inside.strip_suffix(".rs").unwrap_or(inside);
    let mut module: ModulePath = inside.split('/').map(Into::into).collect();
    if module.last().is_some_and(|last| last == "mod" || last == "lib") {
        module.pop();
    }
    module
}

struct Reader {
    module: ModulePath,
    in_test: bool,
    facts: Facts,
}

impl Reader {
    fn name(&mut self, line: usize, path: Vec<String>) {
        let (module, in_test) = (self.module.clone(), self.in_test);
        self.facts.names.push(Name { line, module, path, in_test });
    }

    fn literal(&mut self, line: usize, value: String) {
        self.facts.literals.push(Literal { line, value, in_test: self.in_test });
    }

    fn use_tree(&mut self, tree: &syn::UseTree, prefix: &[String], public: bool) {
        let mut leaf = |line: usize, mut path: Vec<String>, name: Option<String>| {
            // `use a::{self}` names `a`.
            if path.len() > 1 && path.last().is_some_and(|last| last == "self") {
                path.pop();
            }
            let name =
                name.map(|name| if name == "self" { path[path.len() - 1].clone() } else { name });
            self.facts.imports.push(Import {
                line,
                module: self.module.clone(),
                path,
                name,
                public,
                in_test: self.in_test,
            });
        };
        let with = |ident: &syn::Ident| [prefix, &[ident.to_string()]].concat();
        match tree {
            syn::UseTree::Path(path) => self.use_tree(&path.tree, &with(&path.ident), public),
            syn::UseTree::Name(name) => {
                leaf(line(name.ident.span()), with(&name.ident), Some(name.ident.to_string()));
            }
            syn::UseTree::Rename(rename) => {
                leaf(
                    line(rename.ident.span()),
                    with(&rename.ident),
                    Some(rename.rename.to_string()),
                );
            }
            syn::UseTree::Glob(glob) => leaf(line(glob.span()), prefix.to_vec(), None),
            syn::UseTree::Group(group) => {
                group.items.iter().for_each(|tree| self.use_tree(tree, prefix, public))
            }
        }
    }

    /// Paths and literals in tokens that syn leaves unparsed: the inside of a macro.
    fn tokens(&mut self, tokens: TokenStream, with_literals: bool) {
        let mut path: Vec<String> = Vec::new();
        let mut path_line = 0;
        // How many of the two colons of `::` have been read since the last word of the path.
        let mut colons = 0;
        for token in tokens {
            if let TokenTree::Punct(punct) = &token
                && punct.as_char() == ':'
                && !path.is_empty()
                && (colons == 1 || (colons == 0 && punct.spacing() == Spacing::Joint))
            {
                colons += 1;
                continue;
            }
            if let TokenTree::Ident(ident) = &token {
                let word = ident.to_string();
                if colons != 2 {
                    self.end_of_path(path_line, &mut path);
                    path_line = line(ident.span());
                }
                if word == "unsafe" {
                    self.facts.unsafes.push(line(ident.span()));
                }
                path.push(word);
                colons = 0;
                continue;
            }
            self.end_of_path(path_line, &mut path);
            colons = 0;
            match token {
                TokenTree::Group(group) => self.tokens(group.stream(), with_literals),
                TokenTree::Literal(literal) => {
                    let at = line(literal.span());
                    if let Ok(text) = syn::parse_str::<syn::LitStr>(&literal.to_string()) {
                        if with_literals {
                            self.literal(at, text.value());
                        } else if let Ok(path) = text.parse::<syn::Path>() {
                            // `#[serde(with = "crate::…")]`
                            self.name(at, words(&path));
                        }
                    }
                }
                TokenTree::Ident(_) | TokenTree::Punct(_) => {}
            }
        }
        self.end_of_path(path_line, &mut path);
    }

    fn end_of_path(&mut self, line: usize, path: &mut Vec<String>) {
        if !path.is_empty() {
            let path = std::mem::take(path);
            self.name(line, path);
        }
    }

    fn function(&mut self, signature: &syn::Signature, block: &syn::Block) {
        let (first, last) = (line(signature.span()), block.span().end().line);
        self.facts.functions.push((signature.ident.to_string(), first, last + 1 - first));
    }

    fn within_tests(&mut self, attributes: &[syn::Attribute], visit: impl FnOnce(&mut Self)) {
        let before = self.in_test;
        self.in_test |= attributes.iter().any(for_tests);
        visit(self);
        self.in_test = before;
    }
}

impl<'ast> Visit<'ast> for Reader {
    fn visit_item(&mut self, item: &'ast syn::Item) {
        self.within_tests(attributes(item), |reader| visit::visit_item(reader, item));
    }

    fn visit_item_fn(&mut self, function: &'ast syn::ItemFn) {
        self.function(&function.sig, &function.block);
        visit::visit_item_fn(self, function);
    }

    fn visit_trait_item_fn(&mut self, function: &'ast syn::TraitItemFn) {
        if let Some(block) = &function.default {
            self.function(&function.sig, block);
        }
        visit::visit_trait_item_fn(self, function);
    }

    fn visit_impl_item_fn(&mut self, function: &'ast syn::ImplItemFn) {
        self.function(&function.sig, &function.block);
        self.within_tests(&function.attrs, |reader| visit::visit_impl_item_fn(reader, function));
    }

    fn visit_item_mod(&mut self, module: &'ast syn::ItemMod) {
        self.module.push(module.ident.to_string());
        self.facts.modules.push(self.module.clone());
        if self.in_test {
            self.facts.test_modules.push(self.module.clone());
        }
        visit::visit_item_mod(self, module);
        self.module.pop();
    }

    fn visit_item_use(&mut self, item: &'ast syn::ItemUse) {
        let public = !matches!(item.vis, syn::Visibility::Inherited);
        self.use_tree(&item.tree, &[], public);
    }

    fn visit_item_extern_crate(&mut self, item: &'ast syn::ItemExternCrate) {
        let name = item.rename.as_ref().map_or(&item.ident, |(_, name)| name).to_string();
        let path = vec![item.ident.to_string()];
        let public = !matches!(item.vis, syn::Visibility::Inherited);
        let line = line(item.ident.span());
        self.facts.imports.push(Import {
            line,
            module: self.module.clone(),
            path,
            name: Some(name),
            public,
            in_test: self.in_test,
        });
    }

    fn visit_path(&mut self, path: &'ast syn::Path) {
        self.name(line(path.span()), words(path));
        visit::visit_path(self, path);
    }

    fn visit_expr_path(&mut self, expression: &'ast syn::ExprPath) {
        // `<Color32>::RED` is `Color32::RED`.
        if let Some(qself) = &expression.qself
            && let syn::Type::Path(of) = qself.ty.as_ref()
        {
            self.name(line(expression.span()), [words(&of.path), words(&expression.path)].concat());
        }
        visit::visit_expr_path(self, expression);
    }

    fn visit_expr_method_call(&mut self, call: &'ast syn::ExprMethodCall) {
        if call.method == "size"
            && call.args.iter().any(|argument| matches!(argument, syn::Expr::Lit(_)))
        {
            self.facts.sizes.push(line(call.method.span()));
        }
        visit::visit_expr_method_call(self, call);
    }

    fn visit_macro(&mut self, found: &'ast syn::Macro) {
        self.name(line(found.path.span()), words(&found.path));
        self.tokens(found.tokens.clone(), true);
    }

    fn visit_attribute(&mut self, attribute: &'ast syn::Attribute) {
        if let syn::Meta::List(list) = &attribute.meta {
            self.tokens(list.tokens.clone(), false);
        }
    }

    fn visit_lit_str(&mut self, literal: &'ast syn::LitStr) {
        self.literal(line(literal.span()), literal.value());
    }

    fn visit_expr_unsafe(&mut self, block: &'ast syn::ExprUnsafe) {
        self.facts.unsafes.push(line(block.unsafe_token.span));
        visit::visit_expr_unsafe(self, block);
    }

    fn visit_signature(&mut self, signature: &'ast syn::Signature) {
        self.facts.unsafes.extend(signature.unsafety.map(|word| line(word.span)));
        visit::visit_signature(self, signature);
    }

    fn visit_item_impl(&mut self, item: &'ast syn::ItemImpl) {
        self.facts.unsafes.extend(item.unsafety.map(|word| line(word.span)));
        visit::visit_item_impl(self, item);
    }

    fn visit_item_trait(&mut self, item: &'ast syn::ItemTrait) {
        self.facts.unsafes.extend(item.unsafety.map(|word| line(word.span)));
        visit::visit_item_trait(self, item);
    }

    fn visit_item_foreign_mod(&mut self, item: &'ast syn::ItemForeignMod) {
        self.facts.unsafes.extend(item.unsafety.map(|word| line(word.span)));
        visit::visit_item_foreign_mod(self, item);
    }
}

fn words(path: &syn::Path) -> Vec<String> {
    path.segments.iter().map(|segment| segment.ident.to_string()).collect()
}

fn line(span: proc_macro2::Span) -> usize {
    span.start().line
}

/// `#[test]`, `#[cfg(test)]`, `#[cfg(all(test, unix))]`; not `#[cfg(not(test))]`.
fn for_tests(attribute: &syn::Attribute) -> bool {
    if attribute.path().is_ident("test") {
        return true;
    }
    let syn::Meta::List(list) = &attribute.meta else { return false };
    let condition = list.tokens.to_string().replace(' ', "");
    list.path.is_ident("cfg") && (condition == "test" || condition.starts_with("all(test,"))
}

fn attributes(item: &syn::Item) -> &[syn::Attribute] {
    match item {
        syn::Item::Const(item) => &item.attrs,
        syn::Item::Enum(item) => &item.attrs,
        syn::Item::Fn(item) => &item.attrs,
        syn::Item::Impl(item) => &item.attrs,
        syn::Item::Macro(item) => &item.attrs,
        syn::Item::Mod(item) => &item.attrs,
        syn::Item::Static(item) => &item.attrs,
        syn::Item::Struct(item) => &item.attrs,
        syn::Item::Trait(item) => &item.attrs,
        syn::Item::Use(item) => &item.attrs,
        _ => &[],
    }
}
