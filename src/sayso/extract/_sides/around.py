"""What stands around the words of a telling: under its prepositions, below it, in its clauses, above it."""

from __future__ import annotations

from itertools import islice, takewhile

from spacy.tokens import Token

from sayso.codebook import syntax
from sayso.codebook.match import TIMES, lemma
from sayso.codebook.tree import dates_another, is_said, round_of
from sayso.codebook.voice import WAYS, through_relative
from sayso.codebook.words import word_list
from sayso.extract._telling.happenings import TAKING_PLACE
from sayso.extract._telling.telling import Telling
from sayso.extract._telling.verb_group import negated

#: Verbs by which whoever gives something says so.
ANNOUNCING = frozenset({"announce", "unveil", "pledge", "approve", "authorize", "authorise", "promise", "offer"})
#: Verbs by which somebody says so.
SAYING = word_list("participants_saying")
#: Nouns of place that only say where something stands to what is behind "of".
SPOTS = word_list("participants_spots")
#: Prepositions that a noun shares with the participle that carries it.
SHARED = frozenset({"on", "against", "at", "to", "with", "between", "among"})
#: Prepositions of two sides.
BOTH = frozenset({"between", "among"})
#: Prepositions of what talks are about ("talks on tariffs with the union").
TOPICS = frozenset({"on", "about", "over"})
#: Verbs whose object is the means.
USING = frozenset({"use", "employ"})
#: Verbs whose object somebody has by him.
BEARING = frozenset({"wield", "brandish", "carry", "use", "fire", "ride", "drive"})
#: How far apart two nouns may stand that share a phrase behind them.
SHARING = 4
#: Conjunctions of what came before or after a deed, and how far above a word the clause may begin that tells it.
APART = frozenset({"after", "before", "since"})
FAR = 5
#: Verbs that say of somebody what he has or has no part in.
TAKING_PART = frozenset({"involve", "involved", "participate", "implicate", "implicated"})
#: Verbs by which somebody only looks on, and nouns for what is left of a deed or who suffered it.
ONLOOKING = word_list("participants_onlooking")
SCENES = word_list("participants_scenes")
#: Prepositions that tell where, and so nobody to whom.
WHERE = word_list("participants_where")
#: Prepositions and conjunctions of what only stands around a deed.
CIRCUMSTANCE = word_list("participants_circumstance")


def used_in(head: Token) -> list[Token]:
    """What was used: "rifles were used in the ambush", "used a drone to hit the depot", "hit it using drones"."""
    verb = head.head
    below = [c for c in head.children if c.tag_ == "VBG" and lemma(c) in USING and syntax.is_verb(c)]
    if below:
        return syntax.logical_objects(below[0])
    if borne := _borne(head):
        return borne
    noun = syntax.case_of(head) in ("in", "during", "for")
    aim = head.tag_ == "VB" and head.dep_ in ("advcl", "xcomp", "acl") and head.i > verb.i
    used = (noun or aim) and lemma(verb) in USING and syntax.is_verb(verb)
    return syntax.logical_objects(verb) if used else []


def _borne(verb: Token) -> list[Token]:
    """ "An axe" of "a man with an axe attacked", "armed with an axe", "wielding an axe", the motorcycles that they came
    on: what those who act have by them.
    """
    found: list[Token] = []
    for token in syntax.logical_subjects(verb) if syntax.is_verb(verb) else []:
        found += [t for case in ("with", "on", "in") for t in syntax.prepositional(token, case)]
        for child in token.children:
            found += syntax.prepositional(child, "with") if child.lower_ == "armed" else []
            found += syntax.logical_objects(child) if child.tag_ == "VBG" and lemma(child) in BEARING else []
    return found


def granting(head: Token) -> list[Token]:
    """ "At the request of Chad, Mali sent …": who does what is asked."""
    asked = syntax.case_of(head) in ("at", "upon", "on") and syntax.is_verb(head.head)
    return syntax.logical_subjects(head.head) if asked else []


def announcing(head: Token) -> list[Token]:
    """ "The ministry" of "the ministry announced $2 million in assistance": who says so of what it gives."""
    money = head.dep_ == "nmod" and syntax.case_of(head) == "in" and head.head.tag_ in ("$", "CD")
    given = head.head if money else head
    verb = given.head
    told = given.dep_ == "obj" and syntax.is_verb(verb) and lemma(verb) in ANNOUNCING
    return syntax.logical_subjects(verb) if told else []


def speaker_of(head: Token) -> list[Token]:
    """Who says so: the subject of the verb that governs the clause of `head`."""
    token = head
    for _ in range(6):
        if syntax.base(token.dep_) in ("ccomp", "parataxis") and syntax.is_verb(token.head):
            return syntax.logical_subjects(token.head) if lemma(token.head) in SAYING else []
        if token.head.i == token.i:
            return []
        token = token.head
    return []


