"""Who did it, to whom, with what: actors, recipients and instruments of every telling."""

from __future__ import annotations

from spacy.tokens import Token

from sayso.codebook import syntax
from sayso.codebook.codebook import Codebook
from sayso.codebook.constraints import SHOTS
from sayso.codebook.grammar import THEIRS
from sayso.codebook.match import TIMES, lemma
from sayso.codebook.nouns import load_nouns
from sayso.codebook.tree import round_of
from sayso.codebook.words import word_list
from sayso.extract._sides.aboard import aboard
from sayso.extract._sides.around import WHERE, is_in_content, prepositional, strangers
from sayso.extract._sides.done_to import companions, fellows, opposed, sufferers
from sayso.extract._sides.incident_roles import add_incident_roles
from sayso.extract._sides.lent import LENT, SPEECH, said_and, speaker_above
from sayso.extract._sides.listed import first_of_list, listed
from sayso.extract._sides.means import means_of, of_vehicle, wielders
from sayso.extract._sides.participants import CREWED, PAPERS, Places, is_casualty, is_day, is_whoever
from sayso.extract._sides.phrases import PARTITIVE, bodies_of, named_beside, through_partitive
from sayso.extract._sides.subject_matter import leave_sufferers
from sayso.extract._sides.turned_to import (
    asked_to,
    is_spoken_of,
    is_wanted,
    owner_or_thing,
    turns_to_nobody,
    whose_deed,
)
from sayso.extract._telling.telling import Telling

#: Types of which two actors are each other's recipients.
MUTUAL = frozenset({"AGREE", "SUPPORT"})
#: Types of acts, with their modes, that are often done to a thing.
TO_THINGS = frozenset(
    {
        ("REJECT", None),
        ("SUPPORT", None),
        ("ACCUSE", "disapprove"),
        ("DECIDE", "lift"),
        ("DECIDE", "reject"),
        ("PROTEST", "riot"),
        ("COERCE", "seize"),
    }
)
RECIPROCAL = ("between|among",)
#: Texts, which speak for whoever brings them out.
TEXTS = word_list("arguments_texts")
#: Nouns for violence that is done by those behind "of".
DONE_BY = word_list("arguments_done_by")
#: Prepositions of fighting that led to something.
LEADING = frozenset({"after", "following", "in", "during", "amid"})
#: What an event without a code does: as most verbs and nouns do.
PLAIN_ACTORS = ("subject", "by", "owner", "light", "before")
PLAIN_RECIPIENTS = ("object", "iobj", "of", "against|on")


def fill_arguments(tellings: list[Telling], codebook: Codebook) -> None:
    """Fills actors, recipients and instruments of the tellings, in place."""
    places = Places(codebook)
    triggers = {token.i: telling for telling in tellings for token in telling.tokens}
    for telling in tellings:
        _fill(telling, places, triggers)
    for telling in tellings:
        _inherit(telling, triggers)
    leave_sufferers(tellings)
    add_incident_roles(tellings, places)


def _fill(telling: Telling, places: Places, triggers: dict[int, Telling]) -> None:
    actors, recipients, instruments = _paths(telling)
    hit = opposed(telling) or [through_partitive(t) for token in sufferers(telling, places) for t in listed(token)]
    telling.recipients = telling.recipients or hit
    speakers = [t for one in said_and(telling.head) for t in listed(one)] if telling.type in SPEECH else []
    found = speakers or [t for t in places.fill(telling, actors) if t not in hit]
    own = all(t.tag_ == "PRP$" for t in found)  # "the leaders continued their talks"
    if own and not syntax.is_passive(telling.head):
        found = [t for t in syntax.light_subject(telling.head) if lemma(t) not in TIMES and t not in hit] or found
    telling.actors = _actors(telling, [t for t in found if t not in strangers(telling)], places, triggers)
    means = means_of(telling, places.fill(telling, instruments), places)
    telling.instruments += [t for t in dict.fromkeys(means) if t not in telling.instruments]
    if telling.type == "MOBILIZE":  # "patrolled the Gulf of Aden"
        telling.instruments = [t for t in telling.instruments if t.ent_type_ != "place"]
    telling.recipients = telling.recipients or _first_recipients(telling, recipients, places, triggers)
    if telling.recipients:
        others = (*companions(telling, places), *aboard(telling, places))
        telling.recipients += [t for t in others if t not in telling.recipients]
    telling.actors += [t for t in fellows(telling, places) if t not in (*telling.actors, *telling.recipients)]
    if telling.type == "AGREE" and syntax.is_passive(telling.head) and not telling.actors:
        telling.recipients = []  # "it was agreed that the sides will meet"
    theirs = {*telling.actors, *telling.instruments}
    telling.recipients = [t for t in telling.recipients if t not in theirs and not _is_named_besides(t, telling.head)]
    if telling.frame is not None and telling.frame.reciprocal:
        _reciprocal(telling, places)


