"""Which tellings are of one event, and what one of them says for the others."""
