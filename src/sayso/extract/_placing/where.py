"""Where an event took place, from the words nearest to it in the parse.

A place belongs to the event whose words it hangs on, or whose aim it is. One in the dateline ("OSLO, May 3 (…) —")
belongs to nobody, nor does the place of a topic or of who is only named.
"""

from __future__ import annotations

from itertools import takewhile
from typing import TYPE_CHECKING

from spacy.tokens import Token

from sayso.codebook import syntax
from sayso.codebook.codebook import words_for
from sayso.codebook.match import lemma
from sayso.codebook.nouns import load_nouns
from sayso.codebook.words import word_list
from sayso.extract._placing import elsewhere
from sayso.extract._placing.clauses import (
    AIMED,
    SPOKEN,
    in_other_clause,
    is_going_on,
    is_of_the_event,
    is_saying,
    steps,
    under,
)
from sayso.extract._placing.finest import WIDE, finest, is_island, is_small
from sayso.extract._placing.phrase import BEFORE, WAYS, case_of, top, verb_behind
from sayso.extract._placing.scenes import Scenes
from sayso.extract._sides.participants import CALENDAR
from sayso.extract._status.status import carrier_of
from sayso.extract._telling.telling import Telling
from sayso.model import Entity

if TYPE_CHECKING:
    from sayso.digest.digest import Digest

LOCATIVE = word_list("when_where_locative")
#: Prepositions that tell where from or where to: a place, but a worse one than "in".
DIRECTION = word_list("when_where_direction")
#: Modes and types that happen where they lead to, or whence: by prepositions; "" is a bare object.
GOALS = {
    "visit": frozenset({"", "to", "in", "at", "through"}),
    "MOBILIZE": frozenset({"to", "into", "toward", "towards"}),
    "RETREAT": frozenset({"from", "out"}),
    "withdraw": frozenset({"from", "out"}),
}
#: Courts before which somebody stands.
COURTS = frozenset({"court", "tribunal", "judge", "magistrate"})
#: Conjunctions of the clause that tells how it came.
MEANWHILE = frozenset({"when", "as", "while"})
#: How far from the event a place of its clause may stand in the parse.
NEAREST = 6
#: Verbs whose object is where it happened ("fled the camp").
LEAVING = word_list("when_where_leaving")
#: Nouns that take up a place ("this zone"), and how far from the event they may stand in the parse.
AGAIN = word_list("when_where_again")
NEAR = 5
#: What somebody is sentenced to, by its building.
PENALTIES = frozenset({"prison", "jail", "camp", "colony", "penitentiary", "custody"})
#: Waters that may be called as a country is.
WATERS = frozenset({"river", "lake", "sea", "gulf"})
#: Parts of a place that something is "on".
SIDES = frozenset(
    "island outskirt border edge coast coastline bank side front peninsula fringe corner street shore".split()
)


def _is_penalty(telling: Telling, building: Token) -> bool:
    """ "Sentenced to 12 years in prison": what the court gives, and not where it sat."""
    return telling.mode == "convict" and lemma(building) in PENALTIES


