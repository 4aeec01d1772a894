//! Every code of finding fires where it should, says what to do, and is quiet in a workspace without mistakes.

use std::fs;

use county_briefings::{diagnostic::Code, pipeline::Checked, span::LineColumn};
use insta::assert_snapshot;

use crate::{
    small::{JIA, JIA_SOURCE, JIA_TEXT, YI, YI_INDEX, YI_SOURCE, YI_TEXT},
    support::{Project, place, repository},
};

/// A change to the small workspace that one mistake more is in.
struct Case {
    /// File, the text that is replaced, once, and by what; more than one where a mistake alone needs others mended.
    changes: &'static [(&'static str, &'static str, &'static str)],
    /// The finding stands where this text first stands in this changed file.
    at: (&'static str, &'static str),
}

/// The cases, one per code, and the list of all codes: the match lets no code be forgotten. Without `in` the finding stands
/// in the file changed first.
macro_rules! cases {
    ($(
        $code:ident: $file:expr, $from:expr => $to:expr,
        $(also $also:expr, $also_from:expr => $also_to:expr,)*
        at $at:expr $(, in $in:expr)?;
    )*) => {
        const CODES: &[Code] = &[$(Code::$code),*];

        fn case(code: Code) -> Case {
            match code {
                $(Code::$code => Case {
                    changes: &[($file, $from, $to), $(($also, $also_from, $also_to)),*],
                    at: (cases!(@place $file $(, $in)?), $at),
                },)*
            }
        }
    };
    (@place $file:expr) => { $file };
    (@place $file:expr, $in:expr) => { $in };
}

/// Sixty-one characters of prose that no other rule minds.
macro_rules! LONG {
    () => {
        "村干部每周到各户走访，记下群众提出的事情，回到村里逐件商量，能办的当天办完，办不了的报到乡镇，由乡镇统一分派并告诉群众"
    };
}

/// Instead of a text: the file is removed.
const REMOVED: &str = "\u{FFFC}";

const CONFIG: &str = "briefings.yaml";
const COUNTY: &str = "templates/content/county.md.hbs";

