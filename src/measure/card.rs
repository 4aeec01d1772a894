//! What was measured.

/// All lines of the report card, in the order of a page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Card {
    /// One for each rule.
    pub entries: Vec<Entry>,
}

/// A rule and what was found of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// What is measured: `baseline grid`
    pub what: &'static str,
    /// What it must be.
    pub required: String,
    /// What was measured, with how many places stand for it: `214 lines`
    pub measured: String,
    /// Where it is not so.
    pub faults: Vec<Fault>,
    /// Whether there was anything to measure; a rule that nothing stands for is not met, and not broken either.
    pub found: bool,
}

/// A place that breaks a rule.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// Number of the page.
    pub page: usize,
    /// What stands there instead.
    pub message: String,
}

impl Card {
    /// Whether every rule is met.
    pub fn passes(&self) -> bool {
        self.entries.iter().all(|entry| entry.faults.is_empty())
    }
}

impl Entry {
    /// A rule for which these places were looked at.
    pub fn new(what: &'static str, required: impl Into<String>) -> Self {
        Self {
            what,
            required: required.into(),
            measured: String::new(),
            faults: Vec::new(),
            found: false,
        }
    }

    /// Notes a place that breaks the rule.
    pub fn fault(&mut self, page: usize, message: impl Into<String>) {
        let message = message.into();
        self.faults.push(Fault { page, message });
    }

    /// Ends it with what was measured; `count` places stand for it.
    #[must_use]
    pub fn measured(mut self, count: usize, measured: impl Into<String>) -> Self {
        self.found = count > 0;
        self.measured = measured.into();
        self
    }
}
