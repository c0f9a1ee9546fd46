"""Report → reading: the language model (words, sentences, parse, names, roles, certainty); times, places, quantities."""