cases! {
    // `\u{FFFD}` becomes a byte that is no UTF-8.
    NotUtf8: JIA, "city: 东州市" => "city: \u{FFFD}", at "\u{FFFD}";
    YamlSyntax: JIA, "name: 甲县" => "name: 甲县: 东", at ": 东";
    UnknownKey: JIA, "    level: township" => "    levle: township\n    level: township", at "levle";
    PersonalName: JIA, "    actors:" => "    leader: 某某\n    actors:", at "leader";
    DuplicateKey: JIA, "  city: 东州市" => "  city: 东州市\n  city: 西州市", at "city: 西州市";
    MissingKey: JIA, "  city: 东州市\n" => "", at "id: jiaxian";
    WrongType: JIA, "value: 120" => "value: 120个", at "120个";
    UnknownValue: JIA, "qualifier: over" => "qualifier: ovre", at "ovre";
    UnknownUnit: JIA, "unit: 万平方米" => "unit: 万方米", at "万方米";
    UnknownTheme: JIA, "themes: [service]" => "themes: [servise]", at "servise";
    UnknownReference: JIA, "subject: liuwan" => "subject: liuwna", at "liuwna";
    UnknownFigure: JIA, "下辖{villages}" => "下辖{vilages}", at "vilages";
    DuplicateId: JIA, "id: meeting-hall" => "id: work-method", at "work-method\n    name: 柳湾村";
    UnboundNumber: JIA, "下辖{villages}行政村" => "下辖120个行政村", at "120个行";
    TermVariant: JIA, "以“有事来商量”的办法" => "以“有事好商量”的办法", at "“有事好商量”";
    LinesOutside: JIA, "lines: 2, printed: 120个" => "lines: 21, printed: 120个", at "21, printed";
    UnusedFigure: JIA, "联系{households}农户" => "联系农户", at "id: households";
    RelationMismatch: JIA, "value: 80" => "value: 81",
        also JIA, "printed: 80%" => "printed: 81%",
        also JIA_SOURCE, "80%" => "81%",
        at "{ratio";
    StaleDoubt: JIA, "value: 410" => "value: 400",
        also JIA, "printed: 410名" => "printed: 400名",
        also JIA_SOURCE, "410名" => "400名",
        at "{code: sum-mismatch";
    SummaryLength: JIA, "；柳湾村设立议事场所，邻里事项在村里商量，群众办事不用再跑远路。" => "。", at "据报道，甲县";
    Circular: JIA, "part_of: trained" => "part_of: cadres", at "cadres\n    source: {id: jia, lines: 8, printed: 150名";
    IndicatorMismatch: YI, "value: 745\n    unit: 个" => "value: 745\n    unit: 户",
        also YI, "printed: 745个" => "printed: 745户",
        also YI_SOURCE, "745个" => "745户",
        at "户\n    period: 2024\n    source: {id: yi, lines: 3";
    WordingMismatch: JIA, "value: 58" => "value: 58\n    wording: 59户", at "59户";
    PlannedResult: JIA, "kind: result\n        modality: claimed" => "kind: result\n        modality: planned", at "planned";
    LeftOut: JIA, "value: 58" => "value: 58\n    doubt: {code: unclear, severity: minor, treatment: left-out}", at "{households}";
    PrintedMismatch: JIA, "value: 58" => "value: 59", at "59";
    NotIndexed: YI_SOURCE, YI_INDEX => "", at "id: yi";
    UnaccountedNumeral: JIA_SOURCE, "        term: one-three-four\n" => "", at "\"134\"";
    FalseExcuse: JIA_SOURCE, "term: one-three-four" => "reason: date", at "date\n  - line: 8";
    IndexMismatch: JIA_SOURCE, "text: \"58户\"" => "text: \"85户\"", at "58户}", in JIA;
    DuplicateFigure: JIA, "  - id: households\n" => "  - id: visited\n    name: 党员联系的农户\n    value: 58\n    unit: 户\n    subject: liuwan\n    source: {id: jia, lines: 11, printed: 58户}\n  - id: households\n",
        also JIA, "    lines: 10-12\n    statements" => "    lines: 10-12\n    figures: [visited]\n    statements",
        also JIA_SOURCE, "[households]" => "[households, visited]",
        at "id: households";
    PartExceedsWhole: JIA, "value: 250\n    unit: 名\n    period: 2024\n    part_of: trained" => "value: 250\n    unit: 名\n    period: 2024\n    part_of: cadres", at "cadres\n    source: {id: jia, lines: 9";
    ImpossibleShare: JIA, "value: 80\n    unit: \"%\"\n    period: 2024\n    check: {ratio: [centres, villages]}" => "value: 180\n    unit: \"%\"\n    period: 2024",
        also JIA, "printed: 80%" => "printed: 180%",
        also JIA_SOURCE, "80%" => "180%",
        at "180\n";
    PeriodOutside: YI, "value: 745\n    unit: 个\n    period: 2024" => "value: 745\n    unit: 个\n    period: 2020", at "2020";
    UndatedTarget: JIA, "value: 58" => "value: 58\n    target: true",
        also JIA, "党员联系{households}农户" => "目标是党员联系{households}农户",
        at "true";
    CopiesDiffer: YI_SOURCE, "publisher: null" => "copy_of: jia", at "jia\n";
    FigureElsewhere: JIA, "年改造党群服务中心{renovated}" => "年改造党群服务中心{renovated}，含柳湾村{households}", at "households}";
    YearElsewhere: JIA, "统筹资金，当年改造" => "2024年统筹资金，当年改造",
        also JIA_SOURCE, "date: 2025-01-20" => "date: null",
        at "2024年统筹";
    PlaceLevel: JIA, "    level: township" => "    level: enterprise", at "qingshan\nsummary";
    OtherSubject: JIA, "subject: liuwan" => "subject: qingshan", at "qingshan\n    source";
    ChangeAsLevel: JIA_TEXT, "党员联系58户" => "党员联系增加58户",
        also JIA_SOURCE, "84256ab9" => "cab3453a",
        also JIA_SOURCE, "7c3ed37cd0abb6e2c18dc9be1a386b46afe7d307ef202aa6ee27b32f463f62e3" => "df3853455fff0fcbb3966e1a4da9e545aabc675c2e3ee2afa8e2ea360634a9e8",
        at "58\n", in JIA;
    Promotional: JIA, "统筹资金，当年改造" => "全力统筹资金，当年改造", at "全力统筹";
    Superlative: JIA, "统筹资金，当年改造" => "统筹资金，率先改造", at "率先改造";
    HalfWidth: JIA, "统筹资金，当年改造" => "统筹资金,当年改造", at ",当年";
    LongSentence: JIA, "山区村居住分散，群众办事多有不便。" => concat!("山区村居住分散，", LONG!(), LONG!(), "群众办事多有不便。"), at "甲县下辖{villages}行政村，山";
    LongParagraph: JIA, "统筹资金，当年改造" => concat!("统筹资金。", LONG!(), "。", LONG!(), "。", LONG!(), "。", LONG!(), "。", LONG!(), "。当年改造"), at "县委组织部统筹资金。";
    RepeatedOpening: JIA, "text: 全县建成{centres}" => "text: 县委组织部统计，全县建成{centres}", at "县委组织部统计";
    EmptyHeading: JIA, "name: 党群服务中心建设" => "name: 推进有关工作", at "推进有关工作";
    NoUnit: JIA, "党群服务中心{renovated}，" => "党群服务中心{renovated.value}，", at "{renovated.value}";
    LocalAsCounty: JIA, "柳湾村党支部把闲置院落" => "县里把闲置院落", at "县里把";
    TargetAsResult: JIA, "value: 58" => "value: 58\n    target: true\n    basis: 材料没有写期限", at "{households}";
    NoVerb: JIA, "群众办事多有不便。" => "群众办事多有不便。山区、川区、城区、园区。", at "山区、川区";
    NoCarrier: JIA, "[{carrier: deliberation, lines: 10-12}]" => "[]", at "id: meeting-hall";
    ReferenceDoc: CONFIG, "formats:" => "reference_doc: templates/house.docx\nformats:", at "templates/house";
    StrayFile: "seeds/term.yaml", "" => "# nothing yet", at "# nothing";
    SourceMissing: YI_TEXT, "" => REMOVED, at "yi\n", in YI_SOURCE;
    SourceChanged: YI_TEXT, "晚上也开门" => "晚上不开门", at "\"69056391\"", in YI_SOURCE;
    IndexIncomplete: JIA_SOURCE, "      - text: \"第一\"\n        reason: ordinal\n" => "", at "12\n";
    NotInSource: JIA, "    lines: 20\n" => "    lines: 20\n    printed: 记者在乡里\n", at "记者在乡里";
    MissingGlyph: JIA, "把闲置院落改成议事场所，党员" => "把闲置院落改成议事场所😀，党员", at "😀";
    UnequalChart: JIA, "value: 32\n    unit: 个\n    period: 2024" => "value: 32\n    unit: 个\n    period: 2023", at "renovated]\n    labels";
    Classified: CONFIG, "county_title:" => "classification: 秘密\ncounty_title:", at "秘密";
    TemplateSyntax: COUNTY, "{{#if background}}" => "{{#if background}", at "}\n{{#block report \"heading.background\"";
    TemplatePath: COUNTY, "{{#if background}}" => "{{#if backgruond}}", at "{{#if backgruond}}";
    TemplateOutput: COUNTY, "# 基本情况" => "* 基本情况", at "{{#block report \"heading.background\"}}";
}

