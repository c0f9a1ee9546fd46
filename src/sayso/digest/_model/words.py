"""Words: spaCy's English tokenizer, brought closer to Universal Dependencies and made safe for any input.

The rules below were chosen on the raw text of the English UD dev sets (EWT, GUM, PUD): each removes one of the
commonest
disagreements between spaCy's words and the treebanks' words.
"""

from __future__ import annotations

import re

from spacy.lang.char_classes import ALPHA, ALPHA_LOWER, ALPHA_UPPER, CONCAT_QUOTES, LIST_ELLIPSES, LIST_ICONS
from spacy.language import Language
from spacy.symbols import ORTH
from spacy.tokenizer import Tokenizer
from spacy.tokens import Doc
from spacy.util import compile_infix_regex, compile_prefix_regex

#: Prefixes that the treebanks keep joined by their hyphen ("re-elected", "pro-Beijing").
JOINED = (
    "anti",
    "co",
    "counter",
    "e",
    "inter",
    "mid",
    "mis",
    "multi",
    "non",
    "post",
    "pre",
    "pro",
    "re",
    "sub",
    "ultra",
    "un",
)
#: Ranks and other abbreviations whose full stop belongs to them and that spaCy does not know.
RANKS = ("Adm.", "Brig.", "Capt.", "Cmdr.", "Col.", "Cpl.", "Gen.", "Gens.", "Lt.", "Maj.", "Pvt.", "Sgt.")
ABBREVIATIONS = (*RANKS, "Pres.", "Sens.", "Reps.", "Supt.", "Amb.", "Atty.", "Hon.", "Insp.", "Nos.", "al.", "etc.")
#: Longest run without white space that is given to spaCy in one go: its affix rules are quadratic in this length.
LONGEST_RUN = 200
_LONG_RUN = re.compile(rf"\S{{{LONGEST_RUN + 1},}}")
_HALF_PAIR = re.compile("[\ud800-\udfff]")
_RUN = re.compile(rf"\S{{1,{LONGEST_RUN}}}|\s+")


def tune_tokenizer(nlp: Language) -> None:
    """Replace the affix rules of a blank English pipeline's tokenizer by ours, in place."""
    tokenizer = nlp.tokenizer
    if not isinstance(tokenizer, Tokenizer):
        raise TypeError(f"expected spaCy's rule tokenizer, found {type(tokenizer).__name__}")
    tokenizer.infix_finditer = compile_infix_regex(_infixes()).finditer
    repeated = [r"([=*_~#!?<>-])\1+", r"([^\w\s])\2{3,}"]
    tokenizer.prefix_search = compile_prefix_regex([*repeated, *(nlp.Defaults.prefixes or ())]).search
    for word in ABBREVIATIONS:
        tokenizer.add_special_case(word, [{ORTH: word}])
    for word in RANKS:
        tokenizer.add_special_case(word.upper(), [{ORTH: word.upper()}])


def _infixes() -> list[str]:
    hyphen = "".join(rf"(?<!\b{form})" for prefix in JOINED for form in (prefix, prefix.capitalize()))
    return [
        *LIST_ELLIPSES,
        *LIST_ICONS,
        r"(?<=[0-9])[+\-\*^](?=[0-9-])",
        rf"(?<=[{ALPHA_LOWER}]):(?=[\"“][{ALPHA}])",  # a page that lost the space: 'in part:"I would …'
        rf"(?<=[{ALPHA_LOWER}]:)[\"“](?=[{ALPHA}])",
        rf"(?<=[{ALPHA_LOWER}{CONCAT_QUOTES}])\.(?=[{ALPHA_UPPER}{CONCAT_QUOTES}])",
        rf"(?<=[{ALPHA}]),(?=[{ALPHA}])",
        rf"(?<=[{ALPHA}]){hyphen}-(?=[{ALPHA}])",
        rf"(?<=[{ALPHA_UPPER}]\.)-(?=[{ALPHA_LOWER}])",
        rf"(?<=[{ALPHA_UPPER}]\.[{ALPHA_UPPER}]\.)-(?=[{ALPHA_UPPER}])",
        rf"(?<=[{ALPHA})\]\"”])(?:–|—|--|---|~)(?=[{ALPHA}])",
        rf"[)\]\"”](?=(?:–|—|--)[{ALPHA}])",
        r"(?<=[0-9])[–—](?=[0-9])",
        rf"(?<=[{ALPHA}]{{3}})/(?=[{ALPHA}]{{2}})",
        rf"(?<=[{ALPHA}0-9])[:<>=](?=[{ALPHA}])",
    ]


class SafeTokenizer:
    """A tokenizer whose time is linear in the text: runs without white space are cut every `LONGEST_RUN` characters."""

    def __init__(self, nlp: Language) -> None:
        self.inner = nlp.tokenizer
        self.vocab = nlp.vocab

    def __call__(self, text: str) -> Doc:
        """Words of a text; `doc.text == text`, save that halves of surrogate pairs (no characters) become U+FFFD."""
        text = _HALF_PAIR.sub("\ufffd", text)
        if not _LONG_RUN.search(text):
            return self.inner(text)
        words: list[str] = []
        spaces: list[bool] = []
        for part in _parts(text):
            doc = self.inner(part)
            words.extend(token.text for token in doc)
            spaces.extend(bool(token.whitespace_) for token in doc)
        return Doc(self.vocab, words=words, spaces=spaces)


def _parts(text: str) -> list[str]:
    """The text in pieces that end at white space where there is some, and else after `LONGEST_RUN` characters."""
    parts: list[str] = []
    start = 0
    for long_run in _LONG_RUN.finditer(text):
        parts.append(text[start : long_run.start()])
        parts.extend(found.group() for found in _RUN.finditer(long_run.group()))
        start = long_run.end()
    parts.append(text[start:])
    return [part for part in parts if part]
