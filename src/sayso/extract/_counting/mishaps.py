"""Harm that nobody meant: "a woman was killed in a crash", "a boy was hit by a lorry", "two fell to their deaths"."""

from __future__ import annotations

from spacy.tokens import Token

from sayso.codebook import syntax, tolls
from sayso.codebook.codebook import Codebook, load_codebook
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
    subjects = syntax.logical_subjects(cue)
    if any(is_traffic(one) for one in subjects):
        return True
    codebook = load_codebook()
    if any(not _harms(one, codebook) for one in subjects):
        return False  # "an epidemic of guards who kill prisoners"
    return any(in_classes(token, ACCIDENTS, codebook) or lemma(token) in ALSO for token in cue.sent)


def _harms(subject: Token, codebook: Codebook) -> bool:
    return in_classes(subject, ACCIDENTS, codebook) or lemma(subject) in ALSO or subject.pos_ == "PRON"
