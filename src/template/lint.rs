//! Compares every path of every template with the views, before anything is rendered.

use handlebars::{
    Path,
    template::{DecoratorTemplate, HelperTemplate, Parameter, Template, TemplateElement},
};
use schemars::{JsonSchema, SchemaGenerator, generate::SchemaSettings};
use serde_json::Value;

use super::{
    Templates, helpers,
    registry::span_at,
    view::{
        ComparisonView, CountyView, DigestView, DoubtView, InitiativeView, ReasonView, WayView,
    },
};
use crate::{
    diagnostic::{Code, Finding, suggest},
    source::SourceSet,
    span::FileId,
};

/// Reports paths that no view has, helpers and partials that do not exist, and templates without a view.
pub fn lint(templates: &Templates, sources: &SourceSet) -> Vec<Finding> {
    let names: Vec<&str> = templates.names().collect();
    let mut findings = Vec::new();
    for (name, file, template) in templates.parsed() {
        let Some(view) = view_of(name) else {
            let span = span_at(file, &sources.file(file).text, 1, 1);
            let message = format!("no report uses a template called `{name}`");
            findings.push(
                Finding::warning(Code::TemplatePath, span, message)
                    .with_help(suggest(name, names_with_views())),
            );
            continue;
        };
        let mut walk = Walk {
            file,
            text: &sources.file(file).text,
            partials: &names,
            findings: &mut findings,
        };
        let own = Scope {
            view,
            way: String::new(),
        };
        walk.template(template, &[own], (1, 1));
    }
    findings
}

pub(super) fn names_with_views() -> [&'static str; 6] {
    [
        "county",
        "comparison",
        "initiative",
        "doubt",
        "reason",
        "way",
    ]
}

pub(super) fn view_of(name: &str) -> Option<Value> {
    match name {
        "county" => Some(schema::<CountyView>()),
        "comparison" => Some(schema::<ComparisonView>()),
        "digest" => Some(schema::<DigestView>()),
        "initiative" => Some(schema::<InitiativeView>()),
        "doubt" => Some(schema::<DoubtView>()),
        "reason" => Some(schema::<ReasonView>()),
        "way" => Some(schema::<WayView>()),
        _ => None,
    }
}

/// The view's schema with every reference inlined.
fn schema<T: JsonSchema>() -> Value {
    let settings = SchemaSettings::default().with(|settings| settings.inline_subschemas = true);
    SchemaGenerator::new(settings)
        .into_root_schema_for::<T>()
        .to_value()
}

/// A view in scope, and the way to it from the template's own: `themes[]`, nothing for that itself.
#[derive(Clone)]
struct Scope {
    view: Value,
    way: String,
}

struct Walk<'a> {
    file: FileId,
    text: &'a str,
    partials: &'a [&'a str],
    findings: &'a mut Vec<Finding>,
}

