//! Every style of the paper.
//!
//! Names are ASCII, so that `LibreOffice` and WPS keep them; the built-in ones are called exactly as Word calls them.

use docx_rs::{
    AlignmentType, Style, StyleType, Styles, TableBorder, TableBorderPosition, TableBorders,
    TableCellMargins, TableProperty, WidthType,
};

use super::comments;
use super::contents;
use super::look::{
    BLACK, BLUE, BODY_LINE, Face, GREY, HAIRLINE, RED, Rule, Side, TEXT_WIDTH, TWO_CELLS, WHITE,
    exact, first_line, hanging, paragraph, ruled, spaced, split_line, type_of,
};
use super::numbering::{HEADINGS, numbered};
use super::style_id::id;

/// The type of the paper: 16 pt, narrowed by a quarter of a point so that 28 characters fill a line.
const BODY: (usize, i32) = (32, -5);

/// All styles, in the order of the style list.
pub(super) fn styles() -> Styles {
    let all = [body(), front(), facts(), tables(), back(), characters()];
    all.into_iter().flatten().fold(
        Styles::new().default_fonts(Face::FangSong.fonts()),
        Styles::add_style,
    )
}

/// The names of all styles.
pub fn names() -> Vec<String> {
    let name = |style: &Style| {
        let name = serde_json::to_value(&style.name).expect("invariant: a name is a text");
        name.as_str().unwrap_or_default().to_owned()
    };
    styles().styles.iter().map(name).collect()
}

fn style(name: &str, based_on: &str) -> Style {
    Style::new(id(name), StyleType::Paragraph)
        .name(name)
        .based_on(id(based_on))
}

fn body() -> Vec<Style> {
    let mut normal = Style::new("Normal", StyleType::Paragraph).name("Normal");
    normal.run_property = type_of(Face::FangSong, BODY.0).spacing(BODY.1);
    normal.paragraph_property = exact(paragraph(AlignmentType::Both), BODY_LINE);
    let mut text = style("Brief Body", "Normal");
    text.paragraph_property = first_line(text.paragraph_property);
    let mut all = vec![normal, text];
    let faces = [Face::Hei, Face::KaiTi, Face::FangSong];
    for (level, (heading, face)) in HEADINGS.iter().zip(faces).enumerate() {
        let mut heading = style(heading.style, "Brief Body").next("BriefBody");
        heading.run_property = type_of(face, BODY.0).spacing(BODY.1);
        // LibreOffice takes the indent of the list, not that of the style below.
        heading.paragraph_property = first_line(numbered(heading.paragraph_property, level))
            .outline_lvl(level)
            .keep_next(true);
        all.push(heading);
    }
    all
}

