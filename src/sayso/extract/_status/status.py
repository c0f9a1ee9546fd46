"""Whether it occurred, goes on, was tried, threatened, planned, permitted, is possible, or did not occur."""

from __future__ import annotations

from spacy.tokens import Token

from sayso.codebook import syntax
from sayso.codebook.control import asked_of_somebody
from sayso.codebook.match import lemma
from sayso.codebook.tree import is_nobody
from sayso.codebook.words import word_list
from sayso.extract._sides.blame import is_cleared
from sayso.extract._status.announced import done_by_announcing, is_called, is_faced
from sayso.extract._status.given_up import WERE, came_otherwise, is_arranged, of_particle
from sayso.extract._status.implied import is_implied
from sayso.extract._status.in_the_making import is_in_the_making
from sayso.extract._status.in_view import of_predicate
from sayso.extract._status.performed import is_performed
from sayso.extract._status.presupposed import (
    GIVEN,
    LENGTHS,
    affects,
    is_at_hand,
    is_awaited,
    is_definite,
    is_given,
    is_held_since,
    is_over,
    is_state,
    is_told_of_now,
    lasts,
    stays_open,
)
from sayso.extract._status.status_above import (
    CONDITION,
    FUTURE,
    GOVERNORS,
    HIGHEST,
    HYPOTHETICAL,
    governed,
    is_aim,
    is_means,
    is_proviso,
    is_reported,
)
from sayso.extract._status.threatened import unless_met
from sayso.extract._status.unreal import is_only_named, of_unreal
from sayso.extract._status.whenever import has_time_left, of_beginning, of_time_clause, unless
from sayso.extract._telling.telling import Telling
from sayso.extract._telling.verb_group import auxiliaries, negated, not_only
from sayso.model import Certainty, Status

#: Words before a noun that leave open whether there is one.
OPEN = word_list("status_open")
#: Cue words of certainty that say that it was not so.
NEGATIVE = word_list("status_negative")
ORDINALS = word_list("status_ordinals")
#: Participles behind a noun that set its day; verbs that say that what was planned took place.
SCHEDULED = frozenset({"plan", "schedule", "postpone", "delay", "envisage"})
HELD = frozenset({"hold", "make", "pay", "conduct", "begin", "open", "carry", "launch", "start"})
DONE_WITH = HELD | {"cast", "give", "take", "issue", "pursue", "bring", "press", "file", "lodge"}
COMING = frozenset({"come", "materialise", "materialize", "happen", "occur", "arrive"})
#: Auxiliaries of what ought to be.
DUTY = frozenset({"should", "must", "ought"})
DONE_AT_ONCE = frozenset(
    {"announce", "declare", "plan", "prepare", "call", "order", "threaten", "issue", "lodge", "file"}
)
#: What takes its time, so that "as they do it" finds them at it.
TAKES_TIME = frozenset({"ASSAULT", "PROTEST", "AID", "CONSULT", "COOPERATE", "SUPPORT", "MOBILIZE"})


def status_of(telling: Telling, certainty: Certainty) -> Status:
    """The status as the words around the event have it."""
    if telling.fixed:
        return telling.status
    if is_performed(telling) or is_implied(telling):
        return "occurred"
    if (unreal := _unreal(telling)) is not None:
        return unreal
    denied = certainty.polarity == "negative" and _denies(telling, certainty) and not is_over(telling.head)
    own, above = is_faced(telling) or _own_words(telling, denied=denied), governed(telling)
    if any(lemma(c) == "underway" for c in telling.head.children) or is_at_hand(telling):
        return "ongoing"
    if own is not None and own != "ongoing":
        return (
            "did_not_occur" if (own, above) == ("planned", "did_not_occur") else own
        )  # "the planned visit was cancelled"
    if own is None and lasts(telling):
        return "ongoing"
    if own is None and is_given(telling):
        return "ongoing" if _goes_on(telling.head) or is_told_of_now(telling) else "occurred"
    above = above or own
    no = negated(telling.head) or _of_none(telling)
    above = "possible" if above == "did_not_occur" and unless(telling.head) else above
    if above is not None and not (above == "did_not_occur" and no):
        return "did_not_occur" if above == "planned" and no else above  # "agreed not to attack"
    if denied or no or _without(telling.head):
        open_ = _is_conditional(telling.head) or _ought_not(telling.head)
        return "possible" if open_ else "did_not_occur"  # "unless they leave"
    if _is_conditional(telling.head):
        return "possible"
    if is_purpose(telling.head) and telling.type != "PROTEST":
        return _of_purpose(telling.head)
    status = _by_tense(telling)
    if status == "occurred":
        status = (of_time_clause if syntax.is_verb(telling.head) else of_beginning)(telling.head) or status
    lasting = _goes_on(telling.head) or is_state(telling) or is_held_since(telling) or _is_at_it(telling)
    return "ongoing" if status == "occurred" and lasting else status


