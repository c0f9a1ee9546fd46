"""The language model at work: words, pieces, windows, encoder, and what its heads say."""
