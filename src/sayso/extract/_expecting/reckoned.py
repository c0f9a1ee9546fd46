"""How likely it is, said in a sentence of its own: "The port will reopen by May. I would put it at 70 percent."

The number is of what was expected right before; the sentence expects nothing itself.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import msgspec

from sayso.extract._expecting.degree import stated_in

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Doc

    from sayso.model import Outlook

_PUT = re.compile(
    r"\b(?:puts?|rates?|give|gives)\s+(?:it|that|this|the\s+(?:chances?|odds|probability|likelihood|risk))\s+"
    r"(?:at|a|an)\s+([^.;!?]+)",
    re.IGNORECASE,
)
#: How many sentences before its number what is expected may stand.
NEAR = 1


def with_reckoning(doc: Doc, outlooks: Sequence[Outlook]) -> list[Outlook]:
    """The outlooks, those whose number stands in the next sentence with it, and without what that sentence holds."""
    kept = list(outlooks)
    sentences = list(doc.sents)
    for i, sentence in enumerate(sentences):
        put = _PUT.search(sentence.text)
        number = stated_in(put.group(1)) if put is not None else None
        if put is None or number is None:
            continue
        start, end = sentence.start_char, sentence.end_char
        first = sentences[max(0, i - NEAR)].start_char
        own = [one for one in kept if start <= one.cue.spans[0][0] < end]
        before = [one for one in kept if first <= one.cue.spans[0][0] < start]
        if not before or before[-1].probability is not None:
            continue
        told = msgspec.structs.replace(before[-1], probability=number)
        kept = [told if one is before[-1] else one for one in kept if one not in own]
    return kept
