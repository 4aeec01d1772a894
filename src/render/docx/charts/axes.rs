//! The axes: names at the zero line, and a scale that is seen only of a timeline.

use rust_decimal::Decimal;

use super::elements::{BLACK, flag, line, only_line, unseen, val};
use crate::{render::docx::look::HAIRLINE, xml::Element};

/// The ids by which plots and axes find each other.
pub(super) const CATEGORIES: &str = "1";
pub(super) const VALUES: &str = "2";

/// 0.8 pt in English Metric Units.
const AXIS: &str = "10160";

/// The axis of the categories.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Names {
    /// From top to bottom, left of the plot.
    Down,
    /// From left to right, below the plot.
    Across,
    /// There is one only, and it needs no name.
    Hidden,
}

pub(super) fn names(place: Names) -> Element {
    let (order, side) = match place {
        Names::Down | Names::Hidden => ("maxMin", "l"),
        Names::Across => ("minMax", "b"),
    };
    Element::new("c:catAx")
        .with_child(val("c:axId", CATEGORIES))
        .with_child(Element::new("c:scaling").with_child(val("c:orientation", order)))
        .with_child(flag("c:delete", place == Names::Hidden))
        .with_child(val("c:axPos", side))
        .with_child(val("c:majorTickMark", "none"))
        .with_child(val("c:minorTickMark", "none"))
        .with_child(val("c:tickLblPos", "low"))
        .with_child(only_line(line(AXIS, BLACK)))
        .with_child(val("c:crossAx", VALUES))
        .with_child(val("c:crosses", "autoZero"))
}

/// The years of a timeline.
#[derive(Clone, Copy)]
pub(super) struct Years {
    pub(super) first: Decimal,
    pub(super) last: Decimal,
    /// Years between two lines.
    pub(super) step: Decimal,
}

/// A scale from zero that is not seen, since every number is written out.
pub(super) fn scale() -> Element {
    unseen_scale(None, "t", "between")
}

/// The same beside two points, up to their highest.
pub(super) fn scale_to(highest: Decimal) -> Element {
    let highest = Some(highest).filter(|highest| !highest.is_zero());
    unseen_scale(highest, "l", "midCat")
}

fn unseen_scale(highest: Option<Decimal>, side: &str, between: &str) -> Element {
    let mut scaling = Element::new("c:scaling").with_child(val("c:orientation", "minMax"));
    if let Some(highest) = highest {
        scaling.push(val("c:max", &highest.normalize().to_string()));
    }
    scaling.push(val("c:min", "0"));
    Element::new("c:valAx")
        .with_child(val("c:axId", VALUES))
        .with_child(scaling)
        .with_child(flag("c:delete", true))
        .with_child(val("c:axPos", side))
        .with_child(val("c:crossAx", CATEGORIES))
        .with_child(val("c:crosses", "autoZero"))
        .with_child(val("c:crossBetween", between))
}

/// A scale of years above the plot, with a line at every named year.
pub(super) fn years(years: Years) -> Element {
    let scaling = Element::new("c:scaling")
        .with_child(val("c:orientation", "minMax"))
        .with_child(val("c:max", &years.last.to_string()))
        .with_child(val("c:min", &years.first.to_string()));
    let lines = Element::new("c:majorGridlines").with_child(only_line(line("7620", HAIRLINE)));
    let format = Element::new("c:numFmt")
        .with("formatCode", "0\"年\"")
        .with("sourceLinked", "0");
    Element::new("c:valAx")
        .with_child(val("c:axId", VALUES))
        .with_child(scaling)
        .with_child(flag("c:delete", false))
        .with_child(val("c:axPos", "t"))
        .with_child(lines)
        .with_child(format)
        .with_child(val("c:majorTickMark", "none"))
        .with_child(val("c:minorTickMark", "none"))
        .with_child(val("c:tickLblPos", "nextTo"))
        .with_child(unseen())
        .with_child(val("c:crossAx", CATEGORIES))
        .with_child(val("c:crosses", "autoZero"))
        .with_child(val("c:crossBetween", "between"))
        .with_child(val("c:majorUnit", &years.step.to_string()))
}
