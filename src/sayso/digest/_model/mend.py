"""What the parser gets wrong before nouns and names: "in neighbouring Chad" is no clause, in "the envoy to Chad Ida
Holm" the name tells who the envoy is, and "the May 3, 2011, raid" is a raid and no day; and where it
joins verbs that do not agree.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np

from sayso.codebook.grammar import ENDED, FINITE
from sayso.codebook.nouns import load_nouns
from sayso.codebook.words import word_list
from sayso.digest._model.decode import Spans
from sayso.digest._model.tree import LONGEST_SENTENCE, Ints

#: Participles that tell no deed before a noun.
ADJECTIVES = frozenset({"neighbouring", "neighboring"})
#: Months as they stand before a day, and what may stand before both where a noun is what they date.
MONTHS = frozenset(
    """jan jan. january feb feb. february mar mar. march apr apr. april may jun jun. june jul jul. july aug aug. august
    sep sep. sept sept. september oct oct. october nov nov. november dec dec. december""".split()
)
OWNING = frozenset({"det", "nmod:poss"})
LAST_DAY = 31
#: How many words may stand between such a date and its noun ("deadly suicide bomb attack").
BETWEEN = 3
#: Forms without an ending, and what makes such a verb one of its own clause.
BASE = frozenset({"VB", "VBP"})
LEADING = frozenset({"nsubj", "aux", "mark", "expl", "cop"})
#: Forms that do not tell by themselves that something is or was done.
UNTOLD = frozenset({"VB", "VBG"})
#: What makes a perfect of what may have been.
MODALS = frozenset({"would", "could", "might", "may", "should", "must"})
#: What an office is for, and no place.
REALMS = word_list("office_realms")
#: How long something was before or after something else.
UNITS = frozenset({"minutes", "hours", "days", "weeks", "months", "years"})
LAPSED = frozenset({"after", "before", "later", "earlier", "following"})
#: Nouns of deeds and mishaps that leave somebody dead.
DEEDS = word_list("mend_deeds")
HARMING = frozenset({"killed", "wounded", "injured", "maimed"})
#: Participles of what somebody says besides.
SPOKEN = frozenset(f"{verb.removesuffix('e')}ing" for verb in word_list("control_speech"))
#: Forms of verbs of a court, and of what.
JUDGED = word_list("mend_judged")
CRIMES = word_list("mend_crimes")
#: Forms of verbs by which somebody loses something, and what.
STRIPPED = word_list("mend_stripped")
LOST = word_list("mend_lost")
#: Forms of verbs that with "to" tell what their subject is bent on or brings about.
BENT = word_list("mend_bent")
#: What such a verb takes instead: somebody who is to do it, or its clause.
TAKEN = frozenset({"obj", "xcomp", "ccomp", "aux:pass"})
#: What leads from an office to what it is held over or sent to.
HELD_OVER = frozenset({"of", "for", "to", "in", "at", "on"})


def mend_tree(
    forms: Sequence[str], parts: Sequence[str], tags: Sequence[str], heads: Ints, relations: Ints, names: Sequence[str]
) -> None:
    """Mends heads and relations (words,) in place, by all that follows but for what needs names. `parts`: of speech;
    `tags`: Penn's; `names`: relations by number.
    """
    hang_adjectives(forms, heads, relations, names)
    hang_dates(forms, parts, heads, relations, names)
    hang_days(forms, heads, relations, names)
    hang_lapses(forms, parts, heads, relations, names)
    hang_spoken(forms, heads, relations, names)
    hang_relatives(forms, heads, relations, names)
    hang_shares(forms, parts, heads, relations, names)
    hang_charges(forms, heads, relations, names)
    hang_joined_verbs(tags, heads, relations, names)
    hang_infinitives(forms, tags, heads, relations, names)
    hang_appositions(forms, heads, relations, names)


def hang_adjectives(forms: Sequence[str], heads: Ints, relations: Ints, names: Sequence[str]) -> None:
    """Mends heads and relations (words,) in place where such a word was read as a clause beside the verb ("fled to
    neighbouring Chad"): the noun behind it takes its place, with what hung on it. `names`: relations by number.
    """
    clause, adjective, oblique = (names.index(name) for name in ("advcl", "amod", "obl"))
    for i, form in enumerate(forms[:-1]):
        noun = i + 1
        if form.lower() in ADJECTIVES and relations[i] == clause and heads[noun] in (i, heads[i]):
            heads[noun], relations[noun] = heads[i], oblique
            heads[heads == i] = noun
            heads[i], relations[i] = noun, adjective


def hang_office_holders(
    forms: Sequence[str], parts: Sequence[str], heads: Ints, relations: Ints, names: Sequence[str]
) -> dict[int, bool]:
    """Mends heads and relations (words,) in place where a name directly behind an office with what it is for or of
    ("the envoy to Chad [name]", "the minister of Northern Trade [name]") was read as one more of these or as a second
    subject: it tells who that is. `parts`: of speech; `names`: relations by number. Gives where such names begin, and
    whether what stands before is a place.
    """
    begun, nouns = {}, load_nouns()
    attribute, subject, apposition = (names.index(name) for name in ("nmod", "nsubj", "appos"))
    cased = {int(heads[i]): i for i in range(len(heads)) if names[relations[i]] == "case"}
    for place in range(1, len(heads) - 1):
        name, noun, case = place + 1, int(heads[place]), cased.get(place, 0)
        if not noun < case < place or not parts[place] == parts[name] == "PROPN" or parts[noun] != "NOUN":
            continue
        held = relations[place] == attribute and forms[case].lower() in HELD_OVER and nouns.is_title(forms[noun])
        if not held or name in cased or "DET" in parts[case + 1 : place]:
            continue
        second = relations[name] == subject == relations[noun] and heads[name] == heads[noun]
        if second or (relations[name] in (attribute, apposition) and heads[name] == noun):
            heads[name], relations[name] = noun, apposition
            begun[name] = case == place - 1 and forms[place].lower() not in REALMS
    return begun


def hang_appositions(forms: Sequence[str], heads: Ints, relations: Ints, names: Sequence[str]) -> None:
    """Mends heads and relations (words,) in place where a phrase between commas behind a subject was read as a second
    subject ("the bomb, some 50 kg of nitrate, went off"): it tells what the first is. `names`: relations by number.
    """
    subject, apposition = names.index("nsubj"), names.index("appos")
    for second in np.flatnonzero(relations == subject).tolist():
        beside = range(max(0, second - LONGEST_SENTENCE), second)
        first = next((i for i in reversed(beside) if relations[i] == subject and heads[i] == heads[second]), None)
        if first is None or not second < heads[second]:
            continue
        start = second
        while start > first + 1 and forms[start - 1] != ",":
            start -= 1
        closed = "," in forms[second + 1 : int(heads[second])]
        if start == first + 2 and closed and not any(names[relations[i]] == "cc" for i in range(start, second)):
            heads[second], relations[second] = first, apposition


def hang_joined_verbs(tags: Sequence[str], heads: Ints, relations: Ints, names: Sequence[str]) -> None:
    """Mends heads (words,) in place where a verb was joined to one that it does not agree with ("look forward to
    welcoming Chad, and [urge] Mali to wait", "say that the door is open and [call] on them to talk", "tried to storm
    the camp and [hurled] stones"): it is joined to the next verb above that it does agree with. `tags`: Penn tags;
    `names`: relations by number.
    """
    joined = names.index("conj")
    labels = [names[relation].partition(":")[0] for relation in relations]
    led = {int(heads[i]) for i, label in enumerate(labels) if label in LEADING}
    helped = {int(heads[i]) for i, label in enumerate(labels) if label == "aux" and tags[i] in FINITE}
    for verb in np.flatnonzero(relations == joined).tolist():
        first = int(heads[verb])
        bare = tags[verb] in BASE and tags[first] in ("VBG", "VBZ")
        told = tags[verb] in ENDED and tags[first] in UNTOLD and first not in helped
        if not (bare or told) or verb in led or not first < verb:
            continue
        above = first
        for _ in range(LONGEST_SENTENCE):
            if heads[above] == above:
                break
            above = int(heads[above])
            if tags[above] in (BASE if bare else ENDED):
                if above < first:
                    heads[verb] = above
                break


def hang_infinitives(
    forms: Sequence[str], tags: Sequence[str], heads: Ints, relations: Ints, names: Sequence[str]
) -> None:
    """Mends relations (words,) in place where something stands between such a verb and its infinitive, so that this was
    read as an aim ("threatened in a letter to burn the mill"). `tags`: Penn tags; `names`: relations by number.
    """
    aim, complement = names.index("advcl"), names.index("xcomp")
    taken = {int(heads[i]) for i in range(len(heads)) if names[relations[i]] in TAKEN}
    led = {int(heads[i]) for i in range(len(heads)) if forms[i] == "to" and names[relations[i]] == "mark"}
    for verb in np.flatnonzero(relations == aim).tolist():
        above = int(heads[verb])
        if tags[verb] == "VB" and verb in led and above < verb and forms[above].lower() in BENT and above not in taken:
            relations[verb] = complement


def shared_perfects(
    forms: Sequence[str], tags: Sequence[str], heads: Ints, relations: Ints, names: Sequence[str]
) -> list[int]:
    """The words that have a past's tag and share "would have" with the participle that they are joined to ("would have
    opened the road and [let] them in"): participles, too. Arguments as of `mend_tree`.
    """
    labels = [names[relation].partition(":")[0] for relation in relations]
    led = {int(heads[i]) for i, label in enumerate(labels) if label in LEADING}
    aux: dict[int, set[str]] = {}
    for i in (i for i, label in enumerate(labels) if label == "aux"):
        aux.setdefault(int(heads[i]), set()).add(forms[i].lower())
    supposed = {verb for verb, words in aux.items() if tags[verb] == "VBN" and "have" in words and words & MODALS}
    joined = ((i, int(heads[i])) for i, label in enumerate(labels) if label == "conj")
    return [i for i, first in joined if tags[i] == "VBD" and first in supposed and i not in led]


def hang_spoken(forms: Sequence[str], heads: Ints, relations: Ints, names: Sequence[str]) -> None:
    """Mends heads (words,) in place where what somebody says besides was hung on what was said first ("gunmen shot at a
    bus, the ministry said, blaming the rebels"). `names`: relations by number.
    """
    beside, content = names.index("advcl"), names.index("ccomp")
    for i, form in enumerate(forms):
        first = int(heads[i])
        said = int(heads[first])
        hung = relations[i] == beside and relations[first] == content and first < said < i
        if hung and form.lower() in SPOKEN:
            heads[i] = said


def hang_lapses(forms: Sequence[str], parts: Sequence[str], heads: Ints, relations: Ints, names: Sequence[str]) -> None:
    """Mends heads and relations (words,) in place where a name behind "in" was read as a part of how long after
    something it was ("resumed in [Town] hours after the truce"): the name is where it was. `parts`: of speech; `names`:
    relations by number.
    """
    oblique = names.index("obl")
    for noun in range(2, len(forms) - 1):
        name = noun - 1
        lapse = forms[noun].lower() in UNITS and forms[noun + 1].lower() in LAPSED
        if not lapse or parts[name] != "PROPN" or heads[name] != noun:
            continue
        inside = [i for i in range(name) if heads[i] == noun]
        case = next((i for i in inside if names[relations[i]] == "case" and forms[i].lower() in ("in", "at")), None)
        if case is None:
            continue
        heads[[i for i in inside if i >= case]] = name
        heads[name], relations[name] = heads[noun], oblique


def hang_relatives(forms: Sequence[str], heads: Ints, relations: Ints, names: Sequence[str]) -> None:
    """Mends heads and relations (words,) in place where a clause with "that" straight behind a noun was hung on the
    whole sentence ("hit a camp in reply to an attack on a firm that left five dead"), or one that tells of the dead was
    hung on a thing ("the bombing of a station that killed five"): it is of the deed among the nouns that this one hangs
    in. `names`: relations by number.
    """
    whole, relative = names.index("advcl:relcl"), names.index("acl:relcl")
    for that in range(1, len(forms)):
        clause = int(heads[that])
        loose = relations[clause] == whole or (relations[clause] == relative and forms[clause].lower() in HARMING)
        if (
            not (loose and forms[that].lower() == "that" and names[relations[that]] == "nsubj")
            or clause < that
            or forms[that - 1] == ","
        ):
            continue
        noun = that - 1
        for _ in range(BETWEEN + 1):
            if forms[noun].lower() in DEEDS:
                heads[clause], relations[clause] = noun, relative
                break
            noun = int(heads[noun])


def hang_shares(forms: Sequence[str], parts: Sequence[str], heads: Ints, relations: Ints, names: Sequence[str]) -> None:
    """Mends heads and relations (words,) in place in "57 of 66 drones" where the second number was read as what the
    first is of, or the first as a number of the noun, or "of" was hung on the second number. `parts`: of speech;
    `names`: relations by number.
    """
    for some in range(len(forms) - 3):
        of, total = some + 1, some + 2
        if parts[some] != "NUM" or forms[of].lower() != "of" or parts[total] != "NUM":
            continue
        if heads[of] == total < heads[total] and heads[heads[total]] == some:
            heads[of] = heads[total]
        if heads[total] != some:
            continue
        behind = range(total + 1, min(total + 1 + BETWEEN, len(forms)))
        noun = next((i for i in behind if parts[i] == "NOUN" and (heads[some] == i or heads[i] in (some, total))), None)
        if noun is None:
            continue
        if heads[some] == noun:
            heads[some], relations[some] = heads[noun], relations[noun]
        heads[[of, total]], heads[noun] = noun, some
        relations[[total, noun]] = names.index("nummod"), names.index("nmod")


def hang_charges(forms: Sequence[str], heads: Ints, relations: Ints, names: Sequence[str]) -> None:
    """Mends heads and relations (words,) in place where what somebody is cleared or convicted of, or loses, was read as
    a part of his name ("acquitted the minister of all charges", "stripped the senator of her immunity"). `names`:
    relations by number.
    """
    attribute, oblique = names.index("nmod"), names.index("obl")
    behind_of = {int(heads[i]) for i in range(len(heads)) if forms[i].lower() == "of" and names[relations[i]] == "case"}
    for i, form in enumerate(forms):
        somebody = int(heads[i])
        verb = int(heads[somebody])
        attributed = relations[i] == attribute and i in behind_of
        charged = form.lower() in CRIMES and forms[verb].lower() in JUDGED
        lost = form.lower() in LOST and forms[verb].lower() in STRIPPED
        if attributed and (charged or lost) and names[relations[somebody]] in ("obj", "nsubj:pass"):
            heads[i], relations[i] = verb, oblique


def cut_names(spans: Spans, begun: Mapping[int, bool], place: int) -> Spans:
    """Spans of names in which what stands before such a beginning is a name of the kind `place`, or none."""
    first, end, kind, score = spans.first.copy(), spans.end, spans.kind, spans.score
    for start, named in begun.items():
        for i in np.flatnonzero((first < start) & (start < end)):
            if named:
                end, kind = np.insert(end, i, start), np.insert(kind, i, place)
                first, score = np.insert(first, i + 1, start), np.insert(score, i, score[i])
            else:
                first[i] = start
    return Spans(first, end, kind, score)


def hang_dates(forms: Sequence[str], parts: Sequence[str], heads: Ints, relations: Ints, names: Sequence[str]) -> None:
    """Mends heads and relations (words,) in place where a date with its year stands between an article or owner and
    the noun that it dates ("the May 3, 2011, raid", "their May 3, 2011 attempted murder"), and was read as what the
    clause is about: the noun takes its place. `parts`: of speech; `names`: relations by number.
    """
    for month in range(1, len(forms) - 4):
        if forms[month].lower() not in MONTHS or not (forms[month + 1].isdigit() and forms[month + 2] == ","):
            continue
        day, noun = month + 1, _dated_noun(month + 3, forms, parts)
        if noun is None or _is_under(int(heads[day]), noun, heads):
            continue
        owned = [heads[i] for i in range(max(0, month - BETWEEN), month) if names[relations[i]] in OWNING]
        if day in owned:
            _take_place(noun, day, range(max(0, month - BETWEEN), noun), heads, relations, names)
        if day in owned or noun in owned:
            heads[day], relations[day] = noun, names.index("nmod:unmarked")


def hang_days(forms: Sequence[str], heads: Ints, relations: Ints, names: Sequence[str]) -> None:
    """Mends heads and relations (words,) in place where the day of a month was read as the number of the subject right
    behind it ("on April 27 members of the guard shot at a car"). `names`: relations by number.
    """
    subjects = {names.index(name) for name in ("nsubj", "nsubj:pass") if name in names}
    for month in range(1, len(forms) - 2):
        day, lead = month + 1, month - 1
        dated = forms[month].lower() in MONTHS and forms[day].isdigit() and forms[lead].lower() == "on"
        noun = int(heads[day])
        if not dated or int(forms[day]) > LAST_DAY or noun <= day or relations[noun] not in subjects:
            continue
        verb = int(heads[noun])
        if verb > noun:
            heads[[lead, month]], heads[day] = day, verb
            relations[[lead, month, day]] = [names.index(name) for name in ("case", "nmod:unmarked", "obl")]


def _dated_noun(year: int, forms: Sequence[str], parts: Sequence[str]) -> int | None:
    """The noun behind a year and what stands before that noun."""
    if len(forms[year]) != len("2011") or not forms[year].isdigit():
        return None
    start = year + 1 + (forms[year + 1] == ",")
    for i in range(start, min(start + BETWEEN + 1, len(forms))):
        if parts[i] == "NOUN" and (i + 1 == len(forms) or parts[i + 1] != "NOUN"):
            return i
        if parts[i] not in ("ADJ", "NOUN", "PROPN", "ADV", "VERB"):
            return None
    return None


def _is_under(word: int, noun: int, heads: Ints) -> bool:
    """Whether the word is the noun or hangs on it, at any depth of a sane tree."""
    for _ in range(LONGEST_SENTENCE):
        if word == noun:
            return True
        if heads[word] == word:
            return False
        word = int(heads[word])
    return True


def _take_place(noun: int, day: int, near: range, heads: Ints, relations: Ints, names: Sequence[str]) -> None:
    """The noun for the day in the tree; what led to the day leads to the noun, or to the verb whose subject that is."""
    subject = names[relations[noun]].startswith("nsubj") and not day <= heads[noun] <= noun
    led = [i for i in near if heads[i] == day and names[relations[i]] == "case"]
    if not subject:
        of_verb = names[relations[day]].startswith("obl") and not led
        heads[noun], relations[noun] = heads[day], names.index("obj") if of_verb else relations[day]
    for i in near:
        if i != day and heads[i] == day and i < day - 1:
            heads[i] = heads[noun] if subject and i in led else noun
    if subject:
        relations[led] = names.index("mark")