def _is_named_besides(token: Token, participle: Token) -> bool:
    """ "Their families" of "those killed in the raid and their families": what is joined behind a participle to its
    noun.
    """
    whose = participle.head
    return participle.dep_ == "acl" and token.i > participle.i and token in syntax.conjuncts(whose)[1:]


def _is_part(token: Token, telling: Telling) -> bool:
    """ "Chad" of "agreed by the government of Chad", "police" of "military and police forces", "shots": words of
    the actor's own phrase, and what is fired.
    """
    if telling.type == "ASSAULT" and lemma(token) in SHOTS:
        return True
    first = first_of_list(token)
    inner = syntax.case_of(first) == "of" if first.dep_ == "nmod" else first.dep_ in ("compound", "amod", "nmod:poss")
    return inner and first.head in telling.actors and first.head not in telling.tokens


def _is_in_claim(token: Token, telling: Telling) -> bool:
    """ "Its members" of "rejected accusations that its members fled": nobody whose words are rejected."""
    return telling.type == "REJECT" and is_in_content(token, telling)


def _is_sort(token: Token, telling: Telling, places: Places) -> bool:
    """ "Union" of "called for union representation", "court" of "overturned court decisions": a word that only says
    which sort of thing it is.
    """
    inside = token.dep_ == "compound" and token.head not in telling.tokens and not places.is_agent(token.head)
    return inside and token.is_lower and not token.ent_type_ and telling.type != "ASSAULT"


def was_there(token: Token, telling: Telling, triggers: dict[int, Telling]) -> bool:
    """ "Chad" of "condemned the bombings in Chad", "a probe into an attack in Chad": where a deed was that is accused,
    also where the parse hung it on the verb.
    """
    first = first_of_list(token)
    deed = triggers.get(first.head.i if first.head.i != telling.head.i else first.left_edge.i - 1)
    violent = deed is not None and deed is not telling and deed.type == "ASSAULT"
    return violent and telling.type == "ACCUSE" and token.ent_type_ == "place" and syntax.case_of(first) in WHERE


def _first_recipients(
    telling: Telling, paths: tuple[str, ...], places: Places, triggers: dict[int, Telling]
) -> list[Token]:
    """The recipients at the first path that gives some who are not the actors and no words of the trigger."""
    if turns_to_nobody(telling):
        return []
    doer = asked_to(telling) or whose_deed(telling, places)
    if doer:
        return [through_partitive(t) for t in doer]
    taken_up: list[Token] = []
    for path in paths:
        counted = (through_partitive(t) if t.pos_ == "NUM" else t for t in places.fill(telling, (path,)))
        found = [named_beside(t) for t in counted if is_whoever(t, telling, places)]
        kept = found if path.endswith(".any") else _recipients(telling, found, places, triggers)
        kept = [t for t in kept if not (_is_part(t, telling) or is_wanted(t, telling) or is_spoken_of(t, telling))]
        kept = [t for t in kept if not _is_in_claim(t, telling)]
        kept = [t for t in kept if not (_is_sort(t, telling, places) or was_there(t, telling, triggers))]
        if path == "clause.subject" and all(t.lower_ in ("it", "they") for t in kept):
            taken_up = kept  # "a reminder to the army that it must leave": who is asked may be named before
        elif kept:
            return kept
    if taken_up:
        return taken_up
    around = [telling.head, *([outer] if (outer := round_of(telling.head)) is not None else [])]
    hit = [through_partitive(t) for noun in around for one in syntax.light_undergoer(noun) for t in listed(one)]
    return hit or _thing_received(telling, triggers)


def _thing_received(telling: Telling, triggers: dict[int, Telling]) -> list[Token]:
    """ "The verdict" of "praised the verdict", "the appeal was rejected", "her" of "praised her role": to what it is
    done where to nobody.
    """
    if (telling.type, telling.mode) not in TO_THINGS or not syntax.is_verb(telling.head):
        return []
    taken = {*telling.tokens, *telling.actors}
    objects = [t for one in syntax.logical_objects(telling.head) for t in listed(one) if t not in taken]
    if telling.type == "SUPPORT":  # "voiced support for the plan"
        objects = objects or [t for one in prepositional(telling, "for") for t in listed(one)]
    things = [t for t in objects if t.pos_ in ("NOUN", "PROPN") and t not in taken and lemma(t) not in TIMES]
    things = [t for t in things if t.i not in triggers or triggers[t.i].kind is None or telling.type == "REJECT"]
    return [t for one in things for t in owner_or_thing(one)] if telling.type in ("SUPPORT", "ACCUSE") else things