fn front() -> Vec<Style> {
    let red = |size| type_of(Face::XiaoBiaoSong, size).color(RED);
    let centred = |line| exact(paragraph(AlignmentType::Center), line);
    let mut status = style("Brief Status", "Normal");
    status.run_property = type_of(Face::Hei, 24);
    status.paragraph_property = centred(300).indent(Some(80), None, Some(80), None);
    status.paragraph_property = ruled(status.paragraph_property, &Side::BOX, Rule(5, 4, BLACK));
    let mut title = style("Brief Masthead Title", "Normal");
    title.run_property = red(120).spacing(180);
    title.paragraph_property = centred(1459);
    let mut compact = style("Brief Masthead Compact", "Normal");
    compact.run_property = red(72).spacing(160);
    compact.paragraph_property = centred(1042);
    let mut mark = style("Brief Masthead Mark", "Normal");
    mark.run_property = red(32);
    mark.paragraph_property = centred(521);
    let mut number = style("Brief Masthead Number", "Normal");
    number.paragraph_property = centred(544);
    let mut line = style("Brief Masthead Line", "Normal");
    line.paragraph_property = split_line(paragraph(AlignmentType::Left), 480, 880);
    line.paragraph_property = ruled(line.paragraph_property, &[Side::Bottom], Rule(16, 3, RED));
    line.paragraph_property = ruled(line.paragraph_property, &Side::BESIDE, Rule(2, 16, WHITE));
    let mut short = style("Brief Masthead Line Compact", "Brief Masthead Line");
    short.run_property = type_of(Face::FangSong, 28);
    short.paragraph_property = split_line(paragraph(AlignmentType::Left), 420, 440);
    let mut heading = style("Title", "Normal").next("BriefBody");
    heading.run_property = type_of(Face::XiaoBiaoSong, 44);
    heading.paragraph_property =
        spaced(paragraph(AlignmentType::Center), 680, 0, 120).keep_next(true);
    let mut lead = style("Brief Lead", "Normal");
    lead.run_property = type_of(Face::FangSong, 28);
    lead.paragraph_property = centred(BODY_LINE);
    let mut summary = style("Brief Summary", "Normal").next("BriefBody");
    summary.run_property = type_of(Face::KaiTi, BODY.0).spacing(BODY.1);
    summary.paragraph_property = spaced(paragraph(AlignmentType::Both), BODY_LINE, 240, 540)
        .indent(Some(320), None, Some(320), None);
    let hairlines = [Side::Top, Side::Bottom];
    summary.paragraph_property = ruled(summary.paragraph_property, &hairlines, Rule(4, 1, BLACK));
    summary.paragraph_property = ruled(
        summary.paragraph_property,
        &Side::BESIDE,
        Rule(2, 16, WHITE),
    );
    let mut case = style("Brief Case", "Normal");
    case.run_property = type_of(Face::FangSong, BODY.0).spacing(BODY.1);
    case.paragraph_property = spaced(paragraph(AlignmentType::Both), BODY_LINE, 80, 80).indent(
        Some(320),
        None,
        Some(320),
        None,
    );
    case.paragraph_property = ruled(case.paragraph_property, &Side::BOX, Rule(4, 4, HAIRLINE));
    let mut contents = style(contents::HEADING_STYLE, "Normal").next("BriefBody");
    contents.run_property = type_of(Face::Hei, 28);
    contents.paragraph_property =
        exact(paragraph(AlignmentType::Center), BODY_LINE).keep_next(true);
    let entries = contents::ENTRY_STYLES.map(|name| {
        let mut entry = style(name, "Normal");
        entry.run_property = type_of(Face::FangSong, 28);
        entry.paragraph_property = contents_line(name == contents::ENTRY_STYLES[0]);
        entry
    });
    let [first, second] = entries;
    vec![
        contents, first, second, status, title, compact, mark, number, line, short, heading, lead,
        summary, case,
    ]
}

/// The page at the right edge behind dots.
fn contents_line(first: bool) -> docx_rs::ParagraphProperty {
    let page = docx_rs::Tab::new()
        .val(docx_rs::TabValueType::Right)
        .leader(docx_rs::TabLeaderType::Dot)
        .pos(TEXT_WIDTH);
    let indent = if first { 0 } else { TWO_CELLS };
    exact(paragraph(AlignmentType::Left), BODY_LINE)
        .indent(Some(indent), None, None, None)
        .add_tab(page)
}

fn facts() -> Vec<Style> {
    let left = |line| exact(paragraph(AlignmentType::Left), line);
    let mut key = style("Brief Key", "Normal");
    key.run_property = type_of(Face::XiaoBiaoSong, 44).color(BLUE);
    key.paragraph_property = left(BODY_LINE);
    let mut unit = style("Brief Key Unit", "Normal");
    unit.run_property = type_of(Face::FangSong, 21).color(GREY);
    unit.paragraph_property = left(290);
    let mut title = style("Brief Key Title", "Normal");
    title.run_property = type_of(Face::Hei, BODY.0).spacing(BODY.1);
    title.paragraph_property = left(BODY_LINE);
    let mut text = style("Brief Key Text", "Normal");
    text.paragraph_property = exact(paragraph(AlignmentType::Both), BODY_LINE);
    let mut caveat = style("Brief Key Caveat", "Normal");
    caveat.run_property = type_of(Face::KaiTi, 24);
    caveat.paragraph_property = spaced(paragraph(AlignmentType::Left), 440, 0, 140);
    vec![key, unit, title, text, caveat]
}

