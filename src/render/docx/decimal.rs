//! Numbers aligned on their decimal point by a right indent.
//!
//! A decimal tab would be the obvious way, but `LibreOffice` does not apply one in a cell by itself and no program knows
//! that 万 and 余 stand behind the point; a tab character inside a number would hinder writers.

use crate::document::{Cell, Row};

/// Size of table type in twips.
const TYPE: usize = 210;
/// What the cell's margins take, in twips.
const MARGINS: usize = 80;

/// Where the numbers of a column stand: right of nothing the integer parts, left of nothing the rest.
pub(super) struct Axis {
    /// Distance from the right edge of the cell to the axis, in twips.
    from_right: usize,
}

impl Axis {
    /// Centres the numbers of a column as a whole.
    pub(super) fn of(rows: &[Row], column: usize, width: usize) -> Self {
        let cells = rows.iter().filter_map(|row| row.cells.get(column));
        let (mut before, mut after) = (0, 0);
        for cell in cells {
            if let Cell::Value {
                before: integer,
                after: rest,
                ..
            } = cell
            {
                before = before.max(width_of(integer));
                after = after.max(width_of(rest));
            }
        }
        let free = width.saturating_sub(MARGINS + before + after);
        Self {
            from_right: free / 2 + after,
        }
    }

    /// The right indent of a number that ends with `after`, in twips.
    pub(super) fn indent(&self, after: &str) -> i32 {
        let indent = self.from_right.saturating_sub(width_of(after));
        i32::try_from(indent).unwrap_or(0)
    }
}

/// Width in table type: a Han character is square, a digit half as wide, a point a quarter.
fn width_of(text: &str) -> usize {
    let quarters = text.chars().map(|character| match character {
        '.' | ',' => 1,
        '%' => 3,
        ' '..='~' => 2,
        _ => 4,
    });
    quarters.sum::<usize>() * TYPE / 4
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::{Inline, RowKind};

    fn row(before: &str, after: &str) -> Row {
        let value = Inline::plain([before, after].concat());
        Row {
            id: before.to_owned(),
            kind: RowKind::Data,
            cells: vec![Cell::Value {
                value,
                before: before.to_owned(),
                after: after.to_owned(),
            }],
        }
    }

    #[test]
    fn integer_parts_end_on_one_line() {
        let rows = [row("240", ""), row("24", ".6"), row("近3", ".2万余")];
        let axis = Axis::of(&rows, 0, 2000);
        let ends = ["", ".6", ".2万余"].map(|after| axis.indent(after) + width_of(after) as i32);
        assert_eq!(ends, [ends[0]; 3]);
        assert!(axis.indent("") > axis.indent(".6"));
    }

    #[test]
    fn a_column_that_is_too_narrow_gets_no_negative_indent() {
        let axis = Axis::of(&[row("123456789", ".123456789万余")], 0, 100);
        assert!(axis.indent(".123456789万余") >= 0);
    }
}