def _paths(telling: Telling) -> tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]:
    kind, frame = telling.kind, telling.frame
    if kind is None or frame is None:
        return PLAIN_ACTORS, PLAIN_RECIPIENTS, ()
    if telling.head.pos_ in ("NOUN", "PROPN"):
        of_kind = kind.noun_actors or (kind.actors if frame.actors is None else frame.actors)
        actors = of_kind if frame.noun_actors is None else frame.noun_actors
        recipients = frame.noun_recipients if frame.noun_recipients is not None else kind.noun_recipients
        if lemma(telling.head) in DONE_BY and telling.type == "ASSAULT":  # "the violence of the guards"
            actors = ("of.agent", *actors)
            recipients = tuple(path for path in recipients if path != "of")
    else:
        actors = kind.actors if frame.actors is None else frame.actors
        recipients = frame.recipients if frame.recipients is not None else kind.recipients
    return actors, recipients, frame.instruments if frame.instruments is not None else kind.instruments


def _actors(telling: Telling, found: list[Token], places: Places, triggers: dict[int, Telling]) -> list[Token]:
    """Who acts: weapons become instruments and give way to whose they are; other events and ideas are nobody."""
    actors: list[Token] = []
    assault = telling.type == "ASSAULT"
    by_force = telling.type in ("ASSAULT", "CONTROL")
    for token in [t for one in found for t in (named_beside(one), *bodies_of(one))] if by_force else found:
        if lemma(token) in TEXTS and not token.ent_type_:
            actors += _authors(token, places)
            continue
        if token.i in triggers and triggers[token.i] is not telling and not places.is_agent(token):
            continue
        if (
            token.ent_type_ == "place"
            and telling.head.i > token.i
            and _is_before(token)
            and (telling.type == "PROTEST" or telling.mode in ("explosives", "investigate"))
        ):
            continue  # "the [Town] blast", "a [Town] rally": where it was
        paper = lemma(telling.head) in PAPERS and token.head == telling.head
        if paper and token.ent_type_ == "place" and _is_before(token):
            continue  # "the [Town] declaration", "the [Town] accords": named after where they were signed
        if assault and (_is_scene(token, telling, places, triggers) or is_casualty(token)):
            continue
        if assault and places.is_vehicle(token):
            actors += of_vehicle(telling, token, places)
            continue
        tool = assault and syntax.case_of(token) == "with" and places.is_tool(token)  # "fought with sticks"
        if (tool or places.is_weapon(token)) and not (token.ent_type_ and places.is_agent(token)):
            if token not in telling.instruments and not places.is_person(token):
                telling.instruments.append(token)
            actors += wielders(token, places)
        elif places.is_agent(token) or _may_act(token, places):
            actors.append(token)
        else:
            own = set(telling.head.subtree) if token.is_ancestor(telling.head) else set()
            actors += places.agents_under(token, own | {token})[:1]
    if telling.type in SPEECH and actors and not any(places.is_agent(t) for t in actors):
        return speaker_above(telling.head, places) or [t for t in actors if _may_speak(t)]
    return actors or next((found for lent in LENT if (found := lent(telling, places))), [])


def _may_speak(token: Token) -> bool:
    """A name, a pronoun, or a noun for people or a body; no thing ("the date", "an address")."""
    noun = load_nouns().find(token.text, lemma(token))
    human = noun is not None and noun.kind in ("person", "group", "organization")
    return bool(token.ent_type_) or token.pos_ in ("PROPN", "PRON", "DET") or human


def _authors(text: Token, places: Places) -> list[Token]:
    """ "The council" of "the council issued a statement urging calm": whose text speaks, or who brings it out."""
    theirs = [*syntax.noun_owner(text), *syntax.modifiers(text)]
    theirs += [t for preposition in ("from", "of") for t in syntax.prepositional(text, preposition)]
    theirs += [s for c in text.children if c.dep_ == "acl:relcl" for s in syntax.surface_subject(c) if s.i != text.i]
    found = [t for one in theirs for t in listed(one) if places.is_agent(t)]
    if not found and text.dep_ == "obj" and syntax.is_verb(text.head):
        found = [t for one in syntax.logical_subjects(text.head) for t in listed(one) if places.is_agent(t)]
    return found


def _is_scene(token: Token, telling: Telling, places: Places, triggers: dict[int, Telling]) -> bool:
    """ "Embassies" of "the bombings at two embassies, which killed nine": it is the bombings that killed."""
    above = triggers.get(token.head.i)
    struck = token.ent_type_ == "place" or places.is_facility(token)
    return above is not None and above is not telling and above.type == "ASSAULT" and token.dep_ == "nmod" and struck


def _is_before(token: Token) -> bool:
    return token.dep_ in ("compound", "nmod", "flat") and token.i < token.head.i


