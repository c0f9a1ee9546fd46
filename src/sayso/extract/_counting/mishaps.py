"""Harm that nobody meant: "a woman was killed in a crash", "a boy was hit by a lorry", "two fell to their deaths"."""

from __future__ import annotations

from spacy.tokens import Token

from sayso.codebook import syntax, tolls
from sayso.codebook.codebook import load_codebook
from sayso.codebook.match import in_classes, lemma
from sayso.extract._counting.harmed import OBJECT_VERBS
from sayso.extract._sides.mishap import is_traffic

#: Classes of what harms without anybody's will.
ACCIDENTS = ("@mishap", "@traffic")
#: Happenings that kill and are no class of the codebook.
ALSO = tolls.words("mishap", "also")


def is_of_mishap(cue: Token) -> bool:
    """Whether a verb of harm stands in a sentence that tells a mishap, or has a vehicle or its driver as subject."""
    if not syntax.is_verb(cue) or lemma(cue) not in OBJECT_VERBS:
        return False
    codebook = load_codebook()
    near = any(in_classes(token, ACCIDENTS, codebook) or lemma(token) in ALSO for token in cue.sent)
    return near or any(is_traffic(one) for one in syntax.logical_subjects(cue))
