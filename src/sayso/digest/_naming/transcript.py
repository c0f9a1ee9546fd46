"""Whose turn of a transcript a word stands in: "he" is never the one who is speaking."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

#: How many words a label has at most, from the office on: "President of the Republic of Chad Idriss Adoum".
LONGEST_LABEL = 16
#: Words that a label may have beside names and capitals.
SMALL = frozenset(("of", "the", "de", "van", "von", "al", "el", "bin", "and", "for", ",", "(", ")", "-"))
#: What may stand before a label that begins in the middle of a line.
BEFORE = frozenset((".", "!", "?", "…", '"', "”", ")", "*"))


def labels(doc: Doc) -> dict[int, range]:
    """The words of every label of a text, by the place of its colon."""
    return {t.i: label for t in doc if t.text == ":" and (label := _label(t))}


def turns(doc: Doc, labels: Mapping[int, range]) -> list[range]:
    """For every word the words of the label of its turn ("Mara Okot: …"), none where it stands in no turn.

    A turn goes on to the next label; where there is only one, to the end of its line, as it may be a headline.
    """
    found: list[range] = []
    now = range(0)
    for token in doc:
        if token.i in labels:
            now = labels[token.i]
        elif len(labels) == 1 and now and token.is_space and "\n" in token.text and token.i > now.stop + 1:
            now = range(0)
        found.append(now)
    return found


def _label(colon: Token) -> range:
    """The words between the beginning of a line or sentence and the colon, if they are nothing but names, offices and
    capitals, and a new sentence follows.
    """
    doc = colon.doc
    begins = colon.i
    while begins > 0 and colon.i - begins < LONGEST_LABEL and _fits(doc[begins - 1]):
        begins -= 1
    before = doc[begins - 1] if begins else None
    starts = before is None or before.is_space or before.text in BEFORE
    behind = next((t for t in doc[colon.i + 1 : colon.i + 4] if not (t.is_space or t.is_punct)), None)
    return range(begins, colon.i) if starts and behind is not None and behind.text[:1].isupper() else range(0)


def _fits(token: Token) -> bool:
    return not token.is_space and (token.text[:1].isupper() or token.lower_ in SMALL)
