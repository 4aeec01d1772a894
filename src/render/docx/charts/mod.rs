//! Charts that Word draws itself, each panel with the workbook behind it.
//!
//! A panel becomes a [`Sheet`]; from that come the workbook, the numbers kept in the chart, and the labels, so that none
//! of them can say another number than the data.

mod axes;
mod elements;
mod looks;
mod marks;
mod plots;
mod sheet;
mod size;
mod slope;
mod space;
mod workbook;

#[cfg(test)]
mod tests;

pub(super) use self::{looks::GREYS, size::Size, space::WORKBOOK_ID};

use jiff::civil::Date;
use rust_xlsxwriter::ExcelDateTime;

use self::sheet::Sheet;
use super::DocxError;
use crate::{
    document::{Chart, Panel},
    xml::Tree,
};

/// A chart of Word.
pub(super) struct Native {
    pub(super) space: Tree,
    /// The bytes of an `.xlsx`.
    pub(super) workbook: Vec<u8>,
}

/// How large the panels of a chart are, in their order.
pub(super) fn sizes(chart: &Chart) -> impl Iterator<Item = Size> + '_ {
    let columns = chart.columns.max(1);
    chart
        .panels
        .iter()
        .map(move |panel| Size::of(chart.plot, panel, columns))
}

/// Makes the charts of a chart's panels. Workbooks carry the date of the edition.
///
/// # Errors
/// [`DocxError::Workbook`] for a date or text that no workbook can hold.
pub(super) fn native(block: &str, chart: &Chart, date: Date) -> Result<Vec<Native>, DocxError> {
    let failed = |source| DocxError::Workbook {
        block: block.to_owned(),
        source,
    };
    let (year, month, day) = (date.year(), date.month(), date.day());
    let date = ExcelDateTime::from_ymd(
        year.unsigned_abs(),
        month.unsigned_abs(),
        day.unsigned_abs(),
    )
    .map_err(failed)?;
    let native = |panel: &Panel| {
        let sheet = Sheet::of(chart.plot, panel);
        Ok(Native {
            space: space::space(chart.plot, panel, &sheet),
            workbook: workbook::workbook(&sheet, &date).map_err(failed)?,
        })
    };
    chart.panels.iter().map(native).collect()
}
