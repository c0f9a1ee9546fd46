"""What the words above an event say became of it: "threatened to", "was allowed to", "the plan to", "is unlikely"."""

from __future__ import annotations

from spacy.tokens import Token

from sayso.codebook import syntax
from sayso.codebook.control import asked_of_somebody
from sayso.codebook.match import lemma
from sayso.codebook.tree import is_beside, joined_to
from sayso.codebook.words import word_list
from sayso.extract._saying.charges import CLAIMS, UNTRUE
from sayso.extract._status.announced import done_by_announcing, is_called
from sayso.extract._status.given_up import came_to_nothing, is_denied_plan, is_failure, is_near_miss, of_particle
from sayso.extract._status.presupposed import DEFINITE, is_charge, is_over
from sayso.extract._status.threatened import of_threat
from sayso.extract._telling.telling import Telling
from sayso.extract._telling.verb_group import auxiliaries, negated
from sayso.model import Status

#: What governs a clause or a noun says what became of the event in it. Lemmas, by status.
GOVERNORS: dict[Status, frozenset[str]] = {
    "attempted": word_list("status_attempted"),
    "threatened": word_list("status_threatened"),
    "planned": word_list("status_planned"),
    "permitted": word_list("status_permitted"),
    "possible": word_list("status_possible"),
    "did_not_occur": word_list("status_did_not_occur"),
    "ongoing": word_list("status_ongoing"),
}
SIGNS = word_list("status_signs")
HYPOTHETICAL = word_list("status_hypothetical")
FUTURE = word_list("status_future")
CONDITION = word_list("status_condition")
PAST = frozenset(("was", "were", "had", "has", "have", "'ve", "’ve", "did"))
#: What says of an infinitive or a gerund that it would be good.
VALUED = word_list("status_valued")
#: Nouns whose infinitive only ought to or may be done; what gives up a plan.
DUTIES = word_list("status_duties")
#: Prepositions of nouns that the verb says nothing of.
BESIDE = word_list("status_beside")
#: Verbs that say something of the clause they take, and nothing of a noun near them; and those of them that do.
CLAUSAL = word_list("status_clausal")
NOMINAL = word_list("status_nominal")
#: Of what is not needed nobody says whether it was done.
NEEDED = frozenset({"need", "require"})
#: What is done to a permission that is not there.
SOUGHT = word_list("status_sought")
#: "On condition that", "in the event that".
PROVISOS = frozenset({("on", "condition"), ("in", "event"), ("on", "understanding")})
#: Adjectives beside a verb that its infinitive hangs on: "stood ready to enter".
BESIDE_VERB = frozenset({"ready", "poised", "prepared", "set"})
#: Clauses climbed in search of a governor.
HIGHEST = 3
#: Verbs that with an infinitive tell what somebody tries.
STRIVING = frozenset({"fight", "battle", "struggle", "race"})
#: Wishes, which plan nothing where they are for what others do; nouns that bind to what their clause says alone.
WISHED = frozenset({"want", "hope", "seek", "wish"})
BINDING = frozenset({"commitment", "determination"})
#: Words that bind only with an infinitive: "directed them to leave", and not "directed the attack".
WITH_INFINITIVE = {"direct": "order", "determined": "intend"}
ORDERED = frozenset({"order", "want"})
#: What hangs on whether its governor is so.
DEPENDENT = frozenset({"planned", "permitted"})
#: What says nothing of where it is done: "failed to appear at the hearing".
UNATTENDED = frozenset({"attempted", "did_not_occur"})


#: Before what is one of those that a noun tells of.
EXAMPLES = frozenset({"including", "like", "such as"})


def governed(telling: Telling) -> Status | None:
    """The status by what governs the event, up to a few clauses above it."""
    clause = telling.head
    while clause.dep_ == "conj" and not negated(clause):
        clause = joined_to(clause)
    return "did_not_occur" if _is_answered_claim(clause.head, clause) else _above(telling.head, telling)


