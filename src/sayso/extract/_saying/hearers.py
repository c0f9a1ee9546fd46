"""Who hears it where only two talk: a call or a meeting that the title names, a transcript of two speakers.

Each of the two says what he says to the other. A letter is said to whom, or to which body, the title sends it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

import msgspec

from sayso.codebook.nouns import load_nouns
from sayso.digest._naming.homeland import home_of
from sayso.digest._naming.offices import rules_on
from sayso.extract._saying.turns import BY as TURN
from sayso.model import Entity, Stance, Statement

if TYPE_CHECKING:
    from sayso.digest.digest import Digest

PAIR = 2
#: Code points of a title that are looked at.
LONGEST_TITLE = 300
_TALK = re.compile(
    r"\b(?:conversations?|calls?|talks|meetings?|meets?|met|spoke|speaks|speaking|negotiations|interview) with\b"
    r"|\bQ ?& ?A with\b"
    r"|\b(?:calls?|phones|telephoned) (?=[A-Z])",
    re.IGNORECASE,
)
#: Titles of what two say after their talk, to whoever asks.
_AFTER = re.compile(r"\bconference with\b", re.IGNORECASE)
#: Titles of talks that go by the two countries: "Chad–Mali talks", "Chadian-Malian talks".
_LANDS = re.compile(r"\b([A-Z]\w+)[-–‒]([A-Z]\w+) (?:talks|negotiations|consultations|summit)\b")
#: What only follows such talks is said to others.
_LATER = re.compile(r"\b(?:following|after|ahead of|before)\b")
#: Several talks, each with one.
_EACH = re.compile(r"\b(?:conversations|calls|meetings) with\b", re.IGNORECASE)
_SENT = re.compile(
    r"\b(?:congratulations?|greetings|condolences|letter|message|telegram|reply|response) to\b", re.IGNORECASE
)
#: Labels of whoever is asked.
_ANSWERING = frozenset(("a", "answer"))
#: A name's last word: no other capital follows.
_LAST = re.compile(r"(?:\b[a-z]{1,3}-)?[A-Z][\w’'-]*\b(?! [A-Z])")


def with_hearers(digest: Digest, statements: Sequence[Statement]) -> tuple[Statement, ...]:
    """The statements, those of two who talk with each other with the other one as addressee."""
    title = (digest.report.title or "")[:LONGEST_TITLE]
    pair = frozenset(pair_of(digest, statements))
    receiver = _named_after(digest, title, _SENT) or _body_after(digest, title, _SENT)
    by_id = {statement.id: statement for statement in statements}

    def heard(statement: Statement) -> Statement:
        above = by_id.get(statement.inside or "")
        addressee = statement.addressee or _hearer(statement, above, pair, receiver)
        if addressee is None:
            return statement
        stance = tuple(_of_hearer(one, addressee) for one in statement.stance)
        return msgspec.structs.replace(statement, addressee=addressee, stance=stance)

    found = [heard(statement) for statement in statements]
    hearers = {statement.id: statement.addressee for statement in found}
    return tuple(_said_by_hearer(statement, hearers.get(statement.inside or "")) for statement in found)


def with_answers(digest: Digest, statements: Sequence[Statement]) -> tuple[Statement, ...]:
    """The statements, the turns of "A:" and "ANSWER:" as those of the one whom the title says was asked."""
    asked = _named_after(digest, (digest.report.title or "")[:LONGEST_TITLE], _TALK)

    def answered(statement: Statement) -> Statement:
        source = statement.source
        if source is None or asked is None or statement.by != TURN or source.text.lower() not in _ANSWERING:
            return statement
        return msgspec.structs.replace(statement, source=msgspec.structs.replace(source, entity=asked, kind="named"))

    return tuple(answered(statement) for statement in statements)


def _said_by_hearer(statement: Statement, hearer: str | None) -> Statement:
    """ "You said that …", "in your opinion": the hearer of the words around it said it."""
    source = statement.source
    if source is None or hearer is None or source.text.lower() not in ("you", "your"):
        return statement
    return msgspec.structs.replace(statement, source=msgspec.structs.replace(source, entity=hearer, kind="named"))


def _of_hearer(stance: Stance, addressee: str) -> Stance:
    """For or against "you": the hearer."""
    return msgspec.structs.replace(stance, target=addressee) if stance.target.lower() == "you" else stance


def _hearer(statement: Statement, above: Statement | None, pair: frozenset[str], receiver: str | None) -> str | None:
    source = statement.source
    if source is None or (above is not None and (above.source is None or above.source.entity != source.entity)):
        return None
    if source.kind == "document" and statement.manner == "direct":
        return receiver
    known = source.kind == "named" and source.entity in pair
    return next(iter(pair - {source.entity}), None) if known else None


def pair_of(digest: Digest, statements: Sequence[Statement]) -> tuple[str, ...]:
    """The two who talk, or nobody: the title's partner and the one other person who has turns or who speaks, else the
    ruler whose government brings the report out; or a transcript's two.
    """
    people = {entity.id for entity in digest.entities if _is_named(entity)}
    spoken = [s for s in statements if s.source is not None and s.inside is None]
    told = {s.source.entity for s in spoken if s.source and s.source.kind == "named" and s.source.entity} & people
    turns = {s.source.entity for s in spoken if s.source and s.by == TURN}
    title = (digest.report.title or "")[:LONGEST_TITLE]
    partner = _named_after(digest, title, _TALK)
    if partner is None and not _LATER.search(title) and (both := _of_two_lands(digest, title, told)):
        return both
    if partner is None:
        return tuple(sorted(told)) if len(told) == len(turns) == 2 else ()
    return _with_host(digest, {partner}, told, turns)


def sides_of(digest: Digest, statements: Sequence[Statement]) -> tuple[str, ...]:
    """Those who talk: the two, also where they only tell of it to the press, or the host and the several guests whom
    the title names ("Meeting with [Name] and [Name]"). Nobody hears who these say it to.
    """
    title = (digest.report.title or "")[:LONGEST_TITLE]
    several = set() if _EACH.search(title) else _all_named_after(digest, title, _TALK)
    pair = () if len(several) > 1 else pair_of(digest, statements)
    guests = several if len(several) > 1 else _all_named_after(digest, title, _AFTER)
    spoken = [s for s in statements if s.source is not None and s.inside is None]
    told = {s.source.entity for s in spoken if s.source and s.source.entity}
    told &= {entity.id for entity in digest.entities if _is_named(entity)}
    turns = {s.source.entity for s in spoken if s.source and s.by == TURN}
    return pair or (_with_host(digest, guests, told, turns) if guests else _of_two_lands(digest, title, told))


def _with_host(digest: Digest, guests: set[str], told: set[str], turns: set[str | None]) -> tuple[str, ...]:
    """The guests and whoever has them, if that is one: who speaks, has turns, or rules."""
    hosts = (told, told & turns, _rulers(digest))
    other = next((found for one in hosts if len(found := one - guests) == 1), None)
    return tuple(sorted({*guests, *other})) if other else ()


def _of_two_lands(digest: Digest, title: str, told: set[str]) -> tuple[str, ...]:
    """The two who speak or rule for the countries by which the title calls their talks."""
    match = _LANDS.search(title)
    if match is None:
        return ()
    found = []
    for word in match.groups():
        land = next((e.country for e in digest.entities if any(m.text == word for m in e.mentions)), None)
        ours = [e for e in digest.entities if land is not None and e.country == land and _is_named(e)]
        rulers = [e.id for e in ours if rules_on(digest.report.published, land or "", e.name)]
        known = rulers or [e.id for e in ours if e.id in told] or [e.id for e in ours]
        found += known if len(known) == 1 else []
    return tuple(sorted(set(found))) if len(set(found)) == PAIR else ()


def _rulers(digest: Digest) -> set[str]:
    """Whoever rules the country whose government brings the report out, as far as the report names him."""
    report, home = digest.report, home_of(digest.report)
    ours = (e for e in digest.entities if home is not None and e.country == home and _is_named(e))
    return {e.id for e in ours if home is not None and rules_on(report.published, home, e.name)}


def _is_named(entity: Entity) -> bool:
    """A person whom the words or, for an office that the words tell, the title of the page gives by name."""
    said = any(m.form == "name" for m in entity.mentions)
    return entity.kind == "person" and (said or not any(entity.name in m.text for m in entity.mentions))


def _named_after(digest: Digest, title: str, words: re.Pattern[str]) -> str | None:
    """The one person whom the title names after the words, not as a part of a longer name."""
    found = _all_named_after(digest, title, words)
    return next(iter(found)) if len(found) == 1 else None


def _body_after(digest: Digest, title: str, words: re.Pattern[str]) -> str | None:
    """The body by the longest name that the title has after the words: "Greetings to the staff of [Body]"."""
    match = words.search(title)
    behind = title[match.end() :] if match else ""
    bodies = (e for e in digest.entities if e.kind == "organization")
    named = [(len(m.text), e.id) for e in bodies for m in e.mentions if m.form == "name" and m.text in behind]
    return max(named)[1] if named else None


def _all_named_after(digest: Digest, title: str, words: re.Pattern[str]) -> set[str]:
    match = words.search(title)
    last = set(_LAST.findall(title, match.end())) if match else set()
    last = {word for word in last if not load_nouns().is_title(word)}
    return {e.id for e in digest.entities if _is_named(e) and e.name.split()[-1] in last}
