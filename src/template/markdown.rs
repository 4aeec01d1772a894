//! Text on its way through the templates.

use schemars::JsonSchema;
use serde::Serialize;

/// Text already in our Markdown dialect: everything escaped, numbers as links. Templates insert it with `{{prose …}}`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema, Default)]
#[serde(transparent)]
#[schemars(extend("contentMediaType" = "text/markdown"))]
pub struct Markdown(pub String);

/// Escapes characters that Markdown gives a meaning to, so that data stays text.
pub fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.trim().chars() {
        if c.is_ascii_punctuation() {
            out.push('\\');
        }
        out.push(if c.is_control() { ' ' } else { c });
    }
    out
}

/// A number with what it is bound to: `[244个](fig:xingxian/admin-villages)`, or with a formula
/// `[3年](num:comparison/years "2025−2022")`.
pub fn number_link(text: &str, scheme: &str, id: &str, formula: Option<&str>) -> Markdown {
    let title = formula.map_or(String::new(), |formula| format!(" \"{}\"", escape(formula)));
    Markdown(format!("[{}]({scheme}:{id}{title})", escape(text)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn data_cannot_become_markup() {
        assert_eq!(
            escape("2026. a*b <c> [d](e)"),
            "2026\\. a\\*b \\<c\\> \\[d\\]\\(e\\)"
        );
        assert_eq!(escape("    code\n# h"), "code \\# h");
    }
}