def _above(token: Token, telling: Telling, highest: int = HIGHEST) -> Status | None:
    found, told, aside = None, False, False
    for level in range(1, highest + 1):
        while token.dep_ == "conj" and not negated(token):
            token = joined_to(token)
        governor = _governor(token)
        if governor is None or is_over(token) or is_charge(token, telling) or _is_example(token):
            break
        if _is_circumstance(token) or is_means(token):
            token, aside = governor, True  # "asked at the meeting", "hope to win by shelling"
            continue
        status = _of_wish(governor, token) or _of_striving(governor, token) or _status_under(governor, token, telling)
        status = _against(governor) if _is_against(token) else status
        if status != "did_not_occur" and _told_as_past(token):
            status = None
        status = "possible" if _is_valued(governor, token) else status
        status = of_threat(governor, token, telling) if status == "threatened" else status
        if _is_asked_whether(token) or _is_if_true(governor):
            return "possible"
        if status is None and _told_as_past(token):
            break  # "want to know who fired"
        if status == "attempted":
            failed = is_failure(governor, telling.type)
            status = "did_not_occur" if failed else _of_attempt(governor, telling, highest - level)
        if status is not None and status != "ongoing":
            if aside and status in UNATTENDED:
                return None
            if (status in DEPENDENT or lemma(governor) == "avoid") and _is_left_open(
                governor, telling, highest - level
            ):
                return "possible"
            undone = status == "planned" and (came_to_nothing(governor) or is_denied_plan(governor))
            return "did_not_occur" if undone else status
        told = told or syntax.base(token.dep_) == "ccomp"
        found = found or (None if told else status)  # "continues to believe that they will leave"
        token = governor
    return found


def _is_example(token: Token) -> bool:
    """ "Threats to peace, including the attack on the port"."""
    return syntax.case_of(token) in EXAMPLES and lemma(token.head) in GOVERNORS["threatened"]


def _is_asked_whether(clause: Token) -> bool:
    """ "Is to decide whether they will leave"."""
    asked = syntax.base(clause.dep_) == "ccomp" and clause.tag_ != "VBD"
    return asked and any(c.lower_ == "whether" for c in syntax.children(clause, "mark"))


def _is_if_true(governor: Token) -> bool:
    """ "Would not say if reports were true that they left"."""
    asked = any(c.lower_ in CONDITION for c in syntax.children(governor, "mark"))
    return asked and lemma(governor) in ("true", "accurate", "correct")


def _is_answered_claim(noun: Token, clause: Token) -> bool:
    """ "Dismissed claims by a nurse that guards shot them", "claims that they did were dismissed": what is claimed and
    said not to be so.
    """
    verb, that = noun.head, any(c.lower_ == "that" for c in syntax.children(clause, "mark"))
    claimed = noun.pos_ == "NOUN" and noun.dep_ in ("obj", "nsubj:pass") and lemma(noun) in CLAIMS and that
    return claimed and syntax.is_verb(verb) and lemma(verb) in UNTRUE and not negated(verb)


def _is_left_open(governor: Token, telling: Telling, highest: int) -> bool:
    """ "May agree to leave", "if they decide to leave", "wants the court to let them meet": whether anybody plans or
    permits it is open itself.
    """
    if not syntax.is_verb(governor) and governor.pos_ != "ADJ":
        return False
    words = {child.lower_ for child in auxiliaries(governor)}
    open_ = words & HYPOTHETICAL - ({"would"} if is_reported(governor) else set())
    condition = any(child.lower_ in CONDITION for child in syntax.children(governor, "mark"))
    return bool(open_) or condition or _above(governor, telling, highest) == "possible"


def _of_attempt(attempt: Token, telling: Telling, highest: int) -> Status:
    """ "Will try to leave" plans it; "may try to leave" leaves it open; "plans to try to leave" is a plan."""
    words = {child.lower_ for child in auxiliaries(attempt)}
    if words & FUTURE or ("would" in words and "have" not in words and is_reported(attempt)):
        return "did_not_occur" if negated(attempt) else "planned"
    if words & HYPOTHETICAL and "have" not in words:
        return "possible"
    above = _above(attempt, telling, highest) if syntax.is_verb(attempt) and attempt.tag_ == "VB" else None
    return above or "attempted"


