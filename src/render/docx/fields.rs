//! Fields: numbers that Word counts itself, with what they show until it does.
//!
//! A field is five runs. One run with everything in it is what `LibreOffice` 7.4 prints the code of and WPS does not show.

use docx_rs::{FieldCharType, InstrText, Paragraph, Run};

/// `— 1 —` in a footer.
pub(super) fn page(paragraph: Paragraph) -> Paragraph {
    field(paragraph, InstrText::PAGE(docx_rs::InstrPAGE::new()), "1")
}

/// `表1`: a word and a number that counts on when a caption is put in before it. What is otherwise stays as it is.
pub(super) fn sequence(paragraph: Paragraph, number: &str) -> Paragraph {
    let digits = number.trim_start_matches(|character: char| !character.is_ascii_digit());
    let word = &number[..number.len() - digits.len()];
    let counted = !digits.is_empty() && digits.bytes().all(|digit| digit.is_ascii_digit());
    if word.is_empty() || !counted {
        return paragraph.add_run(Run::new().add_text(number));
    }
    let code = InstrText::Unsupported(format!(" SEQ {word} \\* ARABIC "));
    field(paragraph.add_run(Run::new().add_text(word)), code, digits)
}

fn field(paragraph: Paragraph, code: InstrText, shown: &str) -> Paragraph {
    let part = |kind| Run::new().add_field_char(kind, false);
    paragraph
        .add_run(part(FieldCharType::Begin))
        .add_run(Run::new().add_instr_text(code))
        .add_run(part(FieldCharType::Separate))
        .add_run(Run::new().add_text(shown))
        .add_run(part(FieldCharType::End))
}
