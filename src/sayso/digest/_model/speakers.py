"""Who says it, where the parser gave who speaks to the words before: "A mine blew up, the mayor, Ida Holm, said"."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.digest._model.tree import LONGEST_SENTENCE, Ints

#: Verbs of speech that stand behind their speaker, behind the words.
SAID = frozenset({"said", "says", "told", "tells", "added", "wrote", "announced", "reported", "explained", "confirmed"})
#: So many words an office has at the most: "the head of the council of the northern region".
LONGEST = 12
#: Relations of a verb to who says it.
SPEAKERS = frozenset({"nsubj", "nsubj:pass", "expl"})


def give_speakers(
    forms: Sequence[str], parts: Sequence[str], heads: Ints, relations: Ints, names: Sequence[str]
) -> None:
    """Mends heads and relations (words,) in place where an office and a name stand between commas before "said", behind
    a clause, and are not its subject: what stands first becomes it, and the other tells whose it is or who that is.
    `parts`: of speech; `names`: relations by number.
    """
    for verb, form in enumerate(forms):
        if form.lower() not in SAID or parts[verb] != "VERB":
            continue
        found = _office_and_name(verb, forms, parts)
        if found is None or not _wants_speaker(verb, found, heads, relations, names):
            continue
        first, second = (_top(words, heads) for words in found)
        if first is None or second is None or not _stand_alone(found, verb, heads):
            continue
        heads[first], relations[first] = verb, names.index("nsubj")
        heads[second], relations[second] = first, names.index("appos")
        for comma in (found[0].start - 1, found[0].stop, found[1].stop):
            if forms[comma] == ",":
                heads[comma] = first


def _wants_speaker(verb: int, found: tuple[range, range], heads: Ints, relations: Ints, names: Sequence[str]) -> bool:
    """Whether there is a clause before, and no subject but one of these words."""
    under = [(i, names[relations[i]]) for i in _near(verb, heads) if heads[i] == verb and i != verb]
    said = any(relation == "ccomp" and i < found[0].start for i, relation in under)
    return said and all(i in found[1] for i, relation in under if relation in SPEAKERS)


def _near(word: int, heads: Ints) -> range:
    """The words of its sentence, at the most: linear time for long texts."""
    return range(max(0, word - LONGEST_SENTENCE), min(len(heads), word + LONGEST_SENTENCE))


def _office_and_name(verb: int, forms: Sequence[str], parts: Sequence[str]) -> tuple[range, range] | None:
    """ "the mayor" and "Ida Holm" of "…, the mayor, Ida Holm, said", from comma to comma, and the other way round."""
    end = verb - 1
    second = _behind_comma(end, forms) if forms[end] == "," else None
    first = _behind_comma(second - 1, forms) if second is not None else None
    if first is None or second is None:
        return None
    found = range(first, second - 1), range(second, end)
    named = [all(parts[i] == "PROPN" for i in words) for words in found]
    office = found[named.index(False)] if True in named and False in named else range(0)
    if not office or any(parts[i] in ("VERB", "AUX") for i in office):
        return None
    return found if any(parts[i] == "NOUN" for i in office) else None


def _behind_comma(end: int, forms: Sequence[str]) -> int | None:
    """Where the words start that stand between a comma and `end`."""
    for i in range(end - 1, max(-1, end - LONGEST - 2), -1):
        if forms[i] == ",":
            return i + 1 if i + 1 < end else None
    return None


def _top(words: range, heads: Ints) -> int | None:
    """The one word among them that hangs on none of them."""
    tops = [i for i in words if heads[i] not in words]
    return tops[0] if len(tops) == 1 else None


def _stand_alone(found: tuple[range, range], verb: int, heads: Ints) -> bool:
    """Whether nothing but commas and each other hangs on them."""
    words = range(found[0].start - 1, verb)
    held = range(found[0].start, found[1].stop)
    return all(i in words for i in _near(verb, heads) if heads[i] in held)