class Places:
    """The places of one report, to be asked for those of its events in text order."""

    def __init__(self, digest: Digest) -> None:
        self._scenes = Scenes(digest)
        #: where the sentence of the last event with a place ends, and that place
        self._last: tuple[int, str | None] = (0, None)

    def building_of(self, telling: Telling) -> str | None:
        """Id of the building at which the words put an event that has no place on the map ("at a tea shop")."""
        heads = {t.i for t in telling.tokens} | {carrier_of(telling.head).i, telling.head.i}
        if telling.type in AIMED:
            heads |= {t.i for t in telling.actors + telling.recipients}  # "killed two nurses in a flat"
        for root, entity in self._scenes.buildings.get(telling.head.sent.start, []):
            at = syntax.case_of(root) in LOCATIVE - DIRECTION - {"on"} and not _is_penalty(telling, root)
            if at and root.head.i in heads and root not in telling.actors + telling.recipients:
                return entity.id
        return None

    def _site(self, telling: Telling, place: str | None) -> str | None:
        """ "At the [Name] camp in [Country]": a building by its name, of which no map tells where in the country or
        region it is.
        """
        known = self._scenes.digest.by_id[place].place if place is not None else None
        if known is None or known.feature not in WIDE:
            return None
        heads = _heads(telling)
        for root, entity in self._scenes.sites.get(telling.head.sent.start, []):
            phrase = top(root)
            while _is_at(phrase, root) and phrase.head.pos_ == "NOUN" and _is_at(phrase.head, phrase.head):
                phrase = phrase.head  # "outside a mosque in the [Name] camp"
            if _is_at(phrase, root) and _holder(phrase).i in heads:
                return entity.id
        return None

    def of(self, telling: Telling, beside: list[Telling]) -> str | None:
        """Id of the place entity at which the words put the event; `beside`: the tellings of its sentence."""
        near = self._ranked(telling, beside)
        place = finest(near + self._when(telling)) or self._visited(telling, beside) or self._again(telling)
        place = place or self._scenes.report.here(carrier_of(telling.head))
        place = self._site(telling, place) or place
        if place is not None:
            self._last = (telling.head.sent.end, place)
        return place

    def _nearest(self, telling: Telling, beside: list[Telling]) -> str | None:
        """The place of the sentence that stands nearest to the event."""
        return finest(self._ranked(telling, beside))

    def _ranked(self, telling: Telling, beside: list[Telling]) -> list[tuple[Token, Entity]]:
        """The places of the sentence that may be the event's, the nearest first."""
        participants = {t.i: t for t in telling.actors + telling.recipients}
        spoken = {t.head.i for t in beside if t.type in SPOKEN and t.type != "CONSULT"}
        heads = {t.head.i for t in beside if t.type is not None}
        ranked = []
        places = self._scenes.places.get(telling.head.sent.start, [])
        roots = {root.i for root, _ in places}
        for root, entity in places:
            rank = None if elsewhere.is_aside(root, roots) else _place_rank(root, entity, telling, participants)
            told = rank == 3 and elsewhere.is_where_told(top(root), telling, spoken)
            told = told or elsewhere.is_of_another(root, telling)
            if rank is not None and not told and not elsewhere.is_of_effect(top(root), telling, heads):
                ranked.append((rank, steps(root, telling.head) or 99, abs(root.i - telling.head.i), root, entity))
        ranked.sort(key=lambda item: item[:3])
        return [(root, entity) for rank, *_, root, entity in ranked if rank <= ranked[0][0] + 1]

    def _visited(self, telling: Telling, beside: list[Telling]) -> str | None:
        """ "Visited Oslo and met the king", "during a visit to Oslo, she met the king": where the visit leads to."""
        if telling.type != "CONSULT" or telling.mode in ("visit", "phone"):
            return None
        visits = (one for one in beside if one.mode == "visit" and _is_on_visit(telling.head, one.head))
        return next((place for visit in visits if (place := self._nearest(visit, beside))), None)

    def _when(self, telling: Telling) -> list[tuple[Token, Entity]]:
        """ "Was shot when gunmen stopped his car in [Town]", "hit nuns who were marching in [Town]": a deed is where
        the clause of how it came, or of what was going on, has it.
        """
        if telling.type not in AIMED or not syntax.is_verb(telling.head):
            return []
        clauses = {
            c.i for c in telling.head.children if c.dep_ == "advcl" and any(w.lower_ in MEANWHILE for w in c.children)
        }
        clauses |= {c.i for one in telling.recipients for c in one.children if is_going_on(c)}
        places = ((top(root), root, one) for root, one in self._scenes.places.get(telling.head.sent.start, []))
        return [(root, one) for top, root, one in places if _hangs_in(top, root, clauses)]

    def _again(self, telling: Telling) -> str | None:
        """ "This zone", "there": the place of the last event, where it stands in the sentence before or in this one."""
        end, place = self._last
        sentence = telling.head.sent
        if place is None or end not in (sentence.start, sentence.end):
            return None
        near = (t for t in sentence if _points_back(t) and not in_other_clause(t, telling))
        return place if any((steps(t, telling.head) or 99) <= NEAR for t in near) else None


