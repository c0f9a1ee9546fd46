"""Who says it, where the parser gave who speaks to the words before: "A mine blew up, the mayor, Ida Holm, said"."""

from __future__ import annotations

from sayso.digest._model.parse import Parse

#: Verbs of speech that stand behind their speaker, behind the words.
SAID = frozenset({"said", "says", "told", "tells", "added", "wrote", "announced", "reported", "explained", "confirmed"})
#: So many words an office has at the most: "the head of the council of the northern region".
LONGEST = 12
#: Relations of a verb to who says it.
SPEAKERS = frozenset({"nsubj", "nsubj:pass", "expl"})


def give_speakers(parse: Parse) -> None:
    """Where an office and a name stand between commas before "said", behind a clause, and are not its subject, what
    stands first becomes it, and the other tells whose it is or who that is.
    """
    for verb, form in enumerate(parse.low):
        if form not in SAID or parse.parts[verb] != "VERB":
            continue
        found = _office_and_name(parse, verb)
        if found is None or not _wants_speaker(parse, verb, found):
            continue
        first, second = (_top(parse, words) for words in found)
        if first is None or second is None or not _stand_alone(parse, verb, found):
            continue
        parse.hang(first, verb, "nsubj")
        parse.hang(second, first, "appos")
        for comma in (found[0].start - 1, found[0].stop, found[1].stop):
            if parse.forms[comma] == ",":
                parse.hang(comma, first)


def _wants_speaker(parse: Parse, verb: int, found: tuple[range, range]) -> bool:
    """Whether there is a clause before, and no subject but one of these words."""
    said = any(i < found[0].start for i in parse.children(verb, "ccomp"))
    return said and all(i in found[1] for i in parse.children(verb, *SPEAKERS))


def _office_and_name(parse: Parse, verb: int) -> tuple[range, range] | None:
    """ "the mayor" and "Ida Holm" of "…, the mayor, Ida Holm, said", from comma to comma, and the other way round."""
    end, parts = verb - 1, parse.parts
    second = _behind_comma(parse, end) if parse.forms[end] == "," else None
    first = _behind_comma(parse, second - 1) if second is not None else None
    if first is None or second is None:
        return None
    found = range(first, second - 1), range(second, end)
    named = [all(parts[i] == "PROPN" for i in words) for words in found]
    if named[0] == named[1]:
        return None
    office = {parts[i] for i in found[named.index(False)]}
    return found if "NOUN" in office and office.isdisjoint(("VERB", "AUX")) else None


def _behind_comma(parse: Parse, end: int) -> int | None:
    """Where the words start that stand between a comma and `end`."""
    for i in range(end - 1, max(-1, end - LONGEST - 2), -1):
        if parse.forms[i] == ",":
            return i + 1 if i + 1 < end else None
    return None


def _top(parse: Parse, words: range) -> int | None:
    """The one word among them that hangs on none of them."""
    tops = [i for i in words if parse.heads[i] not in words]
    return tops[0] if len(tops) == 1 else None


def _stand_alone(parse: Parse, verb: int, found: tuple[range, range]) -> bool:
    """Whether nothing but commas and each other hangs on them."""
    words = range(found[0].start - 1, verb)
    held = range(found[0].start, found[1].stop)
    return all(i in words for word in held for i in parse.children(word))
