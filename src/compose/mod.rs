//! From the model to documents: views → templates → Markdown → blocks, typed tables, charts and lists in their places.
//!
//! **Invariant:** the only module that sees both the model and the document.

mod approaches;
mod assemble;
mod chart;
mod cited;
mod classify;
mod comments;
mod comparison;
mod conclusions;
mod county;
mod digest;
mod evidence;
mod facts;
mod figures;
mod groups;
mod indicators;
mod lists;
mod matrix;
mod prose;
mod reasons;
mod relative;
mod timeline;

pub use comments::{Warnings, comments, warnings};
pub use reasons::{Detail, Told, told};

use std::collections::BTreeSet;

use crate::{
    document::{DataFile, Document, Inline, Masthead, MastheadStyle, Meta, RedRule, Role},
    export,
    markdown::MarkdownError,
    model::{self, ComparisonPlan, Config, County, CountyId, DigestPlan, Model, Names, scan},
    template::{TemplateError, Templates},
};

/// A report that can be made of a model.
#[derive(Debug, Clone, Copy)]
pub enum Report<'m> {
    /// A county's briefing.
    County(&'m County),
    /// A comparison of counties, all of them without errors.
    Comparison(&'m ComparisonPlan),
    /// The page for a leader, and the comparison that it is of.
    Digest(&'m DigestPlan, &'m ComparisonPlan),
}

/// Why a report could not be composed.
#[derive(Debug, thiserror::Error)]
pub enum ComposeError {
    /// A template failed.
    #[error(transparent)]
    Template(#[from] TemplateError),
    /// A template's output is outside our Markdown dialect.
    #[error("template `{template}`: {source}")]
    Markdown {
        /// The template.
        template: &'static str,
        /// Where and what.
        source: MarkdownError,
    },
    /// A block cannot be placed.
    #[error("template `{template}`, block `{block}`: {problem}")]
    Block {
        /// The template.
        template: &'static str,
        /// The block's id.
        block: String,
        /// What is wrong with it.
        problem: String,
    },
}

impl<'m> Report<'m> {
    /// Its id, also its file name.
    pub fn id(self) -> &'m CountyId {
        match self {
            Self::County(county) => &county.id,
            Self::Comparison(plan) => &plan.id,
            Self::Digest(plan, _) => &plan.id,
        }
    }

    /// The content template that it is made with.
    pub fn template(self) -> &'static str {
        match self {
            Self::County(_) => "county",
            Self::Comparison(_) => "comparison",
            Self::Digest(..) => "digest",
        }
    }
}

/// Lists the reports that can be made: counties in order of code, comparisons that lack no county, the digest of one of them.
pub fn reports(model: &Model) -> Vec<Report<'_>> {
    let complete =
        |plan: &&ComparisonPlan| plan.counties.iter().all(|id| model.county(id).is_some());
    let counties = model.counties.iter().map(Report::County);
    let plans = model.config.comparisons.iter().filter(complete);
    let digest = model.config.digest.iter().filter_map(|digest| {
        let of = plans.clone().find(|plan| plan.id == digest.comparison)?;
        Some(Report::Digest(digest, of))
    });
    let comparisons = plans.clone().map(Report::Comparison);
    counties.chain(comparisons).chain(digest).collect()
}

/// The names that may hold numbers in any report of a model.
pub fn names(model: &Model) -> Names<'_> {
    let indicators = model.indicators.iter();
    model
        .names()
        .with_words(indicators.map(|indicator| indicator.name.as_str()))
}

/// Composes a report; `names` are those of its model.
///
/// # Errors
///
/// When a template fails, writes something outside the dialect, or a block has no place.
pub fn compose(
    model: &Model,
    templates: &Templates,
    names: &Names<'_>,
    report: Report<'_>,
) -> Result<Document, ComposeError> {
    let template = report.template();
    let (text, inserts) = match report {
        Report::County(county) => county::county(model, templates, county)?,
        Report::Comparison(plan) => comparison::comparison(model, templates, plan)?,
        Report::Digest(plan, of) => digest::digest(model, templates, plan, of)?,
    };
    let drafts = crate::markdown::drafts(&text)
        .map_err(|source| ComposeError::Markdown { template, source })?;
    let mut blocks = assemble::blocks(drafts, inserts, template)?;
    if let Report::Comparison(plan) = report {
        let counties = model.in_order(&plan.counties);
        cited::fill(model, &plan.id, &counties, &mut blocks);
    }
    let mut document = Document {
        meta: meta(model, report),
        blocks,
        data: Vec::new(),
        comments: Vec::new(),
    };
    assemble::number(&mut document);
    classify::document(&mut document, names, template)?;
    document.meta.contents = document.is_long();
    Ok(document)
}

