//! Tests that need more than one module or the binary.
