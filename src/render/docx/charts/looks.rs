//! Fills and lines of series, told apart in black and white too, as in `plots.typ`.

use super::elements::{line, solid, val};
use crate::{
    document::MarkEnd,
    render::docx::look::{BLUE, TINT, WHITE},
    xml::Element,
};

const LIGHT: &str = "C3CBD3";
const OUTLINE: &str = "6B737B";

/// The greys of the colours that only charts use.
pub(in crate::render::docx) const GREYS: [(&str, &str); 2] =
    [(LIGHT, "CACACA"), (OUTLINE, "737373")];

/// 0.6 pt in English Metric Units.
const THIN: &str = "7620";

/// Fill and line of a series.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) struct Look {
    pub(super) fill: &'static str,
    pub(super) line: &'static str,
}

const fn look(fill: &'static str, line: &'static str) -> Look {
    Look { fill, line }
}

const LOOKS: [Look; 5] = [
    look(BLUE, BLUE),
    look(LIGHT, OUTLINE),
    look(WHITE, BLUE),
    look(TINT, BLUE),
    look(OUTLINE, OUTLINE),
];

impl Look {
    /// The look of a series; after the last comes the first again.
    pub(super) fn of(series: usize) -> Self {
        LOOKS[series % LOOKS.len()]
    }

    /// What can be read on it.
    pub(super) fn ink(self) -> &'static str {
        match self.fill {
            BLUE | OUTLINE => WHITE,
            _ => super::elements::BLACK,
        }
    }

    /// The shape of a mark: 近 is hatched, 余 fades out at its end.
    pub(super) fn shape(self, end: MarkEnd) -> Element {
        let fill = match end {
            MarkEnd::Flat => solid(self.fill),
            MarkEnd::Hatched => {
                let part =
                    |name: &str, colour| Element::new(name).with_child(val("a:srgbClr", colour));
                Element::new("a:pattFill")
                    .with("prst", "wdUpDiag")
                    .with_child(part("a:fgClr", self.line))
                    .with_child(part("a:bgClr", WHITE))
            }
            MarkEnd::Open => self.fading(),
        };
        Element::new("c:spPr")
            .with_child(fill)
            .with_child(line(THIN, self.line))
    }

    fn fading(self) -> Element {
        let stop = |at: &str, colour| {
            Element::new("a:gs")
                .with("pos", at)
                .with_child(val("a:srgbClr", colour))
        };
        let stops = Element::new("a:gsLst")
            .with_child(stop("0", self.fill))
            .with_child(stop("80000", self.fill))
            .with_child(stop("100000", WHITE));
        Element::new("a:gradFill")
            .with_child(stops)
            .with_child(Element::new("a:lin").with("ang", "0").with("scaled", "0"))
    }
}
