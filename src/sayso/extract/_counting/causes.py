"""On which event a toll stands: the one that caused it, in its sentence or shortly before it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from spacy.tokens import Span, Token

from sayso.codebook import syntax, tolls
from sayso.codebook.compared import deed_of, is_of_then
from sayso.codebook.grammar import DATING
from sayso.codebook.match import lemma
from sayso.codebook.tolls import LONG
from sayso.extract._counting.apart import Apart
from sayso.extract._counting.around import EFFECT_WORDS, cause_of, is_effect, is_of_circumstance, leaving, measured
from sayso.extract._counting.blows import PLACES, link_blows
from sayso.extract._counting.care import is_of_another_cause
from sayso.extract._counting.count import YEAR, Count
from sayso.extract._counting.counts import DEEDS, FOUND
from sayso.extract._counting.harmed import OBJECT_VERBS, part_of_harmed
from sayso.extract._status.status import status_of
from sayso.extract._telling.telling import HARMS, TAKEN, Telling
from sayso.extract.certainty import certainty_of

if TYPE_CHECKING:
    from sayso.digest.digest import Digest

#: Happenings without a code that may be causes.
CAUSES = tolls.words("cause", "words")
#: Verbs of who tells of the dead.
REPORTED = tolls.words("phrases", "told")
#: Verbs of what is done to things alone.
OF_THINGS = frozenset({"loot", "ransack", "vandalise", "vandalize", "pillage"})
#: What a hospital does to the wounded that are brought to it.
ADMITTING = tolls.words("care", "admit")
#: Types of what is only said, asked or looked into: it kills nobody, and is no other matter than the dead.
WORDS = frozenset({"ACCUSE", "AGREE", "CONSULT", "REJECT", "REQUEST", "SUPPORT"})
#: What an assault of a sentence before may have done.
OF_AN_ASSAULT = frozenset({"killed", "injured", "missing"})
#: "the two soldiers were killed": those that were told of before, perhaps in another event.
KNOWN = frozenset({"the", "these", "those", "both"})
#: Statuses of what has harmed nobody.
UNDONE = frozenset({"attempted", "threatened", "planned", "permitted"})
#: How many sentences before "nine people were killed" its cause may be told.
BACK = 2
#: How many sentences before "the toll rose to 15" the deed may be told whose dead were counted.
FAR = 8
#: Verbs of whoever owns up to a deed or confirms it.
CLAIMING = frozenset({"claim", "admit", "acknowledge", "confirm"})
#: In what mode both sides act, and what it is that happened.
CLASH = "clash"
REAL = frozenset({"occurred", "ongoing"})
#: What only a count tells, and how sure it is that it is told.
BY_COUNT, SCORE = "count", 0.4
#: "They", of those who were just counted.
THEM = frozenset({"they", "them", "he", "him", "she"})
NAMING = frozenset({"PROPN", "NOUN", "NUM"})


class Causes:
    """The tellings of a report, to be asked for the cause of a toll."""

    def __init__(self, digest: Digest, tellings: Sequence[Telling]) -> None:
        self._digest = digest
        self._by_token = {token.i: telling for telling in tellings for token in telling.tokens}
        self._by_sentence: dict[int, list[Telling]] = defaultdict(list)
        for telling in tellings:
            self._by_sentence[telling.head.sent.start].append(telling)
        times = (digest.doc.char_span(*t.spans[0], alignment_mode="expand") for t in digest.times)
        self._times = {token.i for span in times if span is not None for token in span}
        self._before = {b.start: a.start for a, b in pairwise(digest.doc.sents)}
        #: those that only a count tells
        self.made: list[Telling] = []
        self._apart = Apart(digest)

    def telling_at(self, token: Token) -> Telling | None:
        return self._by_token.get(token.i)

    def of(self, count: Count) -> Telling | None:
        """What the effect's verb has as subject, hangs under or stands in; else the effect's own event; else the
        nearest assault; else what becomes of the toll ("rose to 15")."""
        own = self._by_token.get(count.cue.i)
        if own is not None and own.type != "ASSAULT" and count.cared:
            own = None  # "flew nine to a hospital": no visit hurt them
        if own is not None and own.cause is not None and own.cause.kind is None:
            return cause_of(own.cause.head, self._by_token, self._apart, CAUSES) or own.cause
        if own is not None and (own.cause is not None or own.kind is not None):
            return own.cause or own
        caused = cause_of(count.cue, self._by_token, self._apart, CAUSES) or self._told_next(count.cue)
        if caused is not None or own is not None:
            return caused or own
        if (left := self._what_left(count)) is not None:
            return left
        near = [t for t in self._by_sentence[count.cue.sent.start] if t.type in ("ASSAULT", "COERCE")]
        near = [t for t in near if not is_of_then(count.cue, t.head)]
        if count.effect in HARMS and count.running:
            near = [t for t in near if t.mode not in TAKEN]
        if count.effect == "captured":
            near = [t for t in near if t.type == "COERCE" or t.mode in TAKEN]
        if count.effect == "killed" and lemma(count.cue.head) in FOUND:  # "whom they abducted was found dead"
            near = [t for t in near if t.mode not in TAKEN and t.head.i < count.cue.i]
        nearest = min(near, key=lambda t: abs(t.head.i - count.cue.i), default=None)
        beside = (leaving(count.cue), count.cue.head, *count.cue.children)  # "the floods left thousands homeless"
        known = (t for t in beside if t.i in self._by_token and not is_of_then(count.cue, t))
        return nearest or next((self._by_token[t.i] for t in known), None)

    def belongs(self, count: Count, deed: Telling) -> None:
        """ "Lost their lives" of "three lost their lives in the fighting" is no event beside what it is of."""
        effect = self._by_token.get(count.cue.i)
        if effect is None or effect is deed or effect.kind is not None or effect.cause is not None:
            return
        if deed.kind is not None and deed.cause is None and deed.head.sent.start == count.cue.sent.start:
            effect.cause = deed

    def told_by(self, count: Count) -> Telling | None:
        """Of a count that no telling fits: the nearest effect of its sentence, or a telling by the word that counts."""
        cue = count.cue
        if count.cared or cue.i in self._by_token:
            return None
        here = self._by_sentence[cue.sent.start]
        near = [t for t in here if t.kind is None and is_effect(t.head)]
        if near:
            return min(near, key=lambda t: abs(t.head.i - cue.i))
        made = Telling(head=cue, tokens=(cue,), kind=None, frame=None, by=BY_COUNT, score=SCORE)
        here.append(made)
        self.made.append(made)
        self._by_token[cue.i] = made
        return made

    def _told_next(self, cue: Token) -> Telling | None:
        """ "Four had died and … they were shot by gunmen": the assault on those of before, joined to it."""
        joined = (c for c in syntax.children(cue, "conj") if any(t.lower_ in THEM for t in syntax.logical_objects(c)))
        told = (self._by_token.get(c.i) for c in joined)
        return next((one for one in told if one is not None and one.type == "ASSAULT"), None)

    def _what_left(self, count: Count) -> Telling | None:
        """What "left 300 dead", whatever else its sentence tells ("whose war left …, condemned the raid")."""
        verb = leaving(count.cue)
        subjects = syntax.children(verb, "nsubj") if verb.i != count.cue.i else []
        subjects = [one for t in subjects if t.lower_ not in syntax.RELATIVE for one in measured(t)]
        return next((self._by_token[t.i] for t in (*subjects, verb) if subjects and t.i in self._by_token), None)

    def before(self, count: Count) -> Telling | None:
        """The assault, or mishap with a toll, that one of the sentences before told, where the effect's own has nothing
        that speaks for another: no doer, no cause, no place or day of its own."""
        sentence = count.cue.sent.start
        here = [t for t in self._by_sentence[sentence] if not (count.running and t.mode in TAKEN)]
        judged = self._judged(_clause(count.cue))
        here = [t for t in here if t.head.i not in judged]
        if count.effect not in OF_AN_ASSAULT:
            return None
        if any(self._may_kill(t) for t in here):
            return self._said_beside(count, here)
        of_known = count.running or part_of_harmed(count.who) is not None
        if of_known and (counted := self._counted_before(count)) is not None:
            return counted
        if (beside := self._counted_beside(count)) is not None:
            return beside
        clause = _change(count) if count.running else _clause(count.cue)
        counted_then = lemma(clause) in REPORTED | FOUND  # the day is the one of the counting
        for _ in range(BACK):
            earlier = self._before.get(sentence)
            if earlier is None:
                return None
            sentence = earlier
            told = [t for t in self._by_sentence[sentence] if self._may_kill(t) or _has_harmed_some(t, count)]
            told = [t for t in told if syntax.case_of(t.head) not in DATING] or told
            if told:
                fits = self._fits(clause, told[0].head.sent, whenever=counted_then)
                return told[0] if fits and not _has_a_sum_already(told[0], count) else None
            mishap = [t for t in self._by_sentence[sentence] if t.kind is None and _has_harmed(t)]
            if mishap:  # "cholera has killed 58; the minister gave a toll of 37"
                return mishap[-1] if self._fits(clause, mishap[-1].head.sent) else None
        return None

    def _said_beside(self, count: Count, here: list[Telling]) -> Telling | None:
        """ "Claimed the raid in Gao and said that 11 guards had died": the one assault of the sentence, which whoever
        says more owns up to or confirms; what he says names no place or day of its own.
        """
        clause = _clause(count.cue)
        killing = [t for t in here if self._may_kill(t)]
        said = clause.dep_ == "ccomp" and clause.head.dep_ == "conj" and clause.head.i < clause.i
        deed = killing[0].head
        if not said or len(killing) > 1 or deed.head.i != clause.head.head.i or lemma(deed.head) not in CLAIMING:
            return None
        own = any(t.ent_type_ in PLACES or t.i in self._times for t in clause.subtree)
        return None if own else killing[0]

    def clash_of(self, count: Count, own: Telling) -> Telling | None:
        """ "Clashes broke out. The rebels said they had killed 31 soldiers.": the clash that was told last, of which a
        side says whom it killed, at no other place and on no other day.
        """
        if own.type != "ASSAULT" or own.mode is not None or own.cause is not None or not own.actors:
            return None
        sentence: int | None = count.cue.sent.start
        for _ in range(BACK):
            sentence = self._before.get(sentence) if sentence is not None else None
            if sentence is None:
                return None
            if told := [t for t in self._by_sentence.get(sentence, ()) if t.type == "ASSAULT"]:
                return (
                    told[-1]
                    if self._was_clash(told[-1]) and self._fits(_clause(count.cue), told[-1].head.sent)
                    else None
                )
        return None

    def _was_clash(self, deed: Telling) -> bool:
        return deed.mode == CLASH and status_of(deed, certainty_of(self._digest, deed.head)) in REAL

    def may_go_on(self, count: Count, deed: Telling) -> bool:
        """Whether the effect may be of a deed told further back: nothing of its own sentence does it, or tells of
        another place or day.
        """
        here = self._by_sentence[count.cue.sent.start]
        alone = count.effect in OF_AN_ASSAULT and not any(self._may_kill(t) for t in here)
        return alone and deed.type == "ASSAULT" and self._fits(_clause(count.cue), deed.head.sent)

    def _counted_before(self, count: Count) -> Telling | None:
        """The last assault with a number of the same effect, but for one of another year: "the toll" is its toll."""
        sentence: int | None = count.cue.sent.start
        for _ in range(FAR):
            sentence = self._before.get(sentence) if sentence is not None else None
            if sentence is None:
                return None
            for telling in self._by_sentence[sentence]:
                same = any(toll.effect == count.effect and toll.quantity for toll in telling.tolls)
                words = telling.head.sent
                year = any(t.i in self._times and t.tag_ == "CD" and len(t) == YEAR for t in words)
                if telling.type == "ASSAULT" and same and not year and self._fits(_change(count), words, whenever=True):
                    return telling
        return None

    def _counted_beside(self, count: Count) -> Telling | None:
        """What its own sentence has counted the dead of ("a bomber killed 11; a nurse had counted 20 bodies")."""
        own = self._by_token.get(count.cue.i)
        if own is not None and own.kind is not None:
            return None
        told = [t for t in self._by_sentence[count.cue.sent.start] if t.type == "ASSAULT" and t.head.i < count.cue.i]
        return next((t for t in reversed(told) if any(toll.effect == count.effect for toll in t.tolls)), None)

    def stands_alone(self, count: Count) -> bool:
        """Whether the effect is told with nothing that did it: "nine people were killed", "the toll rose to 15"."""
        clause = count.cue.head if count.running else _clause(count.cue)
        verb = count.cue if syntax.is_verb(count.cue) else count.cue.head
        if syntax.prepositional(count.cue, "from") or is_of_another_cause(count.cue):
            return False  # "two deaths from cholera"
        known = any(c.lower_ in KNOWN for c in count.who.children)
        known = known and not (count.who.dep_ == "obl" and count.who.i < count.who.head.i)  # "of the 41 hurt, six …"
        if lemma(count.cue) in DEEDS or known:
            return False
        if lemma(verb) in OBJECT_VERBS and verb.i in self._by_token and self._by_token[verb.i].actors:
            return False
        told = count.running or lemma(verb) in REPORTED or (lemma(count.cue) == "body" and lemma(verb) in FOUND)
        told = told or (count.effect == "injured" and lemma(verb) in ADMITTING)
        if count.cue.dep_ in ("obj", "xcomp") and not told and not syntax.is_passive(verb):
            return False  # "we inflicted 40 dead": somebody did
        judged = self._judged(clause)
        for token in _without_sayers(clause):
            telling = self._by_token.get(token.i)
            if token.i in judged:  # "nine died, and the council called the raid a crime"
                continue
            if telling is None or telling.kind is None or token.i == verb.i or is_effect(token):
                continue
            if telling.type in WORDS:  # "opened an inquiry and confirmed 18 deaths"
                continue
            if telling.actors or not syntax.is_passive(
                telling.head
            ):  # "two were killed and a shop was damaged" is alone
                return False
        return True

    def _judged(self, clause: Token) -> set[int]:
        """Words of what others say beside it: of a joined verb with a subject of its own that only tells words."""
        joined = (c for c in syntax.children(clause, "conj") if syntax.children(c, "nsubj"))
        said = (c for c in joined if (told := self._by_token.get(c.i)) is not None and told.type in WORDS)
        return {t.i for c in said for t in c.subtree}

    def _may_kill(self, telling: Telling) -> bool:
        """An assault that happened, and is not itself told as a toll."""
        if telling.type != "ASSAULT" or telling.cause is not None or is_effect(telling.head):
            return False
        if lemma(telling.head) in OF_THINGS:
            return False
        return status_of(telling, certainty_of(self._digest, telling.head)) in REAL

    def undone(self, count: Count) -> bool:
        """ "Tried to kill the mayor", "threatened to kidnap nine nuns": nobody was, yet."""
        own = self._by_token.get(count.cue.i)
        if own is None or (own.kind is None and not count.cared):
            return False
        return status_of(own, certainty_of(self._digest, own.head)) in UNDONE

    def _fits(self, clause: Token, sentence: Span, *, whenever: bool = False) -> bool:
        """Whether every place and day beside the effect is named with the cause, too; `whenever`: the day is the one of
        the counting.
        """
        named = {t.lower_ for t in sentence}
        times = set() if whenever else self._times
        own = (t for t in _without_sayers(clause) if (t.ent_type_ in PLACES or t.i in times) and t.pos_ in NAMING)
        return all(t.lower_ in named for t in own)


def _has_harmed_some(telling: Telling, count: Count) -> bool:
    """ "Soldiers wounded two farmers. One of them died.", "A bomber killed five. Eight were wounded.": a deed of whose
    wounded some may die, and which may have wounded others than those it killed.
    """
    harmed = telling.frame.toll if telling.frame is not None and telling.actors else None
    others = {"injured": "killed", "killed": "injured"}.get(count.effect)
    return telling.type == "ASSAULT" and telling.cause is None and harmed is not None and harmed == others


def _has_a_sum_already(telling: Telling, count: Count) -> bool:
    """Whether it has the dead of weeks already, to which no other figure that does not run is added."""
    sums = any(toll.effect == count.effect and toll.scope == "cumulative" and toll.quantity for toll in telling.tolls)
    return sums and not count.running


def _has_harmed(telling: Telling) -> bool:
    """Whether it has a toll already, of what harms without anybody's will."""
    return any(toll.effect in OF_AN_ASSAULT for toll in telling.tolls)


