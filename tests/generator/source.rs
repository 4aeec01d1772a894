//! A source text with its description.

use super::text::{Piece, Text};

/// A source text.
#[derive(Debug)]
pub(crate) struct Source {
    pub(crate) id: String,
    pub(crate) title: String,
    pub(crate) publisher: Option<String>,
    pub(crate) date: Option<String>,
    pub(crate) covers: String,
    pub(crate) form: &'static str,
    pub(crate) copy_of: Option<String>,
    pub(crate) text: Text,
    /// Printed in columns, where a sentence runs over several lines.
    pub(crate) columns: bool,
}

/// Where a paragraph stands, and each figure in it.
#[derive(Debug, Clone)]
pub(crate) struct Stands {
    pub(crate) first: usize,
    pub(crate) last: usize,
    /// Figure and line.
    pub(crate) figures: Vec<(String, usize)>,
}

impl Stands {
    /// The lines as the data name them.
    pub(crate) fn lines(&self) -> String {
        range(self.first, self.last)
    }
}

/// `33` or `33-35`
pub(crate) fn range(first: usize, last: usize) -> String {
    if first == last {
        first.to_string()
    } else {
        format!("{first}-{last}")
    }
}

impl Source {
    /// Adds a paragraph.
    pub(crate) fn paragraph(&mut self, pieces: Vec<Piece>) -> Stands {
        let lines = if self.columns {
            in_columns(pieces)
        } else {
            vec![pieces]
        };
        let first = self.text.lines.len() + 1;
        let mut figures = Vec::new();
        for line in lines {
            let ids: Vec<String> = line.iter().flat_map(figures_of).cloned().collect();
            let at = self.text.line(line);
            figures.extend(ids.into_iter().map(|id| (id, at)));
        }
        Stands {
            first,
            last: self.text.lines.len(),
            figures,
        }
    }
}

fn figures_of(piece: &Piece) -> &[String] {
    match piece {
        Piece::Figure(_, ids) => ids,
        Piece::Words(_) | Piece::Other(..) | Piece::Term(..) => &[],
    }
}

/// Breaks lines at commas, never within a numeral.
fn in_columns(pieces: Vec<Piece>) -> Vec<Vec<Piece>> {
    let mut lines: Vec<Vec<Piece>> = vec![Vec::new()];
    for piece in pieces {
        let breaks = match &piece {
            Piece::Words(text) => text.starts_with('，'),
            Piece::Figure(..) | Piece::Other(..) | Piece::Term(..) => false,
        };
        let last = lines.len() - 1;
        if breaks && !lines[last].is_empty() {
            lines.push(vec![piece]);
        } else {
            lines[last].push(piece);
        }
    }
    lines
}
