"""From places in the sentence ("object", "by", "clause.subject") to the words that fill them, and to records.

The places are the vocabulary of the codebook's `actors`, `recipients` and `instruments`:

    subject object iobj patient        logical, through passives and control; patient = the object of a passive
    owner before light undergoer       of nouns: possessor or by-phrase, nouns before it, the subject of its light verb
    clause.X  to-clause.X              X of the clause that is its content, or of its purpose
    light.X   self   speaker           X of its light verb; the word itself; who says so
    blamed    used    below            who is held to have done it; what was used in it; what else hangs on it
    object-owner      granting         whose the object is; who does something "at the request"
    announcing                         who announces it: "announced $2 million in assistance"
    on, to, against …                  a preposition, of the word, of its light verb or of its object
    X.agent X.weapon X.thing X.any     the nearest who-can-act in X; only weapons; anything; anything, as recipient too
    A|B, A+B                           both (| stands inside one place, + joins places)
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import islice, takewhile

from spacy.tokens import Token

from sayso.codebook import syntax, tolls
from sayso.codebook.bodies import is_might
from sayso.codebook.codebook import Codebook
from sayso.codebook.grammar import NAMED
from sayso.codebook.match import in_classes, lemma
from sayso.codebook.nouns import load_nouns
from sayso.codebook.tree import round_of
from sayso.codebook.words import word_list
from sayso.extract._sides.arms import filling, is_other_sense, is_shield
from sayso.extract._sides.around import (
    WHERE,
    announcing,
    below,
    clause_parts,
    granting,
    is_time,
    noun_clauses,
    prepositional,
    purposes,
    speaker_of,
    used_in,
)
from sayso.extract._sides.blame import blamed_for
from sayso.extract._sides.counted import is_pair_of_people, is_side, is_some_of_them, is_those, is_unknown_name
from sayso.extract._sides.listed import first_of_list, is_named_later, listed
from sayso.extract._sides.nations import is_of_no_side
from sayso.extract._sides.phrases import is_told_as_people, through_partitive
from sayso.extract._telling.telling import Telling

AGENT_CLASSES = ("@agent_noun", "@person", "@armed", "@leader")
PRONOUNS = word_list("participants_pronouns")
FINE = frozenset({"agent", "any", "thing", "weapon", "person", "recipient", "owner"})
CALENDAR = word_list("participants_calendar")
#: Words that count who was hit.
CASUALTIES = frozenset({"casualty", *tolls.effects("noun")})
#: Words of the class of facilities that are land or too vague to be hit.
LAND = word_list("things_land")
#: Types whose words may be about what is done somewhere: that place is nobody to whom they turn.
ABOUT = frozenset({"CONSULT", "AGREE", "SUPPORT", "COOPERATE", "DECIDE"})
#: Places of a noun that the noun which it is a round of has, too.
OF_NOUNS = frozenset({"owner", "before", "light"})
#: Types of acts by words; within a body or at it is where they, or what they are about, happened.
SPOKEN = ABOUT | {"REJECT", "ACCUSE", "REQUEST", "THREATEN"}
#: Of these, those in which a ship stands for its crew.
CREWED = frozenset({"ACCUSE", "THREATEN"})
INSIDE = frozenset({"in", "at", "inside", "within"})
#: Verbs of what somebody comes to be.
BECOMING = frozenset({"become", "remain"})
#: What one has "in" somebody.
TRUST = word_list("participants_trust")
#: Papers that go by the name of a town.
PAPERS = frozenset({"accord", "agreement", "communique", "convention", "declaration", "pact", "protocol", "treaty"})
CLAUSES = ("clause.", "to-clause.")
#: Clauses that tell of something else than the phrase that they hang on.
OUTSIDE = frozenset({"acl:relcl", "parataxis"})
#: Clauses inside of what an act is about, which are about something else again.
INNER = frozenset({"acl", "advcl", "csubj"})
#: Before a body to which an act turns, or nothing before it.
TURNED_TO = frozenset({"", "with", "to", "for", "against"})
#: How far below its verb somebody whom a clause is about may stand.
NEAREST = 4
#: Before a place that something only happens to be beside.
BESIDE = frozenset({"near", "outside", "off", "around", "along", "at"})
#: How deep an agent may stand inside a phrase.
DEPTH = 40


class Places:
    """Fills the places of a codebook's frames."""

    def __init__(self, codebook: Codebook) -> None:
        self._codebook = codebook

    def fill(self, telling: Telling, paths: Iterable[str]) -> list[Token]:
        """The words at the first of the paths that is filled."""
        for path in paths:
            found = [token for part in path.split("+") for token in self._part(telling, part)]
            found = _unique(found)
            if found:
                return found
        return []

    def _part(self, telling: Telling, part: str) -> list[Token]:
        found: list[Token] = []
        for one in part.split("|"):
            found += self._place(telling, one)
        return found

    def _place(self, telling: Telling, place: str) -> list[Token]:
        name, _, filter_ = ("", "", "") if place.startswith(CLAUSES) else place.rpartition(".")
        if filter_ in FINE and name:
            return self._refined(telling, name, filter_)
        everyone = ((token, t) for token in self._raw(telling, place) for t in listed(token))
        return [through_partitive(t) for token, t in everyone if not is_named_later(t, token, telling.head)]

    def _refined(self, telling: Telling, name: str, filter_: str) -> list[Token]:
        raw = syntax.modifiers(telling.head) if name == "before" else self._raw(telling, name)
        if filter_ == "agent":
            skip = set(telling.tokens) | set(telling.actors)
            if telling.type == "CONSULT":  # "views" of "exchanged views on Chad": what hangs on it is spoken of
                raw = [t for t in raw if t not in telling.tokens]
            accused = [t for t in raw if telling.type in CREWED and name == "object" and self.is_vehicle(t)]
            if accused:  # "accused a Chadian ship of ramming its boats"
                return accused
            found = [t for token in raw for t in self.agents_under(token, skip)]
            if telling.type in ABOUT:
                found = [t for t in found if not any(_in_open_clause(t, token) for token in raw)]
            return [t for t in found if not _is_elsewhere(telling, t)]
        everyone = [through_partitive(t) for token in raw for t in listed(token)]
        if filter_ == "weapon":
            return [t for t in everyone if self.is_weapon(t)]
        if filter_ in ("recipient", "person"):
            return [t for t in everyone if self.is_agent(t)]
        return everyone

    def _raw(self, telling: Telling, place: str) -> list[Token]:
        head = telling.head
        simple = {
            "subject": lambda: _subjects(head),
            "object": lambda: _objects(telling),
            "patient": lambda: syntax.logical_objects(head) if syntax.is_passive(head) else [],
            "iobj": lambda: [syntax.through_relative(t, head) for t in syntax.children(head, "iobj")],
            "owner": lambda: syntax.possessors(head),
            "before": lambda: [
                t for t in syntax.modifiers(head) if t not in telling.tokens and self.is_agent(t, strict=True)
            ],
            "light": lambda: syntax.light_subject(head),
            "undergoer": lambda: syntax.light_undergoer(head),
            "self": lambda: [head],
            "speaker": lambda: speaker_of(head),
            "below": lambda: below(telling),
            "blamed": lambda: blamed_for(head),
            "used": lambda: used_in(head),
            "object-owner": lambda: [t for o in _objects(telling) for t in syntax.children(o, "nmod:poss")],
            "granting": lambda: granting(head),
            "announcing": lambda: announcing(head),
        }
        if place in simple:
            found = list(simple[place]())
            around = round_of(head) if place in OF_NOUNS and not found else None
            return found if around is None else self._of_round(telling, around, place)
        outer, _, inner = place.partition(".")
        if outer == "light":
            verb = syntax.light_verb(head)
            return [] if verb is None else _of_verb(verb, inner)
        if outer == "clause":
            clauses = syntax.clause_complements(head) + noun_clauses(telling)
            found = [t for t in self._in_clauses(clauses, inner) if not _is_elsewhere(telling, t)]
            far = inner == "agent" and telling.type in ABOUT
            return [t for t in found if not far or _is_near(t, clauses)]
        if outer == "to-clause":
            return self._in_clauses(purposes(telling), inner)
        return prepositional(telling, place)

    def _of_round(self, telling: Telling, around: Token, place: str) -> list[Token]:
        if lemma(around) == "history" and place != "light":
            return []  # "[Country]'s history of violence" is of all who live there
        if place == "before":
            near = [t for t in syntax.modifiers(around) if t not in telling.tokens]
            return [t for t in near if self.is_agent(t, strict=True)]
        return syntax.children(around, "nmod:poss") if place == "owner" else syntax.light_subject(around)

    def _in_clauses(self, clauses: list[Token], inner: str) -> list[Token]:
        found: list[Token] = []
        for clause in clauses:
            if inner == "subject":
                found += syntax.surface_subject(clause)
            elif inner == "agent":
                found += [t for part in clause_parts(clause) for t in self.agents_under(part, set())][:1]
            else:
                found += _of_verb(clause, inner)
        return found

    def agents_under(self, token: Token, skip: set[Token]) -> list[Token]:
        """The nearest who-can-act in the phrase, with those joined to it."""
        for depth, one in enumerate(syntax.subtree_in_order(token, OUTSIDE)):
            if depth > DEPTH:
                return []
            if one.dep_ == "compound" and not one.ent_type_ and self._is(one.head, "@arms"):
                continue  # "artillery shells", "air defence systems": kinds of arms
            if any(_is_role(t) for t in (one, *takewhile(lambda t: t != token, islice(one.ancestors, DEPTH)))):
                continue
            if is_of_no_side(one) or (one.ent_type_ == "place" and syntax.case_of(one) in BESIDE):
                continue
            one_ = through_partitive(one)
            if one_ not in skip and self.is_agent(one_):
                return [through_partitive(t) for t in syntax.conjuncts(one_) if self.is_agent(t)]
        return []

    def means_used(self, head: Token) -> list[Token]:
        """Arms and vehicles that are said to be used in it or for it."""
        return [t for used in used_in(head) for t in listed(used) if self.is_weapon(t) or self.is_vehicle(t)]

    def is_agent(self, token: Token, *, strict: bool = False) -> bool:
        """A name of somebody or of a place that acts, a personal pronoun, or a noun for people and bodies."""
        if token.ent_type_ in NAMED or (token.pos_ == "PROPN" and not token.ent_type_ and not strict):
            return token.dep_ != "expl" and (bool(token.ent_type_) or not is_day(token))
        if is_those(token) or is_unknown_name(token):
            return not strict
        if token.pos_ == "PRON" or (
            token.lower_ in ("both", "neither") and token.dep_ in ("nsubj", "obj", "obl", "iobj", "nsubj:pass")
        ):
            return token.lower_ in PRONOUNS and token.dep_ != "expl" and not strict
        if is_side(token):
            return not strict
        if token.tag_ == "CD" and (is_pair_of_people(token) or is_some_of_them(token)):
            return not strict
        if (
            token.ent_type_
            or token.pos_ not in ("NOUN", "PROPN", "ADJ", "NUM")
            or (token.pos_ == "ADJ" and first_of_list(token).dep_ == "amod")
            or is_might(token)
            or (token.lower_ == "media" and any(c.lower_ == "social" for c in token.children))
        ):
            return False
        return in_classes(token, AGENT_CLASSES, self._codebook) or (not strict and self._is_somebody(token))

    def _is_somebody(self, token: Token) -> bool:
        return is_told_as_people(token) and not self._is(token, "@abstract") and lemma(token) not in PAPERS

    def is_weapon(self, token: Token) -> bool:
        """Arms, and what the words beside it say is one."""
        named = any(self._is(m, "@weapon") for m in filling(token))
        return (self._is(token, "@weapon") and not is_other_sense(token)) or named or is_shield(token)

    def is_abstract(self, token: Token) -> bool:
        return self._is(token, "@abstract") and not in_classes(token, AGENT_CLASSES, self._codebook)

    def is_facility(self, token: Token) -> bool:
        return self._is(token, "@facility")

    def is_target(self, token: Token) -> bool:
        """A building or the like that bears no arms; none of the words that are land or too vague."""
        named = token.ent_type_ == "facility" or (token.ent_type_ == "" and not {lemma(token), token.lower_} & LAND)
        return named and self.is_facility(token) and not self.is_armed(token)

    def is_tool(self, token: Token) -> bool:
        """ "Cables" of "beaten with cables", "a hammer": things that are counted, no people, ideas or buildings."""
        counted = token.tag_ == "NNS" or any(c.dep_ in ("det", "nummod") and c.lower_ != "the" for c in token.children)
        thing = token.pos_ == "NOUN" and not token.ent_type_ and counted
        return thing and not (self.is_agent(token) or self.is_abstract(token) or self.is_facility(token))

    def is_vehicle(self, token: Token) -> bool:
        """What moves: it does nothing by itself."""
        return token.ent_type_ in ("", "vehicle") and self._is(token, "@vehicle") and not self.is_weapon(token)

    def is_armed(self, token: Token) -> bool:
        return self._is(token, "@armed")

    def is_person(self, token: Token) -> bool:
        return self._is(token, "@person") or self._is(token, "@armed")

    def _is(self, token: Token, name: str) -> bool:
        return in_classes(token, (name,), self._codebook)


