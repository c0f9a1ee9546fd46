"""Two words for one act are one telling: "the decision to permit", "provided aid", "the blast killed two nuns"."""

from __future__ import annotations

from sayso.codebook import syntax
from sayso.codebook.match import lemma
from sayso.extract._telling.telling import Telling

#: How far after "decision" its infinitive may begin.
INFINITIVE = 10
#: Verbs of which a meeting is the object.
CONVENING = frozenset({"convene", "host", "attend", "hold", "open"})
#: Verbs by which a decision comes about.
ADOPTING = frozenset({"adopt", "pass", "issue", "sign", "enact", "promulgate", "decree", "deliver", "hand", "publish"})
USING = frozenset({"use", "employ", "fire", "launch"})
#: Types of acts that are made of such acts.
MADE_OF = frozenset({"PROTEST", "CONSULT", "COOPERATE"})
#: Modes of whose nouns some are the weapons themselves ("bomb", "land mine").
WEAPONS = frozenset({"explosives", "mine", "suicide-attack"})


def one_act(tellings: list[Telling]) -> list[Telling]:
    """The tellings, of which those that only repeat or cause others are gone and have given them what they told."""
    _give_to_causes(tellings)
    kept = _merge_uses(_merge_gifts(_merge_decisions([t for t in tellings if t.cause is None])))
    return _merge_aims(_merge_protests(_without_restated(_merge_nouns(kept))))


def _without_restated(tellings: list[Telling]) -> list[Telling]:
    """ "Arrived in Lima on Monday, his first visit to Peru": the noun says again what the verb told."""
    by_head = {t.head.i: t for t in tellings if t.kind is not None and syntax.is_verb(t.head)}

    def is_restated(telling: Telling) -> bool:
        noun, verb = telling.head, by_head.get(telling.head.head.i)
        beside = noun.dep_ in ("appos", "parataxis") and noun.i > noun.head.i and not syntax.is_verb(noun)
        own = any(c.tag_ == "PRP$" for c in syntax.children(noun, "nmod:poss"))
        return beside and own and verb is not None and (telling.type, telling.mode) == (verb.type, verb.mode)

    return [telling for telling in tellings if not is_restated(telling)]


def _merge_decisions(tellings: list[Telling]) -> list[Telling]:
    """ "The decision to permit …" is one act: the noun gives its decider to the verb and goes."""
    by_head = {t.head.i: t for t in tellings if t.type == "DECIDE" and t.mode is not None}
    dropped = set()
    for telling in tellings:
        if telling.type != "DECIDE" or (telling.mode is not None and lemma(telling.head) != "vote"):
            continue
        inner = _decided(telling, by_head)
        if inner is not None:
            inner.actors = inner.actors or telling.actors
            inner.decision = telling
            inner.tokens = tuple(sorted({*telling.tokens, *inner.tokens}, key=lambda t: t.i))
            dropped.add(id(telling))
    return [t for t in tellings if id(t) not in dropped]


def _decided(decision: Telling, by_head: dict[int, Telling]) -> Telling | None:
    """The telling in the infinitive of the decision: "decision to permit", "decision by the cabinet to permit"."""
    inner = next((by_head[c.i] for c in decision.head.children if c.i in by_head and c.dep_ in ("acl", "xcomp")), None)
    if inner is not None:
        return inner
    reach = decision.head.doc[decision.head.i + 1 : decision.head.i + INFINITIVE]
    return next((by_head[t.i] for t in reach if t.i in by_head and t.nbor(-1).lower_ == "to"), None)


def _merge_gifts(tellings: list[Telling]) -> list[Telling]:
    """ "Provided aid" is one act of giving: the noun that is what is given goes."""
    given = {t.i: telling for telling in tellings if telling.type == "AID" for t in telling.instruments}
    kept = []
    for telling in tellings:
        giving = given.get(telling.head.i)
        if giving is None or giving is telling or telling.type != "AID":
            kept.append(telling)
            continue
        giving.actors = giving.actors or telling.actors
        giving.recipients = giving.recipients or telling.recipients
    return kept