fn changed(case: &Case) -> Project {
    let project = Project::new().with_templates().with_texts();
    for (file, from, to) in case.changes {
        if *to == REMOVED {
            project.remove(file);
            continue;
        }
        let text = match project.exists(file) {
            true => project.read(file),
            false => String::new(),
        };
        assert!(text.contains(from), "`{from}`");
        let mut bytes = Vec::new();
        for (index, part) in text.replacen(from, to, 1).split('\u{FFFD}').enumerate() {
            if index > 0 {
                bytes.push(0xFF);
            }
            bytes.extend(part.bytes());
        }
        project.write_bytes(file, &bytes);
    }
    project
}

fn codes(checked: &Checked) -> Vec<Code> {
    checked
        .findings
        .iter()
        .map(|finding| finding.code)
        .collect()
}

/// What only the texts can tell.
fn needs_texts(code: Code) -> bool {
    [
        Code::SourceMissing,
        Code::SourceChanged,
        Code::IndexIncomplete,
        Code::NotInSource,
        Code::OtherSubject,
        Code::ChangeAsLevel,
    ]
    .contains(&code)
}

#[test]
fn every_code_fires_at_its_place_with_a_help_and_alone() {
    for code in CODES {
        let case = case(*code);
        let project = changed(&case);
        let checked = if needs_texts(*code) {
            assert_eq!(project.check().findings, [], "{code:?} without the texts");
            project.check_against_texts()
        } else {
            project.check()
        };
        let mut told = codes(&checked);
        told.dedup();
        assert_eq!(told, [*code], "{:#?}", checked.findings);
        let (file, at) = case.at;
        let text = if at.is_empty() {
            String::new()
        } else {
            String::from_utf8_lossy(&project.bytes(file)).into_owned()
        };
        let offset = text.find(at).unwrap();
        let expected = format!("{file}:{}", LineColumn::of(&text, offset));
        let finding = &checked.findings[0];
        assert_eq!(place(&checked, finding), expected, "{finding:#?}");
        assert!(finding.help.is_some(), "{finding:#?}");
    }
}