def is_casualty(token: Token) -> bool:
    """ "100 casualties" of "fighting, with over 100 casualties": who was hit does nothing."""
    return token.pos_ == "NOUN" and not token.ent_type_ and bool({lemma(token), token.lower_} & CASUALTIES)


def is_whoever(token: Token, telling: Telling, places: Places) -> bool:
    """No mere number, but "the two", and "several hundred" of "several hundred were bused out"."""
    done_to = token.dep_ == "nsubj:pass" and token.head == telling.head
    return token.pos_ != "NUM" or done_to or places.is_agent(token)


def is_day(token: Token) -> bool:
    """ "by March 25", "in mid-February": a time does nothing."""
    words = [token, *token.children] if token.pos_ == "NUM" else [token]
    return any(word.lower_.rpartition("-")[2] in CALENDAR for word in words)


def _is_role(token: Token) -> bool:
    """ "Treasurer" of "agreed to act as treasurer", "to become chairman": what somebody is to be is nobody else."""
    named = token.ent_type_ or token.tag_ not in ("NN", "NNS") or not load_nouns().is_title(lemma(token))
    become = token.dep_ in ("xcomp", "obj") and lemma(token.head) in BECOMING
    return not named and (become or syntax.case_of(token) == "as")


def _is_near(token: Token, clauses: list[Token]) -> bool:
    """Whether the words of a clause are about somebody, and not only his name stands deep in it."""
    heads = {clause.i for clause in clauses}
    kind = token.tag_ == "JJ" and token.dep_ == "amod"  # "Chadian gas"
    apart = token.pos_ == "PRON" or kind or _is_mere_body(token)
    above = list(islice(token.ancestors, NEAREST))
    at = next((i for i, one in enumerate(above) if one.i in heads), None)
    return not apart and at is not None and not any(syntax.base(t.dep_) in INNER for t in above[:at])