def is_reported(clause: Token) -> bool:
    """ "Said that it would leave", "it was confirmed that it would leave"."""
    return syntax.base(clause.dep_) in ("ccomp", "csubj") and clause.head.tag_ in ("VBD", "VBN")


def _of_wish(wish: Token, clause: Token) -> Status | None:
    """ "Wants the court to leave", "hopes that it will leave": what others are to do; not "wants to leave"."""
    others = syntax.children(wish, "obj", "iobj") or syntax.children(clause, "nsubj")
    if lemma(wish) not in WISHED or not others or not (syntax.is_verb(wish) and syntax.is_verb(clause)):
        return None
    return "did_not_occur" if negated(wish) else "possible"


def _of_striving(verb: Token, clause: Token) -> Status | None:
    """ "Fought to retake the town": what they were at, whether they did or not."""
    return "attempted" if lemma(verb) in STRIVING and syntax.is_verb(verb) and clause.tag_ == "VB" else None


def is_proviso(clause: Token) -> bool:
    """ "Provided that they leave", "on condition that they leave", "as long as they stay": what something hangs on."""
    head, label = clause.head, syntax.base(clause.dep_)
    if label == "ccomp" and head.lower_ in ("provided", "providing"):
        return syntax.base(head.dep_) == "advcl"
    if label == "advcl" and clause.left_edge.lower_ in ("provided", "providing"):
        return True
    if label in ("acl", "ccomp", "advcl") and (syntax.case_of(head), lemma(head)) in PROVISOS:
        return True
    return label == "advcl" and head.lower_ == "long" and any(c.lower_ == "as" for c in clause.children)


def is_aim(clause: Token) -> bool:
    """ "So that they are freed": what should come of something, be it the verb's or a noun's near it."""
    under = syntax.base(clause.dep_) in ("advcl", "acl") and clause.tag_ != "VBD"
    return under and any(c.lower_ == "so" for c in syntax.children(clause, "mark"))


def _told_as_past(clause: Token) -> bool:
    """ "Announced that charges were filed": a finite clause of the past is over; "ordered the camp closed" has none."""
    words = {child.lower_ for child in auxiliaries(clause)}
    if syntax.base(clause.dep_) != "ccomp" or not (
        syntax.is_verb(clause) and (words or lemma(clause.head) not in ORDERED)
    ):
        return False
    return not words & (FUTURE | HYPOTHETICAL) and (clause.tag_ == "VBD" or bool(words & PAST))


def _is_valued(governor: Token, clause: Token) -> bool:
    """ "The importance of holding talks", "it is necessary to leave": what is only said to be good or needed."""
    told = syntax.base(clause.dep_) in ("csubj", "ccomp") and clause.tag_ == "VBP"  # "it is vital that they leave"
    infinitive = (told or clause.tag_ in ("VB", "VBG")) and lemma(governor) in VALUED
    infinitive = infinitive or (clause.tag_ == "VB" and lemma(governor) in DUTIES)
    return infinitive or (lemma(governor) == "call" and syntax.case_of(clause) == "for")


def _governor(token: Token) -> Token | None:
    """The verb, noun or adjective that the clause or noun stands under."""
    label, head = syntax.base(token.dep_), token.head
    if (label == "acl" and _is_relative(token)) or is_aim(token):
        return None
    if label == "acl" and is_beside(token):
        return None
    if label in ("xcomp", "ccomp", "acl", "csubj") or is_means(token):
        return head
    if label == "advcl" and token in asked_of_somebody(head):
        return head
    if label == "advcl" and token.tag_ == "VB":
        beside = next((c for c in head.children if c.lower_ in BESIDE_VERB and c != token), None)
        return head if lemma(head) in GOVERNORS["planned"] | GOVERNORS["attempted"] | STRIVING else beside
    if label in ("advcl", "acl") and token.tag_ == "VBG":
        taken = head.pos_ == "ADJ" or _is_against(token) or _is_towards(token) or _is_object(token)
        return head if taken else None
    if syntax.is_verb(token) or token.dep_ == "nmod:poss" or _is_aside(token, head):
        return None
    if label == "nsubj" and lemma(head) == "aim":
        return None  # "the raid was aimed at a cell"
    if label == "nsubj" and not syntax.is_passive(head):
        return head if head.pos_ == "ADJ" or lemma(head) in GOVERNORS["ongoing"] else None
    return head if label in ("obj", "nsubj", "obl", "nmod", "compound") else None


