"""What somebody has from somebody else: "quoted the army as saying that …", "heard from a trader that …", "…, citing
two officials"; "gunmen believed to belong to the guild", which is laid to nobody.

Whoever is quoted, heard or cited says it, inside of the words of the one who passes it on.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from sayso.codebook.cues import load_cues
from sayso.codebook.match import lemma
from sayso.codebook.syntax import base, children, is_passive, is_verb, prepositional
from sayso.extract._saying.agreement import can_speak
from sayso.extract._saying.draft import Draft, Shelf, outer, shared, width
from sayso.extract._saying.frames import PLAIN, span_of

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

#: Verbs of passing on what others say, and of having it from them.
QUOTING = frozenset({"quote", "cite"})
HEARING = frozenset({"hear", "learn", "understand"})
_HERE = frozenset({"i", "me", "us", "we", "you"})
#: How such statements are marked; their words may be those of the one who passes them on.
BY = "heard"


def is_passed_on(by: str) -> bool:
    """Whether a statement was found here: it stands inside of one with the same words."""
    return by.startswith(BY)


def by_heard(doc: Doc) -> Iterator[Draft]:
    """What somebody "quoted X as saying" or "heard from X", in text order."""
    for verb in doc:
        if not is_verb(verb):
            continue
        if lemma(verb) in HEARING:
            yield from _heard_from(verb)
        elif (noun := believed_of(verb)) is not None:
            yield _laid_to_nobody(noun, verb)
        elif verb.tag_ == "VBG" and (source := quoted_by(verb)) is not None:
            clause = next((c for c in children(verb, "ccomp") if c.i > verb.i), None) or _in_front(verb)
            if clause is not None:
                yield _draft(source, verb, clause, f"{BY}:quoted")


def _in_front(verb: Token) -> Token | None:
    """ "“The ford is closed,” the radio quoted her as saying": the words that stand before whoever passes them on."""
    over = verb.head
    named = children(over, "nsubj") if not is_passive(over) else children(over, "obl:agent")
    if not named or children(verb, "ccomp", "xcomp", "obj"):
        return None
    return next((c for c in children(over, "ccomp") if c.i < min(one.left_edge.i for one in named)), None)


def believed_of(verb: Token) -> Token | None:
    """ "Gunmen" of "gunmen believed to belong to the guild", where nobody is told to believe it."""
    if verb.tag_ not in ("VBN", "VBD") or lemma(verb) not in load_cues().parts["hearsay"] or children(verb, "aux"):
        return None
    noun = verb.doc[verb.i - 1] if verb.i else verb
    ours = noun == verb.head or noun in children(verb, "nsubj")
    return noun if ours and noun.pos_ in ("NOUN", "PROPN") and _infinitive(verb) is not None else None


def _infinitive(verb: Token) -> Token | None:
    """ "To belong to the guild", right behind the verb."""
    near = (c for c in children(verb, "xcomp", "ccomp", "advcl") if c.left_edge.i == verb.i + 1)
    return next((c for c in near if c.left_edge.lower_ == "to"), None)


def _laid_to_nobody(noun: Token, verb: Token) -> Draft:
    """What is believed, of nobody: the one it is of and the infinitive."""
    infinitive = _infinitive(verb)
    pieces = () if infinitive is None else span_of(infinitive)
    first = (noun.left_edge.idx, noun.idx + len(noun))
    return Draft(
        source=(),
        cue=((verb.idx, verb.idx + len(verb)),),
        content=(first, *pieces[:1]),
        by=f"{BY}:believed",
        score=PLAIN,
    )


def quoted_by(verb: Token) -> Token | None:
    """ "The army" of "quoted the army as saying": who speaks in the words of another."""
    over = verb.head
    if lemma(over) not in QUOTING or not any(c.lower_ == "as" for c in children(verb, "mark", "case")):
        return None
    return next(iter(children(over, "nsubj" if is_passive(over) else "obj")), None)


def _heard_from(verb: Token) -> Iterator[Draft]:
    """ "Heard from a trader that he fled": the clause, also where the parse hangs it on whoever told it."""
    source = next((one for one in prepositional(verb, "from") if can_speak(one) and one.lower_ not in _HERE), None)
    if source is None:
        return
    near = [*children(verb, "ccomp"), *(c for c in children(source, "acl", "ccomp") if _is_told(c))]
    clause = next((c for c in near if c.i > source.i), None)
    if clause is not None:
        yield _draft(source, verb, clause, f"{BY}:from")


def _is_told(clause: Token) -> bool:
    """ "That he fled", and not "that fled"."""
    subjects = children(clause, "nsubj")
    return any(c.lower_ == "that" for c in children(clause, "mark")) and bool(subjects)


def _draft(source: Token, verb: Token, clause: Token, by: str) -> Draft:
    within = tuple(c for c in source.children if c.dep_ == "case" or c.i == clause.i)
    cue = (verb.idx, verb.idx + len(verb))
    return Draft(source=span_of(source, skip=within)[:1], cue=(cue,), content=span_of(clause), by=by, score=PLAIN)


def with_passed_on(doc: Doc, drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts: the words "as saying" are of whoever is quoted, and "citing X" beside a verb of speech says
    nothing of its own.
    """
    by_cue: Shelf[Draft] = Shelf()
    for draft in drafts:
        for span in draft.cue:
            by_cue.put(span, draft)
    changed: dict[int, Draft | None] = {}
    outside: list[Draft] = []
    for verb in (token for token in doc if token.tag_ == "VBG"):
        own = by_cue.over((verb.idx, verb.idx + len(verb)))
        if (quoted := quoted_by(verb)) is not None and own:
            over = by_cue.over((verb.head.idx, verb.head.idx + len(verb.head)))
            outside += [] if over else _passing_on(own[0], verb.head, quoted)
            changed |= {id(draft): _widened(draft, quoted, own[0]) for draft in over}
            changed |= {id(draft): replace(draft, source=span_of(quoted)[:1], by=f"{BY}:quoted") for draft in own}
        elif (said := _said_with(verb)) is not None and _cited(verb) and by_cue.over((said.idx, said.idx + len(said))):
            changed |= {id(draft): None for draft in own}
    return [*outside, *(kept for draft in drafts if (kept := changed.get(id(draft), draft)) is not None)]


