//! What can go wrong.

use thiserror::Error;

use crate::xml::XmlError;

/// Why a document cannot become a Word file, or a Word file cannot be read.
#[derive(Debug, Error)]
#[non_exhaustive]
pub enum DocxError {
    /// The workbook behind a chart cannot be written.
    #[error("the workbook of chart `{block}` cannot be written")]
    Workbook {
        /// The chart's block.
        block: String,
        /// Why.
        source: rust_xlsxwriter::XlsxError,
    },
    /// Two places of one document got the same bookmark.
    #[error(
        "`{first}` and `{second}` have the same bookmark `{handle}`: give one of them another id"
    )]
    Handle {
        /// The bookmark.
        handle: String,
        /// The place that had it first.
        first: String,
        /// The place that got it too.
        second: String,
    },
    /// A mark links to something that is not in the document.
    #[error(
        "a mark links to `{target}`, which is not in the document: add the item or drop the mark"
    )]
    Target {
        /// The anchor that was looked for.
        target: String,
    },
    /// The number of a heading is not the one that Word counts.
    #[error(
        "heading `{block}` is numbered `{found}`, but Word counts `{expected}`: number headings in order"
    )]
    HeadingNumber {
        /// The heading's block.
        block: String,
        /// The number in the document.
        found: String,
        /// The number that Word shows.
        expected: String,
    },
    /// A text holds a character that XML cannot hold.
    #[error("`{anchor}` holds the control character U+{:04X}: remove it from the text", u32::from(*character))]
    Character {
        /// Where the text stands.
        anchor: String,
        /// The character.
        character: char,
    },
    /// The date of the edition is no date.
    #[error("date of the edition is `{found}`, expected a day such as `2026-07-01`")]
    Date {
        /// The text.
        found: String,
    },
    /// A part is no XML.
    #[error("part `{part}` cannot be read")]
    Xml {
        /// Its name in the package.
        part: String,
        /// Why.
        source: XmlError,
    },
    /// A part that every Word file of ours has is not there.
    #[error(
        "part `{part}` is missing: the file was not made by this program, or what saved it removed the part"
    )]
    Missing {
        /// Its name in the package.
        part: String,
    },
    /// A part is too large to be a part of a report.
    #[error("part `{part}` is larger than {limit} bytes")]
    TooLarge {
        /// Its name in the package.
        part: String,
        /// The most that is read.
        limit: u64,
    },
    /// The package cannot be written or read.
    #[error("the package cannot be written or read")]
    Package(#[from] zip::result::ZipError),
    /// The bytes of a part cannot be written or read.
    #[error("the bytes of a part cannot be written or read")]
    Bytes(#[from] std::io::Error),
}