def _is_on_visit(talk: Token, visit: Token) -> bool:
    """Whether the talk is joined to the visit or its aim, or the visit stands at the talk with "during" or "on"."""
    below = next((one for one in (talk, *talk.ancestors) if one.head.i == visit.i), None)
    if below is not None:
        aim = below.dep_ in ("conj", "advcl", "xcomp") and syntax.is_verb(below)
        return aim or (below.dep_ in ("obl", "nmod") and syntax.case_of(below) == "for")
    verb = carrier_of(talk)
    return (
        visit.dep_ in ("obl", "nmod") and visit.head.i in (talk.i, verb.i) and syntax.case_of(visit) in ("during", "on")
    )


def _hangs_in(phrase: Token, root: Token, clauses: set[int]) -> bool:
    """Whether the place is where the verb of one of the clauses, or its object, is told to be."""
    at, above = case_of(phrase, root) in LOCATIVE - DIRECTION - {"on"}, phrase.head
    return at and (
        above.i in clauses or (above.dep_ in ("obj", "obl", "nsubj", "nsubj:pass") and above.head.i in clauses)
    )


def _is_told_of(phrase: Token, head: Token) -> bool:
    """ "Kursk, where they hold a small area", "a vigil in Gao, where a boy was shot": the event is in the clause that
    says what happens at the place.
    """
    clauses = [one for one in (head, *head.ancestors) if one.dep_ == "acl:relcl"]
    where = ((clause, word) for clause in clauses for word in clause.children if word.lower_ == "where")
    return any(under(phrase, clause.head) and phrase.i < word.i < head.i for clause, word in where)


def _place_rank(root: Token, entity: Entity, telling: Telling, participants: dict[int, Token]) -> int | None:
    """0 hangs on the event, 1 is its aim, 2 qualifies its aim, 3 stands in its clause, 4 is where who acts is; None is
    somewhere else.
    """
    if _is_whose(root, entity, telling) or _is_what_it_is(root):
        return None
    phrase = top(root)
    case = "" if _is_joined_to_time(root) else case_of(phrase, root)
    heads = _heads(telling)
    if (before := verb_behind(root)) is not None:
        return 0 if before.i in heads else None  # "in Gao police fired on a crowd"
    holder = _holder(phrase)
    hangs_on_it = holder.i in heads or is_of_the_event(holder, telling)
    if _is_told_of(phrase, telling.head) or _is_name_before(root, entity, telling) or _has_it(root, telling):
        return 0
    left = not case and phrase.dep_ in ("obj", "obl") and lemma(telling.head) in LEAVING and hangs_on_it
    set_for = case == "for" and is_of_the_event(holder, telling)  # "a summit set for Oslo in May"
    led = case in _goals(telling) and (root.i in participants or hangs_on_it)
    if left or set_for or led or _is_court_of(phrase, case, heads):
        return 0
    if _is_of_aim(root, phrase, case, telling):
        return 1
    if telling.type in SPOKEN and (case in DIRECTION or (telling.mode == "phone" and not hangs_on_it)):
        return None  # "supplies to Chad", "discussed on the phone the drought in Chad"
    if case in ("between", "with"):
        return None  # "flights between Oslo and Riga", "closed the border with Chad"
    aimed = telling.type in AIMED
    if root.i in participants and telling.type != "PROTEST":
        if participants[root.i] in telling.recipients and (aimed or _is_raided(phrase, entity, telling)):
            return 1
        at = case in LOCATIVE - DIRECTION and (case != "on" or is_island(entity))
        return 0 if at and hangs_on_it else None
    upon = case == "on" and lemma(phrase) not in SIDES | WAYS and not is_island(entity)
    if upon and not (aimed and phrase.head.i in {t.i for t in telling.tokens}):
        return None  # "sanctions on Chad", "called on Chad": whom it meets, not where it was
    if case not in LOCATIVE:
        return 2 if aimed and _qualifies(root, entity) and any(_is_of(root, r) for r in _aims(telling)) else None
    if elsewhere.sets_scene(phrase, entity, telling):
        return 3
    return _rank_on(case, telling) if hangs_on_it else _rank_beside(root, phrase, case, telling)


