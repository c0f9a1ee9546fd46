"""How statements are found: cues, sources, contents, quotations, speakers, turns."""