#[test]
fn all_errors_of_all_files_come_in_one_run() {
    let project = Project::new().with_templates();
    project
        .replace("seeds/terms.yaml", "kind: scheme", "kind: shceme")
        .replace(JIA, "  city: 东州市", "  ctiy: 东州市")
        .replace(JIA, "themes: [service]", "themes: [servise]")
        .replace(JIA, "value: 120", "value: 120个")
        .replace(
            YI,
            "    level: county",
            "    leader: 某某\n    level: county",
        )
        .replace(YI, "{grid-workers}，建成", "{grid-worker}，建成")
        .replace(COUNTY, "{{#if absent}}", "{{#if abesnt}}");
    let checked = project.check();
    let found: Vec<_> = checked
        .findings
        .iter()
        .map(|finding| {
            let place = place(&checked, finding);
            format!(
                "{} {}",
                place.split(':').next().unwrap(),
                finding.code.name()
            )
        })
        .collect();
    assert_eq!(
        found,
        [
            format!("{JIA} unknown-key"),
            format!("{JIA} unknown-theme"),
            format!("{JIA} wrong-type"),
            format!("{YI} unknown-figure"),
            format!("{YI} personal-name"),
            "seeds/terms.yaml unknown-value".to_owned(),
            format!("{COUNTY} template-path"),
        ]
    );
}

#[test]
fn mistakes_of_form_do_not_hide_typed_numbers_and_wrong_lines() {
    let project = Project::new();
    project
        .replace(
            JIA,
            "    level: township",
            "    levle: township\n    level: township",
        )
        .replace(JIA, "下辖{villages}行政村", "下辖120个行政村")
        .replace(JIA, "以“有事来商量”的办法", "以四种办法")
        .replace(JIA, "value: 32", "valeu: 32")
        .replace(JIA, "lines: 2, printed: 120个", "lines: 21, printed: 120个");
    assert_eq!(
        codes(&project.check()),
        [
            Code::UnknownKey,
            Code::UnboundNumber,
            Code::UnboundNumber,
            Code::LinesOutside,
            Code::UnknownKey,
        ]
    );
}

