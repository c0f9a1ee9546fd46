"""Another spaCy pipeline in the place of ours: it must give what the rules read."""

from __future__ import annotations

import re

import spacy
from spacy.language import Language

from sayso.errors import UsageError

#: What a sentence must have been given, by spaCy's names of the layers.
LAYERS = {
    "SENT_START": "sentences",
    "POS": "parts of speech",
    "LEMMA": "lemmas",
    "DEP": "dependency parse",
    "ENT_IOB": "names",
}
_PIPELINE = re.compile(r"[a-z]{2,3}_\w+")
_PROBE = "Mara Lund told reporters in Oslo on Monday that the soldiers had left the town."


def load_other(name: str) -> Language:
    """The spaCy pipeline of that name or path.

    Raises `UsageError` if there is none, or if it lacks a layer of `LAYERS`. The rules read Universal Dependencies:
    with labels of another scheme they find less.
    """
    try:
        nlp = spacy.load(name)
    except (OSError, ValueError) as error:
        reason = str(error).partition("\n")[0]
        # spaCy's own pipelines are called "en_core_web_sm"; a path is none that could be had
        way_out = f" `python -m spacy download {name}` may get it" if _PIPELINE.fullmatch(name) else ""
        raise UsageError(f"cannot load the language model {name}: {reason}{way_out}") from error
    doc = nlp(_PROBE)
    missing = [layer for key, layer in LAYERS.items() if not doc.has_annotation(key)]
    if missing:
        raise UsageError(f"the language model {name} lacks what sayso reads: {', '.join(missing)}")
    return nlp
