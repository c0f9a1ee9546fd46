"""Tolls: how many were killed, injured, missing, captured, displaced, by group and scope, on the event that caused it.

Conventions (docs/tolls.md): the words are kept; each group counted has a toll of its own ("11, including two children"
gives two); "killed or wounded" counts for both; a toll that runs ("has risen to 15", "since January") is `cumulative`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Literal

import msgspec
from spacy.tokens import Token

from sayso.codebook import syntax, tolls
from sayso.codebook.compared import is_compared_over
from sayso.codebook.match import lemma
from sayso.extract._counting.around import is_effect, leaving
from sayso.extract._counting.causes import Causes
from sayso.extract._counting.count import Count
from sayso.extract._counting.counts import BODIES, FOUND, LIVES, SEIZED, SUBJECT_VERBS, counts
from sayso.extract._counting.harmed import CASUALTIES, NOUNS, OBJECT_VERBS
from sayso.extract._counting.mishaps import is_of_mishap, tell_again
from sayso.extract._counting.one_person import is_one_person
from sayso.extract._counting.parts import behind_colon, groups, share_of
from sayso.extract._counting.people import is_people
from sayso.extract._counting.running import TOLLS
from sayso.extract._counting.victims import Victims, tells_death
from sayso.extract._counting.wars import is_of_war
from sayso.extract._counting.who_counted import who_counted
from sayso.extract._sides.counted import is_some_of_them
from sayso.extract._sides.phrases import called, named_beside, phrase_of, through_partitive
from sayso.extract._telling.telling import HARMS, TAKEN, Telling
from sayso.extract.attribution import chain_of
from sayso.model import Effect, Link, Mention, Quantity, Spans, Statement, Toll

if TYPE_CHECKING:
    from sayso.digest.digest import Digest

#: Things that are counted beside people but are none.
NOT_PEOPLE = tolls.words("nobody", "things")
#: "over the past month", "this year".
WHILE = frozenset({"past", "last", "this"})
LENGTHS = frozenset({"week", "month", "year", "decade"})
#: "Two years of fighting": what lasts so long; "bringing the toll to 300": sums of more than what the verb tells.
LASTING = tolls.words("running", "lasting")
SUMMING = frozenset({"bring", "raise", "push", "take", "lift", "swell"})
SUMS = tolls.words("running", "sums")
#: How the words before a noun hang in its phrase.
PHRASE = frozenset({"nummod", "amod", "compound", "punct", "det", "advmod", "npadvmod", "obl:npmod", "nmod"})
#: From how many on those harmed, or driven out, are hardly of one deed that nobody names.
MANY_HARMED, MANY_DRIVEN = 1000, 1_000_000
#: "Worldwide", "across the country".
ALL_OVER = frozenset({"worldwide", "nationwide", "globally"})
WHOLE = frozenset({"world", "globe", "country", "nation", "continent"})
#: Units of a number that does not count people ("an 11-year-old boy").
NO_COUNTS = frozenset({"percent", "%", "second", "minute", "hour", "day", "week", "month", "year"})
#: What is told of people alone.
WOUNDED = frozenset({"hurt", "injure", "injured", "wounded"})
NOBODY = frozenset({"nobody", "none", "no one", "one"})


def add_tolls(digest: Digest, tellings: list[Telling], statements: Sequence[Statement]) -> None:
    """Puts every toll of the text on the event that caused it, else on the event of the effect itself."""
    spans = _quantities(digest)
    causes, victims = Causes(digest, tellings), Victims(digest, tellings)
    seen: set[tuple[int, Effect, int]] = set()
    known = {quantity.id: quantity for quantity in digest.quantities}
    found = [*counts(digest.doc), *_by_frames(tellings)]
    last: tuple[Token, Telling] | None = None
    for count in sorted(found, key=lambda one: one.cared):
        if _nearly(count.cue):
            continue
        own = causes.of(count)
        counted = [who for who in groups(count) if _counted(who, spans) or victims.named(who) is not None]
        counted += [who for who in _listed(count, spans) if who not in counted]
        alone = _may_be_earlier(count, counted, own, causes, spans)
        earlier = causes.before(count) or _counted_on(last, count, causes) if alone else None
        if (dead := victims.died_of(count, own)) is not None:
            earlier, counted = dead[0], [w for w in counted if w.pos_ != "PRON" or _quantity_of(w, spans)] or [dead[1]]
        telling = earlier or own
        if telling is None and any(_quantity_of(who, spans) or (count.plain and is_one_person(who)) for who in counted):
            telling = causes.told_by(count)
        if earlier is None and own is not None and (clash := causes.clash_of(count, own)) is not None:
            own.effect_of = clash
        if telling is None or causes.undone(count) or (count.cared and telling.type not in (None, "ASSAULT")):
            continue
        said = _told_by(digest, statements, count) if earlier is not None or count.running else None
        if earlier is not None:
            last = (count.cue, earlier)
            if own is not None and not count.cared and (own.kind is None or own is causes.telling_at(count.cue)):
                own.effect_of = earlier
        elif count.effect == "killed" and (lemma(count.cue) in LIVES or count.cue.pos_ == "NOUN"):
            causes.belongs(count, telling)
        counted = _people_of(count, counted, telling, spans, known)
        literal = count.plain or telling.kind is not None or _is_sure(count.cue) or is_of_mishap(count.cue)
        for who in counted:
            key = (id(telling), count.effect, who.i)
            if key not in seen and ((literal and not _is_negated(count.cue)) or _quantity_of(who, spans)):
                seen.add(key)
                toll = _toll(digest, count, who, spans, said, victims.named(who))
                alone = telling.head.i == count.cue.i
                telling.tolls = _without_dead(telling.tolls, toll)
                telling.tolls.append(_summed(toll, known) if alone else toll)
                _did_nothing(who, count, (telling, causes.telling_at(count.cue)))
    tellings.extend(causes.made)
    tell_again(tellings, digest)


def _without_dead(tolls: Iterable[Toll], toll: Toll) -> list[Toll]:
    """The tolls without the wound of one who died of it: "shot in the neck", "succumbed to his wounds"."""
    dead = toll.effect == "killed" and toll.one
    return [t for t in tolls if not (dead and t.one and t.effect == "injured" and t.who == toll.who)]


def _told_by(digest: Digest, statements: Sequence[Statement], count: Count) -> tuple[Link, ...] | None:
    """On whose word the group is counted, where another sentence than the deed's tells it."""
    said = chain_of(digest, statements, (count.cue.idx, count.cue.idx + len(count.cue)))
    return said or who_counted(digest, count)


