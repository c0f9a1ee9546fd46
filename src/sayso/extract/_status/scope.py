"""What the cue tables say of a predicate: the scope of negation, modals, conditions and governing words over it.

The rules climb from the predicate to the clause that a source stands over, and collect auxiliaries, adverbs, negation,
conditions and governing words from `codebook/certainty.toml` on the way. What stands over a clause limits its degree;
each negation turns its polarity; a governing word gives the polarity of its signature (Karttunen 1971).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sayso.codebook.cues import CertaintyCue, Where, load_cues
from sayso.codebook.match import lemma
from sayso.codebook.syntax import LIGHT, base, case_of, children, is_passive, is_verb
from sayso.codebook.tree import joined_to
from sayso.extract._status.modality import State, look_up, modify, shares_form
from sayso.model import Degree

if TYPE_CHECKING:
    from collections.abc import Iterable

    from spacy.tokens import Token

#: Clauses that the climb passes at the most.
HIGHEST = 8
_CLAUSES = ("xcomp", "ccomp", "csubj", "csubj:pass", "csubj:outer")
_OPENING = "\"“‘«`'("
_CLOSING = "\"”’'»)"


def read_rules(token: Token) -> State:
    """What the cue tables alone say of the predicate headed by `token`."""
    state = _clause(token, 0)
    mark = _question(token)
    if mark is not None:
        state.hedge("unstated")
        state.cues.append(mark)
    return state


def _clause(token: Token, steps: int) -> State:
    """The state of the clause headed by `token`: its own modifiers under what governs it."""
    own = State()
    modify(token, own)
    if steps >= HIGHEST or token.head.i == token.i:
        return own
    above = _above(token, steps)
    if above is not None:
        own.limit(above.degree)
        own.hedge(above.hedged)
        if not any(cue in own.cues for cue in above.cues):  # "there was no attack" is negated once
            own.negative = own.negative != above.negative
        own.firm = own.firm or above.firm
        own.cues += [cue for cue in above.cues if cue not in own.cues]
    return own


def _above(token: Token, steps: int) -> State | None:
    """What stands over the clause or the noun of `token`, or None where it stands on its own."""
    head, label = token.head, base(token.dep_)
    if label == "conj":
        return _beside(token, joined_to(token), steps)
    if token.dep_ in _CLAUSES or label in _CLAUSES:
        return _governed(token, head, steps)
    if label == "advcl":
        return _adverbial(token, head, steps)
    if label == "acl":
        return _in_noun(token, head, steps) if token.dep_ != "acl:relcl" else None
    return None if is_verb(token) else _noun_above(token, head, label, steps)


def _not_yet(token: Token, degree: Degree = "possible") -> State:
    """An infinitive that nothing says was done."""
    to = [mark for mark in children(token, "mark", "aux") if mark.lower_ == "to"]
    return State(degree=degree, hedged="probable", cues=to[:1])


def _beside(token: Token, head: Token, steps: int) -> State | None:
    """A conjunct shares what stands over the first one, and its auxiliary when it has no form of its own."""
    if shares_form(token):
        return _clause(head, steps + 1)
    if head.head.i == head.i or (is_verb(token) and children(token, "nsubj") and is_verb(head)):
        return None
    return _above(head, steps + 1)


def _governed(token: Token, head: Token, steps: int) -> State | None:
    where: Where = "govern"
    if head.pos_ in ("ADJ", "ADV") or children(head, "cop") or (is_passive(head) and is_verb(head)):
        where = "copula"
    cue = None if _is_told(token, head) else look_up(where, head) or look_up("govern", head)
    if cue is None and not is_verb(head):
        return _by_degree(token, head, steps) or _of_noun(head, steps)
    over = _clause(head, steps + 1)
    if cue is None:
        return over if base(token.dep_) == "xcomp" and lemma(head) in LIGHT else _source_stands_over(token, over)
    if cue.name in ("believed", "believe") and base(token.dep_) == "ccomp" and where == "govern":
        over = State(negative=over.negative, cues=[c for c in over.cues if over.negative])
    return _under(cue, head, over)


def _is_told(token: Token, head: Token) -> bool:
    """ "Told them that the dam held" reports, "told them to leave" asks."""
    return token.tag_ != "VB" and base(token.dep_) == "ccomp" and lemma(head) in load_cues().scope["telling"]


def _by_degree(token: Token, head: Token, steps: int) -> State | None:
    """ "Too weak to attack" did not; "not strong enough to attack" did not; "strong enough to attack" may have."""
    if token.tag_ != "VB":
        return None
    for child in children(head, "advmod"):
        if child.lower_ == "too":
            return State(negative=True, cues=[child], firm=True)
        if child.lower_ == "enough":
            over = _clause(head, steps + 1)
            return State(degree="possible", negative=over.negative, cues=[*over.cues, child], firm=True)
    return None


def _source_stands_over(token: Token, over: State) -> State | None:
    """Under a verb of saying a finite clause is the source's own word; an infinitive is not yet so."""
    return _not_yet(token) if token.tag_ == "VB" and base(token.dep_) == "xcomp" and over.degree == "certain" else None


