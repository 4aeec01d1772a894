//! `briefings reference-doc`

use county_briefings::pipeline;

use crate::{Exit, args::ReferenceDocArgs, terminal};

pub(crate) fn run(args: &ReferenceDocArgs) -> anyhow::Result<Exit> {
    pipeline::reference_doc(&args.output)?;
    terminal::note(&format!(
        "written `{}`: change page and styles, then `briefings build --reference-doc {0}`",
        args.output.display()
    ));
    Ok(Exit::Done)
}
