//! A target has a date, or it is said why there is none.

use crate::{
    diagnostic::{Code, Finding},
    model::County,
};

/// Reports targets without a date, unless `basis:` says why there is none.
pub(super) fn dated(county: &County) -> Vec<Finding> {
    let undated = county
        .figures
        .iter()
        .filter(|figure| figure.target && figure.period.is_none() && figure.basis.is_none());
    let findings = undated.map(|figure| {
        let message = format!("target `{}` has no date", figure.id);
        Finding::error(Code::UndatedTarget, figure.keys.of("target"), message).with_help(
            "give the `period:` that it is to be reached in, or say in `basis:` why there is none",
        )
    });
    findings.collect()
}
