"""Whether it happened, and how sure the words are of it."""