def _unreal(telling: Telling) -> Status | None:
    """What is only supposed, named, in view or laid to somebody who was cleared of it."""
    if is_cleared(telling.head):
        return "did_not_occur"
    found = "planned" if has_time_left(telling.head) else of_unreal(carrier_of(telling.head))
    if found is None and is_only_named(telling.head):
        return "possible"
    return found or (None if affects(telling) else of_predicate(telling.head))


def _is_at_it(telling: Telling) -> bool:
    """ "As they investigate the raid", "while troops shell the port": at it, by the present."""
    verb = carrier_of(telling.head)
    if telling.type not in TAKES_TIME and telling.mode != "investigate":
        return False
    while_ = any(c.lower_ in ("as", "while") for c in syntax.children(verb, "mark"))
    return while_ and verb.tag_ in ("VBZ", "VBP") and syntax.base(verb.dep_) == "advcl" and not auxiliaries(verb)


def _of_purpose(infinitive: Token) -> Status:
    """ "Will speak to announce it" plans both, and so does "is working to free them"; what something was done for may
    have come about.
    """
    act = infinitive.head if syntax.base(infinitive.dep_) == "advcl" else infinitive
    at_work = lemma(act) == "work" and act.tag_ == "VBG" and bool(auxiliaries(act))
    ahead = at_work or {c.lower_ for c in auxiliaries(act)} & FUTURE
    return "planned" if ahead and not negated(act) else "possible"


def _goes_on(event: Token) -> bool:
    """ "Pounded the port for a third day", "the siege is in its second year", "talks are under way"."""
    verb = carrier_of(event)
    near = event.head if verb.i == event.i and syntax.base(event.dep_) == "nsubj" else verb
    for token in (near, *near.children):
        case, word = syntax.case_of(token), lemma(token)
        if near.tag_ == "VBG" and near.dep_ == "acl" and lemma(near.head) == "process" and _is_present_in(near.head):
            return True
        if (case == "under" and word == "way") or word == "underway" or stays_open(near, token):
            return True
        if case in ("for", "into", "in") and word in LENGTHS and any(c.lower_ in ORDINALS for c in token.children):
            return True
    return False


def _is_present_in(noun: Token) -> bool:
    """ "Is in the process of moving troops"."""
    return syntax.case_of(noun) == "in" and any(c.tag_ in ("VBZ", "VBP") for c in syntax.children(noun, "cop"))


def _ought_not(verb: Token) -> bool:
    """ "Should not leave", "must never be fought": what others are told to let be, they may do all the same."""
    words = {c.lower_ for c in _auxiliaries_over(verb)}
    return syntax.is_verb(verb) and bool(words & DUTY) and "have" not in words


def _denies(telling: Telling, certainty: Certainty) -> bool:
    """Whether a cue of certainty says that it was not so; "not only" and the "no" of "has no plans to" do not."""
    doc = telling.head.doc
    cues = [cue for cue in certainty.cues if cue.text.lower() in NEGATIVE]
    spans = [doc.char_span(*cue.spans[-1], alignment_mode="expand") for cue in cues]
    return any(span is None or not (not_only(span[-1]) or span[-1] in telling.tokens) for span in spans)


def carrier_of(token: Token) -> Token:
    """The light verb that carries the event noun, else the token itself."""
    return syntax.light_verb(token) or token


def _own_words(telling: Telling, *, denied: bool) -> Status | None:
    """Adjectives before the noun ("attempted", "planned"), and the light verb's own meaning ("planned an attack").
    `denied`: by what stands over it.
    """
    before = [c for c in telling.head.children if c.dep_ in ("amod", "compound", "advmod") and c.i < telling.head.i]
    modifiers = {lemma(c) for one in before for c in (one, *(x for x in one.children if x.dep_ == "conj"))}
    carrier = carrier_of(telling.head)
    said = lemma(carrier) == "announce" and done_by_announcing(telling)
    # "accused of ordering the shelling", "committed robberies": it was done
    ordered = lemma(carrier) in ("order", "commit") and telling.type == "ASSAULT"
    carried = carrier.i != telling.head.i and not said and not ordered
    words = modifiers | ({lemma(carrier)} if carried else set())
    words |= {lemma(c) for c in telling.head.children if c.i > telling.head.i and _is_scheduled(c)}
    if carried and modifiers & GOVERNORS["planned"] and carrier.tag_ == "VBD" and lemma(carrier) in HELD:
        return None  # "held a planned discussion"
    words |= {lemma(t) for t in telling.tokens} & {"attempt"}
    words |= {lemma(t) for t in telling.tokens if t.i != telling.head.i} & {"threat"}
    if is_awaited(telling.head) or any(is_called(verb, telling) for verb in (carrier, *telling.tokens)):
        return "planned"
    words -= {"call"}
    for status in ("attempted", "planned", "possible", "ongoing"):
        if words & GOVERNORS[status] or ("attempt" in words and status == "attempted"):
            return status
    if _is_open(telling.head) and not (denied or negated(carrier) or governed(telling) == "did_not_occur"):
        return "possible"  # "any raid", and not "did not carry out any raid", "denied that any raid took place"
    if is_in_the_making(telling):
        return "possible"
    return _of_relative(telling.head)


