"""Statements by cue table and parse: a verb or noun of `codebook/attribution.toml` whose frame is filled.

The attribution head finds most statements; these are for those that it misses, and for models that have no such head.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from sayso.codebook.control import asked_of_somebody
from sayso.codebook.cues import AttributionCue, Phrase, load_cues
from sayso.codebook.grammar import TOLD
from sayso.codebook.match import lemma
from sayso.codebook.syntax import (
    base,
    case_of,
    children,
    is_passive,
    is_verb,
    logical_subjects,
    noun_owner,
)
from sayso.codebook.tree import is_denied
from sayso.extract._saying.agreement import can_speak, rejoined
from sayso.extract._saying.charges import CLAIMS
from sayso.extract._saying.draft import Draft, united, without
from sayso.model import Span, Spans

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

#: How sure a draft is by the frame that was filled, and by entry where that makes a difference: the share that was
#: right on PolNeAR's dev part, where the head had found nothing (rounded).
SCORES = {"clause": 0.6, "to": 0.4, "object": 0.25, "noun": 0.3, "phrase": 0.6, "preposition": 0.4}
OWNED = 0.6
#: Of a verb that is nothing but speech, in a finite clause whose subject can speak.
PLAIN = 0.75
UNSURE_NOUNS = frozenset(("believe", "say", "report", "praise", "ask"))
SCORES_OF = {
    ("believe", "clause"): 0.3,
    ("criticize", "object"): 0.5,
    ("doubt", "object"): 0.5,
    ("deny", "object"): 0.5,
    ("criticize", "to"): 0.5,
    ("predict", "to"): 0.5,
    ("promise", "to"): 0.5,
    ("say", "of"): 0.5,
}
_SUBJECTS = ("nsubj", "csubj")
#: Clauses that are told, not supposed or looked back on.
OUTER = frozenset(("ROOT", "conj", "ccomp", "parataxis"))


def by_frames(doc: Doc) -> Iterator[Draft]:
    """All statements that the verbs and nouns of the cue table and the parse give, in text order."""
    for token in doc:
        if is_verb(token):
            yield from _of_verb(token)
        elif token.pos_ == "NOUN":
            yield from _of_noun(token)


def entries_at(token: Token) -> Iterator[tuple[AttributionCue, tuple[Token, ...]]]:
    """Entries of the attribution table whose words stand at the token, longest first, with their tokens."""
    table = load_cues()
    if token.pos_ == "ADJ" and (entry := table.adjectives.get(token.lower_)) is not None:
        yield entry, (token,)
        return
    rows = table.verbs if is_verb(token) else table.nouns
    for phrase, cue in next((found for form in forms_of(token) if (found := rows.get(form))), ()):
        words = _phrase_at(token, phrase)
        if words:
            yield cue, words


def forms_of(token: Token) -> tuple[str, ...]:
    """The lemma, and what it would be for a form of a verb that was not taken for one ("condemns")."""
    word = token.lower_
    return (token.lemma_.lower(), word.removesuffix("s"), word.removesuffix("es"), word.removesuffix("ed"))


def _phrase_at(token: Token, phrase: Phrase) -> tuple[Token, ...]:
    found = [token]
    for word in phrase[1:]:
        following = token.doc[found[-1].i + 1] if found[-1].i + 1 < len(token.doc) else None
        child = next((c for c in token.children if c.lower_ == word and c.i > token.i), None)
        nxt = following if following is not None and following.lower_ == word else child
        if nxt is None:
            return ()
        found.append(nxt)
    return tuple(found)


def span_of(token: Token, *, skip: tuple[Token, ...] = ()) -> Spans:
    """The words under `token`, less those under `skip` and less the stops and conjunctions at the edges."""
    first, last = token.left_edge, token.right_edge
    start, end = first.idx, last.idx + len(last)
    holes = tuple(_whole(one) for one in skip if first.i <= one.i <= last.i)
    return without((start, end), holes)


def _whole(token: Token) -> Span:
    return token.left_edge.idx, token.right_edge.idx + len(token.right_edge)


def _of_verb(verb: Token) -> Iterator[Draft]:
    for cue, words in entries_at(verb):
        filled = _filled(verb, cue, words)
        if filled is not None:
            frame, content = filled
            source = source_of(verb)
            passive = is_passive(verb)
            yield Draft(
                source=()
                if source is None
                else span_of(source, skip=tuple(c for c in source.children if c.dep_ == "case")),
                cue=cue_span(verb, words),
                content=content,
                by=f"frames:{cue.name}:{frame}",
                score=PLAIN
                if _is_plain(verb, frame, words)
                or (frame == "clause" and _is_behind(verb, content))
                or _is_impersonal(verb, frame)
                or (cue.act == "deny" and frame == "object" and _answers_claim(verb))
                else _score(cue, frame) - (0.2 if source is None and not passive else 0),
            )
            return


#: What a body that "it" stands for says; other things only show or confirm it.
OF_BODIES = frozenset({"add", "conclude", "determine", "establish", "find", "rule", "say", "warn"})


def _is_plain(verb: Token, frame: str, words: tuple[Token, ...]) -> bool:
    """ "The envoys underscored the need for": a verb of speech alone, finite, with a subject that can speak."""
    cues = load_cues()
    frames = cues.plain.get(" ".join((verb.lemma_.lower(), *(word.lower_ for word in words[1:]))), ())
    if frame not in frames or not is_told(verb) or base(verb.dep_) not in OUTER:
        return False
    subject = source_of(verb)
    body = subject is not None and frame == "clause" and subject.lower_ == "it" and verb.lemma_.lower() in OF_BODIES
    if subject is None or not (body or can_speak(subject)) or is_denied(verb):
        return False
    return not (frame == "object" and any(is_somebody(c) for c in children(verb, "obj")))


def _answers_claim(verb: Token) -> bool:
    """ "The guild dismissed claims by a nurse that …", "claims that … were dismissed by the guild"."""
    subject = source_of(verb)
    told = subject is not None and can_speak(subject) and is_told(verb)
    return told and bool(_answered(verb))


def _answered(verb: Token) -> list[Token]:
    claims = children(verb, "nsubj:pass") if is_passive(verb) else [c for c in children(verb, "obj") if c.i > verb.i]
    return [noun for noun in claims if lemma(noun) in CLAIMS and _is_clausal(noun)]


def _is_behind(verb: Token, content: Spans) -> bool:
    """ "…, a clerk at the mill recalls": a finite verb with its speaker behind all that is said."""
    subject = source_of(verb)
    if subject is None or subject.head.i != verb.i or not is_told(verb):
        return False
    return can_speak(subject) and content[-1][1] <= min(subject.left_edge.idx, verb.idx)


def _is_impersonal(verb: Token, frame: str) -> bool:
    """ "It was stressed that …", "the mate is said to have slept": a finite passive of speech, of nobody."""
    if frame not in ("clause", "to") or not is_passive(verb) or base(verb.dep_) not in OUTER:
        return False
    if frame == "to":
        hearsay = not load_cues().parts["hearsay"].isdisjoint(forms_of(verb))
        return hearsay and bool(_raised(verb)) and not children(verb, "obl:agent")
    nobody = any(c.lower_ == "it" and c.i < verb.i for c in verb.children)
    return nobody and any("clause" in load_cues().plain.get(form, ()) for form in forms_of(verb))


def is_told(verb: Token) -> bool:
    """ "Says", "has said", "are saying": as a fact, and not as what is to be or may be."""
    return verb.tag_ in TOLD or any(base(c.dep_) == "aux" and c.tag_ in TOLD for c in verb.children)


def is_somebody(token: Token) -> bool:
    """Whom one welcomes at the door."""
    return token.ent_type_ == "person" or token.lemma_.lower() in load_cues().source_kinds["person"]


def _is_clausal(noun: Token) -> bool:
    return any(c.i > noun.i and base(c.dep_) in ("acl", "ccomp") and c.dep_ != "acl:relcl" for c in noun.children)


def _score(cue: AttributionCue, frame: str) -> float:
    return SCORES_OF.get((cue.name, frame), SCORES.get(frame, SCORES["preposition"]))


def _filled(verb: Token, cue: AttributionCue, words: tuple[Token, ...]) -> tuple[str, Spans] | None:
    turned_to = _turned_to(verb, words)
    if turned_to is not None:
        return turned_to
    answered = _answered(verb) if cue.act == "deny" and is_passive(verb) else []
    if answered:
        return "object", span_of(answered[0])
    raised = _raised(verb) if cue.act in ("assert", "report", "predict") else ()
    if raised:
        return "to", raised
    for frame in cue.frames:
        content = _clause(verb) if frame == "clause" else _argument(verb, frame, cue)
        if content:
            return frame, content
    return None


def _raised(verb: Token) -> Spans:
    """ "The mate is said to have slept": what is said of the subject of a passive."""
    subjects = children(verb, "nsubj:pass")
    infinitives = [c for c in children(verb, "xcomp") if c.left_edge.lower_ == "to" and c.i > verb.i]
    if not subjects or not infinitives or not is_passive(verb):
        return ()
    return (*span_of(subjects[0]), *span_of(infinitives[0]))


def _turned_to(verb: Token, words: tuple[Token, ...]) -> tuple[str, Spans] | None:
    """What stands after "called on", "called for", with what somebody is called on to do, and which frame that is."""
    near = children(verb, "obl", "obj")
    objects = [c for c in near if case_of(c) == words[-1].lower_ or c.left_edge.i == words[-1].i + 1]
    if len(words) == 1 or not objects:
        return None
    first = objects[0]
    after = [c for c in children(verb, "xcomp", "advcl") if c.tag_ == "VB" and c.left_edge.i == first.right_edge.i + 1]
    if not after and children(verb, "ccomp", "xcomp"):
        return None
    pieces = span_of(first, skip=tuple(c for c in first.children if c.dep_ == "case"))
    if not after:
        return "preposition", pieces
    return "to", (*pieces[:-1], (pieces[-1][0], span_of(after[0])[-1][1]))


def _clause(verb: Token) -> Spans:
    """The clause that is said: complement, or the main clause that the verb stands beside ("…, she said")."""
    inner = [c for c in children(verb, "ccomp") if c.i != verb.i]
    inner = inner or [c for c in children(verb, "csubj") if c.i > verb.i and is_passive(verb)]
    if inner:
        return united(tuple(span for c in inner for span in span_of(c)))
    told = (children(verb, "nsubj") or is_passive(verb)) and not children(verb, "mark")
    own = children(verb, "xcomp") or verb.left_edge.text == ";"  # "…; the port denies having closed"
    if base(verb.dep_) == "parataxis" and verb.head.i < verb.i and is_clause(verb.head) and told and not own:
        return span_of(verb.head, skip=(verb,))
    if _is_aside(verb):
        if figure := _contradicted(verb):
            return figure
        denied = [c for c in children(verb.head, "ccomp") if _denies(verb.head) and c.i < verb.i]
        return span_of(denied[0] if denied else verb.head, skip=(verb,))
    beside = [c for c in children(verb, "parataxis") if c.i > verb.i and is_clause(c) and not _is_attribution(c)]
    return span_of(beside[0]) if beside else ()


def _is_aside(verb: Token) -> bool:
    """ "As I told the council, …": words of speech alone beside the clause that is said."""
    speech = "clause" in load_cues().plain.get(verb.lemma_.lower(), ())
    marked = any(c.lower_ == "as" for c in children(verb, "mark"))
    return speech and marked and verb.dep_ == "advcl" and is_clause(verb.head) and bool(children(verb, "nsubj"))


def _contradicted(verb: Token) -> Spans:
    """ "38" of "that 12 had been captured and not 38, as the rebels had claimed"."""
    doc, at = verb.doc, verb.left_edge.i - 1
    while at > verb.sent.start and doc[at].is_punct:
        at -= 1
    last = at
    while at > verb.sent.start and doc[at].pos_ in ("NUM", "NOUN", "ADJ"):
        at -= 1
    number = next((t for t in doc[at + 1 : last + 1] if t.pos_ == "NUM"), None)
    return ((doc[at + 1].idx, doc[last].idx + len(doc[last])),) if number and doc[at].lower_ == "not" else ()


def _denies(verb: Token) -> bool:
    """ "The town denied that he fell, as the guild had claimed": the guild claimed that he fell."""
    return next((cue.act for cue, _ in entries_at(verb)), None) == "deny"


def _is_attribution(verb: Token) -> bool:
    """ "…, the agency estimates": words that say who says it, and say nothing themselves."""
    return any(entries_at(verb)) and not any(base(c.dep_) in ("ccomp", "xcomp", "obj") for c in verb.children)


def is_clause(token: Token) -> bool:
    """A verb, or a predicate with its copula."""
    return is_verb(token) or bool(children(token, "cop", "nsubj"))


def _argument(verb: Token, frame: str, cue: AttributionCue) -> Spans:
    if frame == "to":
        found = [c for c in children(verb, "xcomp") if c.tag_ == "VB" and c.i > verb.i] or asked_of_somebody(verb)
    elif frame == "ing":
        found = [c for c in children(verb, "xcomp", "ccomp", "advcl") if c.tag_ == "VBG" and c.i == verb.i + 1]
    elif frame == "object":
        found = [c for c in children(verb, "obj") if c.lemma_ not in cue.not_objects and c.pos_ != "PRON"]
    else:
        near = [*verb.children, *(c for object_ in children(verb, "obj") for c in object_.children)]
        found = [c for c in near if base(c.dep_) in ("obl", "nmod", "advcl", "xcomp") and _introduced(c, frame)]
    if not found:
        return ()
    case = tuple(c for c in found[0].children if c.dep_ == "case") if frame not in ("to", "ing", "as") else ()
    return span_of(found[0], skip=case)


def _introduced(token: Token, word: str) -> bool:
    """Whether the preposition, or for a clause the mark, is that word."""
    return case_of(token) == word or any(mark.lower_ == word for mark in children(token, "mark", "case"))


def source_of(verb: Token) -> Token | None:
    """Who says it: the subject, else the one that the construction lends; None in a passive without an agent."""
    own = [c for c in verb.children if base(c.dep_) in _SUBJECTS]
    if own and not is_passive(verb):
        behind = verb.doc[verb.i - 1].text == "," and own[-1].i == verb.i + 1  # "the rule is old, said Ida Holm"
        return own[-1] if behind else own[0]
    outer = rejoined(verb)
    if outer is not None:
        return outer
    found = logical_subjects(verb)
    return found[0] if found else None


def cue_span(verb: Token, words: tuple[Token, ...]) -> Spans:
    """The verb with the auxiliaries, negation and adverbs right before it, as PolNeAR cuts cues."""
    first = verb
    for child in sorted(verb.children, key=lambda c: -c.i):
        if child.i == first.i - 1 and base(child.dep_) in ("aux", "advmod", "cop"):
            first = child
    last = max(words, key=lambda word: word.i)
    contiguous = all(word.i - verb.i <= len(words) for word in words)
    end = last if contiguous else verb
    return ((first.idx, end.idx + len(end)),)


def _of_noun(noun: Token) -> Iterator[Draft]:
    if noun.lemma_ in load_cues().parts["ready"]:
        return
    for cue, _ in entries_at(noun):
        content = noun_content(noun, cue)
        if content:
            source = owner_of(noun)
            span = (noun.idx, noun.idx + len(noun))
            sure = cue.name not in UNSURE_NOUNS or _is_put_out(noun)
            score = OWNED if source and _is_clausal(noun) and sure else SCORES["noun"]
            yield Draft(source=source, cue=(span,), content=content, by=f"frames:{cue.name}:noun", score=score)
            return


def _is_put_out(noun: Token) -> bool:
    """ "An announcement by the guild that the mill had closed": by whom it was said, and that it is so."""
    by = any(case_of(c) == "by" for c in children(noun, "nmod", "obl"))
    return by and any(c.lower_ == "that" for clause in children(noun, "acl", "ccomp") for c in children(clause, "mark"))


def owner_of(noun: Token) -> Spans:
    """Whose claim it is: "a claim by the guild", "the guild's claim", "Omani criticism"."""
    owner = noun_owner(noun)
    if owner:
        return span_of(owner[0], skip=tuple(c for c in owner[0].children if c.dep_ == "case"))
    names = [c for c in children(noun, "amod", "compound") if c.i < noun.i and c.ent_type_ in ("nationality", "place")]
    return span_of(names[0]) if names else ()


def noun_content(noun: Token, cue: AttributionCue) -> Spans:
    """What the noun of an act of speech is of: its clause, or what stands under its preposition."""
    that = noun.doc[noun.i + 1] if noun.i + 1 < len(noun.doc) else None
    if that is not None and that.lower_ == "that" and that.tag_ == "IN" and that.head.i > that.i:
        if not load_cues().parts["naming"].isdisjoint(forms_of(that.head)) and not children(that.head, "obj", "ccomp"):
            return ()  # "an accusation that the guild called absurd"
        return without(_whole(that.head), ((0, that.idx),))
    for child in noun.children:
        if child.i < noun.i:
            continue
        if base(child.dep_) == "ccomp" or (
            base(child.dep_) == "acl" and child.dep_ != "acl:relcl" and (child.tag_ != "VBN" or children(child, "aux"))
        ):
            return span_of(child)
        if base(child.dep_) == "nmod" and case_of(child) in cue.after:
            return span_of(child, skip=tuple(c for c in child.children if c.dep_ == "case"))
    clause = clause_beside(noun)
    return () if clause is None else span_of(clause)


def clause_beside(noun: Token) -> Token | None:
    """The clause "that …" of "denied a claim by the guild that …" where the parse gives it to the verb."""
    if noun.dep_ != "obj" or not is_verb(noun.head):
        return None
    after = [c for c in children(noun.head, "ccomp") if c.left_edge.i == noun.right_edge.i + 1]
    return next((c for c in after if c.left_edge.lower_ == "that" and noun_owner(noun)), None)