def _under(cue: CertaintyCue, head: Token, over: State) -> State:
    """The state that a governing cue gives to what it governs, itself being in the state `over`."""
    found = State(cues=[*over.cues, head], firm=True)
    if cue.epistemic:
        found.hedge(cue.degree)
    if not cue.signature:
        found.degree, found.negative = cue.degree, (cue.polarity == "negative") != over.negative
        return found
    sign = cue.signature[1] if over.negative else cue.signature[0]
    found.negative = sign == "-"
    found.degree = "unstated" if sign == "o" and (over.negative or cue.degree == "certain") else cue.degree
    if sign != "o":
        found.limit(over.degree)
        found.hedge(over.hedged)
    return found


def _adverbial(token: Token, head: Token, steps: int) -> State | None:
    marks = children(token, "mark", "case", "advmod")
    if any(look_up("mark", mark) for mark in marks):
        return None
    if any(mark.lower_ == "from" for mark in marks):
        cue = look_up("govern", head)
        return _under(cue, head, _clause(head, steps + 1)) if cue is not None and cue.signature[:1] == "-" else None
    if token.tag_ == "VB" and any(mark.lower_ == "to" for mark in children(token, "mark", "aux")):
        return _purpose(token, head, steps)
    return _at_that_time(token, marks, head, steps)


def _purpose(token: Token, head: Token, steps: int) -> State:
    """ "Went to free them": what is done for it was done, it itself perhaps."""
    cue = look_up("govern", head)
    if cue is not None:
        return _under(cue, head, _clause(head, steps + 1))
    found = _by_degree(token, head, steps)
    if found is not None:
        return found
    over = _clause(head, steps + 1)
    done = head.tag_ in ("VBD", "VBN", "VBZ") and over.degree == "certain" and not over.negative
    return _not_yet(token, "probable" if done else "possible")


def _at_that_time(token: Token, marks: Iterable[Token], head: Token, steps: int) -> State | None:
    """ "Once the convoy arrives, the guards will leave": as sure as the main clause."""
    mark = next((m for m in marks if m.lower_ in load_cues().scope["temporal"]), None)
    if mark is None or token.tag_ not in ("VBZ", "VBP"):
        return None
    over = _clause(head, steps + 1)
    return State(degree="probable", cues=[mark]) if any(base(c.dep_) == "aux" for c in over.cues) else None


def _in_noun(token: Token, noun: Token, steps: int) -> State | None:
    """A clause in a noun: "the threat to attack", "no reason to believe", "the claim that they attacked"."""
    if token.tag_ != "VB" and not children(token, "mark", "case"):
        return None  # a participle tells something of the noun and is not its content
    found = _of_noun(noun, steps)
    if found is not None or token.tag_ != "VB":
        return found
    over = _clause(noun, steps + 1)
    if over.negative:
        return State(degree="probable", negative=True, cues=over.cues, firm=True)
    return _not_yet(token)


def _of_noun(noun: Token, steps: int) -> State | None:
    """The state that a noun gives to its clause or complement."""
    cue = look_up("noun", noun)
    if cue is None:
        return None
    judged = _judged(noun, steps)
    if judged is not None:
        judged.cues.append(noun)
        return judged
    over = _clause(noun, steps + 1) if cue.polarity == "positive" else State()
    over.cues = [c for c in over.cues if over.negative]
    if cue.signature:
        return _under(cue, noun, over)
    found = State(degree=cue.degree, cues=[noun, *over.cues], firm=True)
    found.negative = (cue.polarity == "negative") != over.negative
    if cue.epistemic:
        found.hedge(cue.degree)
    return found