def _is_aside(noun: Token, head: Token) -> bool:
    """ "After the raid", "hope to stop it with this lawsuit", "the drive from the summit": not of the head."""
    case = syntax.case_of(noun).split(" ")[0]
    means = noun.dep_ == "obl" and case == "with" and any(c.lower_ in DEFINITE for c in noun.children)
    source = noun.dep_ == "nmod" and case == "from"
    return case in BESIDE or source or (means and syntax.is_verb(head) and lemma(head) not in GOVERNORS["threatened"])


def is_means(gerund: Token) -> bool:
    """ "Could win by shelling the town": as real as what it is done for."""
    by = gerund.tag_ == "VBG" and syntax.base(gerund.dep_) == "advcl"
    return by and any(c.lower_ == "by" and c.dep_ in ("mark", "case") for c in gerund.children)


def _is_against(gerund: Token) -> bool:
    return gerund.tag_ == "VBG" and any(c.lower_ == "against" for c in syntax.children(gerund, "mark", "case"))


def _against(governor: Token) -> Status:
    """ "Decided against leaving" settles it, "warned against leaving" does not."""
    return "did_not_occur" if lemma(governor) in ("decide", "decision", "vote") else "possible"


def _is_object(gerund: Token) -> bool:
    """ "Ruled out sending troops", "barred him from flying": a gerund of what the verb says, whatever the parse makes
    of it; not "an order appointing her".
    """
    if not syntax.is_verb(gerund.head):
        return False
    marks = [c.lower_ for c in gerund.children if c.dep_ in ("mark", "case") or c.tag_ == "WRB"]
    if marks == ["from"]:
        return lemma(gerund.head) in GOVERNORS["did_not_occur"]
    return not marks and gerund.i - gerund.head.i in (1, 2) and gerund.doc[gerund.i - 1].dep_ != "punct"


def _is_circumstance(noun: Token) -> bool:
    """Whether the verb is no more than where the noun stands; "failed in their attack", "willing to engage in talks",
    "asked for talks" make the noun what is done.
    """
    if noun.dep_ != "obl" or syntax.is_verb(noun) or syntax.light_verb(noun) is not None:
        return False
    case, word = syntax.case_of(noun), lemma(noun.head)
    if case in ("in", "at"):
        return word not in GOVERNORS["attempted"]
    return case in ("for", "over", "about") and not any(word in words for words in GOVERNORS.values())


def _is_towards(gerund: Token) -> bool:
    """ "Look forward to meeting", "committed to leaving"."""
    return any(c.lower_ == "to" and c.dep_ in ("mark", "case") for c in gerund.children)


def _is_relative(verb: Token) -> bool:
    """A clause about the noun ("a truce that might have held"), no content of it ("a plan to leave")."""
    if verb.dep_ == "acl:relcl":
        return True
    relative = any(c.lower_ in syntax.RELATIVE and c.dep_ in syntax.SUBJECTS for c in verb.children)
    return relative and not syntax.is_verb(verb.head)


