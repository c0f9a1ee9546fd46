"""Acts that are done by words, and what they are about: promises, threats, demands, decisions."""
