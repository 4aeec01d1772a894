//! What holds for any value, any text and any order of files.

use std::ops::Range;

use county_briefings::{
    diagnostic::Code,
    model::{Lines, Names, NumeralKind, Period, parse_decimal, scan},
    pipeline::{Checked, check_sources},
    render::{text, typst::printable},
    source::SourceSet,
};
use proptest::{char::ranges, prelude::*, sample::select};

use crate::{small, support::solid};

/// The small workspace with these texts in place of others.
fn checked(changes: &[(&str, String)]) -> Checked {
    let files = small::FILES.map(|(path, text)| {
        let changed = changes.iter().fold(text.to_owned(), |text, (from, to)| {
            let to = serde_json::to_string(to).unwrap();
            text.replace(&format!(": {from}\n"), &format!(": {to}\n"))
        });
        (path, changed)
    });
    check_sources(SourceSet::from_texts(files))
}

/// The outline of all reports, white space removed.
fn outline(checked: &Checked) -> String {
    let documents = checked.documents.iter();
    let outlines = documents.map(|(_, document)| text::render(document));
    solid(&outlines.collect::<String>())
}

/// What Markdown, HTML or YAML give a meaning to, and what Chinese and other papers are written with.
const MARKS: &str = r#"* ** *** _ __ ~~ ` ``` # ### - + > --- === | || [ ] ( ) [a](b) ![a](b) [^a] [x] < > <b> <!-- -->
    & &amp; &lt; \ \\ : :: ::: ://  http://a.b www.a.b a@b.c " ' ! $ % ^ = ； ： 。 （ ） “ ” 《 》 、 — … 甲 党 村 é"#;
/// The same, where blanks matter.
const SPACED: [&str; 6] = ["# ", "- ", "+ ", "> ", "::: a table", "a: b"];
/// What handlebars and our references give a meaning to.
const BRACES: &str =
    "{ } {{ }} {{report}} {{#if x}} {{/if}} {{{report}}} {{prose name}} {{> doubt}} {{! {a}";

/// Text of such marks and of any characters that can be printed, but without numbers, which are refused.
fn hostile(marks: &str) -> impl Strategy<Value = String> + use<> {
    let marks: Vec<String> = marks.split_whitespace().map(str::to_owned).collect();
    let scripts = [
        '\u{a0}'..='\u{24f}',
        '\u{3000}'..='\u{303f}',
        '\u{4e00}'..='\u{9fff}',
    ];
    let any = ranges(scripts.to_vec().into()).prop_map(|c| c.to_string());
    let space = select(&[" ", "\t", "\n", "\u{3000}"][..]).prop_map(str::to_owned);
    let spaced = select(&SPACED[..]).prop_map(str::to_owned);
    let part = prop_oneof![6 => select(marks), 1 => spaced, 2 => any, 1 => space];
    let text = prop::collection::vec(part, 1..12).prop_map(|parts| parts.concat());
    text.prop_filter("text that may stand in a name", |text| {
        let allowed =
            |c: char| c.is_whitespace() || (!c.is_numeric() && !c.is_control() && printable(c));
        let names = Names::default();
        let mut numerals = scan(text, &names).into_iter();
        let amounts = numerals.any(|numeral| numeral.kind == NumeralKind::Amount);
        !solid(text).is_empty() && text.chars().all(allowed) && !amounts
    })
}

/// Text that may stand in prose, where braces are references.
fn prose() -> impl Strategy<Value = String> {
    hostile(MARKS)
}

/// Text that may stand in a name that is no prose.
fn name() -> impl Strategy<Value = String> {
    hostile(&format!("{MARKS} {BRACES}"))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_prose_comes_through_as_it_is(initiative in prose(), statement in prose(), gist in prose(), figure in prose(), note in prose()) {
        let texts = [
            ("柳湾村议事场所", initiative),
            ("据报道，居民反映的问题多数在网格内得到解决。", statement),
            ("乙县重新划分网格，配备专职和兼职网格员，问题由乡镇统一分派。", gist),
            ("党员联系的农户", figure),
            ("改造数为建成数的一部分。", note),
        ];
        let checked = checked(&texts);
        // What an editor would mend is printed all the same.
        let mut findings = checked.findings.clone();
        findings.retain(|finding| finding.code != Code::HalfWidth);
        prop_assert_eq!(&findings, &[]);
        let outline = outline(&checked);
        for (_, text) in texts {
            prop_assert!(outline.contains(&solid(&text)), "`{}` is not in {}", text, outline);
        }
    }

    #[test]
    fn any_name_comes_through_as_it_is(theme in name(), place in name(), source in name(), county in name(), publisher in name()) {
        let texts = [("党群服务阵地", theme), ("柳湾村", place), ("甲县：服务送到家门口", source), ("乙县", county), ("甲县日报", publisher)];
        let checked = checked(&texts);
        prop_assert_eq!(&checked.findings, &[]);
        let outline = outline(&checked);
        for (_, text) in texts {
            prop_assert!(outline.contains(&solid(&text)), "`{}` is not in {}", text, outline);
        }
    }

    #[test]
    fn the_order_of_files_does_not_matter(files in Just(small::FILES.to_vec()).prop_shuffle()) {
        let shuffled = check_sources(SourceSet::from_texts(files));
        prop_assert_eq!(shuffled.documents, checked(&[]).documents);
    }
}

/// A year, month or day in these years.
fn point(years: Range<u16>) -> impl Strategy<Value = String> {
    let month = (years.clone(), 1..=12).prop_map(|(year, month)| format!("{year}-{month:02}"));
    let day = (years.clone(), 1..=12, 1..=28)
        .prop_map(|(year, month, day)| format!("{year}-{month:02}-{day:02}"));
    prop_oneof![years.prop_map(|year| year.to_string()), month, day]
}

fn period() -> impl Strategy<Value = String> {
    let (early, late) = (point(1900..2050), point(2050..2200));
    prop_oneof![
        point(1900..2200),
        point(1900..2200).prop_map(|start| format!("{start}/")),
        point(1900..2200).prop_map(|end| format!("/{end}")),
        (early, late).prop_map(|(start, end)| format!("{start}/{end}")),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_period_prints_what_it_was_parsed_from(text in period()) {
        let period: Period = text.parse().unwrap();
        prop_assert_eq!(period.to_string(), text.clone());
        prop_assert_eq!(period.to_string().parse(), Ok(period));
    }

    #[test]
    fn lines_print_what_they_were_parsed_from(ranges in prop::collection::vec((1_u32..5000, 0_u32..40), 1..6)) {
        let parts = ranges.iter().map(|(start, more)| match more {
            0 => start.to_string(),
            more => format!("{start}-{}", start + more),
        });
        let text = parts.collect::<Vec<_>>().join(", ");
        let lines: Lines = text.parse().unwrap();
        prop_assert_eq!(lines.to_string(), text);
        prop_assert_eq!(lines.to_string().parse(), Ok(lines.clone()));
    }

    #[test]
    fn a_decimal_prints_what_it_was_parsed_from(text in "(0|[1-9][0-9]{0,11})(\\.[0-9]{1,8})?") {
        let value = parse_decimal(&text).unwrap();
        prop_assert_eq!(value.to_string(), text);
    }

    #[test]
    fn no_text_makes_a_parser_panic(text in "\\PC{0,24}") {
        let _ = (text.parse::<Period>(), text.parse::<Lines>(), parse_decimal(&text));
        let _ = check_sources(SourceSet::from_texts([("briefings.yaml", text.as_str()), (small::JIA, text.as_str())]));
    }
}
