"""How outlooks are found: words of what is to come, how likely, and what only looks like it."""
