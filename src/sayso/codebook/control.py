"""Who does what a clause asks for or judges: "called on the rebels to leave", "our call on the rebels to leave",
"railed against the rebels for leaving".
"""

from __future__ import annotations

from spacy.tokens import Token

from sayso.codebook.grammar import LANDS_AND_BODIES
from sayso.codebook.nouns import HUMAN, load_nouns
from sayso.codebook.tree import case_of, children, is_verb
from sayso.codebook.voice import is_human, prepositional
from sayso.codebook.words import word_list

#: Verbs and nouns whose infinitive is done by whom they turn to ("called on them to leave").
CALLING = frozenset({"call", "appeal", "plead", "rely"})
CALLS = CALLING | {"plea"}
#: Verbs that give somebody the time, the right or the means to do something.
GIVING = frozenset({"give", "grant", "allow", "offer", "leave"})
#: Verbs whose gerund ("of arming", "from flying", "for failing") is done by their object.
OBJECT_CONTROL = word_list("syntax_object_control")
#: Verbs whose object goes to do what the infinitive says ("sent police to search it"), if it is somebody.
SENDING = frozenset("send dispatch deploy hire pay bribe assign recruit post detail train equip summon".split())
SAYING = frozenset({"say", "report", "announce", "add", "confirm"})
#: Participles of what whoever said it says besides.
SPEECH = word_list("control_speech")
TELLING = SAYING | {"tell", "state", "note", "acknowledge", "admit"}
EFFORTS = frozenset({"effort", "attempt", "bid", "decision", "readiness", "willingness", "refusal", "offer"})
#: What says of which deed somebody is held guilty, and what whoever is charged does with it.
CHARGES = frozenset({"charge", "count", "suspicion", "allegation", "accusation"})
MET = frozenset({"face", "deny", "admit", "fight", "contest", "dispute", "reject", "confront", "escape"})
#: Before a gerund that says how or when it was judged.
APART = frozenset({"by", "after", "before", "while", "when", "since", "without"})
#: Prepositions of those who are called on, and of those who are judged.
TURNED = ("on", "upon", "to", "with")
JUDGED = ("against", "at")


def of_whom(verb: Token, head: Token) -> bool:
    """ "accused them of arming rebels", "of having armed them", "was barred from flying": what the object does."""
    marks = {c.lower_ for c in verb.children if c.dep_ in ("mark", "case")}
    gerund = verb.tag_ == "VBG" or any(c.dep_ == "aux" and c.lower_ == "having" for c in verb.children)
    return gerund and is_verb(head) and head.lemma_ in OBJECT_CONTROL and bool(marks) and not marks & APART


def judged(verb: Token, end: int) -> list[Token]:
    """ "Rebels" of "railed against rebels for leaving", without an object; `end`: where the gerund stands."""
    return [t for preposition in JUDGED for t in prepositional(verb, preposition) if t.i < end]


def made_by(noun: Token) -> list[Token]:
    """ "Chad" of "thanked Chad for the efforts to free them": whoever is judged for an effort makes it."""
    verb = noun.head
    judging = noun.dep_ in ("obl", "nmod") and case_of(noun) == "for" and verb.lemma_ in OBJECT_CONTROL
    return children(verb, "obj") if judging and noun.lemma_ in EFFORTS else []


def named_before(noun: Token) -> list[Token]:
    """ "Chad" of "rejected a Chad offer to host them": whose effort it is, by the name before it."""
    before = [c for c in children(noun, "compound", "amod") if c.i < noun.i and c.ent_type_ in LANDS_AND_BODIES]
    return before if noun.lemma_ in EFFORTS else []


def charged_with(charge: Token) -> list[Token]:
    """ "A man" of "a man faces charges of", "pleaded guilty to charges of", "was arrested on suspicion of"."""
    if charge.lemma_ not in CHARGES:
        return []
    over, case = charge.head, case_of(charge)
    over = over if is_verb(over) else over.head  # "guilty to"
    met = charge.dep_ == "obj" and over.lemma_ in MET
    if met or (case == "to" and over.lemma_ == "plead"):
        return children(over, "nsubj")
    return children(over, "obj") or children(over, "nsubj:pass") if case in ("on", "under") else []


def called_on(verb: Token, end: int) -> list[Token]:
    """ "The rebels" of "called on the rebels to leave", "appealed to the rebels to leave", "called for the rebels to
    leave"; "on" may be taken for a particle. `end`: where the infinitive stands.
    """
    if verb.lemma_ not in CALLING:
        return []
    found = [t for preposition in TURNED for t in prepositional(verb, preposition) if t.i < end]
    particle = next((c for c in children(verb, "compound:prt") if c.lower_ in ("on", "upon")), None)
    if not found and particle is not None:
        found = [c for c in children(verb, "obl", "obj") if c.left_edge.i == particle.i + 1]
    return found or [t for t in prepositional(verb, "for") if t.i < end and is_human(t)]