def _people_of(
    count: Count, counted: list[Token], deed: Telling, spans: dict[int, Quantity], known: Mapping[str, Quantity]
) -> list[Token]:
    """Those counted who are people, where the verb takes things too ("seized nine boats", "took ovens to hospital")."""
    if lemma(count.cue) in SEIZED and deed.mode not in TAKEN:
        counted = [who for who in counted if deed.mode == "seize" and is_people(who)]
    if count.cared:
        counted = [who for who in counted if who.pos_ == "NUM" or is_people(through_partitive(who))]
        counted = [who for who in counted if not _is_of_injured(_quantity_of(who, spans), deed, known)]
    return counted


def _counted_on(last: tuple[Token, Telling] | None, count: Count, causes: Causes) -> Telling | None:
    """The deed whose dead the sentence before counts: "A mayor put the dead at 79. Thirty-eight people were hurt." """
    if last is None or count.running or last[0].sent.end != count.cue.sent.start:
        return None
    return last[1] if causes.may_go_on(count, last[1]) else None


def _is_sure(cue: Token) -> bool:
    """ "Died"; "was found dead"; "fell to their deaths"; "was injured", by whatever."""
    return (
        lemma(cue) in SUBJECT_VERBS
        or (lemma(cue) in WOUNDED and not _is_harmed_by_words(cue))
        or (lemma(cue) == "death" and cue.dep_ != "nsubj")  # not "the death of a nurse shocked the town"
        or cue.lower_ == "dead"
        or (lemma(cue) in BODIES and lemma(cue.head) in FOUND)
        or tells_death(cue)
        or (NOUNS.get(lemma(cue)) == "killed" and syntax.case_of(cue) == "to")
    )