def prepositional(telling: Telling, preposition: str) -> list[Token]:
    """Nominals under the preposition: of the word, the rest of its phrase, its objects, its noun complements."""
    around = [telling.head, *(t for t in telling.tokens if t.i != telling.head.i)]
    if syntax.is_verb(telling.head):
        around += syntax.logical_objects(telling.head)
    around += [inner for token in around for inner in syntax.prepositional(token, "of") if preposition != "of"]
    around += _joined_nouns(telling.head)
    if preposition in SHARED:
        around += _carriers(telling.head, preposition)
        around += [] if syntax.is_verb(telling.head) else syntax.prepositional(telling.head, "by")
    if preposition == "with" and not syntax.is_verb(telling.head):
        around += [t for about in TOPICS for t in syntax.prepositional(telling.head, about)]
    around += [t for t in [round_of(telling.head)] if t is not None and preposition != "of"]
    if preposition == "by" and (agent := _agent_behind(around)) is not None:
        return [agent]
    for token in around:
        found = [t for t in syntax.prepositional(token, preposition) if t not in telling.tokens and not is_time(t)]
        found = [t for t in found if t.pos_ != "ADV"]  # "for as long as it takes"
        found = [t for t in found if preposition != "by" or lemma(t) not in WAYS]
        if found:
            found += _second_side(found[-1], token) if preposition == "between" else []
            return [inner for t in found for inner in _past_spot(t)]
    return []


def _second_side(first: Token, head: Token) -> list[Token]:
    """ "The union" of "an accord between the state and the union" where the parse hung both on the accord."""
    if any(c.dep_ == "conj" for c in first.children):
        return []
    others = [c for c in head.children if c.i > first.i and syntax.base(c.dep_) in ("nmod", "obl")]
    return [c for c in others if any(w.dep_ == "cc" and w.lower_ == "and" for w in c.children)][:1]


def _past_spot(token: Token) -> list[Token]:
    """ "the bank" of "in front of the bank"; nothing of "in front", nobody of "with the exception of the Greens"."""
    if token.lower_ == "exception":
        return []
    if lemma(token) not in SPOTS:
        return [token]
    return syntax.prepositional(token, "of")


def _joined_nouns(head: Token) -> list[Token]:
    """Nouns of action that share what stands behind the last of them: "the looting and burning of the shops"."""
    if head.pos_ != "NOUN":
        return []
    first = head.head if head.dep_ == "conj" and head.head.pos_ == "NOUN" else head
    return [t for t in syntax.conjuncts(first) if t is not head and t.pos_ == "NOUN" and abs(t.i - head.i) <= SHARING]


def _carriers(noun: Token, preposition: str) -> list[Token]:
    """The verb or participle that carries the noun: "imposed" of "sanctions imposed on Chad", "broke out" of "clashes
    broke out between both", "held" of "no talks were held between both".
    """
    found = [c for c in noun.children if syntax.base(c.dep_) == "acl" and c.tag_ == "VBN" and lemma(c) in syntax.LIGHT]
    if preposition in BOTH and not syntax.is_verb(noun):
        light = syntax.light_verb(noun)
        happens = syntax.base(noun.dep_) == "nsubj" and lemma(noun.head) in TAKING_PLACE
        found += [light] if light is not None else [noun.head] if happens else []
    return found


def _agent_behind(nouns: list[Token]) -> Token | None:
    """ "The army" of "to prevent the killings by the army", which the parse hung on the active verb, or on "island" of
    "the seizure and annexation of the island by the army".
    """
    noun, verb = nouns[0], nouns[0].head
    if syntax.is_verb(noun):
        return None
    behind = [] if any(syntax.prepositional(n, "by") for n in nouns) else _behind_sufferer(nouns)
    if noun.dep_ == "obj" and not syntax.is_passive(verb):
        behind += [t for t in syntax.prepositional(verb, "by") if t.left_edge.i == noun.right_edge.i + 1]
    return next((t for t in behind if t.i > noun.i and t.pos_ in ("NOUN", "PROPN") and lemma(t) not in WAYS), None)


def _behind_sufferer(nouns: list[Token]) -> list[Token]:
    """Those under "by" of what is under "of" of the nouns, at any depth."""
    inner = [t for noun in nouns for t in syntax.prepositional(noun, "of") if not syntax.is_verb(noun)]
    last = [deep for t in inner for deep in (t, *syntax.prepositional(t, "of"))]
    return [t for one in last for t in syntax.children(one, "nmod") if syntax.case_of(t) == "by"]


#: Carriers whose subject puts an end to what their object tells.
STOPPING = frozenset({"stop", "end", "halt", "suspend", "cancel", "lift", "postpone", "delay"})


def below(telling: Telling) -> list[Token]:
    """What hangs on the words or on their light verb, its doers and those who say so left out."""
    light = syntax.light_verb(telling.head)
    heads = [*telling.tokens, *([light] if light is not None else [])]
    apart = {"nsubj", "acl:relcl", "parataxis", "cc", "mark", "aux", "punct", "advmod", "csubj", "det"}
    after = [c for head in heads for c in head.children if c.i > head.i and not {c.dep_, syntax.base(c.dep_)} & apart]
    after = [c for c in after if not (_is_other_clause(c) or _is_circumstance(c))]
    return [c for c in after if c not in heads and not is_time(c) and syntax.case_of(c) not in WHERE]


