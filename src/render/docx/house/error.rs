//! Why a document is refused.

use thiserror::Error;

use crate::xml::XmlError;

/// Why page and styles of a document cannot be taken.
#[derive(Debug, Error)]
#[non_exhaustive]
pub enum HouseError {
    /// The file is too large to be a template.
    #[error(
        "it has more than {limit} bytes: delete text and pictures, only page and styles are taken"
    )]
    Size {
        /// The most that is read.
        limit: u64,
    },
    /// The file is no package.
    #[error("it is no DOCX: save it as `.docx` without a password")]
    Package(#[source] zip::result::ZipError),
    /// The package has too many parts.
    #[error("it has {found} parts, more than {limit}: a text document has some dozens")]
    Parts {
        /// How many.
        found: usize,
        /// The most.
        limit: usize,
    },
    /// A part's name leads out of the package.
    #[error("part `{part}` leads out of the package: the file is damaged or made to do harm")]
    Path {
        /// Its name in the package.
        part: String,
    },
    /// Two parts have the same name.
    #[error("part `{part}` is there twice: the file is damaged or made to do harm")]
    Twice {
        /// Its name in the package.
        part: String,
    },
    /// The document holds a program.
    #[error("part `{part}` holds macros: save it as `.docx`, which has none")]
    Macros {
        /// Its name in the package.
        part: String,
    },
    /// A part is not there.
    #[error("part `{part}` is missing: open it in Word or WPS and save it as `.docx`")]
    Missing {
        /// Its name in the package.
        part: String,
    },
    /// A part is too large.
    #[error("part `{part}` unpacks to more than {limit} bytes")]
    PartSize {
        /// Its name in the package.
        part: String,
        /// The most that is read.
        limit: u64,
    },
    /// A part cannot be unpacked.
    #[error("part `{part}` cannot be unpacked")]
    Unpack {
        /// Its name in the package.
        part: String,
        /// Why.
        source: std::io::Error,
    },
    /// A part is no XML that an office program writes.
    #[error("part `{part}` cannot be read: {source}")]
    Xml {
        /// Its name in the package.
        part: String,
        /// Why.
        source: XmlError,
    },
    /// A part is XML of another kind.
    #[error(
        "part `{part}` begins with `{found}`, expected `{expected}`: save it as `.docx`, not as strict Open XML"
    )]
    Kind {
        /// Its name in the package.
        part: String,
        /// The root element and its namespace.
        found: String,
        /// The same as it should be.
        expected: String,
    },
    /// The page setup cannot be used.
    #[error("page setup: `{name}` is `{found}`, expected {expected}")]
    Page {
        /// The measure.
        name: String,
        /// Its value.
        found: String,
        /// What it should be.
        expected: &'static str,
    },
}
