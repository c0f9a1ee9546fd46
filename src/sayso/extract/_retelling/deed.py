"""The violence that "the attack" and "the raid" take up, with nothing on them to tell them from it.

Such a noun means the one deed that was told by a word of its own root ("ambushed", "the ambush"), "that attack" the one
just told. Else it is the deed of the first sentences, unless violence of another day or place was told since that it
may mean as well.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import islice

from spacy.tokens import Token

from sayso.codebook import syntax
from sayso.codebook.compared import is_compared, is_pointed_to
from sayso.codebook.match import TIMES, lemma
from sayso.codebook.roots import root
from sayso.codebook.tree import dates_another
from sayso.codebook.words import word_list
from sayso.extract._retelling.again import FURTHER, NAMED, names_before, takes_up
from sayso.extract._telling.telling import FROM_AFAR, TAKEN
from sayso.extract._telling.told import ALIKE, Told, apart, is_of_another_time
from sayso.model import HAPPENED, Toll

#: Nouns for violence of any kind, and for one kind of it.
DEEDS = word_list("same_deeds")
#: Verbs of taking, of closing in, and of other force.
TAKING = word_list("same_taking")
CLOSING_IN = word_list("same_closing_in")
ROUGH = word_list("same_rough") | TAKING | CLOSING_IN
#: Plurals that may be of one deed.
ALSO_ONE = frozenset({"killings"})
#: Types of deeds without violence of which "the seizure", "the ban" tells the one that was told by its verb.
DONE = frozenset({"COERCE", "CONTROL", "SANCTION", "RETREAT", "PROTEST", "AID", "CONCEDE"})
#: Nouns for what two sides do to each other, of which many may be one.
FIGHTING = frozenset({"clash", "battle", "hostility", "fighting"})
#: Verbs with which violence is laid on somebody, and words that only say when.
BLAMING = frozenset({"blame", "pin"})
HOURS = TIMES | {"a.m.", "p.m.", "am", "pm", "local", "gmt", "o'clock"}
#: Conjunctions of a clause that only dates another deed, and how far above a word its clause may begin.
DATING = frozenset({"after", "before", "since"})
HIGH = 3
#: Words that point to the deed just told.
POINTING = frozenset({"that", "same"})
#: Under what a deed stands in which somebody was harmed.
IN_IT = frozenset({"in", "during", "by", "from"})
#: Nouns for blows from afar.
BOMBINGS = frozenset({"bombing", "bombardment"})
#: Nouns for violence that killed, and those of them that killed many.
KILLINGS = frozenset({"massacre", "killing", "slaughter", "bloodbath", "carnage", "murder", "assassination", "slaying"})
MASSACRES = frozenset({"massacre", "slaughter", "bloodbath", "carnage"})
#: What may hang on the noun without telling it from another.
BARE = frozenset({"det", "case", "punct", "mark", "nsubj", "cop", "advmod", "aux", "cc", "conj", "appos"})
#: How many sentences on other violence may be meant instead.
JUST_TOLD = 3
#: Words of a sentence that tell another deed than the one before.
ELSEWHERE = word_list("same_elsewhere")


def is_deed(one: Told, lead: int) -> bool:
    """Whether it is violence that the first sentences tell, done by a verb or told by a noun of one deed."""
    head = one.telling.head
    told = one.event.type == "ASSAULT" and one.event.status in HAPPENED and head.i < lead
    return told and one.telling.about is None and not (head.pos_ in ("NOUN", "PROPN") and head.tag_ == "NNS")


def just_told(before: Iterable[Told], later: Told) -> str | None:
    """The id of the violence of its sentence or the one before, which "that attack" and "the same attack" take up,
    whatever time the words beside the noun tell of; also where only a verb without a type tells it.
    """
    noun = later.telling.head
    if not (_is_bare(later) and any(c.lower_ in POINTING and c.dep_ in ("det", "amod") for c in noun.children)):
        return None
    ends = {noun.sent.start, noun.sent.end}
    just = [one for one in before if one.telling.head.sent.end in ends and one.event.status in HAPPENED]
    told = (one for one in just if one.event.type == "ASSAULT" and one.telling.cause is None and _alike(one, later))
    return next((one.event.id for one in (*told, *filter(is_rough, just))), None)


def told_in_its_sentence(before: Iterable[Told], later: Told, first: Mapping[str, str]) -> str | None:
    """The id of the one deed that a clause before it in its sentence tells, which "…; three died in the fighting" takes
    up.
    """
    noun = later.telling.head
    clause = next((t for t in noun.ancestors if t.dep_ in ("parataxis", "conj") and syntax.is_verb(t)), None)
    violent = later.event.type == "ASSAULT" and lemma(noun) in DEEDS | FIGHTING and is_alone(later)
    if clause is None or not violent or syntax.case_of(noun) not in IN_IT or not syntax.children(noun, "det"):
        return None
    told = (one for one in before if one.event.sentence == later.event.sentence and one.event.type == "ASSAULT")
    told = (one for one in told if one.event.status in HAPPENED and one.telling.cause is None)
    apart_ = (one for one in told if syntax.is_verb(one.telling.head) and not clause.is_ancestor(one.telling.head))
    fights = lemma(noun) in FIGHTING
    return only_event((o for o in apart_ if _alike(o, later) or (fights and _is_fight(o))), first)


def _is_fight(deed: Told) -> bool:
    """ "Exchanged fire with them"; no abduction."""
    return deed.event.mode not in TAKEN


def told_in_its_kind(before: Iterable[Told], later: Told) -> str | None:
    """The id of the violence of the sentence before, which "the bombing" takes up where it was of that kind."""
    if not (later.event.mode and _is_bare(later)):
        return None
    start = later.telling.head.sent.start
    just = (one for one in before if one.event.type == "ASSAULT" and one.telling.head.sent.end == start)
    just = (one for one in just if one.event.mode is not None and one.telling.cause is None)
    return next((one.event.id for one in just if _alike(one, later)), None)


def is_rough(deed: Told) -> bool:
    """Whether a verb without a type tells of force: "the gang burned 60 houses", "boarded a tanker"."""
    rough = any(lemma(token) in ROUGH for token in deed.telling.tokens)
    return rough and deed.event.type is None and deed.event.status in HAPPENED and is_done_to_it(deed)


def is_rough_main(one: Told, lead: int) -> bool:
    """Whether it is force that the first sentences tell by a verb without a type."""
    return one.telling.head.i < lead and is_rough(one)


def told_roughly(main: Told | None, later: Told) -> str | None:
    """The id of the force that the first sentences tell by a verb without a type, which "the attack" takes up where
    they tell no violence.
    """
    if main is None or not _is_bare(later) or not _fits(main, later):
        return None
    taken = later.event.mode in TAKEN
    fits = not taken or any(lemma(token) in TAKING for token in main.telling.tokens)
    return main.event.id if fits and later.event.status in HAPPENED else None


def is_done_to_it(deed: Told) -> bool:
    """Whether a verb tells it, with whom or what it befell."""
    return syntax.is_verb(deed.telling.head) and bool(deed.telling.recipients)


def told_in_its_paragraph(
    before: Iterable[Told], later: Told, first: Mapping[str, str], main: Told | None
) -> str | None:
    """The id of the one deed of the sentence before, in the same paragraph, which "the attack" goes on about; not of a
    blow that the `main` deed may consist of.
    """
    protest = later.event.type == "PROTEST" and is_alone(later)
    if not (protest or _is_bare(later)):
        return None
    near = (one for one in before if sentences_between(one, later) == 1 and not is_parted(one, later))
    told = [one for one in near if _may_go_on(one, later)]
    if main is not None and main not in told:
        told = [one for one in told if _is_another(one, main)]
    return only_event(told, first)


def _is_another(one: Told, main: Told) -> bool:
    """Whether it is of another day or place than the deed that the report is of, or told as another."""
    return _is_elsewhere(one, main) or any(map(_tells_another, one.telling.head.sent))


def is_parted(earlier: Told, later: Told) -> bool:
    """Whether a new paragraph begins between them."""
    doc = later.telling.head.doc
    return "\n" in doc[earlier.telling.head.i : later.telling.head.i].text


def _may_go_on(one: Told, later: Told) -> bool:
    """Whether it is a deed with a sentence of its own, not one that only dates another."""
    head = one.telling.head
    alike = later.event.type == "PROTEST" or _alike(one, later)
    if one.event.type != later.event.type or one.event.status not in HAPPENED or not alike:
        return False
    if (
        one.telling.cause is not None
        or head.tag_ == "NNS"
        or (is_of_somebody(later) and not later.recipients & one.recipients)
    ):
        return False
    clauses = (head, *islice(head.ancestors, HIGH))
    return not any(dates_another(clause, DATING) for clause in clauses)


def told_with_its_dead(before: Iterable[Told], later: Told) -> str | None:
    """The id of the last deed with dead, within a few sentences, which "the massacre" takes up."""
    noun = later.telling.head
    if lemma(noun) not in KILLINGS or not _is_bare(later):
        return None
    deadly = [one for one in before if one.dead or any(_kills(toll, one) for toll in one.event.toll)]
    deadly = [one for one in deadly if one.event.type == "ASSAULT" and one.event.status in HAPPENED]
    deadly = [one for one in deadly if not is_of_somebody(later) or later.recipients & one.recipients]
    if not deadly:
        return None
    last = deadly[0]
    if lemma(noun) in MASSACRES:  # the nearest of those that killed most
        last = max(deadly, key=lambda one: one.deadly)
    return last.event.id if last is not deadly[0] or sentences_between(last, later) <= JUST_TOLD else None


def _kills(toll: Toll, deed: Told) -> bool:
    """Whether it counts dead; "no casualties" are none."""
    return toll.effect == "killed" and (toll.quantity is None or deed.deadly > 0)


def only_event(tellings: Iterable[Told], first: Mapping[str, str]) -> str | None:
    """The id of the one event that they all tell, by its first telling; none where they tell several or none."""
    events = {first.get(one.event.id, one.event.id) for one in tellings}
    return events.pop() if len(events) == 1 else None


def told_in_its_mode(before: Iterable[Told], later: Told, first: Mapping[str, str]) -> str | None:
    """The id of the one deed of its mode that the last sentences told, which "the bombardment" takes up."""
    if later.event.mode is None or not _is_bare(later):
        return None
    near = (one for one in before if one.event.type == "ASSAULT" and one.event.status in HAPPENED)
    near = (one for one in near if one.event.mode is not None and 0 < sentences_between(one, later) <= JUST_TOLD)
    return only_event((one for one in near if _alike(one, later)), first)


def told_of_its_day(before: Iterable[Told], later: Told, main: Told | None, lead: int) -> str | None:
    """The id of the deed that the report is of, if it was on the day of "Saturday's attack", whatever was told of that
    day since the first sentences.
    """
    noun = later.telling.head
    day = any(lemma(c) in TIMES for c in syntax.children(noun, "nmod:poss"))
    if main is None or later.event.type != "ASSAULT" or lemma(noun) not in DEEDS or not day:
        return None
    dated = [one for one in before if one.event.type == "ASSAULT" and one.event.from_ == "words" and _alike(one, later)]
    told_since = dated and dated[0].telling.head.i >= lead
    return main.event.id if told_since and any(one is main for one in dated) else None


def sentences_between(earlier: Told, later: Told) -> int:
    """How many sentences later it is told."""
    between = later.telling.head.doc[earlier.telling.head.i + 1 : later.telling.head.i + 1]
    return sum(bool(token.is_sent_start) for token in between)


def told_in_its_word(
    before: Iterable[Told], later: Told, first: Mapping[str, str], main: Told | None = None
) -> str | None:
    """The id of the one deed told before by a word of the root of "the ambush", of "the detention"; of the `main` one
    its kind before one of another time or place, but for what was just told.
    """
    word = root(lemma(later.telling.head))
    violent = later.event.type == "ASSAULT" and lemma(later.telling.head) in DEEDS
    if not (violent or later.event.type in DONE) or not is_alone(later) or later.telling.head.tag_ == "NNS":
        return None
    told = [one for one in before if one.event.type == later.event.type and one.event.status in HAPPENED]
    same = [one for one in told if root(lemma(one.telling.head)) == word and _alike(one, later)]
    same = [one for one in same if not is_of_somebody(later) or later.recipients & one.recipients]
    same = [one for one in same if one.event.sentence != later.event.sentence]
    just = [one for one in same if sentences_between(one, later) == 1 and not is_parted(one, later)]
    just = [one for one in just if one.telling.head.tag_ != "NNS"]  # not "similar raids"
    if main is not None and not just and main.event.mode == later.event.mode is not None and is_alone(later):
        same = [one for one in same if not _is_elsewhere(one, main)] or ([main] if _fits(main, later) else [])
    return only_event(just or same, first)


def _fits(main: Told, later: Told) -> bool:
    if is_of_somebody(later) and not later.recipients & main.recipients:
        return False
    return not (apart(main, later) or is_of_another_time(main, later))


def told_by_its_name(before: Iterable[Told], later: Told, first: Mapping[str, str]) -> str | None:
    """The id of the one event of its type told with the name by which "the [Town] attack" goes."""
    name = names_before(later.telling.head)
    if not name or later.event.type not in NAMED or not takes_up(later.telling) or later.telling.head.tag_ == "NNS":
        return None
    alike = [one for one in before if one.event.type == later.event.type and _alike(one, later)]
    alike = [one for one in alike if one.telling.head.tag_ != "NNS"]
    named = [one for one in alike if any(t.lower_ in name for t in one.telling.head.subtree)]
    return only_event((one for one in named if one.event.sentence != later.event.sentence), first)


def ranked_before(before: Iterable[Told], later: Told) -> str | None:
    """The id of the violence just told, of which "it was the third assault since May" says the sort."""
    noun = later.telling.head
    if later.event.type != "ASSAULT" or not is_pointed_to(noun) or not is_compared(noun):
        return None
    near = [one for one in before if one.event.type == "ASSAULT" and 0 < sentences_between(one, later) <= JUST_TOLD]
    near = [one for one in near if one.event.status in HAPPENED and one.telling.cause is None and _alike(one, later)]
    return near[0].event.id if near else None


def is_of(deed: Told, later: Told, since: Iterable[Told], first: Mapping[str, str]) -> bool:
    """Whether "the attack" is the deed; `since`: what was told between them, nearest first."""
    if not _is_bare(later) or not _alike(deed, later):
        return False
    if (later.telling.head.tag_ == "NNS" and lemma(later.telling.head) in FIGHTING) and deed.event.mode != "clash":
        return False
    if is_of_somebody(later) and not later.recipients & deed.recipients:
        return False
    whose = first.get(deed.event.id, deed.event.id)
    others = (other for other in since if first.get(other.event.id, other.event.id) != whose)
    return not any(_may_be_meant(other, later, deed) for other in others)


def _is_bare(later: Told) -> bool:
    """ "The attack", "the cowardly attack"."""
    return later.event.type == "ASSAULT" and lemma(later.telling.head) in DEEDS and is_alone(later)


def is_alone(later: Told) -> bool:
    """A definite noun with no other words on it but of whom it struck."""
    noun = later.telling.head
    if not takes_up(later.telling) or syntax.children(noun, "obj"):
        return False
    if noun.tag_ == "NNS" and noun.lower_ not in ALSO_ONE and lemma(noun) not in FIGHTING:
        return False
    on_it = {t.i for t in (*later.telling.recipients, *later.telling.tokens)}
    for child in noun.children:
        if child.dep_ == "amod" and child.lower_ not in FURTHER and child.pos_ == "ADJ":
            continue
        if child.dep_ not in BARE and child.i not in on_it and not _says_no_more(child):
            return False
    return True


def _says_no_more(child: Token) -> bool:
    return _is_of_the_verb(child) or _is_hour(child) or _is_beside(child)


def _is_beside(clause: Token) -> bool:
    """ "Which began on Monday" of "the clashes, which began on Monday, spread", "in which nine died"; not "which was in
    2019".
    """
    if clause.dep_ != "acl:relcl" or (syntax.children(clause, "cop") and _is_of_time(clause)):
        return False
    words = [t for t in clause.subtree if not t.is_punct]
    return any(t.lower_ == "which" for t in words[:2]) and words[0].i > 0 and words[0].nbor(-1).is_punct


def _is_of_time(word: Token) -> bool:
    """ "In 2019", "two years ago" behind "was"."""
    before = (word, *(c for c in word.children if c.i < word.i))
    return bool(syntax.case_of(word)) or any(lemma(t) in TIMES for t in before)


def _is_of_the_verb(word: Token) -> bool:
    """ "The rebels" of "blamed the attack on the rebels", whatever the parse hangs them on."""
    noun = word.head
    return noun.dep_ == "obj" and lemma(noun.head) in BLAMING and syntax.case_of(word) == "on"


def _is_hour(word: Token) -> bool:
    """ "10:40 a.m." of "the explosion, at 10:40 a.m., …"; a day of its own is compared with the other's."""
    return all(t.pos_ in ("NUM", "ADP", "DET", "PUNCT") or lemma(t) in HOURS for t in word.subtree)


