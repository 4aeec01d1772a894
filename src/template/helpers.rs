//! The helpers that templates may use besides those of handlebars.

use handlebars::{
    Context, Handlebars, Helper, HelperDef, HelperResult, Output, RenderContext, RenderError,
    RenderErrorReason, Renderable, StringOutput,
};

/// Names of all helpers a template may call, ours and those of handlebars.
pub(super) const KNOWN: [&str; 15] = [
    "if", "unless", "each", "with", "eq", "ne", "and", "or", "not", "prose", "block", "table",
    "chart", "list", "facts",
];

/// Registers our helpers.
pub(super) fn register(registry: &mut Handlebars<'static>) {
    registry.register_helper("prose", Box::new(prose));
    registry.register_helper("block", Box::new(block));
    for kind in ["table", "chart", "list", "facts"] {
        registry.register_helper(kind, Box::new(Insert(kind)));
    }
}

/// `{{prose text}}`: text that is already in our Markdown dialect.
fn prose(
    helper: &Helper<'_>,
    _: &Handlebars<'_>,
    _: &Context,
    _: &mut RenderContext<'_, '_>,
    out: &mut dyn Output,
) -> HelperResult {
    out.write(text(helper, 0)?)?;
    Ok(())
}

/// `{{#block "a" "b" style="…"}}…{{/block}}`: one block of the document with the id `a.b`.
fn block<'reg, 'rc>(
    helper: &Helper<'rc>,
    registry: &'reg Handlebars<'reg>,
    context: &'rc Context,
    render: &mut RenderContext<'reg, 'rc>,
    out: &mut dyn Output,
) -> HelperResult {
    let id = id(helper)?;
    let style = helper
        .hash_get("style")
        .and_then(|style| style.value().as_str())
        .unwrap_or_default();
    let mut inner = StringOutput::new();
    if let Some(template) = helper.template() {
        template.render(registry, context, render, &mut inner)?;
    }
    let inner = inner.into_string()?;
    // Longer than any run of colons inside, so that no data can close the block.
    let fence = ":".repeat(longest_colons(&inner) + 3);
    let body = inner.trim();
    out.write(&format!("\n{fence} {id} {style}\n{body}\n{fence}\n\n"))?;
    Ok(())
}

/// `{{table "main-figures"}}` and its like: compose puts the typed block there.
struct Insert(&'static str);

impl HelperDef for Insert {
    fn call<'reg: 'rc, 'rc>(
        &self,
        helper: &Helper<'rc>,
        _: &'reg Handlebars<'reg>,
        _: &'rc Context,
        _: &mut RenderContext<'reg, 'rc>,
        out: &mut dyn Output,
    ) -> HelperResult {
        out.write(&format!("\n::: {} {}\n:::\n\n", id(helper)?, self.0))?;
        Ok(())
    }
}

fn id(helper: &Helper<'_>) -> Result<String, RenderError> {
    let parts: Result<Vec<&str>, RenderError> = (0..helper.params().len())
        .map(|index| text(helper, index))
        .collect();
    Ok(parts?.join("."))
}

fn text<'a>(helper: &'a Helper<'_>, index: usize) -> Result<&'a str, RenderError> {
    let value = helper.param(index).and_then(|param| param.value().as_str());
    value.ok_or_else(|| {
        RenderErrorReason::ParamTypeMismatchForName("helper", index.to_string(), "text".to_owned())
            .into()
    })
}

fn longest_colons(text: &str) -> usize {
    text.split(|c| c != ':').map(str::len).max().unwrap_or(0)
}
