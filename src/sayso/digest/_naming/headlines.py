"""Names in headings and in brackets, which the language model reads worst.

A heading is a line of its own, written with capitals throughout: there, capitals do not tell a name. A name in one is
believed as far as the report uses it elsewhere.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from spacy.tokens import Doc

from sayso.codebook.grammar import THINGS
from sayso.digest._naming.clusters import BRACKETS, initials, is_acronym
from sayso.digest._naming.mentions import Mention, head_of

#: Words between two parts of one name: "in the".
LONGEST_JOINT = 2
#: Words of a heading, at most.
LONGEST_HEADING = 14
#: Share of the longer words of a heading that are written with a capital.
CAPITALS = 0.75
#: Kinds that a heading's words are taken for without being a name.
DOUBTFUL = THINGS - {"place"}


def heading_words(doc: Doc) -> frozenset[int]:
    """The words of headings: short lines with capitals and without a mark at their end, in a text of several lines."""
    breaks = [token.i for token in doc if token.is_space and "\n" in token.text]
    found: set[int] = set()
    for start, end in zip([0, *(i + 1 for i in breaks)], [*breaks, len(doc)], strict=True):
        if breaks and 1 < end - start <= LONGEST_HEADING and _is_heading(doc, start, end):
            found.update(range(start, end))
    return frozenset(found)


def _is_heading(doc: Doc, start: int, end: int) -> bool:
    words = [doc[i] for i in range(start, end) if doc[i].is_alpha and len(doc[i]) > 3]
    if doc[end - 1].is_punct or len(words) < 2:
        return False
    return sum(word.text[0].isupper() for word in words) >= CAPITALS * len(words)


def settle_headings(mentions: list[Mention], headings: frozenset[int]) -> list[Mention]:
    """The names without those that only a heading's capitals make.

    "Harrow Deployment" is Harrow where the report names Harrow elsewhere.
    """
    if not headings:
        return mentions
    body = {mention.words for mention in mentions if mention.start not in headings}
    found: list[Mention] = []
    for mention in mentions:
        if mention.start not in headings or mention.words in body or mention.kind not in DOUBTFUL:
            found.append(mention)
            continue
        known = _known_part(mention, body)
        if known is not None:
            found.append(known)
        elif mention.kind != "other":
            found.append(mention)
    return found


def _known_part(mention: Mention, body: set[tuple[str, ...]]) -> Mention | None:
    """The longest beginning of a name that is a name elsewhere."""
    for end in range(mention.end - 1, mention.start, -1):
        part = _part(mention, mention.start, end)
        if part.words in body:
            return part
    return None


def _part(mention: Mention, start: int, end: int) -> Mention:
    head = head_of(mention.doc, start, end)
    return Mention(mention.doc, start, end, head, "name", mention.kind, mention.sentence, mention.many)


def out_of_headings(mentions: list[Mention], headings: frozenset[int]) -> list[Mention]:
    """The noun phrases, none of which reaches from its line up into the heading above it."""
    for mention in mentions:
        if mention.start in headings and mention.head not in headings:
            above = max(i for i in range(mention.start, mention.head) if i in headings)
            mention.start = next(i for i in range(above + 1, mention.head + 1) if not mention.doc[i].is_space)
    return mentions


def split_brackets(mentions: Iterable[Mention]) -> Iterator[Mention]:
    """ "Joint Air Missile (JAM)" that was taken for one name is two: the expansion and the acronym."""
    for mention in mentions:
        doc, end = mention.doc, mention.end
        closed = doc[end - 1].text in BRACKETS.values()
        last = end - 2 if closed else end - 1
        if last - 2 >= mention.start and doc[last - 1].text in BRACKETS and is_acronym(doc[last].text):
            yield _part(mention, mention.start, last - 1)
            yield _part(mention, last, last + 1)
        else:
            yield mention


def with_acronyms(mentions: list[Mention]) -> list[Mention]:
    """The names, with an acronym in brackets straight behind its expansion that was passed over."""
    taken = {i for mention in mentions for i in range(mention.start, mention.end)}
    found: list[Mention] = []
    for mention in mentions:
        found.append(mention)
        doc, at = mention.doc, mention.end + 1
        if at + 1 >= len(doc) or at in taken or BRACKETS.get(doc[at - 1].text) != doc[at + 1].text:
            continue
        if len(mention.words) > 1 and is_acronym(doc[at].text) and stands_for(doc[at].text, mention.words):
            found.append(_part_at(mention, at))
    return found


def whole_expansions(mentions: list[Mention]) -> list[Mention]:
    """ "Relief Agency in the Far North (RAFN)" that was taken for two names is one: its first letters say so."""
    found: list[Mention] = []
    for mention in mentions:
        doc, before = mention.doc, found[-1] if found else None
        bracket = mention.end + 2 < len(doc) and BRACKETS.get(doc[mention.end].text) == doc[mention.end + 2].text
        near = before is not None and 0 < mention.start - before.end <= LONGEST_JOINT
        if before is not None and near and bracket and is_acronym(doc[mention.end + 1].text):
            whole = _part(before, before.start, mention.end)
            plain = all(token.is_alpha and token.is_lower for token in doc[before.end : mention.start])
            if plain and doc[mention.end + 1].text.casefold().replace(".", "") in initials(whole.words):
                found[-1] = whole
                continue
        found.append(mention)
    return found


def _part_at(mention: Mention, at: int) -> Mention:
    return Mention(mention.doc, at, at + 1, at, "name", mention.kind, mention.sentence)


def stands_for(acronym: str, words: tuple[str, ...]) -> bool:
    """Whether the letters of an acronym stand in the words in that order, the first one at the beginning of a word."""
    letters = acronym.casefold().replace(".", "").removesuffix("s")
    first = next((i for i, word in enumerate(words) if word.startswith(letters[:1])), None)
    if first is None:
        return False
    rest = iter("".join(words[first:]))
    return all(letter in rest for letter in letters)
