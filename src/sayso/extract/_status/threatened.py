"""What is no threat though a word for threats governs it: "warned that others may strike", "vowed to support them"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sayso.codebook.match import is_own, lemma

if TYPE_CHECKING:
    from spacy.tokens import Token

    from sayso.extract._telling.telling import Telling
    from sayso.model import Status

#: Verbs of what is threatened or promised, and PLOVER's quad classes of cooperation.
VOWING, COOPERATING = frozenset({"swear", "vow"}), frozenset({1, 2})


def of_threat(governor: Token, token: Token, telling: Telling) -> Status:
    """The status of what such a word governs: threatened; possible where others may do it, planned where it is help."""
    if lemma(governor) == "warn" and not is_own(token):
        return "possible"
    cooperates = telling.kind is not None and telling.kind.quad in COOPERATING
    return "planned" if lemma(governor) in VOWING and cooperates else "threatened"
