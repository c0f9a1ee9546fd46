"""Places of a sentence that are not the event's: of a topic, of another event, of who only speaks or is described."""

from __future__ import annotations

from spacy.tokens import Token

from sayso.codebook import syntax
from sayso.codebook.codebook import words_for
from sayso.codebook.match import lemma
from sayso.codebook.words import word_list
from sayso.extract._placing.clauses import AIMED, SPOKEN, is_saying, under
from sayso.extract._placing.phrase import case_of, top
from sayso.extract._telling.telling import Telling
from sayso.model import Entity

#: Prepositions of what an event is about.
TOPIC = frozenset({"about", "on", "over", "around", "for", "against", "concerning", "regarding"})
#: Those of them that say where a deed was.
ON = frozenset({"on", "over", "around"})
#: Conjunctions of clauses that may be of another place.
APART = frozenset({"after", "before", "since", "because", "although", "though", "if", "unless"})
#: Prepositions of another event: what comes before it, and what comes after it, where it may well be the same place.
BEFORE_IT = frozenset({"before", "ahead", "until", "till", "since", "despite", "prior"})
AFTER_IT = frozenset({"after", "following"})
#: "As part of a raid in [Town]", "as a result of": nouns that say no role.
PART = frozenset({"part", "result", "consequence"})
#: Occasions on which somebody speaks of what is elsewhere.
OCCASIONS = word_list("elsewhere_occasions")
#: "Hours", "two weeks".
LENGTHS = word_list("lengths_of_time")
#: Who speaks of his own town, and who of his own country.
NEIGHBOURS = word_list("when_where_neighbours")
OF_A_COUNTRY = frozenset({"army", "military", "government", "police", "ministry", "navy", "official", "authority"})
#: Who acts where he is.
LOCAL = frozenset({"police", "officer", "guard", "villager", "resident", "detective", "firefighter"})
#: What is said of a place that has an event.
SEES = word_list("when_where_sees")
SHAKES = word_list("when_where_shakes")
SCENES = frozenset({"scene", "site", "stage"})
WAVES = 2
#: "On the margins of a summit".
MARGINS = frozenset({"margin", "sideline", "fringe"})


#: How a place stands that only says where another one lies, and how long such words are.
BESIDE = frozenset({"near", "on", "along", "outside", "off", "between"})
FAR_INSIDE = 8
ENDING = frozenset({",", ".", ";", "and", "but", ")"})


def is_description(phrase: Token, telling: Telling) -> bool:
    """ "As heads of the largest states in [Region]", "the oldest party in [Country]": what somebody is; "agreed to meet
    in [Town]": where something else is to be.
    """
    path = [one for one in (phrase, *phrase.ancestors) if one.i != telling.head.i and not under(telling.head, one)]
    nouns = [one for one in path if one.pos_ in ("NOUN", "PROPN")]
    role = any(syntax.case_of(one) == "as" and lemma(one) not in PART for one in nouns)
    if role or any(c.tag_ in ("JJS", "RBS") for one in nouns for c in one.children):
        return True
    words = telling.type in SPOKEN and telling.type != "CONSULT"
    return words and any(one.dep_ in ("xcomp", "ccomp", "acl") and syntax.is_verb(one) for one in path)


def is_of_another_subject(place: Token, telling: Telling) -> bool:
    """ "The council in [Town] denied the attack", "a court in [Town] jailed him for the raid": where the council is."""
    if any(under(place, one) for one in telling.actors + telling.recipients):
        return False
    way = (one for one in (place, *place.ancestors) if not under(telling.head, one))
    return any(syntax.base(one.dep_) == "nsubj" and syntax.is_verb(one.head) for one in way)


def is_scene(place: Token, telling: Telling) -> bool:
    """ "[Town] saw clashes", "[Town] has been rocked by riots", "[Town] was the scene of a raid": the place is said to
    have had the event.
    """
    noun = telling.head
    for _ in range(WAVES):  # "a wave of raids"
        many = noun.dep_ == "nmod" and syntax.case_of(noun) == "of" and lemma(noun.head) not in SCENES
        noun = noun.head if many and noun.head.pos_ == "NOUN" else noun
    verb = noun.head
    if syntax.is_verb(telling.head) or verb.i == noun.i:
        return False
    saw = noun.dep_ == "obj" and lemma(verb) in SEES
    shaken = syntax.base(noun.dep_) == "obl" and syntax.case_of(noun) == "by" and lemma(verb) in SHAKES
    scene = noun.dep_ == "nmod" and syntax.case_of(noun) in ("of", "for") and lemma(verb) in SCENES
    has_it = saw or scene or (shaken and syntax.is_passive(verb))
    return has_it and any(under(place, one) for one in syntax.surface_subject(verb))


