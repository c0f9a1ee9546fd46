"""Acts that are done by what somebody says: "said that she would run", "the council must act", "he is a liar".

A statement is an act of the codebook where its words promise, demand, blame or praise and no word of it tells one yet.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from sayso.codebook import syntax
from sayso.codebook.codebook import Codebook, Frame
from sayso.codebook.eventive import load_eventive
from sayso.codebook.grammar import FIRST_PERSON, HAVE, NO
from sayso.codebook.match import lemma
from sayso.codebook.tree import is_denied
from sayso.codebook.words import word_list
from sayso.extract._saying.acts import cue_head
from sayso.extract._saying.content_acts import act_of_content, called
from sayso.extract._saying.frames import entries_at
from sayso.extract._saying.voice import spoken_by_others, voice_of
from sayso.extract._sides.participants import Places
from sayso.extract._speech_acts.commitments import DUTY, FUTURE, is_inverted
from sayso.extract._telling.telling import Telling, type_named
from sayso.model import Act, Statement

if TYPE_CHECKING:
    from spacy.tokens import Token

    from sayso.digest.digest import Digest

BY = "rule:said"
#: The type and mode of what is done by saying so.
DONE: dict[Act, tuple[str, str | None]] = {
    "promise": ("DECIDE", "pledge"),
    "demand": ("REQUEST", None),
    "accuse": ("ACCUSE", "allege"),
    "criticize": ("ACCUSE", "disapprove"),
    "praise": ("SUPPORT", None),
}
#: Acts that are all that their word tells: what is promised or demanded is another one.
JUDGING: frozenset[Act] = frozenset({"accuse", "criticize", "praise"})
#: What nobody promises although he says that he will: "I would hope", "we will see".
IDLE = word_list("said_acts_idle")
#: Verbs that promise nothing but words.
IN_WORDS = word_list("said_acts_in_words")
OBLIGING = DUTY | {"should", "ought"}
SPEAKER = frozenset({"i", "we"})
SUPPOSING = frozenset({"would", "'d", "’d"})
#: What one feels or thinks about it.
FELT = word_list("said_acts_felt")
UNSURE = word_list("said_acts_unsure")
#: After these the speaker says himself what he thinks.
THINKING = frozenset({"think", "believe", "guess", "mean"})
OPEN = frozenset({"if", "whether", "when", "unless", "until"})
#: Sources that speak for themselves: not a paper, nor the report.
SOURCES = frozenset({"named", "unnamed", "collective"})


def said_acts(
    tellings: list[Telling], statements: Sequence[Statement], digest: Digest, codebook: Codebook
) -> list[Telling]:
    """The acts that statements do and no telling tells; where a word without a type tells one by being said, the act
    has those to whom it was done.
    """
    places = Places(codebook)
    untyped = {telling.head.i: telling for telling in tellings if telling.kind is None}
    told = {t.i for telling in tellings if telling.kind is not None for t in telling.tokens}
    by_type: dict[str | None, list[Telling]] = defaultdict(list)
    for telling in tellings:
        by_type[telling.type].append(telling)
    found: dict[int, Telling] = {}
    for statement in sorted(statements, key=lambda s: sum(b - a for a, b in s.content.spans)):
        if statement.source is None or statement.source.kind not in SOURCES:
            continue
        for clause, act in _clauses(statement, digest):
            made = _made(statement, clause, act, digest, codebook, places)
            if made is None or made.head.i in found or (act != "demand" and told & {t.i for t in made.tokens}):
                continue  # a verb that tells an act of its own may be what is demanded
            if not any(_is_within(other, statement, clause) for other in by_type[made.type]):
                found[made.head.i] = made
                if act in JUDGING and (plain := untyped.get(made.head.i)) is not None:
                    made.recipients = made.recipients or _done_to(plain, places)
    return list(found.values())


def without_doubles(tellings: Iterable[Telling], said: Iterable[Telling]) -> list[Telling]:
    """The tellings but for words without a type whose place an act by saying so has taken ("blasted the council")."""
    judging = {DONE[act][0] for act in JUDGING}
    acts = {telling.head.i for telling in said if telling.type in judging}
    return [telling for telling in tellings if telling.kind is not None or telling.head.i not in acts]


def voiced_demands(tellings: Sequence[Telling], digest: Digest, codebook: Codebook) -> list[Telling]:
    """ "We met today. Chad must leave the valley.": what those in whose voice a report is say that others must do; who
    demands it is the nearest "we" or "I" before.
    """
    kind = type_named(codebook, "REQUEST")
    if kind is None or voice_of(digest.report) is None:
        return []
    places, others = Places(codebook), spoken_by_others(digest)
    demanded = {t.head.sent.start for t in tellings if t.type == "REQUEST"}
    voice: Token | None = None
    found = []
    for sentence in digest.doc.sents:
        if others.over((sentence.start_char, sentence.end_char)) or sentence.text.rstrip().endswith("?"):
            continue
        clauses = () if voice is None or sentence.start in demanded else _clauses_of(sentence.root)
        for clause in clauses:
            modal = None if _is_open(clause) else _modal(clause, "demand")
            obliged = [t for s in syntax.surface_subject(clause) for t in syntax.conjuncts(s) if _is_other(t, places)]
            if modal is not None and obliged and modal.lower_ in DUTY:
                tokens = (modal, *syntax.children(clause, "aux:pass"), clause)
                made = Telling(clause, tokens, kind, Frame(type=kind.name), by=BY, score=0.55)
                made.fixed, made.content, made.recipients = True, [clause], obliged
                made.actors = [voice] if voice is not None else []
                found.append(made)
        voice = next((t for t in sentence if t.lower_ in SPEAKER), voice)
    return found


def _done_to(telling: Telling, places: Places) -> list[Token]:
    """Those to whom a word without a type is done, and no event ("would hold a conference")."""
    return [t for t in telling.recipients if places.is_agent(t) and not load_eventive().is_event_noun(lemma(t))]


def _is_other(token: Token, places: Places) -> bool:
    """Somebody who is told of by a name or a noun."""
    return token.pos_ != "PRON" and places.is_agent(token)


def _clauses(statement: Statement, digest: Digest) -> Iterator[tuple[Token, Act]]:
    """The head of each sentence that is said, with what is done by saying it."""
    for number, (start, end) in enumerate(statement.content.spans):
        span = digest.doc.char_span(start, end, alignment_mode="contract")
        if span is None or not len(span):
            continue
        if not number:
            yield span.root, statement.act
        for sentence in (word.sent for word in span if word.is_sent_start or word.i == span.start):
            inner = span.doc[max(sentence.start, span.start) : min(sentence.end, span.end)]
            if statement.manner == "indirect":
                continue
            for head in _clauses_of(inner.root):
                if number or head.i != span.root.i or statement.act == "assert":
                    words = inner if head.i == inner.root.i else span.doc[head.left_edge.i : head.right_edge.i + 1]
                    yield head, act_of_content(words, "assert", quoted=True)


def _clauses_of(root: Token) -> list[Token]:
    """The head of a sentence and those joined to it with a subject of their own: "he is a danger, and he should go";
    what is only thought or believed is said too ("I think he should go").
    """
    joined = [c for c in syntax.children(root, "conj", "parataxis") if syntax.surface_subject(c)]
    own = any(s.lower_ in SPEAKER for s in syntax.surface_subject(root)) and not is_denied(root, NO)
    thought = syntax.children(root, "ccomp") if own and lemma(root) in THINKING else []
    return [root, *(c for c in (*joined, *thought) if c.i > root.i)]


def _made(
    statement: Statement, clause: Token, act: Act, digest: Digest, codebook: Codebook, places: Places
) -> Telling | None:
    name, mode = DONE.get(act, (None, None))
    kind = type_named(codebook, name)
    tokens = _words_of(act, clause, statement, digest, places)
    source = digest.doc.char_span(*statement.source.spans[0], alignment_mode="expand") if statement.source else None
    if kind is None or not tokens or not source or clause.sent.text.rstrip(" \"'”’").endswith("?"):
        return None
    head = clause if clause in tokens else tokens[0]
    frame = Frame(type=kind.name, mode=mode if mode in kind.modes else None)
    made = Telling(head=head, tokens=tokens, kind=kind, frame=frame, by=BY, score=0.55)
    made.status, made.fixed, made.content = "occurred", True, [clause]
    made.actors = [source.root]
    made.recipients = [] if act == "promise" else _addressed(head, clause, places, source.root)
    own = statement.source.entity if statement.source else None
    if own is not None and any(digest.entity_at(t) == own for t in made.recipients):
        return None
    mine = (t for t in _owners(clause) if t.lower_ in FIRST_PERSON or (own is not None and digest.entity_at(t) == own))
    return None if name == "ACCUSE" and next(mine, None) is not None else made


def _owners(clause: Token) -> list[Token]:
    """ "His" of "his message was a mistake": whose deed is judged."""
    return [t for s in syntax.surface_subject(clause) for t in syntax.children(s, "nmod:poss")]


def _is_within(telling: Telling, statement: Statement, clause: Token) -> bool:
    """Whether the telling stands in the sentence of the statement that `clause` heads, or in its cue."""
    first, last = clause.sent.start_char, clause.sent.end_char
    cue = statement.cue.spans if statement.cue else ()
    return any(a <= t.idx < b for t in telling.tokens for a, b in ((first, last), *cue))


def _words_of(act: Act, clause: Token, statement: Statement, digest: Digest, places: Places) -> tuple[Token, ...]:
    """The words that tell the act: the verb with its modal, or the cue before what is blamed or praised."""
    if _is_open(clause):
        return ()
    if act in ("promise", "demand"):
        modal = _modal(clause, act)
        own = modal is not None and act == "promise" and _is_own(clause, modal, statement, digest)
        if modal is None or not (own or (act == "demand" and _is_obliged(clause, statement, digest, places))):
            return ()
        negations = {c for c in clause.children if c.lower_ in NO and c.dep_ == "advmod"}
        passive = syntax.children(clause, "aux:pass")
        return tuple(sorted({modal, clause, *negations, *passive}, key=lambda t: t.i))
    cue = cue_head(digest.doc, statement.cue.spans) if statement.cue else None
    if cue is not None and (cue.is_punct or cue.lower_ == "according"):  # the turn of a transcript; no verb of its own
        cue = None
    if lemma(clause) in FELT or clause.lower_ in FELT or any(c.tag_ == "MD" for c in clause.children):
        return ()
    if cue is None or clause.idx >= statement.content.spans[0][1]:
        return (clause,)
    entry = next((entry for entry, _ in entries_at(cue)), None)
    praised = act == "praise" and entry is not None and entry.act == "praise"  # a verb of praise is the codebook's
    felt = not syntax.is_verb(cue) or lemma(cue) in FELT
    unsaid = any(c.lower_ in NO or c.tag_ == "MD" for c in cue.children)
    return () if praised or felt or unsaid else (cue,)


def _is_open(clause: Token) -> bool:
    return any(c.lower_ in OPEN or c.tag_ in ("WRB", "WP", "WDT") for c in clause.children)


def _modal(clause: Token, act: Act) -> Token | None:
    """ "will" of "will build", "must" of "must leave"; none of what is only likely, or no deed."""
    idle = IDLE | IN_WORDS if act == "promise" else IDLE
    if not syntax.is_verb(clause) or lemma(clause) in idle or any(c.lower_ in UNSURE for c in clause.children):
        return None
    helpers = syntax.children(clause, "aux")
    if clause.tag_ == "VBG" or any(c.lower_ in HAVE for c in helpers):
        return None
    helpers = [c for c in helpers if not is_inverted(clause, c)]
    return next((c for c in helpers if c.lower_ in (FUTURE if act == "promise" else OBLIGING)), None)


def _is_own(clause: Token, modal: Token, statement: Statement, digest: Digest) -> bool:
    """Whether the speaker is told to do it: "I will", "she said that she would"; "I would" only supposes, and "it will
    take a week" says how long.
    """
    subject = next(iter(syntax.surface_subject(clause)), None)
    lasts = subject is not None and subject.lower_ == "it" and lemma(clause) == "take"
    if lasts or syntax.children(clause, "expl"):
        return False
    if subject is None or subject.lower_ in SPEAKER:
        return subject is not None and modal.lower_ not in SUPPOSING
    who, source = digest.entity_at(subject), statement.source.entity if statement.source else None
    return who == source if who is not None and source is not None else subject.lower_ != "it"


def _is_obliged(clause: Token, statement: Statement, digest: Digest, places: Places) -> bool:
    """Whether somebody else than the speaker is to do it, or it is to be done to him."""
    subjects = [t for s in syntax.surface_subject(clause) for t in syntax.conjuncts(s)]
    others = [t for t in subjects if t.lower_ not in SPEAKER and t.lower_ != "it" and places.is_agent(t)]
    source = statement.source.entity if statement.source else None
    return any(source is None or digest.entity_at(t) != source for t in others)


def _addressed(head: Token, clause: Token, places: Places, source: Token) -> list[Token]:
    named = called(head)
    subjects = [named[0]] if named is not None else syntax.surface_subject(clause)
    everyone = [t for s in subjects for t in syntax.conjuncts(s)]
    return [t for t in everyone if places.is_agent(t) and t.lower_ not in SPEAKER and t.i != source.i]
