//! 提要 is 100 to 150 characters long as printed: a leader reads it in half a minute.

use super::editorial::printed_length;
use crate::{
    diagnostic::{Code, Finding},
    model::County,
};

/// Shortest summary, in characters as printed.
const SHORTEST: usize = 100;
/// Longest summary, in characters as printed.
const LONGEST: usize = 150;

/// Reports a summary that is too short or too long.
pub(super) fn length(county: &County) -> Option<Finding> {
    let first = county.summary.first()?;
    let printed: usize = county
        .summary
        .iter()
        .map(|statement| printed_length(county, &statement.text))
        .sum();
    if (SHORTEST..=LONGEST).contains(&printed) {
        return None;
    }
    let message = format!(
        "the summary is {printed} characters long as printed, expected {SHORTEST} to {LONGEST}"
    );
    let help = if printed > LONGEST {
        "keep what matters most"
    } else {
        "say what else matters"
    };
    Some(Finding::warning(Code::SummaryLength, first.keys.of("text"), message).with_help(help))
}