def is_topic(phrase: Token, telling: Telling) -> bool:
    """Whether the place is that of a topic on the way up to the event: "talks on the unrest in Garissa"."""
    words = telling.type in SPOKEN
    if telling.type == "CONSULT" and any(lemma(c) in MARGINS for c in telling.head.children):
        return False  # "met on the margins of the summit in [Town]"
    one = phrase.head
    while one.head.i != one.i and one not in telling.tokens and not under(telling.head, one):
        case = syntax.case_of(one).split(" ")[0]
        met = telling.type == "CONSULT" and one in telling.recipients
        person = met or one.ent_type_ == "person"  # "met [Name] in Garissa", whatever "in" hangs on
        thing = one.dep_ in ("obj", "nsubj:pass") or (case == "of" and one not in telling.actors)
        topic = case in TOPIC and (words or case not in ON)  # "went off on a street in Garissa"
        topic = topic and not _is_for_whom(one)
        if topic or (words and thing and not person):
            return True
        one = one.head
    return False


def _is_for_whom(noun: Token) -> bool:
    """ "Shelled a camp for refugees near Garissa", whatever the parse hangs "for" on."""
    first = noun.left_edge
    return first.lower_ == "for" and first.i > first.sent.start and lemma(first.nbor(-1)) in words_for("facility")


def is_of_another(place: Token, telling: Telling) -> bool:
    """Whether the words say that the place is where the event was spoken of, or where something came long after it."""
    return _is_of_occasion(top(place), telling) or _is_of_what_followed(place, telling.head)


def _is_of_occasion(phrase: Token, telling: Telling) -> bool:
    """ "At a press conference in [Town] she condemned the raid", "said in an interview in [Town] that they had fled":
    where it was spoken of, which says nothing of where it was.
    """
    occasion, verb = phrase.head, phrase.head.head
    told = lemma(occasion) in OCCASIONS and occasion.dep_ in ("obl", "obj") and syntax.is_verb(verb)
    spoken = told and telling.type not in SPOKEN and telling.head.i not in (verb.i, occasion.i)
    return spoken and under(telling.head, verb) and not under(telling.head, occasion)


def _is_of_what_followed(place: Token, event: Token) -> bool:
    """ "Hours after the raid a mill burned down in [Town]": where something was so long after the event."""
    since = syntax.case_of(event) in ("after", "before") and event.sent.start == place.sent.start
    counted = since and any(lemma(t) in LENGTHS for t in event.children if t.i < event.i)
    return counted and not under(place, event)


def is_where_told(phrase: Token, telling: Telling, spoken: set[int]) -> bool:
    """ "In [Town] she condemned the raid": where it was spoken of."""
    noun = not syntax.is_verb(telling.head) and telling.head.i > phrase.i
    return noun and telling.head.i not in spoken and phrase.head.i in spoken


def is_of_effect(phrase: Token, telling: Telling, events: set[int]) -> bool:
    """ "The shooting drew protests in [Town]": the place of another event that this one brings about."""
    noun = telling.head
    if syntax.is_verb(noun) or noun.dep_ != "nsubj" or not noun.head.i < phrase.i:
        return False
    effects = [one for one in syntax.children(noun.head, "obj") if one.i in events]
    return any(under(phrase, noun.head) and one.i < phrase.i for one in effects)


def is_where_said(place: Token, event: Token) -> bool:
    """ "They told a conference in Doha that the army had fled": where it was told."""
    above = next((one for one in (place, *place.ancestors) if under(event, one)), None)
    return above is not None and above.i != event.i and is_saying(above)


def is_of_own_deed(place: Token, event: Token) -> bool:
    """ "Police in [Town] said that they had arrested nine": what those who say so did themselves, they did there."""
    who = place.head
    own = lemma(who) in LOCAL and who.dep_ == "nsubj" and event.dep_ == "ccomp" and event.head.i == who.head.i
    return own and any(s.pos_ == "PRON" for s in syntax.surface_subject(event))