def _merge_nouns(tellings: list[Telling]) -> list[Telling]:
    """ "Convened a session", "hosted talks" are one meeting, "adopted a resolution" one decision, "handed him a
    sentence of five years" is one sentence: the noun gives its sides to the verb and goes.
    """
    by_head = {t.head.i: t for t in tellings if _takes_noun(t)}
    kept = []
    for telling in tellings:
        verb = by_head.get(telling.head.head.i)
        if (
            verb is None
            or verb is telling
            or telling.type != verb.type
            or telling.head.dep_ not in ("obj", "nsubj:pass")
        ):
            kept.append(telling)
            continue
        verb.tokens = tuple(sorted({*verb.tokens, *telling.tokens}, key=lambda t: t.i))
        verb.frame = telling.frame if verb.mode == "visit" else verb.frame
        verb.actors = verb.actors or telling.actors
        verb.recipients = verb.recipients or telling.recipients
    return kept


def _takes_noun(telling: Telling) -> bool:
    """A verb of convening, of making a decision, or of a court that sentences."""
    if telling.type == "CONSULT":
        return lemma(telling.head) in CONVENING
    if telling.type == "DECIDE":
        return lemma(telling.head) in ADOPTING
    return (telling.type, telling.mode) == ("SANCTION", "convict") and syntax.is_verb(telling.head)


def _merge_uses(tellings: list[Telling]) -> list[Telling]:
    """ "A strike using rockets" is one assault: its means are the strike's; "attacked with bombs" needs no "bombs"."""
    assaults = {t.head.i: t for t in tellings if t.type == "ASSAULT"}
    using = {one.i: t for t in tellings if t.type is not None for one in t.instruments if one not in t.tokens}
    kept = []
    for telling in tellings:
        main = using.get(telling.head.i)
        if main is not None and telling.type == "ASSAULT" and telling.mode in WEAPONS:
            _give(telling, main)
            continue
        main = assaults.get(telling.head.head.i) if telling.head.tag_ == "VBG" else None
        if main is None or main is telling or telling.type != "ASSAULT" or lemma(telling.head) not in USING:
            kept.append(telling)
        else:
            main.instruments += [t for t in telling.instruments if t not in main.instruments]
    return kept


def _merge_protests(tellings: list[Telling]) -> list[Telling]:
    """ "Went on strike in protest at the budget", "resigned in protest": how it was meant, and no protest beside it."""
    by_head = {t.head.i: t for t in tellings if t.kind is not None}
    kept = []
    for telling in tellings:
        bare = not syntax.children(telling.head, "det", "amod", "nmod:poss")
        how = telling.type == "PROTEST" and bare and syntax.case_of(telling.head).split(" ")[0] == "in"
        above = (by_head[t.i] for t in telling.head.ancestors if how and t.i in by_head)
        main = next(above, None)
        if main is None:
            kept.append(telling)
        elif main.type == "PROTEST":
            main.recipients = main.recipients or telling.recipients
    return kept


def _merge_aims(tellings: list[Telling]) -> list[Telling]:
    """ "Flew to visit troops", "burned flags to protest against it", "cooperate in building a joint fleet", "rallied in
    a demonstration": what one does something for or in, if that is another word for it, goes.
    """
    by_head = {t.head.i: t for t in tellings if t.type in MADE_OF and syntax.is_verb(t.head)}
    kept = []
    for telling in tellings:
        main = by_head.get(telling.head.head.i)
        same = main is not None and main is not telling and (telling.type, telling.mode) == (main.type, main.mode)
        if main is None or not same or not _is_aim(telling, main):
            kept.append(telling)
        else:
            _give(telling, main)
    return kept


def _is_aim(telling: Telling, main: Telling) -> bool:
    """Whether it stands under the other as what that is for or in; a visit that has a goal is one beside that, and so
    is what two met to discuss.
    """
    head = telling.head
    if main.type == "CONSULT" and (main.mode != "visit" or main.recipients):
        return False
    aim = head.tag_ == "VB" and head.dep_ in ("advcl", "xcomp") and head.i > 0
    within = syntax.case_of(head) == "in" or any(c.lower_ == "in" for c in syntax.children(head, "mark"))
    return aim or (within and main.mode != "visit")


def _give_to_causes(tellings: list[Telling]) -> None:
    """What only the effect tells ("the blast killed two nuns") goes to its cause."""
    for telling in tellings:
        cause = telling.cause
        if cause is None or (telling.kind is None and not telling.tolls):
            continue
        _give(telling, cause)


def _give(telling: Telling, main: Telling) -> None:
    """What only the one telling has, the other has too."""
    main.recipients = main.recipients or telling.recipients
    main.actors = main.actors or [t for t in telling.actors if t not in main.tokens]
    main.instruments += [t for t in telling.instruments if t not in main.instruments]
    main.tolls += [toll for toll in telling.tolls if toll not in main.tolls]