def _is_raided(phrase: Token, entity: Entity, telling: Telling) -> bool:
    """ "Searched [Village]", by a verb without a type."""
    return telling.type is None and phrase.dep_ == "obj" and is_small(entity)


def _rank_on(case: str, telling: Telling) -> int | None:
    """The rank of a place that hangs on the event: "from [Town]" is whence those come who attack."""
    if case not in DIRECTION or (case == "over" and telling.type == "ASSAULT"):  # "shot down over [Town]"
        return 0
    coming = telling.type in ("ASSAULT", "MOBILIZE") and telling.mode != "abduct"
    return None if case == "from" and (coming or telling.mode == "asylum") else 1


def _is_of_aim(root: Token, phrase: Token, case: str, telling: Telling) -> bool:
    """ "An attack on a train between Gao and Ansongo", "visited a camp for herders near Gao"."""
    if telling.mode == "visit":
        return case in LOCATIVE - DIRECTION and any(under(root, one) for one in syntax.children(telling.head, "obj"))
    return case == "between" and telling.type == "ASSAULT" and any(phrase.head.i == one.i for one in _aims(telling))


def _is_court_of(phrase: Token, case: str, heads: set[int]) -> bool:
    """ "Charged before a court in Gao": the place of the court at which it was."""
    spot = phrase.head
    at = syntax.case_of(spot) in ("before", "in", "at")
    return case in ("in", "at", "of") and lemma(spot) in COURTS and at and spot.head.i in heads


def _rank_beside(root: Token, phrase: Token, case: str, telling: Telling) -> int | None:
    """The rank of a place that hangs on another word of the sentence."""
    aimed = telling.type in AIMED
    fronted = phrase.i < phrase.head.i and syntax.is_passive(phrase.head)  # "in Gao, rebels are said to have fled"
    if in_other_clause(root, telling) or (is_saying(phrase.head) and not fronted):
        return None
    if not fronted and elsewhere.is_where_said(root, telling.head):
        return 4 if aimed and case not in DIRECTION and elsewhere.is_of_own_deed(root, telling.head) else None
    if elsewhere.is_of_other_event(phrase, telling) or elsewhere.is_of_joined(phrase, telling.head):
        return None
    if elsewhere.is_of_later_clause(phrase, telling.head) or elsewhere.is_of_one_of_many(phrase, telling.head):
        return None
    if elsewhere.is_of_another_subject(root, telling) or (not aimed and elsewhere.is_description(phrase, telling)):
        return None
    if _is_home(phrase, case):
        return None
    if any(under(root, r) for r in telling.recipients):
        return 1 if aimed else (2 if case not in DIRECTION and not elsewhere.is_topic(phrase, telling) else None)
    if any(under(root, a) for a in telling.actors):
        return 4 if case not in DIRECTION else None
    way = steps(root, telling.head)
    near = way is not None and way <= NEAREST and case not in DIRECTION
    return (
        3
        if near and not elsewhere.is_topic(phrase, telling) and not elsewhere.in_relative(telling.head, root)
        else None
    )


def _is_home(phrase: Token, case: str) -> bool:
    """ "Ida Holm, of [Town], was killed", "a nurse from [Town]": where somebody lives."""
    return case == "from" or (case == "of" and phrase.head.pos_ == "PROPN" and phrase.head.ent_type_ == "person")


def _heads(telling: Telling) -> set[int]:
    """Where the words of the event stand, and the verb that carries its noun."""
    return {t.i for t in telling.tokens} | {carrier_of(telling.head).i, telling.head.i}


def _is_at(phrase: Token, root: Token) -> bool:
    """Whether a preposition says that something was there."""
    return case_of(phrase, root) in LOCATIVE - DIRECTION - {"on"}