fn tables() -> Vec<Style> {
    let mut caption = style("caption", "Normal");
    caption.run_property = type_of(Face::Hei, 24);
    caption.paragraph_property = spaced(paragraph(AlignmentType::Center), 442, 120, 60);
    let cell = |name, face, size, line, align| {
        let mut cell = style(name, "Normal");
        cell.run_property = type_of(face, size);
        cell.paragraph_property = exact(paragraph(align), line);
        cell
    };
    let (left, centre) = (AlignmentType::Left, AlignmentType::Center);
    let small = cell("Brief Cell Small", Face::FangSong, 18, 250, left).color(GREY);
    let note = cell("Brief Note", Face::FangSong, 18, 280, left);
    let mut all = vec![
        caption,
        cell("Brief Cell", Face::FangSong, 21, 304, left),
        cell("Brief Cell Head", Face::Hei, 21, 304, centre),
        cell("Brief Cell Group", Face::Hei, 21, 304, left),
        small,
        cell("Brief Cell Verdict", Face::Hei, 18, 304, centre),
        note.indent(Some(210), None, Some(210), None),
        cell("Brief Gap", Face::FangSong, 18, 220, left),
        cell(comments::TEXT_STYLE, Face::FangSong, 21, 304, left),
    ];
    let mut picture = style("Brief Picture", "Normal").next("Caption");
    picture.paragraph_property = paragraph(AlignmentType::Center)
        .line_spacing(
            docx_rs::LineSpacing::new()
                .line_rule(docx_rs::LineSpacingType::Auto)
                .line(240)
                .before(160),
        )
        .snap_to_grid(false)
        .keep_next(true);
    all.push(picture);
    let bare = Style::new("TableNormal", StyleType::Table)
        .name("Normal Table")
        .table_property(TableProperty::without_borders());
    let figures = [
        (TableBorderPosition::Top, 10, BLACK),
        (TableBorderPosition::Bottom, 10, BLACK),
    ];
    let findings = [
        (TableBorderPosition::Top, 4, HAIRLINE),
        (TableBorderPosition::InsideH, 4, HAIRLINE),
    ];
    all.extend([
        bare,
        table("Brief Table", figures, (40, 50)),
        table("Brief Findings", findings, (0, 0)),
    ]);
    all
}

fn table<const N: usize>(
    name: &str,
    rules: [(TableBorderPosition, usize, &str); N],
    (beside, above): (usize, usize),
) -> Style {
    let rules = rules.into_iter();
    let borders = rules.fold(
        TableBorders::with_empty(),
        |borders, (position, size, colour)| {
            borders.set(TableBorder::new(position).size(size).color(colour))
        },
    );
    let margins = TableCellMargins::new()
        .margin_top(above, WidthType::Dxa)
        .margin_bottom(above, WidthType::Dxa)
        .margin_left(beside, WidthType::Dxa)
        .margin_right(beside, WidthType::Dxa);
    let property = TableProperty::without_borders()
        .set_borders(borders)
        .set_margins(margins);
    Style::new(id(name), StyleType::Table)
        .name(name)
        .based_on("TableNormal")
        .table_property(property)
}

fn back() -> Vec<Style> {
    let mut source = style("Brief Source", "Normal");
    source.run_property = type_of(Face::FangSong, 24);
    source.paragraph_property = hanging(exact(paragraph(AlignmentType::Both), 442), 560);
    let mut imprint = style("Brief Imprint", "Normal");
    imprint.run_property = type_of(Face::FangSong, 28);
    let line = exact(paragraph(AlignmentType::Left), 560);
    let line = line.indent(Some(280), None, Some(280), None);
    let line = ruled(line, &[Side::Top, Side::Bottom], Rule(8, 4, BLACK));
    let line = ruled(line, &[Side::Between], Rule(6, 4, BLACK));
    imprint.paragraph_property = ruled(line, &Side::BESIDE, Rule(2, 14, WHITE));
    let mut footer = style("footer", "Normal");
    footer.run_property = type_of(Face::Song, 28);
    footer.paragraph_property = exact(paragraph(AlignmentType::Left), 400);
    vec![source, imprint, footer]
}

fn characters() -> Vec<Style> {
    let character = |name: &str, run| {
        let mut style = Style::new(id(name), StyleType::Character).name(name);
        style.run_property = run;
        style
    };
    let hei = || docx_rs::RunProperty::new().fonts(Face::Hei.fonts());
    let frame = docx_rs::TextBorder::new().size(5).space(0).color(BLACK);
    vec![
        character("Brief Strong", hei()),
        character("Brief Label", hei()),
        character("Brief Verdict", hei()),
        character(
            "Brief Mark",
            docx_rs::RunProperty::new().size(18).color(BLUE),
        ),
        character("Brief Tag", hei().size(16).text_border(frame)),
        character(comments::MARK_STYLE, docx_rs::RunProperty::new().size(18)),
        character("Brief Absent", docx_rs::RunProperty::new().color(GREY)),
    ]
}
