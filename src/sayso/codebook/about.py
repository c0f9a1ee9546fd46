"""What a whole report is about, and how much that speaks against violence being meant literally: "attack", "fight" and
"target" in news of a campaign or a match are mostly figures of speech.

Linear in the text: each word is looked up once in each class.
"""

from __future__ import annotations

from spacy.tokens import Doc, Token

from sayso.codebook.codebook import Codebook
from sayso.codebook.lemmas import lemma

#: What speaks for violence in a report, by word class.
VIOLENT = ("armed", "weapon", "casualty")
#: A report is about what at least so many of its words are of, and so many times as many as speak for violence.
MANY, RATIO = 5, 2
CONTENT = ("NOUN", "PROPN", "VERB", "ADJ")


def figurative(doc: Doc, codebook: Codebook) -> int:
    """The weight of what the report is about against a literal sense: of the topics that hold, the strongest."""
    words = [token for token in doc if token.pos_ in CONTENT]
    violent = sum(_count(words, name, codebook) for name in VIOLENT if name in codebook.classes)
    return min(
        (weight for name, weight in codebook.report.items() if _holds(_count(words, name, codebook), violent)),
        default=0,
    )


def _holds(count: int, violent: int) -> bool:
    return count >= MANY and count >= RATIO * violent


def _count(words: list[Token], name: str, codebook: Codebook) -> int:
    known = codebook.classes[name].words
    return sum(token.lower_ in known or lemma(token) in known for token in words)
