//! `briefings schema`

use county_briefings::schema::{FileKind, schema};
use serde_json::{Map, Value};

use crate::{
    Exit,
    args::{KindArg, SchemaArgs},
    terminal,
};

pub(crate) fn run(args: &SchemaArgs) -> anyhow::Result<Exit> {
    let printed = match args.kind {
        Some(kind) => schema(kind.into()),
        None => all(),
    };
    terminal::data(&(serde_json::to_string_pretty(&printed)? + "\n"));
    Ok(Exit::Done)
}

fn all() -> Value {
    let schemas = FileKind::WORDS.map(|(word, kind)| (word.to_owned(), schema(kind)));
    Value::Object(Map::from_iter(schemas))
}

impl From<KindArg> for FileKind {
    fn from(kind: KindArg) -> Self {
        match kind {
            KindArg::Config => Self::Config,
            KindArg::Themes => Self::Themes,
            KindArg::Indicators => Self::Indicators,
            KindArg::Terms => Self::Terms,
            KindArg::Source => Self::Source,
            KindArg::County => Self::County,
        }
    }
}
