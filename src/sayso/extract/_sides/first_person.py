"""Who says "I" and "we", who is "you", and who says thanks without a word for himself."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from sayso.codebook import syntax
from sayso.codebook.match import lemma
from sayso.codebook.words import word_list
from sayso.extract._saying.hearers import sides_of
from sayso.model import Participant, Source, Statement

if TYPE_CHECKING:
    from spacy.tokens import Token

    from sayso.digest.digest import Digest
    from sayso.extract._telling.telling import Telling

OURS = frozenset({"we", "us", "our"})
#: Who heads a body, or has charge of it, and says "we" for it.
HEADING = word_list("first_person_heading")
#: Words that thank or congratulate by themselves.
THANKS = word_list("first_person_thanks")


def speaker(token: Token, statements: Sequence[Statement]) -> str | None:
    """Who says "I" here: the source of the innermost statement around the word."""
    source = _source(token, statements)
    return source.entity if source is not None else None


def hearer(token: Token, statements: Sequence[Statement]) -> str | None:
    """Who is "you" here: whoever hears the innermost direct speech around the word."""
    said = _innermost(s for s in statements if s.manner == "direct" and _is_around(s, token))
    return said.addressee if said is not None else None


def name_us(tellings: Sequence[Telling], statements: Sequence[Statement], digest: Digest) -> None:
    """Says for whom "we" stands where two talk: both of them meet; where they speak for two countries, both of these do
    what is done together, the two agree, and the speaker's country does the rest, or the body that he heads.
    """
    pair = sides_of(digest, statements)
    lands = _lands(pair, digest)
    bodies = {} if lands else _bodies(pair, digest)
    for telling in tellings:
        for token in (*telling.actors, *telling.recipients):
            who = speaker(token, statements) if token.lower_ in OURS and token.pos_ == "PRON" else None
            if who and token.lower_ == "we" and (others := _named_with_me(token, digest, statements)) - {who}:
                telling.both[token.i] = [who, *sorted(others - {who})]
            elif who in pair:
                body = [bodies[who]] if who in bodies and not _is_of_today(telling) else []
                telling.both[token.i] = body or _us(telling, who, pair, lands)


def _named_with_me(we: Token, digest: Digest, statements: Sequence[Statement]) -> set[str]:
    """Those of "[Name] and I visited the port. We met its workers.": who did the last thing together with the speaker,
    in the sentence or the one before.
    """
    first = we.sent.start
    first = we.doc[first - 1].sent.start if first else 0
    for token in reversed(we.doc[first : we.i]):
        if token.text != "I" or speaker(token, statements) != speaker(we, statements):
            continue
        joined = [token.head] if token.dep_ == "conj" else [c for c in token.children if c.dep_ == "conj"]
        subject = (joined[0] if token.dep_ == "conj" and joined else token).dep_.startswith("nsubj")
        return {found for t in joined if subject and (found := digest.entity_at(t)) is not None}
    return set()


def _is_of_today(telling: Telling) -> bool:
    """ "We met", "our meeting": what the two do, not what a body does with others or always does."""
    verb = syntax.is_verb(telling.head)
    ours = not syntax.light_verb(telling.head)
    told = telling.head.tag_ != "VBP" if verb else ours
    return telling.type == "CONSULT" and not telling.recipients and told


def _us(telling: Telling, who: str, pair: Sequence[str], lands: Mapping[str, str]) -> list[str]:
    """The ids that "we" stands for in the mouth of one of the pair."""
    act = telling.about or telling
    both = [who] if telling.recipients else sorted(pair, key=lambda one: one != who)
    together = act.frame is not None and act.frame.reciprocal
    if act.type == "CONSULT" or (lands and together and act.type == "AGREE"):
        return both
    return [lands.get(one, one) for one in (both if lands and together else [who])]


def _lands(pair: Sequence[str], digest: Digest) -> dict[str, str]:
    """The countries of the two, where they are two that the report names."""
    countries = {e.country: e.id for e in digest.entities if e.place is not None and e.place.feature == "country"}
    known = {e.id: countries[e.country] for e in digest.entities if e.id in pair and e.country in countries}
    return known if len(set(known.values())) > 1 else {}


def _bodies(pair: Sequence[str], digest: Digest) -> dict[str, str]:
    """The bodies that the two head, by their titles here or in the report's: "Harbour Agency Director [Name]"."""
    named = [(m, e.id) for e in digest.entities if e.kind == "organization" for m in e.mentions if m.form == "name"]
    found: dict[str, str] = {}
    for person in (e for e in digest.entities if e.id in pair):
        heads = (role.spans[0] for role in person.roles if HEADING & set(role.text.lower().split()))
        inside = [body for start, end in heads for m, body in named if start <= m.spans[0][0] and m.spans[-1][1] <= end]
        if inside or (inside := [body for m, body in named if _is_headed(m.text, person.name, digest.report.title)]):
            found[person.id] = inside[0]
    return found


def _is_headed(body: str, name: str, title: str | None) -> bool:
    """ "Harbour Agency" by "Meeting with Director of the Harbour Agency [Name]"."""
    before, family, _ = (title or "").partition(name.rsplit(maxsplit=1)[-1])
    return bool(family and HEADING & set(before.lower().split())) and f" {body} " in before


def unsaid(telling: Telling, statements: Sequence[Statement]) -> tuple[Participant, ...]:
    """ "[Name]" of "[Name]: Thank you, it is a pleasure to meet you.": who thanks, or meets "you", where nobody is said
    to do it, is the speaker.
    """
    head = telling.head
    thanks = telling.type == "SUPPORT" and lemma(head) in THANKS and head.tag_ not in ("VBD", "VBG", "VBN")
    alone = thanks and not (telling.actors or syntax.logical_subjects(head) or syntax.noun_owner(head))
    you = {t.lower_ for t in telling.recipients} == {"you"} >= {t.lower_ for t in telling.actors}
    source = _source(head, statements) if alone or (telling.type == "CONSULT" and you) else None
    if source is None or source.entity is None:
        return ()
    return (Participant(spans=source.spans, text=source.text, entity=source.entity),)


def _source(token: Token, statements: Sequence[Statement]) -> Source | None:
    """The source of the innermost direct speech; of the innermost statement where nothing is quoted: "I" of "we
    spoke by telephone, as you noted" in a turn is whoever has the turn.
    """
    around = [s for s in statements if s.source is not None and _is_around(s, token)]
    inner = _innermost(s for s in around if s.manner == "direct") or _innermost(around)
    return inner.source if inner is not None else None


def _is_around(statement: Statement, token: Token) -> bool:
    return any(a <= token.idx < b for a, b in statement.content.spans)


def _innermost(statements: Iterable[Statement]) -> Statement | None:
    return min(statements, key=lambda s: sum(b - a for a, b in s.content.spans), default=None)
