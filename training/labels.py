"""The label sets of every head, fixed before training so that a checkpoint outlives changes of the data."""

from __future__ import annotations

import json
from pathlib import Path

KINDS = ("person", "organization", "place", "nationality", "facility", "weapon", "vehicle", "event", "work", "other")
NOMINALS = ("person", "group", "organization", "facility", "weapon", "vehicle")
ROLES = ("source", "cue", "content")
INCIDENT = ("PerpInd", "PerpOrg", "Target", "Victim", "Weapon")
UPOS = (
    "ADJ",
    "ADP",
    "ADV",
    "AUX",
    "CCONJ",
    "DET",
    "INTJ",
    "NOUN",
    "NUM",
    "PART",
    "PRON",
    "PROPN",
    "PUNCT",
    "SCONJ",
    "SYM",
    "VERB",
    "X",
)
XPOS = (
    "$", "''", ",", "-LRB-", "-RRB-", ".", ":", "``", "ADD", "AFX", "CC", "CD", "DT", "EX", "FW", "GW", "HYPH", "IN",
    "JJ", "JJR",
    "JJS", "LS", "MD", "NFP", "NN", "NNP", "NNPS", "NNS", "PDT", "POS", "PRP", "PRP$", "RB", "RBR", "RBS", "RP",
    "SYM", "TO",
    "UH", "VB", "VBD", "VBG", "VBN", "VBP", "VBZ", "WDT", "WP", "WP$", "WRB", "XX",
)  # fmt: skip
DEPRELS = (
    "acl", "acl:relcl", "advcl", "advcl:relcl", "advmod", "amod", "appos", "aux", "aux:pass", "case", "cc",
    "cc:preconj", "ccomp",
    "compound", "compound:prt", "conj", "cop", "csubj", "csubj:outer", "csubj:pass", "dep", "det", "det:predet",
    "discourse",
    "dislocated", "expl", "fixed", "flat", "goeswith", "iobj", "list", "mark", "nmod", "nmod:desc", "nmod:poss",
    "nmod:unmarked", "nsubj",
    "nsubj:outer", "nsubj:pass", "nummod", "obj", "obl", "obl:agent", "obl:unmarked", "orphan", "parataxis", "punct",
    "reparandum",
    "root", "vocative", "xcomp",
)  # fmt: skip


def bilou(kinds: tuple[str, ...]) -> tuple[str, ...]:
    """O, then begin, inside, last and only-one tags of each kind."""
    return ("O", *(f"{position}-{kind}" for kind in kinds for position in "BILU"))


NAME_TAGS = bilou(KINDS)
NOMINAL_TAGS = bilou(NOMINALS)
ROLE_TAGS = bilou(("role",))
TRIGGER_TAGS = bilou(("trigger",))
INCIDENT_TAGS = bilou(INCIDENT)


def span_tags(length: int, kind: int) -> list[int]:
    """Tags of a span of so many words; kind is the index of its kind."""
    first = 1 + 4 * kind
    if length == 1:
        return [first + 3]
    return [first] + [first + 1] * (length - 2) + [first + 2]


def write_labels(path: Path) -> None:
    """What the reader needs to name the heads' outputs."""
    sets = {
        "upos": UPOS,
        "xpos": XPOS,
        "deprel": DEPRELS,
        "names": KINDS,
        "nominal": NOMINALS,
        "roles": ROLES,
        "incident": INCIDENT,
    }
    path.write_text(json.dumps(sets, indent=1) + "\n", encoding="utf-8")