def _is_of_injured(number: Quantity | None, telling: Telling, known: Mapping[str, Quantity]) -> bool:
    """Whether those in the care of doctors are part of the injured that the event has already."""
    hurt = (known[toll.quantity] for toll in telling.tolls if toll.effect == "injured" and toll.quantity)
    return any(number is None or _least(number) <= _least(one) for one in hurt)


def _least(quantity: Quantity) -> float:
    return quantity.low or quantity.best or quantity.high or 0


def _by_frames(tellings: Iterable[Telling]) -> Iterator[Count]:
    """What verbs did to their objects that the table of tolls does not have, but the codebook: "rounded up nine"."""
    for telling in tellings:
        effect = telling.frame.toll if telling.frame is not None else None
        if effect is not None and syntax.is_verb(telling.head) and lemma(telling.head) not in OBJECT_VERBS:
            found = syntax.logical_objects(telling.head)
            # not "at one point" of "at one point he was held"
            found = [who for who in found if who not in telling.tokens and not syntax.case_of(who)]
            yield from (Count(effect, telling.head, who) for who in found)


def _is_harmed_by_words(cue: Token) -> bool:
    """ "Was hurt by the remark", "by going personal"."""
    return lemma(cue) == "hurt" and any(t.lower_ == "by" for c in cue.children for t in (c, *c.children))


def _is_negated(cue: Token) -> bool:
    """ "The driver was not injured"."""
    return any(c.lower_ in ("not", "n't", "never") for c in cue.children)


def _nearly(cue: Token) -> bool:
    """ "Nearly died", "almost killed him"."""
    return syntax.is_verb(cue) and any(c.lower_ in ("nearly", "almost") and c.dep_ == "advmod" for c in cue.children)


def _may_be_earlier(
    count: Count, counted: Sequence[Token], own: Telling | None, causes: Causes, spans: dict[int, Quantity]
) -> bool:
    """Whether the toll may be of what a sentence before told: people in number, nothing beside them that did it."""
    if not any(_quantity_of(who, spans) for who in counted[:1]) or (own is not None and own.cause is not None):
        return False
    if count.running and _is_sum(count.cue):
        return False
    at_cue = causes.telling_at(count.cue)
    if at_cue is not None and at_cue.cause is not None:  # "… and nine were hurt": of the mishap of its own sentence
        return False
    return (count.running or not _is_over_time(count)) and causes.stands_alone(count)


def _listed(count: Count, spans: dict[int, Quantity]) -> list[Token]:
    """The parts that a list behind a colon counts, where they make up the whole."""
    whole, parts = _quantity_of(count.who, spans), behind_colon(count)
    numbers = [found.best if (found := _quantity_of(part, spans)) is not None else None for part in parts]
    return parts if whole is not None and whole.best == sum(one or 0 for one in numbers) else []


def _is_sum(toll: Token) -> bool:
    """ "The cumulative toll", "the toll since 7 May": of more than what was told last."""
    after = any(syntax.case_of(c) == "since" and c.pos_ in ("PROPN", "NUM") for c in syntax.children(toll, "nmod"))
    return after or any(lemma(c) in SUMS for c in syntax.children(toll, "amod"))


