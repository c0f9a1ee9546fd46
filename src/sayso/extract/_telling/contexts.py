"""PLOVER contexts of an event: what it is about, by the words of its sentence."""

from __future__ import annotations

from collections import defaultdict

from spacy.tokens import Span

from sayso.codebook.codebook import Codebook, Pattern
from sayso.codebook.match import lemma
from sayso.extract._telling.telling import Telling


class Contexts:
    """The contexts of a codebook, by the first word of each of their patterns; a sentence is looked at once."""

    def __init__(self, codebook: Codebook) -> None:
        self._order = tuple(codebook.contexts)
        self._starting: dict[str, list[tuple[Pattern, str]]] = defaultdict(list)
        for name, patterns in codebook.contexts.items():
            for pattern in patterns:
                self._starting[pattern[0]].append((pattern, name))
        self._known: dict[int, tuple[str, ...]] = {}

    def of(self, telling: Telling) -> tuple[str, ...]:
        """Names of the contexts that have a word in the event's sentence, in the codebook's order."""
        sentence = telling.head.sent
        if sentence.start not in self._known:
            self._known[sentence.start] = self._named(sentence)
        return self._known[sentence.start]

    def _named(self, sentence: Span) -> tuple[str, ...]:
        forms = [{lemma(t), t.lower_} for t in sentence if not t.is_space]
        found = {
            name
            for i, words in enumerate(forms)
            for word in words
            for pattern, name in self._starting.get(word, ())
            if len(pattern) <= len(forms) - i and all(w in forms[i + j] for j, w in enumerate(pattern))
        }
        return tuple(name for name in self._order if name in found)
