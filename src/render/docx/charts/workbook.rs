//! The workbook that a writer gets on "edit data".

use rust_decimal::prelude::ToPrimitive;
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Workbook, XlsxError};

use super::sheet::Sheet;

/// The name of the only sheet, which the formulas of the chart name too.
pub(super) const SHEET: &str = "Sheet1";

/// Writes a workbook: categories in the first column, series in the others, names in the first row. The same sheet and date
/// give the same bytes.
pub(super) fn workbook(sheet: &Sheet, date: &ExcelDateTime) -> Result<Vec<u8>, XlsxError> {
    let mut workbook = Workbook::new();
    workbook.set_properties(&DocProperties::new().set_creation_datetime(date));
    let page = workbook.add_worksheet().set_name(SHEET)?;
    for (row, category) in (1..).zip(&sheet.categories) {
        page.write_string(row, 0, category)?;
    }
    for (column, series) in (1..).zip(&sheet.series) {
        page.write_string(0, column, &series.name)?;
        for (row, point) in (1..).zip(&series.points) {
            // A workbook has binary numbers; the shortest text of each is the decimal again.
            if let Some(value) = point.as_ref().and_then(|point| point.value.to_f64()) {
                page.write_number(row, column, value)?;
            }
        }
    }
    workbook.save_to_buffer()
}