def _did_nothing(who: Token, count: Count, tellings: Iterable[Telling | None]) -> None:
    """Those killed or hurt, and the word of the toll, are no actors of it; but in a clash both sides act, and "the
    injured" may be helped.
    """
    victims = {who.i, through_partitive(who).i, count.cue.i}
    for telling in tellings:
        if telling is not None and telling.mode != "clash" and count.effect in HARMS:
            telling.actors = [actor for actor in telling.actors if actor.i not in victims]
            hurt = telling.type != "AID"
            telling.recipients = [one for one in telling.recipients if not hurt or one.i != count.cue.i]


# ---- how many


def _quantities(digest: Digest) -> dict[int, Quantity]:
    """Quantities by the tokens inside their spans."""
    found: dict[int, Quantity] = {}
    for quantity in digest.quantities:
        span = digest.doc.char_span(*quantity.spans[0], alignment_mode="expand")
        unit = (quantity.unit or "").partition(" ")[0]
        if span is not None and unit not in NO_COUNTS:
            found.update(dict.fromkeys(range(span.start, span.end), quantity))
    return found


def _counted(who: Token, spans: dict[int, Quantity]) -> bool:
    """Whether people are counted or told of: a number of people, a name of a person, a noun for people."""
    if who.lower_ == "none":  # "none of the soldiers"
        return who.i in spans
    inner = through_partitive(who)
    if inner.ent_type_ in ("person", "nationality"):
        return True
    if inner.pos_ == "PRON":
        if inner.i != who.i and _quantity_of(who, spans) is not None:  # "two of them"
            return True
        return inner.lower_ in NOBODY and _quantity_of(inner, spans) is not None
    if inner.ent_type_ or inner.pos_ not in ("NOUN", "PROPN", "NUM", "ADJ"):
        return False
    if lemma(inner) in NOT_PEOPLE:
        return False
    if _quantity_of(who, spans) is not None and (inner.pos_ == "NUM" or who.i in spans):
        return True
    return is_people(inner) or lemma(inner) in NOUNS or inner.lower_ in NOUNS or lemma(inner) in CASUALTIES | TOLLS


def _toll(
    digest: Digest, count: Count, who: Token, spans: dict[int, Quantity], said: tuple[Link, ...] | None,
    named: Mention | None,
) -> Toll:  # fmt: skip
    quantity = _quantity_of(who, spans)
    was = _quantity_of(count.was, spans) if count.was is not None else None
    inner = called(named_beside(through_partitive(who)))
    phrase = phrase_of(inner if quantity is None or spans.get(inner.i) is quantity else who)
    if count.running and who.pos_ == "NUM":  # "eight" of "raised to eight the number of dead"
        phrase = who.doc[who.i : who.i + 1]
    phrase = phrase[:1] if is_some_of_them(inner) else phrase
    if phrase[0].lower_ == "whose" and len(phrase) > 1:
        phrase = phrase[1:]
    share = share_of(who)
    start, end = phrase.start_char if share is None else share.idx, phrase.end_char
    if quantity is not None and quantity.spans[0][0] <= end and start <= quantity.spans[-1][1]:
        start, end = min(start, quantity.spans[0][0]), max(end, quantity.spans[-1][1])
    where: Spans = ((start, end),) if named is None else named.spans
    return Toll(
        effect=count.effect,
        who=digest.report.text[start:end] if named is None else named.text,
        quantity=quantity.id if quantity else None,
        scope=_scope(count) if quantity is not None or who.tag_ not in ("NN", "NNP") else "event",
        spans=where,
        was=was.id if was else None,
        according_to=said,
        one=quantity is None and (named is not None or is_one_person(inner)),
    )


def _summed(toll: Toll, known: Mapping[str, Quantity]) -> Toll:
    """ "1,680 rebels were killed", "14,000 died": so many, told with no deed that did it, are of many."""
    number = known.get(toll.quantity or "")
    if number is None or _least(number) < (MANY_DRIVEN if toll.effect == "displaced" else MANY_HARMED):
        return toll
    return msgspec.structs.replace(toll, scope="cumulative")