def _status_under(governor: Token, token: Token, telling: Telling) -> Status | None:
    word, noun = lemma(governor), not syntax.is_verb(telling.head)
    word = WITH_INFINITIVE.get(word, word) if token.tag_ == "VB" else word
    if (undone := of_particle(governor)) is not None:
        if negated(governor):
            return "possible" if word == "rule" else None  # "did not rule out a meeting"
        return undone
    if word == "call" and noun and telling.head.dep_ != "obl":
        return "planned" if is_called(governor, telling) else None
    if word == "announce" and telling.head.tag_ in ("NN", "NNS", "VBG") and done_by_announcing(telling):
        return None  # "announced a ban", "announced that it was banning"
    if word == "order" and telling.head.dep_ == "obj" and telling.type == "ASSAULT":
        return None  # "accused of ordering the shelling": it was done
    if (word == "commit" and noun and telling.type == "ASSAULT") or (word == "set" and _has_particle(governor)):
        return None  # "committed a series of robberies", "set up barricades"
    if word == "invitation":
        return _invited(governor.head)
    if word == "let" and any(c.lower_ in ("us", "'s", "’s") for c in governor.children):
        return "possible"
    if word == "have" and governor.tag_ not in ("VBD", "VBN") and telling.head.dep_ == "xcomp":
        bound = bool({c.lower_ for c in auxiliaries(governor)} & FUTURE)  # "will have to leave"
        return "did_not_occur" if negated(telling.head) else "planned" if bound else "possible"
    if word in SIGNS and not syntax.is_verb(governor):
        return "did_not_occur" if negated(governor) else None
    if (word == "interest" and governor.tag_ == "NNS") or (word in BINDING and not syntax.is_verb(token)):
        return None
    if (word == "mean" and not _means_to(governor)) or (word in CLAUSAL and not _complement(governor, telling.head)):
        return None
    special = word in ("able", "clear", "close", "look", "impossible")
    return _of_special(governor, token) if special else _by_word(word, governor, noun)


def _of_special(governor: Token, token: Token) -> Status | None:
    """ "Was able to leave": they left; "it is clear who fired" says nothing of it, nor does "look into the raid"."""
    word = lemma(governor)
    if word == "look":
        return None if syntax.case_of(token) in ("into", "at") else _by_word(word, governor, False)
    if word == "close":
        return "did_not_occur" if is_near_miss(governor) else None
    if word == "impossible":
        return "possible" if negated(governor) else "did_not_occur"
    past = any(c.lower_ in ("was", "were", "been") for c in syntax.children(governor, "cop"))
    if word == "able" and past:
        return "did_not_occur" if negated(governor) else None
    return None if word == "clear" and governor.pos_ == "ADJ" else _by_word(word, governor, False)


def _means_to(governor: Token) -> bool:
    """ "Means to leave"; "the boom means that they leave" and "the means to leave" plan nothing."""
    return syntax.is_verb(governor) and bool(syntax.children(governor, "xcomp"))


def _has_particle(verb: Token) -> bool:
    return any(c.dep_ == "compound:prt" and c.lower_ != "out" for c in verb.children)


def _invited(verb: Token) -> Status:
    """What an invitation is to, by the verb that says what became of it."""
    if lemma(verb) in GOVERNORS["did_not_occur"]:
        return "did_not_occur"
    return "planned" if lemma(verb) == "accept" and not negated(verb) else "possible"


def _by_word(word: str, governor: Token, noun: bool) -> Status | None:
    """The status that the governor's word gives; denied, it is what did not come about."""
    for status, words in GOVERNORS.items():
        if word not in words:
            continue
        if status == "did_not_occur" and negated(governor):
            return None
        failed = governor.dep_ in ("xcomp", "acl") and lemma(governor.head) in ("fail", "failure")
        if status == "did_not_occur" and failed:
            return "occurred"  # "failed to prevent the attack"
        if status == "attempted" and word in ("bid", "effort") and noun:
            return None
        if status == "permitted" and not syntax.is_verb(governor) and lemma(governor.head) in SOUGHT:
            return "possible"  # "asked for permission to strike"
        if word in NEEDED and negated(governor):
            return "possible"  # "did not need to leave" says nothing of it
        if status in ("planned", "permitted", "possible") and negated(governor):
            return "did_not_occur"
        return status
    return None


def _complement(governor: Token, token: Token) -> bool:
    """True when the event is the clause that the governor takes, and not just a noun near it."""
    above = (token, *token.ancestors)
    clause = next(one for one in above if one.head.i in (one.i, governor.i))
    label = syntax.base(clause.dep_)
    taken = label in ("xcomp", "ccomp", "acl") or (label == "advcl" and _is_object(clause))
    return taken or not syntax.is_verb(governor) or (label in ("obj", "nsubj") and lemma(governor) in NOMINAL)
