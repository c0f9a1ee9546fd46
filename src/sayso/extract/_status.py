"""Whether it occurred, goes on, was tried, threatened, planned, permitted, is possible, or did not occur."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Doc, Token

from sayso.codebook import syntax
from sayso.codebook.match import is_own, lemma
from sayso.codebook.words import word_list
from sayso.extract._telling import Telling
from sayso.model import Certainty, Status

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
PAST = frozenset(("was", "were", "had", "has", "have", "'ve", "’ve", "did"))
CONDITION = word_list("status_condition")
#: What says of an infinitive or a gerund that it would be good.
VALUED = word_list("status_valued")
#: Words before a noun that leave open whether there is one; words after "not" that take the negation from the verb.
OPEN = word_list("status_open")
ONLY = word_list("status_only")
#: Cue words of certainty that say that it was not so.
NEGATIVE = word_list("status_negative")
#: Prepositions of nouns that the verb says nothing of.
BESIDE = word_list("status_beside")
#: Statuses that what an act is for shares with it; acts whose means are those of the assault they are for.
INHERITED = frozenset({"planned", "permitted", "threatened"})
ARMED = frozenset({"MOBILIZE", "ASSAULT"})
#: Decisions that are taken by being announced.
IN_WORDS = frozenset({"SANCTION", "DECIDE"})
#: Clauses climbed in search of a governor.
HIGHEST = 3


def status_of(telling: Telling, certainty: Certainty) -> Status:
    """The status as the words around the event have it."""
    if telling.fixed:
        return telling.status
    if _is_performed(telling):
        return "occurred"
    own = _own_words(telling)
    if own is not None and own != "ongoing":
        return own
    governed = _governed(telling) or own
    if governed is not None and not (governed == "did_not_occur" and _negated(telling.head)):
        return governed
    denied = certainty.polarity == "negative" and _denies(telling.head.doc, certainty)
    if denied or _negated(telling.head) or _without(telling.head):
        return "did_not_occur"
    if _is_conditional(telling.head) or (_is_purpose(telling.head) and telling.type != "PROTEST"):
        return "possible"
    return _by_tense(telling)


def _is_performed(telling: Telling) -> bool:
    """ "I want to thank you", "let me congratulate them": a courtesy that is done by being said."""
    verb = telling.head
    if telling.type != "SUPPORT" or verb.tag_ not in ("VB", "VBP") or syntax.base(verb.dep_) not in ("xcomp", "ccomp"):
        return False
    above = verb.head
    if lemma(above) in ("let", "allow", "permit"):
        return any(c.lower_ in ("me", "us") for c in above.children) and not syntax.surface_subject(above)
    first = lemma(above) in ("want", "wish", "like") and above.tag_ in ("VB", "VBP") and _by_me(above)
    return first and not _negated(above)


def _denies(doc: Doc, certainty: Certainty) -> bool:
    """Whether a cue of certainty says that it was not so; "not only" does not."""
    cues = [cue for cue in certainty.cues if cue.text.lower() in NEGATIVE]
    spans = [doc.char_span(*cue.spans[-1], alignment_mode="expand") for cue in cues]
    return any(span is None or not _not_only(span[-1]) for span in spans)


def add_purposes(tellings: Sequence[Telling]) -> None:
    """ "Allowed them to deploy rockets to shell the port": what an act is for has the act's status, and its means."""
    acts = {telling.head.i: telling for telling in tellings}
    for telling in tellings:
        act = acts.get(telling.head.head.i)
        if act is None or act is telling or not _is_purpose(telling.head):
            continue
        if telling.status == "possible" and (act.status in INHERITED or telling.type == act.type == "CONSULT"):
            telling.status = act.status  # "met to discuss": what they met for they did
        if telling.type == "ASSAULT" and act.type in ARMED and not telling.instruments:
            telling.instruments = list(act.instruments)


def carrier_of(token: Token) -> Token:
    """The light verb that carries the event noun, else the token itself."""
    return syntax.light_verb(token) or token


def _own_words(telling: Telling) -> Status | None:
    """Adjectives before the noun ("attempted", "planned"), and the light verb's own meaning ("planned an attack")."""
    modifiers = {
        lemma(child)
        for child in telling.head.children
        if child.dep_ in ("amod", "compound", "advmod") and child.i < telling.head.i
    }
    carrier = carrier_of(telling.head)
    carried = carrier.i != telling.head.i and not (lemma(carrier) == "announce" and telling.type in IN_WORDS)
    words = modifiers | ({lemma(carrier)} if carried else set())
    words |= {lemma(t) for t in telling.tokens if t.i != telling.head.i} & {"attempt", "threat"}
    for status in ("attempted", "planned", "possible", "ongoing"):
        if words & GOVERNORS[status] or ("attempt" in words and status == "attempted"):
            return status
    if not syntax.is_verb(telling.head) and any(c.lower_ in OPEN and c.dep_ == "det" for c in telling.head.children):
        return "possible"
    return _of_relative(telling.head)


