//! Writes outputs and remembers what it wrote.
//!
//! Every file is written beside its place and renamed, the manifest last, so that a run that is killed at any moment
//! leaves whole files and at worst a report to be made again.
//!
//! **Invariant:** the only module that writes; it writes to the output folder and to the state folder, and new files whose
//! names it is given.

mod manifest;
mod store;

pub use manifest::{Entry, Manifest};
pub use store::{OutputError, Store, write_new};