def in_relative(event: Token, place: Token) -> bool:
    """True when the event is told of a noun in passing ("the governor, who fled in May, will speak in Gao") or in a
    clause behind a conjunction ("struck a depot in Gao, two days after Paris gave its permission").
    """
    clauses = (one for one in (event, *event.ancestors) if not under(place, one))
    return any(c.dep_ == "acl:relcl" or (c.dep_ == "advcl" and _is_apart(c)) for c in clauses)


def is_of_other_event(place: Token, telling: Telling) -> bool:
    """ "Ratified the pact before a summit in [Town]", "jailed after talks in [Town]", "a slump in [Town] after her
    resignation": one of the two is told as before or after the other; "killed after a chase in [Town]" may be there.
    """
    event = telling.head
    ours = (one for one in (event, *event.ancestors) if not under(place, one))
    theirs = (one for one in (place, *place.ancestors) if not under(event, one))
    return any(_is_at_other_time(one, telling) for way in (ours, theirs) for one in way)


def _is_at_other_time(noun: Token, telling: Telling) -> bool:
    case = set(syntax.case_of(noun).split())
    return bool(case & BEFORE_IT) or (telling.type not in AIMED and bool(case & AFTER_IT))


def is_of_joined(phrase: Token, event: Token) -> bool:
    """ "Worried by damage in [Bay] and condemned the raid", "the war in [Country] and the release of nine monks": the
    place is of what the event is only joined to. "Met in [Town] and agreed" is in one place.
    """
    joined = next(
        (one for one in (event, *event.ancestors) if not under(phrase, one) and under(phrase, one.head)), None
    )
    if joined is None or joined.dep_ != "conj" or not joined.head.i < phrase.i < joined.i:
        return False
    apart = joined is event and not syntax.is_verb(event) and bool(syntax.children(event, "det"))
    return phrase.head.i != joined.head.i or apart


def is_of_later_clause(phrase: Token, event: Token) -> bool:
    """ "Jets bombed a post, and in [Town] a mill was hit": what a joined clause with its own subject opens with."""
    verb = phrase.head
    joined = verb.dep_ == "conj" and syntax.is_verb(verb) and event.i < phrase.i < verb.i and not under(event, verb)
    return joined and any(phrase.i < one.i for one in syntax.children(verb, "nsubj", "nsubj:pass"))


def is_of_one_of_many(phrase: Token, event: Token) -> bool:
    """ "Blocked a road, threw stones near [Town] and took a mill in [Town]": of several deeds that are joined, each has
    its own place.
    """
    deeds = [one for one in syntax.children(event, "conj") if one.i > event.i and syntax.is_verb(one)]
    ours = next((one for one in deeds if under(phrase, one)), None)
    placed = [one for one in deeds if any(t.ent_type_ == "place" for t in one.subtree)]
    return ours is not None and len(placed) > 1


def is_aside(place: Token, others: set[int]) -> bool:
    """ "In [Town], on the road from [Town]", "in [Town], near [Town],": it only says where another of the sentence's
    places (`others`) lies.
    """
    phrase = top(place)
    if any(one.dep_ == "appos" and one.i > one.head.i and one.head.i in others for one in (phrase, *phrase.ancestors)):
        return True  # "[Town], a port north of [Town]"
    first, last = phrase.left_edge, phrase.right_edge
    if first.i < first.sent.start + 2 or place.i - first.i > FAR_INSIDE or last.i + 1 >= first.sent.end:
        return False
    comma = first if first.lower_ == "," else first.nbor(-1)
    closed = last.nbor().lower_ in ENDING and comma.lower_ == "," and comma.nbor(-1).i in others
    return closed and case_of(phrase, place) in BESIDE


def _is_apart(clause: Token) -> bool:
    return any(c.lower_ in APART and c.dep_ in ("mark", "case") for c in clause.children)


def sets_scene(phrase: Token, entity: Entity, telling: Telling) -> bool:
    """ "In [Town], residents said that shells had hit a clinic", "in [Country], the army said it had …": who tells of
    what was done around him stands where it was done; a minister may be anywhere.
    """
    said = phrase.head
    if not is_saying(said) or phrase.left_edge.i - said.sent.start > 1 or telling.type in SPOKEN - {"CONSULT"}:
        return False
    inside = any(under(telling.head, clause) for clause in syntax.children(said, "ccomp"))
    country = entity.place is not None and entity.place.feature == "country"
    local = NEIGHBOURS | (OF_A_COUNTRY if country else frozenset())
    return inside and any(s.pos_ == "NOUN" and lemma(s) in local for s in syntax.surface_subject(said))
