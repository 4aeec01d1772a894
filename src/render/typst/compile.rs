//! One run of Typst, and the search for the block that made it fail.

use typst::comemo;
use typst::diag::SourceDiagnostic;
use typst_layout::PagedDocument;

use super::ends::{self, Ends};
use super::error::{Complaint, TypstError};
use super::finish;
use super::layout::Layout;
use super::world::{Files, ReportWorld};
use crate::document::Document;

/// Sets `document` with the layout and hands the finished pages to `export`. Any warning is an error.
pub(super) fn compile<T>(
    document: &Document,
    layout: &Layout,
    export: impl FnOnce(&ReportWorld<'_>, &PagedDocument) -> Result<T, TypstError>,
) -> Result<T, TypstError> {
    debug_assert!(
        rayon::current_thread_index().is_none(),
        "documents must not be set on a rayon worker"
    );
    let files = Files::of(document);
    let run = settle(layout, &files);
    // Typst remembers every layout it ever made. Nothing of one report helps the next, and pages that nobody else has can
    // be finished in place.
    comemo::evict(0);
    let finished = run.pages.and_then(finish::finished);
    let result = finished.and_then(|pages| export(&run.world, &pages));
    result.map_err(|error| blame(error, document, layout))
}

/// Turns the errors of an export into ours.
pub(super) fn refused(world: &ReportWorld<'_>, errors: &[SourceDiagnostic]) -> TypstError {
    let first = errors.first().expect("invariant: a failed run says why");
    TypstError::Layout(Complaint::new(world, first))
}

struct Run<'a> {
    world: ReportWorld<'a>,
    pages: Result<PagedDocument, TypstError>,
}

/// Runs Typst until every table's end is settled: nearly always once, since Typst itself tries five times.
fn settle<'a>(layout: &'a Layout, files: &'a Files) -> Run<'a> {
    let mut known = Ends::new();
    loop {
        let world = ReportWorld::new(layout, files, &known);
        let run = typst::compile::<PagedDocument>(&world);
        let pages = match run.output {
            Ok(pages) => pages,
            Err(errors) => {
                return Run {
                    pages: Err(refused(&world, &errors)),
                    world,
                };
            }
        };
        let found = ends::ends(&pages);
        let unsettled = |warning: &SourceDiagnostic| warning.message.contains("did not converge");
        match run.warnings.first() {
            None if known.is_empty() || found == known => {
                return Run {
                    pages: Ok(pages),
                    world,
                };
            }
            Some(warning) if !unsettled(warning) || found == known => {
                let complaint = Complaint::new(&world, warning);
                return Run {
                    pages: Err(TypstError::Warning(complaint)),
                    world,
                };
            }
            None | Some(_) => known = found,
        }
    }
}

/// Names the block that causes an error of the layout: the last one of the shortest beginning of the document that fails
/// with the same message. Typst knows only its own lines.
fn blame(error: TypstError, document: &Document, layout: &Layout) -> TypstError {
    let (TypstError::Layout(complaint) | TypstError::Warning(complaint)) = &error else {
        return error;
    };
    let fails = |count: usize| {
        let mut beginning = document.clone();
        beginning.blocks.truncate(count);
        match settle(layout, &Files::of(&beginning)).pages {
            Err(TypstError::Layout(found) | TypstError::Warning(found)) => {
                found.message == complaint.message
            }
            Err(
                TypstError::MissingGlyph { .. }
                | TypstError::TooLong { .. }
                | TypstError::LostLink { .. },
            )
            | Ok(_) => false,
        }
    };
    let counts: Vec<usize> = (0..=document.blocks.len()).collect();
    let shortest = counts.partition_point(|&count| !fails(count));
    comemo::evict(0);
    let block = shortest
        .checked_sub(1)
        .and_then(|index| document.blocks.get(index));
    let complaint = Complaint {
        block: block.map(|block| block.id.to_string()),
        ..complaint.clone()
    };
    match error {
        TypstError::Warning(_) => TypstError::Warning(complaint),
        TypstError::Layout(_)
        | TypstError::MissingGlyph { .. }
        | TypstError::TooLong { .. }
        | TypstError::LostLink { .. } => TypstError::Layout(complaint),
    }
}