def given_to(noun: Token) -> list[Token]:
    """ "The ministry" of "gives the ministry the power to search", "them" of "gave them a week to leave": to whom the
    noun is given does it.
    """
    verb = noun.head
    if verb.lemma_ not in GIVING or noun.dep_ not in ("obj", "obl", "obl:unmarked"):
        return []
    return children(verb, "iobj") or children(verb, "nsubj:pass")


def asked_of_somebody(verb: Token) -> list[Token]:
    """ "To leave" of "called on the rebels to leave", of "gave the rebels a week to leave", which the parse may hang on
    the verb as a purpose.
    """
    clauses = [c for c in children(verb, "advcl", "xcomp") if c.tag_ == "VB" and c.left_edge.lower_ == "to"]
    given = [t for t in children(verb, "obj", "obl", "obl:unmarked") if given_to(t)]
    found = [c for c in clauses if any(t.right_edge.i + 1 == c.left_edge.i for t in given)]
    return found + [c for c in clauses if any(t.right_edge.i + 1 == c.left_edge.i for t in called_on(verb, c.i))]


def sent_to_do(verb: Token, head: Token) -> list[Token]:
    """ "Police" of "sent police to search it": somebody right before the infinitive."""
    if verb.dep_ != "advcl" or head.lemma_ not in SENDING or verb.tag_ != "VB" or verb.left_edge.lower_ != "to":
        return []
    sent = [
        c for c in children(head, "obj", "nsubj:pass") if c.i < verb.i and (c.dep_ == "obj" or _is_last(verb, head))
    ]
    nouns = load_nouns()
    return [c for c in sent if c.ent_type_ in HUMAN or ((n := nouns.find(c.lower_, c.lemma_)) and n.kind in HUMAN)]


def _is_last(verb: Token, head: Token) -> bool:
    """ "Were sent to search": nothing between."""
    return verb.left_edge.i == head.i + 1


def said_and(verb: Token) -> Token | None:
    """ "Said" of "said they would leave and thanked him", "said he had moved them, and apologised": a simple past that
    is joined to what would be goes with the verb of saying above it; one joined to what had been only behind a comma,
    as it may share that "had" ("had searched the house and arrested two").
    """
    said, above = verb.head, verb.head.head
    if verb.dep_ != "conj" or verb.tag_ != "VBD" or children(verb, "nsubj", "nsubj:pass", "aux", "aux:pass", "expl"):
        return None
    auxiliaries = {c.lower_ for c in children(said, "aux")}
    joint = next((c.i for c in verb.children if c.dep_ == "cc"), verb.i)
    parted = "had" in auxiliaries and verb.doc[joint - 1].text == ","
    told = said.dep_ == "ccomp" and above.i < said.i and above.lemma_ in TELLING and above.tag_ == "VBD"
    return above if told and (parted or auxiliaries & {"would", "could", "should"}) else None


def said_before(verb: Token) -> Token | None:
    """The clause that goes on in "a bomb exploded, officials said, killing two": what was said, not who said it; of
    '“It is over,” he said, closing the gate' it is who said it.
    """
    said = verb.head
    if verb.lemma_ in SPEECH:
        return None  # "gunmen shot at a bus, the ministry said, blaming the rebels"
    if verb.tag_ != "VBG" or said.lemma_ not in SAYING or children(verb, "mark") or verb.doc[verb.i - 1].text != ",":
        return None
    above = [said.head] if said.dep_ == "parataxis" and is_verb(said.head) else []
    contents = above or [c for c in said.children if c.dep_ == "ccomp" and is_verb(c)]
    content = next((c for c in contents if c.i < said.i), None)
    quoted = content is not None and any(token.is_quote for token in verb.doc[content.i : said.i])
    return None if quoted else content


def is_command(verb: Token) -> bool:
    """ "Shoot" of 'he said, "Shoot me"': who says it is not who is to do it."""
    bare = verb.tag_ == "VB" and not children(verb, "aux", "mark")
    return bare and verb.dep_ == "ccomp" and verb.head.lemma_ in SAYING


def asked_by(noun: Token, end: int) -> list[Token] | None:
    """ "The rebels" of "our call on the rebels to leave", nobody of "our call to leave"; whoever is given a right to do
    it; None of any other noun.
    """
    if noun.lemma_ not in CALLS:
        return given_to(noun) or None
    return [t for preposition in (*TURNED, "for") for t in prepositional(noun, preposition) if t.i < end]