def _holder(phrase: Token) -> Token:
    """What a place hangs on; on what the day or length of time beside it hangs on ("held on [May 16 in Oslo]")."""
    above = phrase.head
    while (
        above.tag_ == "CD" or above.lower_ == "back" or lemma(above) in elsewhere.LENGTHS
    ) and above.head.i != above.i:
        above = above.head
    return above


def _is_whose(root: Token, entity: Entity, telling: Telling) -> bool:
    """ "The [Country] consulate in Gao", "a [Country] base", "the [Country] river": whose it is, not where it was;
    "scolded his [Town] relatives".
    """
    if root.dep_ not in BEFORE or not root.i < root.head.i:
        return False
    country = entity.place is not None and entity.place.feature == "country"
    noun = load_nouns().find(root.head.text, lemma(root.head))
    people = (
        telling.type in SPOKEN and telling.type != "CONSULT" and noun is not None and noun.kind in ("person", "group")
    )
    return people or (country and (lemma(root.head) in words_for("facility") or lemma(root.head) in WATERS))


def _is_what_it_is(root: Token) -> bool:
    """ "The province, whose capital is [Town]": told of another place."""
    return root.dep_ == "acl:relcl" and bool(syntax.children(root, "cop")) and not syntax.case_of(root)


def _is_joined_to_time(root: Token) -> bool:
    """ "Took [Town] in May and [Town] in June": the parse joins the second town to the month."""
    return root.dep_ == "conj" and root.ent_type_ == "place" and lemma(root.head) in CALENDAR


def _is_name_before(root: Token, entity: Entity, telling: Telling) -> bool:
    """ "The [Town] bombing", "the [Town] talks", "the [Town] shooting scene"; "[Country] talks" may be about it or be
    its own.
    """
    noun = telling.head
    town = entity.place is None or entity.place.feature != "country"
    beside = root.head.i == noun.i or (noun.dep_ in BEFORE and root.head.i == noun.head.i)
    before = root.dep_ in BEFORE and beside and root.i < noun.i and not syntax.is_verb(noun)
    words = telling.type in SPOKEN and telling.type != "CONSULT"
    return town and before and not words and telling.mode != "phone" and root not in telling.actors


def _qualifies(root: Token, entity: Entity) -> bool:
    """ "The [Town] airport", "[Country]'s port"; "[Country] soldiers" and "the [Country] embassy" may be anywhere."""
    return root.dep_ == "nmod:poss" or entity.place is None or entity.place.feature != "country"


def _is_of(root: Token, noun: Token) -> bool:
    """Whether it qualifies the noun: "the [Town] airport", and not "two cars with [Town] plates"."""
    way = takewhile(lambda one: one.i != noun.i, (root, *root.ancestors))
    return under(root, noun) and not any(syntax.case_of(one) in ("with", "for", "from") for one in way)


def _aims(telling: Telling) -> list[Token]:
    """At whom or what it is aimed: the recipients, else what the noun has behind "of" ("the bombing of a clinic")."""
    return telling.recipients or syntax.prepositional(telling.head, "of")


def _has_it(root: Token, telling: Telling) -> bool:
    """ "[Country] will host the talks", "[Town] saw clashes": who has an event at home."""
    if telling.type != "CONSULT" or elsewhere.is_scene(root, telling):
        return elsewhere.is_scene(root, telling)
    verbs = (one for one in (*telling.tokens, telling.head.head, carrier_of(telling.head)) if lemma(one) == "host")
    return any(one.i == root.i for verb in verbs if syntax.is_verb(verb) for one in syntax.logical_subjects(verb))


def _goals(telling: Telling) -> frozenset[str]:
    """The prepositions (empty: none) of the place where the event is by its nature: a visit where it leads to."""
    return GOALS.get(telling.mode or "", GOALS.get(telling.type or "", frozenset()))


def _points_back(token: Token) -> bool:
    if token.lower_ == "there":
        return token.dep_ == "advmod"
    return lemma(token) in AGAIN and any(c.lower_ in ("this", "that") for c in token.children)