def _clause(cue: Token) -> Token:
    """The verb of the clause that tells the effect, below whoever says so."""
    token = cue if syntax.is_verb(cue) or cue.dep_ == "ROOT" else cue.head
    while token.dep_ in ("conj", "xcomp", "advcl") and syntax.is_verb(token.head) and is_effect(token.head):
        token = token.head
    return token


def _change(count: Count) -> Token:
    """The verb of "the toll rose to nine", over the word of the toll; of a bare figure itself."""
    return count.cue if count.cue.i == count.who.i else count.cue.head


def _without_sayers(clause: Token) -> Iterator[Token]:
    """The words of the clause, less "officials said on Tuesday" beside it and "and said that …" behind it."""
    said = {t.i for c in clause.children if c.dep_ == "parataxis" or _says_more(c) for t in c.subtree}
    return (token for token in clause.subtree if token.i not in said)


def _says_more(verb: Token) -> bool:
    return verb.dep_ == "conj" and any(c.dep_ == "ccomp" for c in verb.children)


def link_causes(tellings: list[Telling], digest: Digest) -> None:
    """Marks effects ("killed 12") whose cause ("the strike") is told in the same sentence: they are no events beside
    it."""
    apart = Apart(digest)
    by_token = {token.i: telling for telling in tellings for token in telling.tokens}
    link_blows(tellings, by_token)
    for telling in tellings:
        bare = telling.frame is None and lemma(telling.head) in EFFECT_WORDS
        if bare or (telling.frame is not None and telling.frame.toll in HARMS and telling.mode is None):
            cause = cause_of(telling.head, by_token, apart)
            cause = cause.cause or cause if cause is not None else None
            cause = cause or (_joined_harm(telling, by_token) if bare else None)
            if cause is not None and cause is not telling and cause.cause is None:
                telling.cause = cause
                telling.actors = [t for t in telling.actors if not is_of_circumstance(t, telling.head, cause.head)]
        elif (deed := _deed_around(telling, by_token)) is not None:
            telling.cause, deed.recipients = deed, telling.recipients or deed.recipients
    _link_compared(tellings, by_token)


