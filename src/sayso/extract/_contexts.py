"""PLOVER contexts of an event: what it is about, by the words of its sentence."""

from __future__ import annotations

from sayso.codebook.codebook import Codebook, Pattern
from sayso.codebook.match import lemma
from sayso.extract._telling import Telling


def contexts_of(telling: Telling, codebook: Codebook) -> tuple[str, ...]:
    """Names of the contexts that have a word in the event's sentence, in the codebook's order."""
    tokens = [t for t in telling.head.sent if not t.is_space]
    forms = [{lemma(t), t.lower_} for t in tokens]
    return tuple(name for name, patterns in codebook.contexts.items() if any(_stands(p, forms) for p in patterns))


def _stands(pattern: Pattern, forms: list[set[str]]) -> bool:
    last = len(forms) - len(pattern) + 1
    return any(all(word in forms[i + j] for j, word in enumerate(pattern)) for i in range(last))
