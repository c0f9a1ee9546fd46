"""What the parser gets wrong where two words share a plural: "the defence and foreign ministers" are no defence,
"gunmen from the [Name] and [Name] gangs" are from both, "killed 3 and wounded 12 clerks" tells two deeds, and "the
murder of a judge and two of his clerks" one.
"""

from __future__ import annotations

from sayso.codebook.eventive import load_eventive
from sayso.codebook.words import word_list
from sayso.digest._model.parse import Parse

#: Plurals of offices that go by what they are for, and of bodies that go by names.
OFFICES = word_list("mend_offices")
BODIES = word_list("mend_bodies")
SHARED = OFFICES | BODIES
#: What the words before such a plural are.
BEFORE = frozenset({"ADJ", "NOUN", "NUM", "PROPN"})
#: How many of them may stand behind "and".
LONGEST = 4
LEADING = frozenset({"case", "det", "nmod:poss"})
INNER = frozenset({"compound", "flat"})


def hang_joined_sorts(parse: Parse) -> None:
    """The plural takes the place of the word before "and", which is a sort of it."""
    heads, labels = parse.heads, parse.labels
    for noun in range(len(parse)):
        first = _first(parse, noun)
        if first is None:
            continue
        while labels[first] in INNER and heads[first] < noun and heads[first] != first:
            first = heads[first]
        joined = labels[noun] == "conj" and heads[noun] in (first, heads[first])
        beside = labels[noun] == labels[first] and heads[noun] == heads[first]
        if not (joined or beside) or heads[first] == noun:
            continue
        parse.hang(noun, heads[first], labels[first])
        for word in (first, *parse.children(first, *INNER)):
            for i in parse.children(word, *LEADING):
                parse.hang(i, noun)
        parse.hang(first, noun, "compound")


def hang_joined_deeds(parse: Parse) -> None:
    """A verb that was joined to the number before it ("killed 3 and [wounded] 12 clerks") is joined to the verb before
    that, whose object is the number alone.
    """
    for verb in parse.labelled("conj"):
        number = parse.heads[verb]
        noun = parse.heads[number]
        first = parse.heads[noun]
        counted = parse.labels[number] == "nummod" and parse.labels[noun] == "obj" and parse.parts[first] == "VERB"
        if parse.parts[verb] == "VERB" and counted and first < number < verb < noun:
            parse.hang(verb, first)
            parse.hang(number, first, "obj")
            parse.hang(noun, verb)


def hang_joined_counts(parse: Parse) -> None:
    """Some of more that were joined to a deed ("the murder of a judge and [two] of his clerks") are joined to the one
    whom it befell.
    """
    for number in parse.labelled("conj"):
        deed = parse.heads[number]
        some = parse.parts[number] == "NUM" and any(_of(parse, i) for i in parse.children(number, "nmod"))
        told = parse.tags[deed] == "NN" and load_eventive().is_event_noun(parse.low[deed])
        if not some or not told or parse.children(deed, "nummod"):
            continue
        befallen = [i for i in parse.children(deed, "nmod") if deed < i < number and _of(parse, i)]
        if befallen:
            parse.hang(number, befallen[-1])


def _of(parse: Parse, word: int) -> bool:
    return any(parse.low[i] == "of" for i in parse.children(word, "case"))


def _first(parse: Parse, noun: int) -> int | None:
    """The word before "and" that shares the plural, if it may."""
    forms, low, parts = parse.forms, parse.low, parse.parts
    if parts[noun] != "NOUN" or low[noun] not in SHARED:
        return None
    at = noun - 1
    while at > 0 and noun - at <= LONGEST and low[at] != "and" and parts[at] in BEFORE:
        at -= 1
    if at < 1 or low[at] != "and" or at == noun - 1:
        return None
    if low[noun] in BODIES:
        named = any(forms[i][:1].isupper() or forms[i][:1].isdigit() for i in (at + 1, noun - 1))
        sort = parts[at - 1] == "PROPN" and named
    else:
        sort = parts[at - 1] == "NOUN" and parse.tags[at - 1] == "NN"
    return at - 1 if sort and low[at - 1] not in SHARED else None