#[test]
fn a_workspace_without_mistakes_has_no_finding() {
    for project in [
        Project::new(),
        Project::new().with_templates(),
        Project::real(),
    ] {
        assert_eq!(project.check().findings, []);
    }
    let with_texts = Project::new().with_texts().check_against_texts();
    assert_eq!(with_texts.findings, []);
}

#[test]
fn ids_are_unique_across_files() {
    let twice: [(&str, &str, &str, &str); 2] = [
        (
            "briefings.yaml",
            "id: both",
            "id: yixian",
            "briefings.yaml:10:9",
        ),
        (YI, "990202", "990101", "seeds/counties/yixian.yaml:3:9"),
    ];
    for (file, from, to, expected) in twice {
        let project = Project::new();
        let checked = project.replace(file, from, to).check();
        let findings = checked.findings.iter();
        let found: Vec<_> = findings
            .filter(|finding| finding.code == Code::DuplicateId)
            .map(|finding| place(&checked, finding))
            .collect();
        assert_eq!(found, [expected]);
    }
}

#[test]
fn the_guide_explains_every_code() {
    let guide = fs::read_to_string(repository().join("docs/findings.md")).unwrap();
    for code in CODES {
        let row = format!("| `{}` |", code.name());
        assert_eq!(guide.matches(&row).count(), 1, "{row}");
    }
    assert_eq!(guide.matches("\n| `").count(), CODES.len(), "and no others");
}

/// What `check` prints after a case, for people.
fn told(code: Code) -> String {
    changed(&case(code)).run(&["check"]).code(1).stderr
}

#[test]
fn an_unknown_key_is_told_with_the_nearest_known_one() {
    assert_snapshot!(told(Code::UnknownKey), @r"
    error[unknown-key]: unknown key `levle` in this place
     --> seeds/counties/jiaxian.yaml:9:5
      |
    9 |     levle: township
      |     ^^^^^
      |
      = help: did you mean `level`?

    1 error, 0 warnings
    ");
}

#[test]
fn a_repeated_key_is_told_with_both_places() {
    assert_snapshot!(told(Code::DuplicateKey), @r"
    error[duplicate-key]: key `city` stands twice in this county
     --> seeds/counties/jiaxian.yaml:6:3
      |
    6 |   city: 西州市
      |   ^^^^
      |
     ::: seeds/counties/jiaxian.yaml:5:3
      |
    5 |   city: 东州市
      |   ---- first here
      |
      = help: keep one of them

    1 error, 0 warnings
    ");
}

#[test]
fn a_reference_to_no_figure_is_told_within_its_sentence() {
    assert_snapshot!(told(Code::UnknownFigure), @r"
    error[unknown-figure]: there is no figure `vilages`
      --> seeds/counties/jiaxian.yaml:26:16
       |
    26 |     text: 甲县下辖{vilages}行政村，山区村居住分散，群众办事多有不便。
       |                    ^^^^^^^
       |
       = help: did you mean `villages`?

    1 error, 0 warnings
    ");
}

#[test]
fn a_typed_number_is_told_with_what_to_write_instead() {
    assert_snapshot!(told(Code::UnboundNumber), @r"
    error[unbound-number]: number typed into prose: `120个行`
      --> seeds/counties/jiaxian.yaml:26:15
       |
    26 |     text: 甲县下辖120个行政村，山区村居住分散，群众办事多有不便。
       |                   ^^^^^^^
       |
       = help: refer to a figure by `{figure-id}`, or declare the name it belongs to in `seeds/terms.yaml`

    1 error, 0 warnings
    ");
}

#[test]
fn a_key_for_a_name_is_told_to_go() {
    assert_snapshot!(told(Code::PersonalName), @r"
    error[personal-name]: key `leader` would hold a person's name
      --> seeds/counties/jiaxian.yaml:33:5
       |
    33 |     leader: 某某
       |     ^^^^^^
       |
       = help: the data name offices and organisations only, never persons: delete the key

    1 error, 0 warnings
    ");
}