def _is_mere_body(token: Token) -> bool:
    """ "Banks" of "to fund roads through banks", "the council" of "reform of the council": a body without a name that
    is only spoken of; in "to help the council" it is what the act is about.
    """
    noun = load_nouns().find(token.text, lemma(token))
    body = token.is_lower and not token.ent_type_ and (noun is None or noun.kind == "organization")
    bare = token.tag_ == "NNS" and not syntax.children(token, "det", "nmod:poss", "nummod")
    return body and (bare or syntax.case_of(token) not in TURNED_TO)


def _in_open_clause(token: Token, phrase: Token) -> bool:
    """ "Chad" of "the decision to help Chad", "the advice that Chad pay": inside a clause that says what the phrase is
    about.
    """
    above = [token, *token.ancestors]
    inside = above[: above.index(phrase)] if phrase in above else []
    told = [t for t in inside if syntax.base(t.dep_) == "acl" and syntax.children(t, "mark", "nsubj", "nsubj:pass")]
    return bool(told) or any(t.tag_ in ("VB", "VBG") and syntax.base(t.dep_) in ("acl", "advcl") for t in inside)


def _is_elsewhere(telling: Telling, token: Token) -> bool:
    """ "Kashmir" of "spoke about the situation in Kashmir", "in the Kashmir valley"; "the Senate" of "backed a study in
    the Senate", but not of "voiced confidence in the Senate".
    """
    if telling.type not in SPOKEN or _is_asked_about(telling, token):
        return telling.type in SPOKEN
    phrase = token.head if token.dep_ in ("compound", "flat", "amod", "nmod") and token.i < token.head.i else token
    if token.ent_type_ == "place":
        return telling.type in ABOUT and bool({syntax.case_of(token), syntax.case_of(phrase)} & WHERE)
    where = syntax.case_of(phrase).rpartition(" ")[2]  # "including at the court"
    return where in INSIDE and lemma(phrase.head) not in TRUST


