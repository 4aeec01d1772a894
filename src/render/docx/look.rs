//! Faces, colours, lines and rules, as the styles use them.

use docx_rs::{
    AlignmentType, FrameProperty, LineSpacing, LineSpacingType, ParagraphBorder,
    ParagraphBorderPosition, ParagraphBorders, ParagraphProperty, RunFonts, RunProperty,
    SpecialIndentType, Tab, TabValueType,
};

/// Width of the text area, 156 mm, in twips.
pub(super) const TEXT_WIDTH: usize = 8844;
/// One line of the grid: the most that gives 22 lines on a page, in twips.
pub(super) const BODY_LINE: i32 = 579;
/// The indent of a body paragraph: two characters, in twips.
pub(super) const TWO_CELLS: i32 = 640;

pub(super) const BLACK: &str = "000000";
pub(super) const WHITE: &str = "FFFFFF";
pub(super) const RED: &str = "C8161D";
pub(super) const BLUE: &str = "1B4F72";
pub(super) const GREY: &str = "555B61";
pub(super) const HAIRLINE: &str = "8A9096";
pub(super) const TINT: &str = "D2DEE8";

/// The faces of an official paper.
#[derive(Clone, Copy)]
pub(super) enum Face {
    FangSong,
    KaiTi,
    Hei,
    Song,
    XiaoBiaoSong,
}

impl Face {
    /// The face for Han characters, Times New Roman for everything else.
    pub(super) fn fonts(self) -> RunFonts {
        let han = match self {
            Self::FangSong => "仿宋_GB2312",
            Self::KaiTi => "楷体_GB2312",
            Self::Hei => "黑体",
            Self::Song => "宋体",
            Self::XiaoBiaoSong => "方正小标宋简体",
        };
        let latin = "Times New Roman";
        RunFonts::new()
            .ascii(latin)
            .hi_ansi(latin)
            .cs(latin)
            .east_asia(han)
    }
}

/// Type of a size in half points, without the narrowing of the body.
pub(super) fn type_of(face: Face, size: usize) -> RunProperty {
    RunProperty::new().fonts(face.fonts()).size(size).spacing(0)
}

pub(super) fn paragraph(align: AlignmentType) -> ParagraphProperty {
    ParagraphProperty::new().align(align)
}

/// An exact line.
pub(super) fn exact(property: ParagraphProperty, line: i32) -> ParagraphProperty {
    spaced(property, line, 0, 0)
}

/// An exact line with space before and after, in twips. Only lines of the body keep to the grid of the page.
pub(super) fn spaced(
    property: ParagraphProperty,
    line: i32,
    before: u32,
    after: u32,
) -> ParagraphProperty {
    let spacing = LineSpacing::new()
        .line_rule(LineSpacingType::Exact)
        .line(line)
        .before(before)
        .after(after);
    let property = property.line_spacing(spacing);
    if line == BODY_LINE {
        property
    } else {
        property.snap_to_grid(false)
    }
}

pub(super) fn first_line(property: ParagraphProperty) -> ParagraphProperty {
    let special = SpecialIndentType::FirstLine(TWO_CELLS);
    property.indent(Some(0), Some(special), None, None)
}

pub(super) fn hanging(property: ParagraphProperty, width: i32) -> ParagraphProperty {
    let special = SpecialIndentType::Hanging(width);
    property.indent(Some(width), Some(special), None, None)
}

/// One line with text at both ends, a character from the edges.
pub(super) fn split_line(property: ParagraphProperty, line: i32, after: u32) -> ParagraphProperty {
    let end = Tab::new().val(TabValueType::Right).pos(TEXT_WIDTH - 320);
    spaced(property, line, 0, after)
        .indent(Some(320), None, Some(320), None)
        .add_tab(end)
}

/// Width in eighths of a point, distance from the text in points, colour.
#[derive(Clone, Copy)]
pub(super) struct Rule(pub(super) usize, pub(super) usize, pub(super) &'static str);

#[derive(Clone, Copy)]
pub(super) enum Side {
    Top,
    Bottom,
    Left,
    Right,
    /// Between two paragraphs that have the same rules.
    Between,
}

impl Side {
    pub(super) const BOX: [Self; 4] = [Self::Top, Self::Left, Self::Bottom, Self::Right];
    /// White rules beside an indented paragraph stretch its other rules to the full width.
    pub(super) const BESIDE: [Self; 2] = [Self::Left, Self::Right];
}

/// Adds rules to a paragraph.
pub(super) fn ruled(
    mut property: ParagraphProperty,
    sides: &[Side],
    Rule(size, space, colour): Rule,
) -> ParagraphProperty {
    let before = property.borders.take();
    let borders = before.unwrap_or_else(ParagraphBorders::with_empty);
    let borders = sides.iter().fold(borders, |borders, side| {
        let position = match side {
            Side::Top => ParagraphBorderPosition::Top,
            Side::Bottom => ParagraphBorderPosition::Bottom,
            Side::Left => ParagraphBorderPosition::Left,
            Side::Right => ParagraphBorderPosition::Right,
            Side::Between => ParagraphBorderPosition::Between,
        };
        borders.set(
            ParagraphBorder::new(position)
                .size(size)
                .space(space)
                .color(colour),
        )
    });
    property.set_borders(borders)
}

/// A frame at the right, 24 mm from the top of the page.
pub(super) fn top_frame(property: ParagraphProperty) -> ParagraphProperty {
    property.frame_property(FrameProperty {
        w: Some(1080),
        x_align: Some("right".to_owned()),
        v_anchor: Some("page".to_owned()),
        y: Some(1361),
        ..frame()
    })
}

/// A frame of full width on the bottom margin.
pub(super) fn bottom_frame(property: ParagraphProperty) -> ParagraphProperty {
    property.frame_property(FrameProperty {
        w: Some(TEXT_WIDTH as u32),
        x_align: Some("left".to_owned()),
        v_anchor: Some("margin".to_owned()),
        y_align: Some("bottom".to_owned()),
        ..frame()
    })
}

/// `LibreOffice` makes a frame only if it stands in the paragraph itself, and the rules around it in the style.
fn frame() -> FrameProperty {
    FrameProperty {
        wrap: Some("around".to_owned()),
        h_anchor: Some("margin".to_owned()),
        ..FrameProperty::new()
    }
}