/// The numbers that a report prints as data that go with its PDF: the rows of `export figures`, as CSV and as JSON.
pub fn data(model: &Model, document: &Document) -> Vec<DataFile> {
    let printed = document.numbers();
    let counties: BTreeSet<&str> = printed
        .iter()
        .filter_map(|id| Some(id.split_once('/')?.0))
        .collect();
    let counties = counties.into_iter().filter_map(|id| id.parse().ok());
    let counties = counties.filter_map(|id: CountyId| model.county(&id));
    let mut rows = export::figures(counties);
    rows.retain(|row| printed.contains(format!("{}/{}", row.county, row.id).as_str()));
    let file = |name: &str, media, text| DataFile {
        name: name.to_owned(),
        media,
        about: "本期所引数据".to_owned(),
        text,
    };
    vec![
        file("figures.csv", "text/csv", export::csv(&rows)),
        file("figures.json", "application/json", export::json(&rows)),
    ]
}

/// The names of the counties of a comparison.
fn compared(model: &Model, plan: &ComparisonPlan) -> Vec<String> {
    let counties = plan.counties.iter().filter_map(|id| model.county(id));
    counties.map(|county| county.name.clone()).collect()
}

fn meta(model: &Model, report: Report<'_>) -> Meta {
    let config = &model.config;
    let (title, style, mut keywords) = match report {
        Report::County(county) => {
            let title = format!("{}{}", county.name, config.county_title);
            (
                title,
                MastheadStyle::Full,
                vec![county.city.clone(), county.name.clone()],
            )
        }
        Report::Comparison(plan) => (
            plan.title.clone(),
            MastheadStyle::Compact,
            compared(model, plan),
        ),
        Report::Digest(plan, of) => (
            plan.title.clone(),
            MastheadStyle::Compact,
            compared(model, of),
        ),
    };
    keywords.push(config.county_title.clone());
    let date = config.edition.date;
    Meta {
        id: report.id().to_string(),
        subject: title.clone(),
        title: vec![Inline::plain(title)],
        masthead: Masthead {
            style,
            title: config.serial.title.clone(),
            mark: config.serial.mark.clone(),
            number: vec![Inline::new(
                config.serial.number.printed(&config.edition),
                Role::Numbering,
            )],
            note: config
                .serial
                .issuer
                .clone()
                .unwrap_or_else(|| config.serial.note.clone()),
            date: vec![Inline::new(date.printed(), Role::Date)],
            status: (!config.edition.published).then(|| "送审稿".to_owned()),
        },
        imprint: imprint(config),
        // The digest has one page.
        red_rule: match config.red_rule {
            model::RedRule::Thin => RedRule::Thin,
            model::RedRule::Usual => RedRule::Usual,
            model::RedRule::Thick => RedRule::Thick,
            model::RedRule::Double => RedRule::Double,
        },
        mono: config.mono,
        contents: false,
        imprint_even: config.imprint_even && !matches!(report, Report::Digest(..)),
        keywords,
        author: config.serial.title.clone(),
        date: date.to_string(),
        most_pages: matches!(report, Report::Digest(..)).then_some(1),
    }
}

/// The configured lines, then the date.
fn imprint(config: &Config) -> Vec<Vec<Inline>> {
    let configured = config.imprint.iter().map(|line| {
        // 共印50份: a number that counts nothing of the counties.
        let role = if scan(line, &Names::default()).is_empty() {
            Role::Plain
        } else {
            Role::Name {
                id: "imprint".to_owned(),
            }
        };
        vec![Inline::new(line, role)]
    });
    let date = vec![
        Inline::new(config.edition.date.printed(), Role::Date),
        Inline::plain("编印"),
    ];
    configured.chain([date]).collect()
}