def _of_relative(noun: Token) -> Status | None:
    """ "the offensive that we expect them to launch": what governs the carrier in the noun's relative clause."""
    if syntax.is_verb(noun):
        return None
    clauses = [c for c in noun.children if c.dep_ == "acl:relcl" and any(x.dep_ == "xcomp" for x in c.children)]
    kinds: tuple[Status, ...] = ("planned", "threatened")
    return next((status for c in clauses for status in kinds if lemma(c) in GOVERNORS[status]), None)


def _governed(telling: Telling) -> Status | None:
    token, found = telling.head, None
    for _ in range(HIGHEST):
        if token.dep_ == "conj" and not _negated(token):
            token = token.head
            continue
        governor = _governor(token)
        if governor is None:
            break
        if _is_circumstance(token):
            token = governor  # "asked at the meeting", "held to account for the attack"
            continue
        status = None if _told_as_past(token) else _status_under(governor, telling)
        status = "possible" if _is_valued(governor, token) else status
        if status == "threatened" and lemma(governor) == "warn" and not is_own(token):
            status = "possible"  # "warned that others may strike" is no threat
        if status is not None and status != "ongoing":
            return status
        found = found or status
        token = governor
    return found


def _told_as_past(clause: Token) -> bool:
    """ "Announced that charges were filed": a finite clause of the past is over, whatever it is told by."""
    if syntax.base(clause.dep_) != "ccomp" or not syntax.is_verb(clause):
        return False
    words = {child.lower_ for child in _auxiliaries(clause)}
    return not words & (FUTURE | HYPOTHETICAL) and (clause.tag_ == "VBD" or bool(words & PAST))


def _is_valued(governor: Token, clause: Token) -> bool:
    """ "The importance of holding talks", "it is necessary to leave": what is only said to be good or needed."""
    infinitive = clause.tag_ in ("VB", "VBG") and lemma(governor) in VALUED
    return infinitive or (lemma(governor) == "call" and syntax.case_of(clause) == "for")


def _governor(token: Token) -> Token | None:
    """The verb, noun or adjective that the clause or noun stands under."""
    label = syntax.base(token.dep_)
    if label == "acl" and _is_relative(token):
        return None
    if label in ("xcomp", "ccomp", "acl", "csubj"):
        return token.head
    if label == "advcl" and token.tag_ == "VB" and lemma(token.head) in GOVERNORS["planned"] | GOVERNORS["attempted"]:
        return token.head
    if label in ("advcl", "acl") and token.tag_ == "VBG" and (token.head.pos_ == "ADJ" or _is_towards(token)):
        return token.head
    if not syntax.is_verb(token) and syntax.case_of(token) in BESIDE:
        return None
    if not syntax.is_verb(token) and label in ("obj", "nsubj", "obl", "nmod", "compound"):
        if label in ("nsubj",) and not syntax.is_passive(token.head):
            return token.head if lemma(token.head) in GOVERNORS["ongoing"] else None
        return token.head
    return None


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


def _status_under(governor: Token, telling: Telling) -> Status | None:
    word = lemma(governor)
    if word == "announce" and telling.type in IN_WORDS and telling.head.tag_ in ("NN", "NNS", "VBG"):
        return None  # "announced a ban", "announced that it was banning"
    if word == "let" and any(c.lower_ in ("us", "'s", "’s") for c in governor.children):
        return "possible"
    if word == "have" and governor.tag_ != "VBD" and telling.head.dep_ == "xcomp":
        return "possible"
    if word == "interest" and governor.tag_ == "NNS":
        return None
    if word in SIGNS and not syntax.is_verb(governor):
        return "did_not_occur" if _negated(governor) else None
    if word == "mean" and not syntax.is_verb(governor):
        return None
    if word in (
        "stop",
        "rule",
        "approve",
        "expect",
        "ban",
        "bar",
        "set",
        "order",
        "about",
        "call",
        "want",
    ) and not _complement(governor, telling.head):
        return None
    for status, words in GOVERNORS.items():
        if word not in words:
            continue
        if status == "did_not_occur" and _negated(governor):
            return None
        if status == "attempted" and word in ("bid", "effort") and syntax.is_verb(telling.head) is False:
            return None
        if status in ("planned", "permitted", "possible") and _negated(governor):
            return "did_not_occur"
        return status
    return None


