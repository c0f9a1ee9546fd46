"""PLOVER's sector of people, groups and bodies, by the words that they are called.

The noun decides ("soldiers": MIL), but for nouns that anybody may have ("officials", "leaders"): there the word or body
beside it does ("military officials"), and the noun's own sector only where none stands there.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from sayso.codebook.nouns import Nouns

if TYPE_CHECKING:
    from spacy.tokens import Token

#: Modifiers that do not tell what a body is: "Aid Agency" may be anybody's.
VAGUE = frozenset(("industry", "business", "company", "community", "civilian", "media", "press", "church"))


def noun_sector(head: Token, beside: Iterable[Token], nouns: Nouns) -> str | None:
    """Sector of a noun for people or bodies, by itself or by the words beside it."""
    noun = nouns.find(head.lower_, head.lemma_)
    own = noun.sector if noun is not None else nouns.titles.get(head.lower_.rstrip("."))
    if noun is None or not nouns.is_general(head.lower_, head.lemma_):
        return own
    return next((sector for token in beside if (sector := _beside_sector(token, nouns))), own)


def _beside_sector(token: Token, nouns: Nouns) -> str | None:
    """What a word beside a general noun says: "military", "police", "of the army", "the party's"."""
    noun = nouns.find(token.lower_, token.lemma_)
    if noun is not None and noun.kind == "organization" and token.lemma_.casefold() not in nouns.weak:
        return noun.sector
    return nouns.modifiers.get(token.lower_)


def role_sector(words: Iterable[Token], head: Token, nouns: Nouns) -> str | None:
    """Sector of a person by a role: its head first, then its other titles from the right."""
    others = [token for token in words if token.i != head.i]
    sector = noun_sector(head, others, nouns)
    if sector is not None:
        return sector
    nouns_left = (token for token in reversed(others) if nouns.is_title(token.text) and token.lower_ != "deputy")
    return next((own for token in nouns_left if (own := noun_sector(token, (), nouns))), None)


def body_sector(words: tuple[str, ...], nouns: Nouns) -> str | None:
    """Sector of a body by its name: the last noun for a body that has one; a noun with many senses only at the end."""
    if words[0] in ("un", "u.n.") or words[:2] == ("united", "nations"):
        return "IGO"
    beside = next((nouns.modifiers[word] for word in words if word in nouns.modifiers and word not in VAGUE), None)
    heads = {len(words) - 1, *(at - 1 for at, word in enumerate(words) if word in ("of", "for"))}
    for at in range(len(words) - 1, -1, -1):
        noun = nouns.find(words[at], words[at].removesuffix("s"))
        if noun is None or noun.kind not in ("organization", "group") or noun.sector is None:
            continue
        if nouns.is_general(words[at]):
            return beside or noun.sector
        if at in heads or words[at] not in nouns.weak:
            return noun.sector
    return beside