impl Walk<'_> {
    /// `stack` holds the views in scope, the innermost last; `at` is the place of the block that the template belongs to.
    fn template(&mut self, template: &Template, stack: &[Scope], at: (usize, usize)) {
        for (index, element) in template.elements.iter().enumerate() {
            // Of an `{{else if}}` handlebars does not keep the place.
            let at = template
                .mapping
                .get(index)
                .map_or(at, |place| (place.0, place.1));
            match element {
                TemplateElement::HelperBlock(helper) => self.block(helper, stack, at),
                TemplateElement::Expression(helper) | TemplateElement::HtmlExpression(helper) => {
                    self.expression(helper, stack, at);
                }
                TemplateElement::PartialExpression(partial)
                | TemplateElement::PartialBlock(partial) => self.partial(partial, stack, at),
                TemplateElement::DecoratorExpression(_) | TemplateElement::DecoratorBlock(_) => {
                    self.report(
                        at,
                        "decorators are not used in our templates".to_owned(),
                        "write the text in place".to_owned(),
                    );
                }
                TemplateElement::RawString(_) | TemplateElement::Comment(_) | _ => {}
            }
        }
    }

    fn block(&mut self, helper: &HelperTemplate, stack: &[Scope], at: (usize, usize)) {
        let name = helper.name.as_name().unwrap_or_default();
        self.helper_name(name, at);
        let first = helper
            .params
            .first()
            .and_then(|param| self.parameter(param, stack, at));
        self.rest(helper, stack, at);
        // Of what a wrong path leads to nothing is known.
        if matches!(name, "each" | "with") && first.is_none() {
            return;
        }
        let inner = match name {
            "each" => first.map(|list| Scope {
                view: list.view.get("items").cloned().unwrap_or(Value::Bool(true)),
                way: list.way + "[]",
            }),
            "with" => first,
            _ => None,
        };
        let mut deeper = stack.to_vec();
        deeper.extend(inner);
        if let Some(template) = &helper.template {
            self.template(template, &deeper, at);
        }
        if let Some(inverse) = &helper.inverse {
            self.template(inverse, stack, at);
        }
    }

    fn expression(&mut self, helper: &HelperTemplate, stack: &[Scope], at: (usize, usize)) {
        if helper.params.is_empty() && helper.hash.is_empty() {
            if let Parameter::Path(path) = &helper.name {
                self.path(path, stack, at);
            } else if let Some(name) = helper.name.as_name() {
                self.path(&Path::Relative((Vec::new(), name.to_owned())), stack, at);
            }
            return;
        }
        self.helper_name(helper.name.as_name().unwrap_or_default(), at);
        if let Some(first) = helper.params.first() {
            self.parameter(first, stack, at);
        }
        self.rest(helper, stack, at);
    }

    fn rest(&mut self, helper: &HelperTemplate, stack: &[Scope], at: (usize, usize)) {
        for param in helper.params.iter().skip(1) {
            self.parameter(param, stack, at);
        }
        let mut keys: Vec<&String> = helper.hash.keys().collect();
        keys.sort();
        for key in keys {
            if key == "style" && helper.name.as_name() == Some("block") {
                continue;
            }
            let name = helper.name.as_name().unwrap_or_default();
            self.report(
                at,
                format!("helper `{name}` has no option `{key}`"),
                "delete it".to_owned(),
            );
        }
    }

    fn partial(&mut self, partial: &DecoratorTemplate, stack: &[Scope], at: (usize, usize)) {
        let name = partial.name.as_name().unwrap_or_default();
        if !self.partials.contains(&name) {
            let help = suggest(name, self.partials.iter().copied());
            self.report(at, format!("there is no partial `{name}`"), help);
        }
        for param in &partial.params {
            self.parameter(param, stack, at);
        }
    }

    fn helper_name(&mut self, name: &str, at: (usize, usize)) {
        if !helpers::KNOWN.contains(&name) {
            let help = suggest(name, helpers::KNOWN);
            self.report(at, format!("there is no helper `{name}`"), help);
        }
    }

    fn parameter(
        &mut self,
        param: &Parameter,
        stack: &[Scope],
        at: (usize, usize),
    ) -> Option<Scope> {
        match param {
            Parameter::Path(path) => self.path(path, stack, at),
            Parameter::Name(name) => {
                self.path(&Path::Relative((Vec::new(), name.clone())), stack, at)
            }
            Parameter::Subexpression(inner) => {
                if let TemplateElement::Expression(helper) = inner.element.as_ref() {
                    self.expression(helper, stack, at);
                }
                None
            }
            Parameter::Literal(_) | _ => None,
        }
    }

    /// Follows a path through the views; what it leads to, if anything.
    fn path(&mut self, path: &Path, stack: &[Scope], at: (usize, usize)) -> Option<Scope> {
        let Path::Relative((_, raw)) = path else {
            return None; // `@first` and its like are handlebars' own.
        };
        let ups = raw.matches("../").count();
        let rest = raw.trim_start_matches("../");
        let Some(start) = stack.len().checked_sub(ups + 1) else {
            self.report(
                at,
                format!("`{raw}` climbs out of the view"),
                "use fewer `../`".to_owned(),
            );
            return None;
        };
        let Scope {
            view: mut here,
            mut way,
        } = stack[start].clone();
        for part in rest
            .split(['.', '/'])
            .filter(|part| !part.is_empty() && *part != "this")
        {
            match field(&here, part) {
                Ok(next) => {
                    here = next;
                    if !way.is_empty() {
                        way.push('.');
                    }
                    way += part;
                }
                Err(known) => {
                    let place = match way.as_str() {
                        "" => String::new(),
                        way => format!(" in `{way}`"),
                    };
                    self.report(
                        at,
                        format!("the view has no `{part}`{place}"),
                        suggest(part, known.iter().map(String::as_str)),
                    );
                    return None;
                }
            }
        }
        Some(Scope { view: here, way })
    }

    fn report(&mut self, (line, column): (usize, usize), message: String, help: String) {
        let span = span_at(self.file, self.text, line, column);
        self.findings
            .push(Finding::error(Code::TemplatePath, span, message).with_help(help));
    }
}

/// A field of an object's schema; otherwise the names of the fields there are.
fn field(schema: &Value, name: &str) -> Result<Value, Vec<String>> {
    let fields = schema.get("properties").and_then(Value::as_object);
    let found = fields.and_then(|fields| fields.get(name));
    found.cloned().ok_or_else(|| {
        fields
            .map(|fields| fields.keys().cloned().collect())
            .unwrap_or_default()
    })
}