def _joined_harm(effect: Telling, by_token: dict[int, Telling]) -> Telling | None:
    """ "Wounded" of "two soldiers died and three were wounded", which nobody is told to have done."""
    verb = effect.head
    joined = [*syntax.children(verb, "conj"), *([verb.head] if verb.dep_ == "conj" else [])]
    told = [by_token[one.i] for one in joined if one.i in by_token and syntax.is_passive(one)]
    harm = [t for t in told if t.type == "ASSAULT" and t.frame is not None and t.frame.toll in HARMS and not t.actors]
    return harm[0] if harm else None


def _link_compared(tellings: list[Telling], by_token: dict[int, Telling]) -> None:
    """ "Struck a mill in the third raid this month": the noun says of the deed what sort it was, and tells it again."""
    for telling in tellings:
        verb = None if telling.cause is not None or syntax.is_verb(telling.head) else deed_of(telling.head)
        deed = by_token.get(verb.i) if verb is not None else None
        deed = deed.cause or deed if deed is not None else None
        if deed is not None and deed is not telling and (deed.type, deed.cause) == (telling.type, None):
            telling.effect_of = deed


def _deed_around(blow: Telling, by_token: dict[int, Telling]) -> Telling | None:
    """ "A drone attack" of "a bus was hit in a drone attack": the deed in which what is told without a doer befell."""
    bare = blow.type == "ASSAULT" and blow.mode in (None, "destroy") and not blow.actors
    if not bare or not syntax.is_verb(blow.head) or not syntax.is_passive(blow.head):
        return None
    near = [t for p in ("in", "by", "during") for t in syntax.prepositional(blow.head, p) if lemma(t) not in LONG]
    deeds = (by_token.get(t.i) for t in near)
    return next((d for d in deeds if d is not None and d.type == "ASSAULT" and d is not blow and d.cause is None), None)
