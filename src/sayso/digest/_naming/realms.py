"""What an office is for: "Minister of Transport", "Envoy for Environmental Protection, Ecology and Transport".

Such words are a part of what the office is called, and no body: words of the language, none of them a noun for
a body ("Secretary of the Security Council").
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import simplemma

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from sayso.codebook.nouns import Nouns
    from sayso.digest._naming.mentions import Mention

#: Kinds that a realm is taken for.
REALM_KINDS = frozenset(("organization", "other", "nationality", "facility"))
BEFORE = frozenset(("of", "for", "on"))
JOINTS = frozenset((",", "and", "&"))
#: Nouns for those whose office has a realm; presidents and directors are of bodies.
OFFICES = frozenset((
    "minister", "secretary", "undersecretary", "representative", "envoy", "commissioner", "adviser", "advisor", "aide",
))  # fmt: skip


def without_realms(mentions: list[Mention], nouns: Nouns) -> list[Mention]:
    """The names, without those that only say what an office is for. `mentions` in text order."""
    ends: set[int] = set()
    kept: list[Mention] = []
    for mention in mentions:
        if mention.kind in REALM_KINDS and _is_realm(mention, ends, nouns):
            ends.add(mention.end)
        else:
            kept.append(mention)
    return kept


def _is_realm(mention: Mention, ends: set[int], nouns: Nouns) -> bool:
    doc, at = mention.doc, mention.start - 1
    while at >= 0 and doc[at].lower_ in JOINTS and at + 1 not in ends:
        at -= 1
    joined = at + 1 in ends and at + 1 < mention.start
    if not joined and not _behind_office(doc, mention.start - 1):
        return False
    return all(_is_plain(word, nouns) for word in mention.words)


def _behind_office(doc: Doc, at: int) -> bool:
    """Whether "Minister of (the)" ends at a word."""
    if at > 0 and doc[at].lower_ == "the":
        at -= 1
    if at < 1 or doc[at].lower_ not in BEFORE:
        return False
    return doc[at - 1].lower_.rpartition("-")[2] in OFFICES


def _is_plain(word: str, nouns: Nouns) -> bool:
    """A word of the language that is no noun for a body."""
    noun = nouns.find(word, word.removesuffix("s"))
    body = noun is not None and noun.kind in ("organization", "facility")
    return not body and simplemma.is_known(word, lang="en")
