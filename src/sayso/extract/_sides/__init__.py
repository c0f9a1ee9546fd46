"""Who did it, to whom, with what."""