def _may_act(token: Token, places: Places) -> bool:
    if token.pos_ not in ("NOUN", "PROPN", "ADJ", "DET", "PRON") or token.ent_type_ in (
        "event",
        "work",
        "weapon",
    ):
        return False
    if is_day(token) or (lemma(token) in PARTITIVE and syntax.prepositional(token, "of")):
        return False
    if token.pos_ in ("PRON", "DET"):
        return token.lower_ not in ("that", "which", "this", "what", "there", "it")
    return not (places.is_abstract(token) or places.is_facility(token)) and token.lower_[-4:] not in (
        "tion",
        "ment",
        "ness",
        "ence",
        "ance",
    )


def _recipients(telling: Telling, found: list[Token], places: Places, triggers: dict[int, Telling]) -> list[Token]:
    actors = {t.i for t in telling.actors}
    if telling.kind is None or telling.kind.recipient_is == "thing":
        own = set(telling.tokens)
        free = [t for t in found if t.i not in actors and t not in own and t not in telling.instruments]
        return [t for t in free if triggers.get(t.i, telling) is telling or places.is_agent(t)]
    kept: list[Token] = []
    skip = set(telling.tokens) | set(telling.actors)
    for token in found:
        if places.is_vehicle(token) and telling.type in CREWED and token in syntax.logical_objects(telling.head):
            kept.append(token)
            continue
        if places.is_vehicle(token) or places.is_weapon(token):
            continue
        told = {token} if _is_told(token, telling, triggers, places) else set()
        given = telling.type == "AID" and places.is_target(token)  # "delivered medicine to the clinic"
        owner = token.tag_ == "PRP$" and token.lower_ in THEIRS  # "froze its accounts"
        if given or owner or (places.is_agent(token) and not told):
            kept.append(token)
        elif not _beside_somebody(token, found, places):
            kept += places.agents_under(token, skip | told)
    return [t for t in dict.fromkeys(kept) if t.i not in actors]


def _beside_somebody(token: Token, found: list[Token], places: Places) -> bool:
    """ "The rally" of "railed against the judge at the Gao rally": where somebody stands in the other place, nobody is
    looked for inside it.
    """
    first = first_of_list(token)
    return any(first_of_list(t) is not first and t.i < token.i and places.is_agent(t) for t in found)


def _is_told(token: Token, telling: Telling, triggers: dict[int, Telling], places: Places) -> bool:
    """ "Summit" of "pledged to hold a summit": an event of its own, and nobody."""
    other = triggers.get(token.i, telling)
    told = other is not telling and other.kind is not None
    return told and not token.ent_type_ and not places.is_person(token)


def _reciprocal(telling: Telling, places: Places) -> None:
    """Both sides of talks and clashes act."""
    signed = telling.type == "SUPPORT" and not telling.actors  # "a treaty between Chad and Mali was signed"
    named = [t for t in places.fill(telling, RECIPROCAL) if places.is_agent(t)]
    between = [t for t in named if signed or not _of_topic(t, telling)]
    if between:
        telling.actors = between
        telling.recipients = []
    elif telling.type == "ASSAULT":
        telling.actors += _other_side(telling, places)
    elif telling.type in MUTUAL and len(telling.actors) > 1:
        telling.recipients = []


def _other_side(telling: Telling, places: Places) -> list[Token]:
    """ "Chad" of "Chad took the village after clashes with rebels": who does what the clashes led to."""
    head = telling.head
    against = {t.i for p in ("with", "against") for t in syntax.prepositional(head, p)}
    led_to = head.dep_ == "obl" and syntax.case_of(head) in LEADING and syntax.is_verb(head.head)
    if not led_to or not telling.actors or not against >= {t.i for t in telling.actors if t.dep_ != "conj"}:
        return []
    return [t for t in syntax.logical_subjects(head.head) if places.is_agent(t) and t not in telling.actors]


def _of_topic(token: Token, telling: Telling) -> bool:
    """ "Chad" of "discussed relations between Chad and Mali": between whom the verb's object is."""
    nouns = [o for o in syntax.logical_objects(telling.head) if o not in telling.tokens]
    return syntax.is_verb(telling.head) and any(o.is_ancestor(token) for o in nouns)


def _inherit(telling: Telling, triggers: dict[int, Telling]) -> None:
    """An act whose subject is another event ("the bombing killed", "his visit angered") has that event's actors."""
    if telling.actors or not syntax.is_verb(telling.head) or telling.kind is None:
        return
    for subject in syntax.logical_subjects(telling.head):
        other = triggers.get(subject.i)
        if other is not None and other is not telling:
            telling.actors = list(other.actors)
            telling.instruments += [t for t in other.instruments if t not in telling.instruments]