def _is_open(noun: Token) -> bool:
    """ "Any raid"."""
    return not syntax.is_verb(noun) and any(c.lower_ in OPEN and c.dep_ == "det" for c in noun.children)


def _is_scheduled(word: Token) -> bool:
    """ "Talks planned for Friday", "drills underway in the north": what says of the noun before it whether it is on."""
    planned = word.dep_ == "acl" and word.tag_ == "VBN" and not syntax.agents(word)
    planned = planned and (lemma(word) in SCHEDULED or of_particle(word) == "planned")
    return planned or lemma(word) == "underway"


def _of_relative(noun: Token) -> Status | None:
    """ "the offensive that we expect them to launch": what governs the carrier in the noun's relative clause."""
    if syntax.is_verb(noun):
        return None
    clauses = [c for c in noun.children if c.dep_ == "acl:relcl" and any(x.dep_ == "xcomp" for x in c.children)]
    kinds: tuple[Status, ...] = ("planned", "threatened")
    return next((status for c in clauses for status in kinds if lemma(c) in GOVERNORS[status]), None)


def _of_none(telling: Telling) -> bool:
    """ "Filed no charges", "neither side asked for help", "nobody fired", "arrested no one"."""
    carrier = telling.head.head
    undone = telling.head.dep_ in ("obj", "nsubj:pass") and lemma(carrier) in DONE_WITH and negated(carrier)
    if (undone and not syntax.is_verb(telling.head)) or (_is_open(telling.head) and negated(carrier_of(telling.head))):
        return True  # "the last not to make an endorsement", "a veto was not cast", "did not join any raid"
    if telling.head.dep_ == "nsubj" and lemma(carrier) in COMING and negated(carrier):
        return True  # "the attack never came"
    nouns = [t for t in telling.tokens if t.i != telling.head.i and t.head.i == telling.head.i]
    if any(c.lower_ == "no" and c not in telling.tokens for noun in nouns for c in syntax.children(noun, "det")):
        return True
    sides = syntax.children(telling.head, "nsubj", "nsubj:pass", "obj") if syntax.is_verb(telling.head) else []
    return any(is_nobody(side) for side in sides if side not in telling.tokens)  # "sees no need to" refuses


def _without(token: Token) -> bool:
    """ "without drifting into a war": neither the drifting nor the war; "stopped short of it"."""
    short = next((t for t in (token.head, *token.head.children) if t.lower_ == "short"), None)
    if token.tag_ == "VBG" and short is not None and lemma(short.head) == "stop":
        return True
    near = [token, token.head] if syntax.base(token.dep_) in ("obl", "obj", "nmod") else [token]
    return any(c.lower_ == "without" for one in near for c in one.children if c.dep_ in ("mark", "case"))


def is_asked(token: Token) -> bool:
    """ "Was it shelled?", "whether it was shelled": what the words themselves leave open."""
    asked = any(c.dep_ == "mark" and c.lower_ in CONDITION for c in token.children)
    return asked or (token.i == token.sent.root.i and token.sent[-1].text == "?")


def _is_conditional(token: Token) -> bool:
    """Inside a condition, a question, or what should come of something ("so that they are freed")."""
    if _is_supposed(token):
        return True
    for _ in range(HIGHEST):
        if is_aim(token) or is_proviso(token):
            return True
        if any(child.dep_ == "mark" and child.lower_ in CONDITION for child in token.children):
            return True
        before = [child for child in token.children if child.i < token.i]
        if any(t.lower_ == "how" for child in before for t in (child, *child.children)):
            return True
        inside = token.dep_ in ("conj", "obj", "xcomp", "obl", "nsubj", "nsubj:pass")
        if not (inside or (token.dep_ == "advcl" and token.tag_ == "VBG")) or token.head.i == token.i:
            break
        token = token.head
    sentence = token.sent
    return len(sentence) > 0 and sentence[-1].text == "?" and token.i == sentence.root.i


def _is_supposed(noun: Token) -> bool:
    """ "A strike would be a blow": one that there is not."""
    state = noun.head
    if syntax.base(noun.dep_) != "nsubj" or not syntax.children(state, "cop") or is_definite(noun):
        return False
    return bool({c.lower_ for c in auxiliaries(state)} & {"would", "could", "might"})