def is_of_somebody(later: Told) -> bool:
    """Whether the noun itself has whom it struck: "the attack on the prison"; not "the raid, in which a cook died"."""
    noun = later.telling.head
    below = {noun.i, *(t.i for child in noun.children if not _is_beside(child) for t in child.subtree)}
    return any(t.i in below for t in later.telling.recipients)


def _alike(deed: Told, later: Told) -> bool:
    modes = {deed.event.mode, later.event.mode}
    if lemma(later.telling.head) in BOMBINGS and deed.event.mode in FROM_AFAR:
        return True
    return len(modes) == 1 or None in modes or modes in ALIKE


def _may_be_meant(other: Told, later: Told, deed: Told) -> bool:
    """Whether other violence was told so shortly before that it may be taken up: of another day or place, or told as
    another; blows that the deed may consist of are not, nor "similar attacks".
    """
    if other.event.type != "ASSAULT" or other.event.status not in HAPPENED or not _alike(other, later):
        return False
    head = other.telling.head
    if head.tag_ == "NNS" and any(c.lower_ in FURTHER for c in syntax.children(head, "amod")):
        return False
    near = sentences_between(other, later) <= JUST_TOLD
    return near and _is_another(other, deed)


def _tells_another(word: Token) -> bool:
    """ "Elsewhere", "earlier"; not "before" of "burned three lorries before leaving"."""
    goes_on = word.dep_ == "mark" and word.head.tag_ == "VBG"
    return word.lower_ in ELSEWHERE and not goes_on


def _is_elsewhere(other: Told, deed: Told) -> bool:
    a, b = other.event, deed.event
    unknown = other.where is not None and deed.where is None
    undated = a.from_ == b.from_ == "words" and a.start is None and b.start is None and a.time != b.time
    return unknown or undated or apart(other, deed) or is_of_another_time(other, deed)
