//! Parts to a package and back.

use std::io::{Cursor, Read, Write};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipArchive, ZipWriter};

use super::DocxError;
use crate::xml::Tree;

/// No part of a report comes near this; a hostile package could unpack to far more.
const LIMIT: u64 = 64 << 20;

/// Packs parts in their order. The same parts give the same bytes: date and rights are fixed.
pub(super) fn pack(parts: &[(String, Vec<u8>)]) -> Result<Vec<u8>, DocxError> {
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .last_modified_time(DateTime::default())
        .unix_permissions(0o644);
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in parts {
        zip.start_file(name.as_str(), options)?;
        zip.write_all(bytes)?;
    }
    Ok(zip.finish()?.into_inner())
}

/// A package that is read.
pub(super) struct Package<'a>(ZipArchive<Cursor<&'a [u8]>>);

impl<'a> Package<'a> {
    /// Opens a package.
    pub(super) fn open(bytes: &'a [u8]) -> Result<Self, DocxError> {
        Ok(Self(ZipArchive::new(Cursor::new(bytes))?))
    }

    /// The names of all parts, in the order of the package.
    #[cfg(test)]
    pub(super) fn names(&self) -> Vec<String> {
        self.0
            .file_names()
            .map(|name| name.unwrap().into_owned())
            .collect()
    }

    /// The bytes of a part.
    pub(super) fn bytes(&mut self, part: &str) -> Result<Vec<u8>, DocxError> {
        let file = match self.0.by_name(part) {
            Ok(file) => file,
            Err(zip::result::ZipError::FileNotFound) => {
                return Err(DocxError::Missing {
                    part: part.to_owned(),
                });
            }
            Err(other) => return Err(other.into()),
        };
        let mut bytes = Vec::new();
        file.take(LIMIT + 1).read_to_end(&mut bytes)?;
        if bytes.len() as u64 > LIMIT {
            return Err(DocxError::TooLarge {
                part: part.to_owned(),
                limit: LIMIT,
            });
        }
        Ok(bytes)
    }

    /// The tree of a part.
    pub(super) fn tree(&mut self, part: &str) -> Result<Tree, DocxError> {
        let bytes = self.bytes(part)?;
        super::finish::parse(part, &bytes)
    }
}