def is_purpose(token: Token) -> bool:
    """ "to strike targets": an infinitive of purpose."""
    while token.dep_ == "conj" and token.head.tag_ == "VB":
        token = token.head
    return (
        token.tag_ == "VB"
        and syntax.base(token.dep_) in ("advcl", "acl")
        and any(c.lower_ == "to" for c in token.children)
        and not auxiliaries(token)  # "which is to vote on it"
        and token not in asked_of_somebody(token.head)
    )


def _by_tense(telling: Telling) -> Status:
    """Future and modal auxiliaries, progressive present; a noun looks at its carrier."""
    verb = carrier_of(telling.head)
    if not syntax.is_verb(verb):
        verb = _main_verb(verb, telling)
    aux = _auxiliaries_over(verb)
    words = {child.lower_ for child in aux}
    arranged = is_arranged(verb)
    if arranged and came_otherwise(verb):
        return "did_not_occur"
    if words & FUTURE or _going_to(verb) or arranged:
        return "threatened" if unless_met(telling) else "planned"
    if words & HYPOTHETICAL and "have" not in words:
        return "threatened" if unless_met(telling) and "would" in words else _modal(verb, words)
    if words & HYPOTHETICAL:
        return "did_not_occur" if words & {"would", "could"} else "possible"
    present = {"is", "are", "am", "'s", "'re", "’s", "’re"} | ({"been"} if "had" not in words else set())
    acts = telling.kind is not None and telling.type not in ("THREATEN", "REQUEST")  # these are done by being said
    goes_on = verb.tag_ == "VBG" or (verb.tag_ == "VBN" and "being" in words)
    own = verb.i == telling.head.i or (lemma(verb) not in DONE_AT_ONCE and verb == syntax.light_verb(telling.head))
    then = words & WERE and is_reported(verb)  # "said that they were searching the town"
    acts = acts or ("been" in words and any(syntax.case_of(c) == "since" for c in verb.children))
    if goes_on and (words & present or then) and acts and own:
        return "ongoing"
    return "possible" if _is_subjunctive(verb, aux) else "occurred"


def _auxiliaries_over(verb: Token) -> list[Token]:
    """Its own auxiliaries; of an infinitive or gerund those of the verb over it ("will help us to rebuild and mend",
    "could include banning them", "could win by shelling").
    """
    found, first = auxiliaries(verb), verb
    while first.dep_ == "conj" and first.head.tag_ in ("VB", "VBG"):
        first = first.head
    infinitive = verb.tag_ == "VB" and first.dep_ == "xcomp" and not syntax.surface_subject(verb)
    gerund = verb.tag_ == "VBG" and first.dep_ in ("xcomp", "obj") and lemma(first.head) not in GIVEN
    if is_means(first) and first.head.i != first.i:
        return _auxiliaries_over(first.head)
    return auxiliaries(first.head) if (infinitive or gerund) and {c.lower_ for c in found} <= {"to"} else found


def _is_subjunctive(verb: Token, aux: list[Token]) -> bool:
    """ "Proposed that the council approve it", "a proposal that it leave"."""
    subjects = syntax.children(verb, "nsubj", "nsubj:pass")
    if (
        aux
        or not subjects
        or syntax.base(verb.dep_) not in ("ccomp", "acl")
        or any(c.lower_ == "to" for c in verb.children)
    ):
        return False
    alone = all(s.tag_ in ("NN", "NNP") and not syntax.children(s, "conj") for s in subjects)
    singular = alone and verb.head.pos_ == "NOUN"  # not "a step that Oman and Chad oppose"
    return verb.tag_ == "VB" or (verb.tag_ == "VBP" and singular)


def _main_verb(noun: Token, telling: Telling) -> Token:
    """The verb of which the noun is the subject, object or means ("will end with a signing"), or the occasion ("will
    speak at the summit"); the noun itself where there is none.
    """
    while noun.dep_ == "conj" and not syntax.is_verb(noun.head):
        noun = noun.head  # "will bring chaos and violence"
    head, label = noun.head, syntax.base(noun.dep_)
    at = ("with", "at", "during", "for", "through") if telling.type == "CONSULT" else ("with",)
    occasion = label == "obl" and syntax.case_of(noun) in at
    return head if syntax.is_verb(head) and (label in ("obj", "nsubj") or occasion) else noun


def _modal(head: Token, words: set[str]) -> Status:
    """ "would" under a past verb of saying is a future ("said it would expel"); the others are possibilities."""
    while head.dep_ == "conj" and head.head.i != head.i:
        head = head.head
    return "planned" if "would" in words and is_reported(head) else "possible"


def _going_to(verb: Token) -> bool:
    return verb.dep_ == "xcomp" and verb.head.lower_ == "going"
