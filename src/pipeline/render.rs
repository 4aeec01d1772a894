//! Renders several outputs at once.

use std::{
    num::NonZeroUsize,
    sync::{
        atomic::{AtomicUsize, Ordering},
        mpsc,
    },
    thread,
};

use super::{plan::Job, style::Style};
use crate::{
    document::Document,
    model::Format,
    output::OutputError,
    render::{
        docx::{self, DocxError},
        typst::{self, TypstError},
    },
};

/// Why an output could not be made.
#[derive(Debug, thiserror::Error)]
pub enum RenderError {
    /// The PDF.
    #[error(transparent)]
    Typst(#[from] TypstError),
    /// The DOCX.
    #[error(transparent)]
    Docx(#[from] DocxError),
    /// The file of an output cannot be read or written.
    #[error(transparent)]
    Output(#[from] OutputError),
}

/// Renders jobs on plain threads and hands each result over as it comes, with the job's index.
///
/// Typst uses rayon itself and must not run inside a rayon pool.
pub(super) fn all(
    jobs: &[&Job<'_>],
    style: &Style<'_>,
    workers: NonZeroUsize,
    mut done: impl FnMut(usize, Result<Vec<u8>, RenderError>),
) {
    let next = AtomicUsize::new(0);
    let (sender, receiver) = mpsc::channel();
    thread::scope(|scope| {
        for _ in 0..workers.get().min(jobs.len()) {
            let (next, sender) = (&next, sender.clone());
            scope.spawn(move || {
                loop {
                    let index = next.fetch_add(1, Ordering::Relaxed);
                    let Some(job) = jobs.get(index) else { break };
                    if sender.send((index, one(job, style))).is_err() {
                        break;
                    }
                }
            });
        }
        drop(sender);
        for (index, result) in receiver {
            done(index, result);
        }
    });
}

fn made<'s>(document: &Document, style: &Style<'s>) -> Result<docx::Made<'s>, TypstError> {
    // Only a list of contents is worth another run of the layout.
    let pages = match document.meta.contents {
        true => typst::heading_pages(document, style.layout)?,
        false => docx::Pages::default(),
    };
    Ok(docx::Made {
        house: style.house,
        pages,
    })
}

fn one(job: &Job<'_>, style: &Style<'_>) -> Result<Vec<u8>, RenderError> {
    Ok(match job.format {
        Format::Pdf => typst::render(job.document, style.layout)?.bytes,
        Format::Docx => docx::render(job.document, &made(job.document, style)?)?,
    })
}