def _is_circumstance(token: Token) -> bool:
    """ "Following the find of Malian rockets", "without going to Mali": no part of the deed that it hangs on."""
    marks = ("case", "mark", "advmod") if syntax.is_verb(token) else ("case", "mark")
    return any(c.dep_ in marks and c.lower_ in CIRCUMSTANCE for c in token.children)


def is_time(token: Token) -> bool:
    return lemma(token) in TIMES


def noun_clauses(telling: Telling) -> list[Token]:
    """Clauses of the phrase's nouns ("a decision to close the border", "made an offer to mediate")."""
    nouns = [t for t in telling.tokens if not syntax.is_verb(t)]
    return [
        c
        for noun in nouns
        for c in noun.children
        if syntax.base(c.dep_) == "acl" and c.tag_ in ("VB", "VBD", "VBZ", "VBP", "VBG")
    ]


def purposes(telling: Telling) -> list[Token]:
    """Clauses of purpose: "to demand reforms", "calling for his removal", "in protest of"."""
    verbs = [telling.head, *(t for t in telling.tokens if t.i != telling.head.i)]
    light = syntax.light_verb(telling.head)
    found = [
        c
        for v in (*verbs, *([light] if light is not None else []))
        for c in v.children
        if syntax.base(c.dep_) in ("advcl", "acl", "xcomp")
    ]
    return [c for c in found if c.tag_ in ("VB", "VBG")]


def clause_parts(clause: Token) -> list[Token]:
    """Subject, objects and obliques of a clause, in this order; of its own clauses last."""
    parts = syntax.surface_subject(clause) + syntax.children(clause, "obj", "iobj")
    parts += [c for c in clause.children if syntax.base(c.dep_) == "obl" and not is_time(c)]
    below = [c for c in clause.children if syntax.base(c.dep_) in ("xcomp", "ccomp", "advcl", "nmod", "conj")]
    return [c for c in parts if not _is_circumstance(c)] + [
        c for c in below if not _is_other_clause(c) and not _is_circumstance(c)
    ]


def _is_other_clause(token: Token) -> bool:
    """ "Others want more" of "agreed to pay, but others want more", "and dismissed his cabinet": a joined clause."""
    verbs = syntax.is_verb(token) and syntax.is_verb(token.head)
    return token.dep_ == "conj" and (verbs or bool(syntax.children(token, "nsubj")))


def strangers(telling: Telling) -> list[Token]:
    """ "The court suspended the order", "reporters filmed the march", "medics treated victims of the raid": who puts an
    end to a decision has not made it, and who only looks on or comes later has not done the deed.
    """
    noun, scene = telling.head, False
    if syntax.is_verb(noun):
        return []
    if noun.dep_ == "nmod" and lemma(noun.head) in SCENES:
        noun, scene = noun.head, True
    verb = noun.head
    if noun.dep_ == "obl" and verb.lemma_ in TAKING_PART and negated(verb):  # "was not involved in the raid"
        return [through_relative(t, verb) for t in syntax.surface_subject(verb)]
    if noun.dep_ not in ("obj", "nsubj:pass", "obl") or not syntax.is_verb(verb) or verb in telling.tokens:
        return []
    ends = telling.type in ("DECIDE", "REJECT") and verb == syntax.light_verb(telling.head) and lemma(verb) in STOPPING
    behind = (*syntax.children(verb, "xcomp"), *(c for c in syntax.children(noun, "amod") if c.i > noun.i))
    judged = lemma(verb) == "call" and bool(behind)  # "called the raid unlawful"
    reached = lemma(verb) == "reach" and telling.type in ("AGREE", "DECIDE")  # a verdict, and not a meeting
    looks_on = noun.dep_ == "obj" and ((lemma(verb) in ONLOOKING and not reached) or judged)
    return syntax.logical_subjects(verb) if scene or ends or looks_on else []


def is_aside(token: Token, telling: Telling) -> bool:
    """ "Belgrade" of "passed a text, which Belgrade called void", "Togo" of "voted after Togo left": in a clause
    that goes on about an object of the deed, or tells what came before or after it.
    """
    for one in islice((token, *token.ancestors), FAR):
        if one.i == telling.head.i or one.is_ancestor(telling.head):
            return False
        if one.dep_ == "acl:relcl":
            return one.head.i < one.left_edge.i and one.doc[one.left_edge.i - 1].text == ","
        if one.dep_ == "advcl" and syntax.children(one, "nsubj", "nsubj:pass"):
            return dates_another(one, APART)
    return False


def is_in_content(token: Token, telling: Telling) -> bool:
    """ "Its members" of "accusations that its members took part": in what a noun of the telling says of others."""
    between = takewhile(lambda t: t.i != telling.head.i, (token, *token.ancestors))
    return telling.head.is_ancestor(token) and any(map(is_said, between))
