"""Report → reading: words, parse, names, roles, certainty (the language model); times, places, quantities, entities."""
