"""What the parser gets wrong where words stand between who does it and the verb: in notes of a month ("The army 12 May
took the hill") the day is none of the army's, in "had, after a vote, left" the first word helps the last, and in
"rejected the claim, made by Togo, that its ships fled" it is the claim that says so.
"""

from __future__ import annotations

from sayso.codebook.grammar import HAVE, TOLD
from sayso.codebook.words import word_list
from sayso.digest._model.parse import ANY_SUBJECT, SUBJECTS, Parse

MONTHS = word_list("mend_months")
#: What a clause says that begins with "that" behind one of them.
CLAIMS = word_list("mend_claims")
#: Relations of words to a noun behind them, which whoever takes its place keeps.
LEADING = frozenset({"det", "amod", "nmod:poss", "nummod", "case"})
DASHES = frozenset("-–—")
#: Words of a day, at the most ("30 April-2 May").
LONGEST = 6
#: A thing, and who did something to it.
BOTH = 2
#: How far apart a verb and what helps it may stand.
APART = 14


def hang_between(parse: Parse) -> None:
    """Hangs bare days, verbs split by an aside, and what claims say where they belong."""
    for verb in range(1, len(parse)):
        if parse.tags[verb] in TOLD:
            _hang_day(parse, verb)
            _hang_split(parse, verb)
    for clause in parse.labelled("advcl", "acl:relcl", "ccomp"):
        _hang_claimed(parse, clause)
    for clause in parse.labelled("parataxis", "conj"):
        _hang_bare_relative(parse, clause)
    for cop in parse.labelled("cop"):
        _hang_behind(parse, cop)


def _hang_day(parse: Parse, verb: int) -> None:
    """ "12 May" of "The army 12 May took the hill" hangs on the verb, and the noun before it is the verb's subject."""
    end = verb - 1 if parse.tags[verb - 1] == "RB" else verb
    start = end
    while start > 1 and end - start < LONGEST and _is_of_day(parse, start - 1):
        start -= 1
    words = range(start, end)
    noun = start - 1
    dated = any(parse.low[i] in MONTHS for i in words) and any(parse.tags[i] == "CD" for i in words)
    if not dated or parse.parts[noun] not in ("NOUN", "PROPN", "ADJ") or parse.low[noun] in MONTHS:
        return
    read = [i for i in words if parse.labels[i] in ("nsubj", "nsubj:pass") and parse.heads[i] == verb]
    if read:
        _take_place(parse, read[0], noun, verb)
    day = next(i for i in words if parse.tags[i] == "CD")
    for i in words:
        if i != day and parse.heads[i] not in words:
            parse.hang(i, day, "nmod:unmarked")
    parse.hang(day, verb, "obl:unmarked")


def _is_of_day(parse: Parse, word: int) -> bool:
    return parse.tags[word] == "CD" or parse.low[word] in MONTHS or parse.forms[word] in DASHES


def _take_place(parse: Parse, day: int, noun: int, verb: int) -> None:
    """The noun that was hung on the day becomes the subject in its place, with what stood before the day."""
    label = parse.labels[day]
    top = noun
    while parse.heads[top] != day and parse.heads[top] < day and parse.heads[top] != top:
        top = parse.heads[top]
    for i in parse.children(day):
        if i < day and i != top:
            parse.hang(i, top, parse.labels[i] if parse.labels[i] in LEADING else "compound")
    parse.hang(top, verb, label)


def _hang_split(parse: Parse, helper: int) -> None:
    """ "Had" of "Togo had, after a vote in its senate, left the bloc" helps "left", which takes its place."""
    if parse.low[helper] not in HAVE or parse.forms[helper + 1 : helper + 2] != [","]:
        return
    behind = range(helper + 2, min(helper + APART, len(parse)) - 1)
    comma = next((i for i in behind if parse.forms[i] == ","), None)
    if comma is None or parse.tags[comma + 1] != "VBN" or parse.labels[helper] == "aux":
        return
    verb = comma + 1
    above, label = parse.heads[helper], parse.labels[helper]
    below = [i for i in parse.children(helper) if i != verb]
    parse.hang(verb, verb if above == helper else above, label)
    for i in below:
        parse.hang(i, verb)
    parse.hang(helper, verb, "aux")
    for thing in parse.children(verb, "obl"):
        if thing > verb and not parse.children(thing, "case"):
            parse.hang(thing, verb, "obj")


def _hang_claimed(parse: Parse, clause: int) -> None:
    """ "That its ships fled" of "rejected the claim, made by Togo, that its ships fled" and of "it was found by
    the court that they fled" says what is claimed or established.
    """
    that = [i for i in parse.children(clause) if parse.low[i] == "that" and i < clause]
    above = parse.heads[clause]
    if not that or not above < clause or not parse.children(clause, *SUBJECTS):
        return
    if parse.labels[clause] != "acl:relcl":
        things = [i for i in parse.children(above, "obj") if above < i < clause]
        things += [i for thing in things for i in parse.children(thing, "appos")]
        claims = [i for i in things if parse.low[i] in CLAIMS and i < clause]
        if claims and parse.forms[that[0] - 1] == ",":
            parse.hang(clause, claims[0], "acl")
    elif parse.labels[above] == "obl:agent":
        verb = parse.heads[above]
        if any(parse.low[i] == "it" and i < verb for i in parse.children(verb, "expl", "nsubj:pass")):
            parse.hang(clause, verb, "ccomp")
            parse.hang(that[0], clause, "mark")


def _hang_bare_relative(parse: Parse, clause: int) -> None:
    """ "A tax the judges annulled" behind a comma: of two subjects side by side the first is what the second did it
    to.
    """
    sides = parse.children(clause, "nsubj")
    if len(sides) != BOTH or not sides[0] < sides[1] < clause:
        return
    thing, doer = sides
    led = [i for i in parse.children(thing, "det", "amod") if i < thing]
    start = min([doer, *(i for i in parse.children(doer) if i < doer)])
    plain = bool(led) and parse.low[min(led)] in ("a", "an") and parse.forms[min(led) - 1] == ","
    if plain and start == thing + 1 and not parse.children(clause, "obj", "cc"):
        parse.hang(thing, parse.heads[clause], "appos")
        parse.hang(clause, thing, "acl:relcl")


def _hang_behind(parse: Parse, cop: int) -> None:
    """ "Found at the house were nine rifles": what the participle in front was done to stands behind "were"."""
    noun = parse.heads[cop]
    above = [parse.heads[noun]] if parse.labels[noun] == "parataxis" else []
    front = next((i for i in (*parse.children(noun, "advcl", "acl", "csubj"), *above) if parse.tags[i] == "VBN"), noun)
    if not front < cop < noun or "," in parse.forms[front:cop] or parse.children(front, "mark", *ANY_SUBJECT):
        return
    if any(i != front for i in parse.children(noun, *ANY_SUBJECT)):
        return
    if parse.heads[noun] != front:
        root = parse.heads[noun] == noun
        parse.hang(front, front if root else parse.heads[noun], parse.labels[noun])
    parse.hang(noun, front, "nsubj:pass")
    for i in (cop, *parse.children(noun, "punct")):
        parse.hang(i, front, "aux:pass" if i == cop else "punct")
