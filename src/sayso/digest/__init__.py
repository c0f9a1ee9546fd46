"""Report → reading: words, sentences, parse, names, roles, certainty (the language model), times, places, quantities."""
