//! What a chart says of the numbers that are not exact: computed, so that it comes and goes with them.

use crate::model::{Number, Period, Qualifier};

/// The sentence about the ends of marks; none where all numbers are exact. True of every way to draw them.
pub(super) fn of_numbers<'c>(numbers: impl Iterator<Item = Number<'c>>) -> Option<String> {
    let qualifiers: Vec<Qualifier> = numbers.map(|number| number.quantity().qualifier).collect();
    let words = |kinds: &[(Qualifier, &str)]| -> String {
        let said = kinds.iter().filter(|(kind, _)| qualifiers.contains(kind));
        said.map(|(_, word)| format!("“{word}”")).collect()
    };
    let beyond = words(&[(Qualifier::Over, "余"), (Qualifier::AtLeast, "以上")]);
    let uncertain = words(&[
        (Qualifier::Near, "近"),
        (Qualifier::About, "约"),
        (Qualifier::AtMost, "以内"),
        (Qualifier::UpTo, "最高"),
    ]);
    let range = qualifiers.contains(&Qualifier::Range);
    let parts = [
        (!beyond.is_empty()).then(|| format!("带{beyond}的，实际数不小于所画")),
        (!uncertain.is_empty()).then(|| format!("带{uncertain}的，末端不确定")),
        range.then(|| "写作起止数的，画到起数".to_owned()),
    ];
    sentence(&parts.into_iter().flatten().collect::<Vec<_>>())
}

/// The sentence about what has no end.
pub(super) fn of_periods(mut periods: impl Iterator<Item = Period>) -> Option<String> {
    let goes_on = periods.any(|period| matches!(period, Period::Since(_)));
    goes_on.then(|| "带“以来”的未载止期，画到图的末端。".to_owned())
}

fn sentence(parts: &[String]) -> Option<String> {
    (!parts.is_empty()).then(|| format!("{}。", parts.join("；")))
}
