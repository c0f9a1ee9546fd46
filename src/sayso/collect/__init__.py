"""See docs/internals.md."""