def _by_me(verb: Token) -> bool:
    return any(s.lower_ in ("i", "we") for s in syntax.surface_subject(verb))


def _complement(governor: Token, token: Token) -> bool:
    """True when the event is the clause that the governor takes, and not just a noun near it."""
    clause = token
    while clause.head.i not in (clause.i, governor.i):
        clause = clause.head
    return (
        syntax.base(clause.dep_) in ("xcomp", "ccomp", "acl")
        or not syntax.is_verb(governor)
        or (
            syntax.base(clause.dep_) in ("obj", "nsubj")
            and lemma(governor) in ("order", "approve", "want", "set", "ban", "expect")
        )
    )


def _negated(token: Token) -> bool:
    return any(
        child.dep_ == "neg" or child.lower_ in ("not", "n't", "n’t", "never", "no", "neither", "nor")
        for child in token.children
        if child.dep_ in ("neg", "advmod", "det", "cc", "cc:preconj") and not _not_only(child)
    )


def _not_only(negation: Token) -> bool:
    """ "not only", "not just": both are so."""
    following = negation.i + 1
    return following < len(negation.doc) and negation.doc[following].lower_ in ONLY


def _without(token: Token) -> bool:
    """ "without drifting into a war": neither the drifting nor the war."""
    near = [token, token.head] if syntax.base(token.dep_) in ("obl", "obj", "nmod") else [token]
    return any(c.lower_ == "without" for one in near for c in one.children if c.dep_ in ("mark", "case"))


def _is_conditional(token: Token) -> bool:
    """Inside a condition, a question, or what should come of something ("so that they are freed")."""
    for _ in range(HIGHEST):
        if token.dep_ == "advcl" and token.tag_ != "VBD" and any(c.lower_ == "so" for c in token.children):
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


def _is_purpose(token: Token) -> bool:
    """ "to strike targets": an infinitive of purpose."""
    while token.dep_ == "conj" and token.head.tag_ == "VB":
        token = token.head
    return (
        token.tag_ == "VB"
        and syntax.base(token.dep_) in ("advcl", "acl")
        and any(c.lower_ == "to" for c in token.children)
    )


def _by_tense(telling: Telling) -> Status:
    """Future and modal auxiliaries, progressive present; a noun looks at its carrier."""
    verb = carrier_of(telling.head)
    if not syntax.is_verb(verb):
        verb = _main_verb(verb, telling)
    aux = _auxiliaries(verb)
    words = {child.lower_ for child in aux}
    if words & FUTURE or _going_to(verb):
        return "planned"
    if words & HYPOTHETICAL and "have" not in words:
        return _modal(telling, words)
    if words & HYPOTHETICAL:
        return "did_not_occur" if words & {"would", "could", "might"} else "possible"
    present = {"is", "are", "am", "'s", "'re", "’s", "’re", "been"}
    if verb.tag_ == "VBG" and words & present and telling.kind is not None and verb.i == telling.head.i:
        return "ongoing"
    return "occurred"


def _main_verb(noun: Token, telling: Telling) -> Token:
    """The verb of which the noun is the subject or object, or the occasion ("will speak at the summit"); the noun
    itself where there is none.
    """
    head, label = noun.head, syntax.base(noun.dep_)
    occasion = telling.type == "CONSULT" and label == "obl" and syntax.case_of(noun) in ("at", "during")
    return head if syntax.is_verb(head) and (label in ("obj", "nsubj") or occasion) else noun


def _modal(telling: Telling, words: set[str]) -> Status:
    """ "would" under a past verb of saying is a future ("said it would expel"); the others are possibilities."""
    head = telling.head
    while head.dep_ == "conj" and head.head.i != head.i:
        head = head.head
    said = syntax.base(head.dep_) == "ccomp" and head.head.tag_ in ("VBD", "VBN")
    return "planned" if "would" in words and said else "possible"


def _auxiliaries(verb: Token) -> list[Token]:
    found = [child for child in verb.children if syntax.base(child.dep_) in ("aux", "cop")]
    if (
        not found
        and verb.dep_ == "conj"
        and syntax.is_verb(verb.head)
        and not syntax.surface_subject(verb)
        and verb.tag_ in ("VB", "VBG", "VBN")
    ):
        return _auxiliaries(verb.head)
    return found


def _going_to(verb: Token) -> bool:
    return verb.dep_ == "xcomp" and verb.head.lower_ == "going"
