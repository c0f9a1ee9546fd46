"""Which language a text is in, as far as that can be told."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from py3langid.langid import LanguageIdentifier  # type: ignore[import-untyped]

#: of texts with fewer letters nothing is said: names and numbers alone look like any language
LEAST_LETTERS = 40
#: unless most are of another script
LEAST_OTHERS = 15
#: of 1,800 English texts of the dev sets none but one list of names reaches this in another language
LEAST_PROBABILITY = 0.9
#: so much of the text decides
LOOKED_AT = 4000
#: a text with this share of the commonest English words is English: no need to ask, and to load, the model
ENGLISH_SHARE = 0.15

#: in so many words of English stands one of the commonest: of 646 texts of the dev sets one has none, a list of names
SURELY_ONE = 20

_ENGLISH = frozenset(
    ("the", "of", "and", "to", "in", "that", "is", "was", "for", "on", "with", "as", "by", "at", "from", "it", "has")
)  # fmt: skip
_WORD = re.compile(r"[^\W\d_]+")
_LATIN = re.compile(r"[a-zªºß-öø-ɏḀ-ỿ]")


@cache
def _identifier() -> LanguageIdentifier:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)


def language_of(text: str) -> str:
    """BCP 47 code of the text's language; "en" where the text is too short or the answer too unsure for another.

    "und" where all that is known is that most letters are none of English.
    """
    head = text[:LOOKED_AT].lower()
    words = _WORD.findall(head)
    letters = sum(map(len, words))
    in_latin = 2 * sum(len(_LATIN.findall(word)) for word in words) >= letters
    if letters < LEAST_LETTERS and (in_latin or letters < LEAST_OTHERS):
        return "en"
    common = sum(word in _ENGLISH for word in words)
    if common >= ENGLISH_SHARE * len(words):
        return "en"
    code, probability = _identifier().classify(head)
    if not in_latin:
        return str(code) if code != "en" else "und"
    sure = probability >= LEAST_PROBABILITY or (not common and len(words) >= SURELY_ONE)
    return str(code) if sure else "en"
