//! The list of sources and the list of doubts.

use std::collections::BTreeMap;

use super::{ComposeError, groups::Sections, prose};
use crate::{
    document::{Body, Inline, Item, ListStyle, Role},
    markdown,
    model::{
        Check, County, Doubt, Figure, Location, Model, Severity, Shape, SourceId, SourceText,
        recompute,
    },
    template::{Templates, number_link, view::DoubtView},
};

/// The sources of a report in the order of its counties, each with its number.
pub(super) struct Sources<'m> {
    report: String,
    texts: Vec<&'m SourceText>,
}

impl<'m> Sources<'m> {
    /// Collects the sources of counties, the texts that others are copies of first.
    pub(super) fn of<'c>(
        model: &'m Model,
        report: &str,
        counties: impl IntoIterator<Item = &'c County>,
    ) -> Self {
        let mut texts: Vec<&SourceText> = Vec::new();
        for county in counties {
            let of_figures = county
                .figures
                .iter()
                .flat_map(|figure| std::iter::once(&figure.source).chain(&figure.also));
            let ids = of_figures
                .map(|place| &place.source)
                .chain(county.statements().map(|statement| &statement.source));
            let mut own: Vec<&SourceText> = Vec::new();
            for id in ids {
                if !own.iter().chain(&texts).any(|known| known.id == *id) {
                    own.extend(model.sources.get(id));
                }
            }
            own.sort_by_key(|text| text.copy_of.is_some());
            texts.extend(own);
        }
        Self {
            report: report.to_owned(),
            texts,
        }
    }

    fn number(&self, id: &SourceId) -> usize {
        self.texts
            .iter()
            .position(|text| text.id == *id)
            .map_or(0, |index| index + 1)
    }

    /// The mark and line numbers of a place, `[1]` and `23—25`.
    pub(super) fn mark(&self, place: &Location) -> Vec<Inline> {
        let target = format!("{}.sources/{}", self.report, place.source);
        vec![
            Inline::new(
                format!("[{}]", self.number(&place.source)),
                Role::Source { target },
            ),
            Inline::new(place.lines.printed(), Role::Numbering),
        ]
    }

    /// The list at the end of the report.
    pub(super) fn list(&self) -> Body {
        let items = self.texts.iter().map(|text| Item {
            id: text.id.to_string(),
            marker: format!("[{}]", self.number(&text.id)),
            text: self.describe(text),
        });
        Body::List {
            style: ListStyle::Sources,
            items: items.collect(),
        }
    }

    fn describe(&self, text: &SourceText) -> Vec<Inline> {
        let title = Role::Name {
            id: "source-title".to_owned(),
        };
        let mut line = vec![
            Inline::new(format!("《{}》", text.title), title),
            Inline::plain("，"),
        ];
        if let Some(publisher) = &text.publisher {
            line.push(Inline::plain(format!("{publisher}，")));
        }
        line.push(Inline::plain(format!("{}，", text.form)));
        match text.date {
            Some(date) => line.push(Inline::new(date.printed(), Role::Date)),
            None => line.push(Inline::plain("刊登日期不详")),
        }
        if let Some(original) = &text.copy_of {
            line.push(Inline::plain("，与"));
            line.push(Inline::new(
                format!("[{}]", self.number(original)),
                Role::Numbering,
            ));
            line.push(Inline::plain("为同一篇文章"));
        }
        line.push(Inline::plain("。"));
        line
    }
}

/// The doubts that readers must know.
pub(super) struct Doubts {
    /// Block-relative item ids of the figures' doubts, with their marks `※1`.
    pub(super) marks: BTreeMap<String, Inline>,
    /// The remarks in order.
    pub(super) items: Vec<Item>,
}

/// Words the serious doubts of a county, numbered in the order that the tables show them.
pub(super) fn doubts(
    county: &County,
    sections: &Sections<'_>,
    report: &str,
    templates: &Templates,
) -> Result<Doubts, ComposeError> {
    let mut marks = BTreeMap::new();
    let mut items = Vec::new();
    let shown: Vec<&Figure> = sections.figures().collect();
    let hidden = county
        .figures
        .iter()
        .filter(|figure| !shown.iter().any(|other| other.id == figure.id));
    for figure in shown.iter().copied().chain(hidden) {
        let Some(doubt) = figure
            .doubt
            .as_ref()
            .filter(|doubt| doubt.severity == Severity::Serious)
        else {
            continue;
        };
        let marker = format!("※{}", items.len() + 1);
        let target = format!("{report}.doubts/{}", figure.id);
        marks.insert(
            figure.id.to_string(),
            Inline::new(marker.clone(), Role::Doubt { target }),
        );
        items.push(Item {
            id: figure.id.to_string(),
            marker,
            text: word(&figure_doubt(county, figure, doubt), templates)?,
        });
    }
    for text in county
        .doubts
        .iter()
        .filter(|text| text.doubt.severity == Severity::Serious)
    {
        let view = DoubtView {
            name: None,
            printed: None,
            formula: None,
            computed: None,
            note: text
                .doubt
                .note
                .as_ref()
                .map(|note| prose::joined(county, [note])),
            treatment: text.doubt.treatment.word().to_owned(),
        };
        items.push(Item {
            id: format!("text-{}", text.id),
            marker: format!("※{}", items.len() + 1),
            text: word(&view, templates)?,
        });
    }
    Ok(Doubts { marks, items })
}

/// The remarks as a block.
pub(super) fn remarks(items: Vec<Item>) -> Body {
    Body::List {
        style: ListStyle::Remarks,
        items,
    }
}

/// What is said of a figure's doubt.
pub(super) fn figure_doubt_text(
    county: &County,
    figure: &Figure,
    doubt: &Doubt,
    templates: &Templates,
) -> Result<Vec<Inline>, ComposeError> {
    word(&figure_doubt(county, figure, doubt), templates)
}

fn word(view: &DoubtView, templates: &Templates) -> Result<Vec<Inline>, ComposeError> {
    let text = templates.render("doubt", view)?;
    markdown::line(text.trim()).map_err(|source| ComposeError::Markdown {
        template: "doubt",
        source,
    })
}

fn figure_doubt(county: &County, figure: &Figure, doubt: &Doubt) -> DoubtView {
    let failed = match &figure.check {
        Some(check @ Check::Relation(formula)) if doubt.code.declares(check) => Some(formula),
        Some(Check::Relation(_) | Check::Parts(_)) | None => None,
    };
    let recomputed = failed.and_then(|check| Some((check, recompute(county, figure, check).ok()?)));
    let unit = figure
        .quantity
        .unit
        .as_ref()
        .map_or("", crate::model::Unit::as_str);
    let id = format!("{}/{}.recomputed", county.id, figure.id);
    DoubtView {
        name: Some(prose::joined(county, [&figure.name])),
        printed: failed.map(|_| {
            prose::markdown(&[prose::number(
                county,
                crate::model::Number::Figure(figure),
                Shape::Full,
            )])
        }),
        formula: failed.map(|check| prose::markdown(&prose::computation(county, check))),
        computed: recomputed.map(|(check, recomputed)| {
            let text = format!("{}{unit}", recomputed.value.normalize());
            number_link(&text, "num", &id, Some(&prose::formula(county, check)))
        }),
        note: doubt
            .note
            .as_ref()
            .map(|note| prose::joined(county, [note])),
        treatment: doubt.treatment.word().to_owned(),
    }
}
