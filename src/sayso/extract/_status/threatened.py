"""What is no threat though a word for threats governs it: "warned that others may strike", "vowed to support them"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sayso.codebook import syntax
from sayso.codebook.match import is_own, lemma
from sayso.extract._telling.telling import quad_of

if TYPE_CHECKING:
    from spacy.tokens import Token

    from sayso.extract._telling.telling import Telling
    from sayso.model import Status

#: Verbs of what is threatened or promised, and PLOVER's quad classes of cooperation.
VOWING, COOPERATING = frozenset({"swear", "vow"}), frozenset({1, 2})
#: Those of conflict.
HOSTILE = frozenset({3, 4})


def of_threat(governor: Token, token: Token, telling: Telling) -> Status:
    """The status of what such a word governs: threatened; possible where others may do it, planned where it is help."""
    if lemma(governor) == "warn" and not is_own(token):
        return "possible"
    cooperates = telling.kind is not None and telling.kind.quad in COOPERATING
    return "planned" if lemma(governor) in VOWING and cooperates else "threatened"


def unless_met(telling: Telling) -> bool:
    """ "It would close the crossing unless they left": a deed against others that hangs on what they do."""
    clauses = syntax.children(telling.head, "advcl") if syntax.is_verb(telling.head) else []
    unless = any(c.lower_ == "unless" for clause in clauses for c in syntax.children(clause, "mark"))
    return unless and telling.kind is not None and quad_of(telling) in HOSTILE