def _passing_on(draft: Draft, verb: Token, quoted: Token) -> list[Draft]:
    """What whoever quotes says, where his words were found as the words of the one quoted."""
    passer = next(iter(children(verb, "obl:agent" if is_passive(verb) else "nsubj")), None)
    if passer is None or passer == quoted or draft.by.startswith(BY):
        return []
    source = span_of(passer, skip=tuple(c for c in passer.children if c.dep_ == "case"))[:1]
    return [replace(draft, source=source, cue=((verb.idx, verb.idx + len(verb)),), by=draft.by.partition("+")[0])]


def _widened(draft: Draft, quoted: Token, inner: Draft) -> Draft:
    """The words of whoever quotes: from the one quoted to the end of what he says, where the verb stands before them
    ("quoted a guard as saying that …"), else these alone ("a guard was quoted by the radio as saying that …").
    """
    whole = outer((*draft.content, *inner.content))
    if quoted.i < quoted.head.i:
        return replace(draft, content=inner.content)
    holds = shared(draft.content, inner.content) == width(inner.content)
    return draft if holds else replace(draft, content=((min(quoted.left_edge.idx, whole[0]), whole[1]),))


def cited_beside(said: Token) -> Token | None:
    """ "Two officials" of "…, the paper said, citing two officials"."""
    near = [*said.children, *(c for subject in children(said, "nsubj") for c in subject.children)]
    return next((source for one in near if _said_with(one) == said and (source := _cited(one)) is not None), None)


def _cited(verb: Token) -> Token | None:
    """Whom "citing X" names, where X can say something."""
    if lemma(verb) not in QUOTING or verb.tag_ != "VBG":
        return None
    return next((one for one in children(verb, "obj") if _can_be_cited(one)), None)


def _can_be_cited(noun: Token) -> bool:
    """Somebody or a paper; "citing security concerns" gives a reason."""
    kinds = load_cues().source_kinds
    return can_speak(noun) or lemma(noun) in kinds["document"] | kinds["outlet"]


def _said_with(verb: Token) -> Token | None:
    """The verb of "…, citing two officials", or the one whose subject cites ("the ministry, citing …, said")."""
    over = verb.head
    if base(verb.dep_) == "advcl":
        return over
    if base(verb.dep_) == "acl" and base(over.dep_) == "nsubj":
        return over.head
    return None