def _is_asked_about(telling: Telling, token: Token) -> bool:
    """ "Mali" of "decried the doubts about where Mali might go": in a question that a noun is about."""
    above = [token, *token.ancestors]
    inner = above[: above.index(telling.head)] if telling.head in above else []
    return any(t.tag_ == "WRB" and t.dep_ == "advmod" for verb in inner if syntax.is_verb(verb) for t in verb.children)


def _subjects(head: Token) -> list[Token]:
    if not syntax.is_verb(head) and head.pos_ != "ADJ":
        return syntax.surface_subject(head)
    if head.pos_ == "ADJ":
        return syntax.surface_subject(head) or ([head.head] if head.dep_ == "amod" else syntax.logical_subjects(head))
    return [_before_day(token) for token in syntax.logical_subjects(head)]


def _before_day(token: Token) -> Token:
    """ "Envoy Rosa Quint Monday rejected": the name before a day that the parse took for the subject."""
    if not is_time(token) or token.i == 0:
        return token
    before = token.doc[token.i - 1]
    return before if before.pos_ in ("PROPN", "NOUN") and before.sent == token.sent else token


def _objects(telling: Telling) -> list[Token]:
    """Objects of the verb; of a phrase ("imposed sanctions") its own noun, so that what hangs on it is found."""
    return syntax.logical_objects(telling.head)


def _of_verb(verb: Token, place: str) -> list[Token]:
    if place == "object":
        return syntax.logical_objects(verb)
    if place == "subject":
        return syntax.logical_subjects(verb)
    return syntax.prepositional(verb, place)


def _unique(tokens: list[Token]) -> list[Token]:
    seen: set[int] = set()
    kept = []
    for token in tokens:
        if token.i not in seen and not (is_time(token) and token.ent_type_ == ""):
            seen.add(token.i)
            kept.append(token)
    return kept
