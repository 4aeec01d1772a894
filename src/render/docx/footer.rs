//! Page and footers.

use docx_rs::{AlignmentType, DocGrid, DocGridType, Footer, PageMargin, Run};

use super::fields;
use super::look::BODY_LINE;
use super::styled_paragraph;

/// One character of 14 pt, in twips.
const ONE_CELL: i32 = 280;

/// A4 in twips.
pub(super) const PAGE: (u32, u32) = (11906, 16838);

/// 37, 35, 28 and 26 mm; left and right change sides on even pages.
pub(super) fn margins() -> PageMargin {
    PageMargin::new()
        .top(2098)
        .bottom(1984)
        .left(1588)
        .right(1474)
        .header(851)
        .footer(1400)
        .gutter(0)
}

/// 22 lines. A grid of characters would be right in Word, but gives 14 a line in `LibreOffice` 7.4.
pub(super) fn grid() -> DocGrid {
    DocGrid::new()
        .grid_type(DocGridType::Lines)
        .line_pitch(BODY_LINE.unsigned_abs() as usize)
}

/// `— 1 —`, on the outer side.
pub(super) fn footer(align: AlignmentType) -> Footer {
    let text = |text: &str| Run::new().add_text(text);
    let paragraph = styled_paragraph("footer")
        .align(align)
        .indent(Some(ONE_CELL), None, Some(ONE_CELL), None)
        .add_run(text("— "));
    Footer::new().add_paragraph(fields::page(paragraph).add_run(text(" —")))
}