def _quantity_of(who: Token, spans: dict[int, Quantity]) -> Quantity | None:
    share = share_of(who)
    if share is not None:  # "three of them officers"
        return spans.get(share.i)
    if who.i in spans:
        return spans[who.i]
    for child in who.children:
        if (
            child.i in spans
            and child.i < who.i
            and child.dep_ in ("nummod", "amod", "compound", "det", "advmod", "nmod")
        ):
            return spans[child.i]
    first = who.left_edge  # "three 16-year-old girls"
    if first.pos_ == "NUM" and first.i in spans and all(t.dep_ in PHRASE for t in who.doc[first.i : who.i]):
        return spans[first.i]
    inner = through_partitive(who)  # "a total of 77 people"
    return _quantity_of(inner, spans) if inner.i != who.i else None


def _scope(count: Count) -> Literal["event", "cumulative"]:
    """`cumulative` where a toll runs over time: "since January", "over the past month", "so far", of a war."""
    clause = _words_of(count)
    so_far = any(a.lower_ == "so" and a.nbor().lower_ == "far" for a in clause[:-1])
    return "cumulative" if count.running or so_far or _is_over_time(count) else "event"


def _is_over_time(count: Count) -> bool:
    """Whether it is of more than one event; "18 people have died so far" may be of one."""
    clause, verb = _words_of(count), _verb_of(count)
    own = {verb.i, verb.head.i} if verb.dep_ == "conj" else {verb.i}
    # not "have since been freed", nor "the worst since nine were killed"
    since = any(_is_since(a) and a.head.i not in own for a in clause)
    all_over = any(t.lower_ in ALL_OVER or _is_all_over(t) for t in clause)
    return (
        since
        or all_over
        or is_of_war(verb)
        or any(_is_while(t) for t in clause if lemma(t) in LENGTHS | {"day", "period"})
    )


def _is_all_over(place: Token) -> bool:
    """ "Around the world", "across the country"."""
    return lemma(place) in WHOLE and syntax.case_of(place) in ("around", "across", "throughout")


def _is_since(word: Token) -> bool:
    """ "Since May", but that of "the worst raid since May"."""
    return word.lower_ == "since" and word.dep_ != "advmod" and not is_compared_over(word.head)


def _verb_of(count: Count) -> Token:
    if (left := leaving(count.cue)).i != count.cue.i:
        return left
    return count.cue if syntax.is_verb(count.cue) else count.cue.head


def _words_of(count: Count) -> list[Token]:
    """The words of the clause, of "killed nine and hurt 30 since May" those of both; not "bringing the toll to 300"."""
    verb = _verb_of(count)
    first = verb.head if verb.dep_ == "conj" and syntax.is_verb(verb.head) and is_effect(verb.head) else verb
    sums = {t.i for c in first.subtree if c.dep_ == "advcl" and lemma(c) in SUMMING for t in c.subtree}
    return [t for t in first.subtree if t.i not in sums or verb.i in sums]


def _is_while(length: Token) -> bool:
    """ "Over the past month", "this year", "in the first six months", "a week of riots"; "last month" and "this year's
    flood" are when it was.
    """
    words = {c.lower_ for c in length.children}
    if any(syntax.case_of(c) == "of" and lemma(c) in LASTING for c in syntax.children(length, "nmod")):
        return True
    if length.dep_ in ("nummod", "nmod:poss") or is_compared_over(length):
        return False
    if "last" in words and "the" not in words:
        return False
    if "first" in words and length.tag_ == "NNS" and syntax.case_of(length) in ("in", "during", "over"):
        return True
    if lemma(length) == "period":
        return bool(words & {"same", "that", "this"})
    return "past" in words or (
        lemma(length) not in ("week", "day") and bool(words & WHILE) and length.dep_ != "compound"
    )
