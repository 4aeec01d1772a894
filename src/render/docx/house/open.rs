//! The parts that are taken, from a file that may be meant to do harm.

use std::{
    collections::BTreeSet,
    io::{Cursor, Read},
};

use zip::{ZipArchive, result::ZipError};

use super::HouseError;
use crate::xml::{Element, Tree};

/// A template of styles has some ten thousand bytes, with pictures in its headers perhaps a million.
const MOST_BYTES: u64 = 16 << 20;
/// A part that is read; styles of a large house have some hundred thousand bytes.
const MOST_UNPACKED: u64 = 4 << 20;
const MOST_PARTS: usize = 2000;

const WORD: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
const DRAWING: &str = "http://schemas.openxmlformats.org/drawingml/2006/main";

/// What is read of a document.
pub(super) struct Parts {
    pub(super) body: Tree,
    pub(super) styles: Tree,
    /// None where it has none, or one that needs further parts.
    pub(super) theme: Option<Tree>,
}

/// Reads the parts, after looking at all names.
pub(super) fn parts(bytes: &[u8]) -> Result<Parts, HouseError> {
    if bytes.len() as u64 > MOST_BYTES {
        return Err(HouseError::Size { limit: MOST_BYTES });
    }
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(HouseError::Package)?;
    check_names(&archive)?;
    let mut package = Package(&mut archive);
    package.check_types()?;
    let body = package.main()?;
    let folder = body.rsplit_once('/').map_or("", |(folder, _)| folder);
    let beside = |name: &str| match folder {
        "" => name.to_owned(),
        folder => format!("{folder}/{name}"),
    };
    let styles = package.tree(&beside("styles.xml"), "w:styles", "xmlns:w", WORD)?;
    let theme = match package.tree(&beside("theme/theme1.xml"), "a:theme", "xmlns:a", DRAWING) {
        Ok(theme) => Some(theme).filter(|theme| !refers(&theme.root)),
        Err(HouseError::Missing { .. }) => None,
        Err(error) => return Err(error),
    };
    Ok(Parts {
        body: package.tree(&body, "w:document", "xmlns:w", WORD)?,
        styles,
        theme,
    })
}

fn check_names(archive: &ZipArchive<Cursor<&[u8]>>) -> Result<(), HouseError> {
    if archive.len() > MOST_PARTS {
        return Err(HouseError::Parts {
            found: archive.len(),
            limit: MOST_PARTS,
        });
    }
    let mut seen = BTreeSet::new();
    for name in archive.file_names() {
        let part = name.map_err(HouseError::Package)?.into_owned();
        if leads_out(&part) {
            return Err(HouseError::Path { part });
        }
        if part.to_ascii_lowercase().ends_with("vbaproject.bin") {
            return Err(HouseError::Macros { part });
        }
        // Names of parts are the same in small letters and capitals (ECMA-376 part 2, 6.2.2.3).
        if !seen.insert(part.to_ascii_lowercase()) {
            return Err(HouseError::Twice { part });
        }
    }
    Ok(())
}

fn leads_out(part: &str) -> bool {
    let up = part.split(['/', '\\']).any(|step| step == "..");
    up || part.starts_with(['/', '\\']) || part.contains([':', '\0'])
}

/// Whether a tree needs further parts.
fn refers(root: &Element) -> bool {
    let all = root.descendants().into_iter();
    let mut attributes = all.flat_map(|element| &element.attributes);
    attributes.any(|attribute| attribute.name.starts_with("r:"))
}

struct Package<'p, 'b>(&'p mut ZipArchive<Cursor<&'b [u8]>>);

impl Package<'_, '_> {
    /// Refuses what says that it holds macros, whatever its parts are called.
    fn check_types(&mut self) -> Result<(), HouseError> {
        let types = "[Content_Types].xml";
        let tree = self.read(types)?;
        let mut kinds = tree.root.elements();
        let macros = kinds.find(|kind| {
            let kind = kind.get("ContentType").unwrap_or_default();
            kind.contains("macroEnabled") || kind.contains("vbaProject")
        });
        match macros {
            Some(kind) => Err(HouseError::Macros {
                part: kind.get("PartName").map_or(types.to_owned(), |name| {
                    name.trim_start_matches('/').to_owned()
                }),
            }),
            None => Ok(()),
        }
    }

    /// The name of the part with the text, usually `word/document.xml`.
    fn main(&mut self) -> Result<String, HouseError> {
        let tree = self.read("_rels/.rels")?;
        let mut all = tree.root.elements();
        let main = all.find(|one| {
            let kind = one.get("Type").unwrap_or_default();
            kind.ends_with("/officeDocument")
        });
        let target = main.and_then(|main| Some(main.get("Target")?.into_owned()));
        let target = target.ok_or_else(|| HouseError::Missing {
            part: "word/document.xml".to_owned(),
        })?;
        Ok(target.trim_start_matches('/').to_owned())
    }

    /// The tree of a part that begins with this element in this namespace.
    fn tree(
        &mut self,
        part: &str,
        root: &str,
        prefix: &str,
        namespace: &str,
    ) -> Result<Tree, HouseError> {
        let tree = self.read(part)?;
        let found = tree.root.get(prefix).unwrap_or_default().into_owned();
        if tree.root.name == root && found == namespace {
            return Ok(tree);
        }
        Err(HouseError::Kind {
            part: part.to_owned(),
            found: format!("<{} {prefix}=\"{found}\">", tree.root.name),
            expected: format!("<{root} {prefix}=\"{namespace}\">"),
        })
    }

    fn read(&mut self, part: &str) -> Result<Tree, HouseError> {
        let file = match self.0.by_name(part) {
            Ok(file) => file,
            Err(ZipError::FileNotFound) => {
                return Err(HouseError::Missing {
                    part: part.to_owned(),
                });
            }
            Err(error) => return Err(HouseError::Package(error)),
        };
        let mut bytes = Vec::new();
        let read = file.take(MOST_UNPACKED + 1).read_to_end(&mut bytes);
        read.map_err(|source| HouseError::Unpack {
            part: part.to_owned(),
            source,
        })?;
        if bytes.len() as u64 > MOST_UNPACKED {
            return Err(HouseError::PartSize {
                part: part.to_owned(),
                limit: MOST_UNPACKED,
            });
        }
        Tree::parse(&bytes).map_err(|source| HouseError::Xml {
            part: part.to_owned(),
            source,
        })
    }
}