def _judged(noun: Token, steps: int) -> State | None:
    """What a clause says of the content of a noun: "denied the claim that …", "the report that … is false"."""
    head = noun.head
    if base(noun.dep_) == "obj" or noun.dep_ == "nsubj:pass":
        cue = look_up("govern", head)
        return _under(cue, head, _clause(head, steps + 1)) if cue is not None and cue.signature[:1] == "-" else None
    if base(noun.dep_) == "nsubj":
        cue = look_up("copula", head)
        if cue is not None and cue.name in ("true", "false", "unclear"):
            return _under(cue, head, _clause(head, steps + 1))
    return None


def _noun_above(token: Token, head: Token, label: str, steps: int) -> State | None:
    """An event noun under a verb ("launched no attack", "fear an attack") or under a noun ("the risk of an attack")."""
    if label == "nmod":
        return _of_noun(head, steps) if case_of(token) in ("of", "for", "in", "about", "over") else None
    if label == "compound":
        over = _clause(head, steps + 1)
        return over if over.degree != "certain" and not is_verb(head) else None
    if not is_verb(head) or label not in ("obj", "nsubj", "obl"):
        return None
    return _argument(token, head, label, steps)


def _argument(token: Token, head: Token, label: str, steps: int) -> State | None:
    """An event noun as subject, object or oblique of a verb."""
    particle = label == "obl" and not case_of(token) and children(head, "compound")  # "called off the talks"
    object_like = label == "obj" or bool(particle) or (token.dep_ == "nsubj:pass" and not children(head, "obj"))
    case = _preposition(token) if label == "obl" else ""
    cue = look_up("object", head, case) or look_up("govern", head, case)
    over = _clause(head, steps + 1)
    if cue is not None and (object_like or (case and any(p.endswith(f" {case}") for p in cue.lemmas))):
        negates = cue.signature[:1] == "-"
        if negates and (cue.epistemic or look_up("noun", token)):
            return None  # the claim was made, what it says is denied
        if negates or cue.signature[:1] != "+" or lemma(head) in LIGHT:
            return _under(cue, head, over)
    if over.negative:
        occasion = lemma(head) in load_cues().scope["occasion"]
        return over if occasion and (object_like or label == "nsubj") else None
    if lemma(head) in LIGHT and (object_like or label == "obl"):
        return over
    return over if over.degree != "certain" and (object_like or label == "nsubj") else None


def _preposition(noun: Token) -> str:
    """The preposition before the phrase of `noun`, also where the parse hangs it elsewhere."""
    before = noun.left_edge.i - 1
    return case_of(noun) or (noun.doc[before].lower_ if before >= 0 and noun.doc[before].tag_ in ("IN", "TO") else "")


def _question(token: Token) -> Token | None:
    """The mark of the question that asks whether it is so; none for one that asks who, why or where."""
    sentence = token.sent
    end = next((word for word in reversed(list(sentence)) if not word.is_space and word.text not in _CLOSING), None)
    if end is None or end.text not in ("?", "?!", "??"):
        return None
    if not _is_asked(token) or _quoted_after(token, end):
        return None
    asks_who = any(word.tag_ in ("WP", "WRB", "WP$", "WDT") for word in sentence[: sentence.root.i - sentence.start])
    return None if asks_who else end


def _is_asked(token: Token) -> bool:
    """Whether it is what the sentence says, or beside that, and no clause of it."""
    for _ in range(HIGHEST):
        if token.dep_.lower() == "root" or base(token.dep_) in ("xcomp", "parataxis"):
            return True
        if base(token.dep_) != "conj":
            return False
        token = token.head
    return False


def _quoted_after(token: Token, mark: Token) -> bool:
    """ "He asked: “Will it hold?”": the quotation behind it asks, and not the word."""
    after = mark.i + 1
    closed = after < len(mark.doc) and mark.doc[after].text in _CLOSING
    return closed and any(word.text in _OPENING for word in mark.doc[token.i + 1 : mark.i])
