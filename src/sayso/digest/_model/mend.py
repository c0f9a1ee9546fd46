"""What the parser gets wrong before nouns and names: "in neighbouring Chad" is no clause, in "the envoy to Chad Ida
Holm" the name tells who the envoy is, and "the May 3, 2011, raid" is a raid and no day; and where it
joins verbs that do not agree.
"""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from sayso.codebook.grammar import ENDED, FINITE
from sayso.codebook.nouns import load_nouns
from sayso.codebook.words import word_list
from sayso.digest._model.decode import Spans
from sayso.digest._model.parse import SUBJECTS, Parse

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
AUXILIARIES = frozenset({"aux", "aux:pass"})
LEADING = SUBJECTS | AUXILIARIES | {"mark", "expl", "cop"}
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
#: What is told of somebody, and whose the noun before is of whom it is told.
DEAD = word_list("mend_dead")
BEREAVED = word_list("mend_bereaved")
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


def hang_adjectives(parse: Parse) -> None:
    """Where such a word was read as a clause beside the verb ("fled to neighbouring Chad"), the noun behind it takes
    its place, with what hung on it.
    """
    for i in range(len(parse) - 1):
        noun = i + 1
        clause = parse.low[i] in ADJECTIVES and parse.labels[i] == "advcl"
        if clause and parse.heads[noun] in (i, parse.heads[i]):
            parse.hang(noun, parse.heads[i], "obl")
            for child in parse.children(i):
                parse.hang(child, noun)
            parse.hang(i, noun, "amod")


def hang_office_holders(parse: Parse) -> dict[int, bool]:
    """A name directly behind an office with what it is for or of ("the envoy to Chad [name]", "the minister of Northern
    Trade [name]") that was read as one more of these or as a second subject tells who that is. Gives where such names
    begin, and whether what stands before is a place.
    """
    begun, nouns = {}, load_nouns()
    cased = {parse.heads[i]: i for i in parse.labelled("case")}
    for place in range(1, len(parse) - 1):
        name, noun, case = place + 1, parse.heads[place], cased.get(place, 0)
        named = parse.parts[place] == parse.parts[name] == "PROPN" and parse.parts[noun] == "NOUN"
        if not noun < case < place or not named or name in cased or "DET" in parse.parts[case + 1 : place]:
            continue
        held = parse.labels[place] == "nmod" and parse.low[case] in HELD_OVER and nouns.is_title(parse.forms[noun])
        second = parse.labels[name] == "nsubj" == parse.labels[noun] and parse.heads[name] == parse.heads[noun]
        one_more = parse.labels[name] in ("nmod", "appos") and parse.heads[name] == noun
        if held and (second or one_more):
            parse.hang(name, noun, "appos")
            begun[name] = case == place - 1 and parse.low[place] not in REALMS
    return begun


def hang_appositions(parse: Parse) -> None:
    """A phrase between commas behind a subject that was read as a second subject ("the bomb, some 50 kg of nitrate,
    went off") tells what the first is.
    """
    for second in parse.labelled("nsubj"):
        verb = parse.heads[second]
        before = [i for i in parse.children(verb, "nsubj") if i < second]
        if not before or not second < verb:
            continue
        first, start = before[-1], second
        while start > first + 1 and parse.forms[start - 1] != ",":
            start -= 1
        closed = "," in parse.forms[second + 1 : verb]
        if start == first + 2 and closed and "cc" not in parse.labels[start:second]:
            parse.hang(second, first, "appos")
    for word in parse.labelled("appos"):
        _hang_over_verb(parse, word)


def _hang_over_verb(parse: Parse, word: int) -> None:
    """What was read over the verb as telling what its subject is ("the envoy wrote to the mayor of Gao, commander of
    its guard") tells it of the noun before the comma.
    """
    subject = parse.heads[word]
    verb, comma = parse.heads[subject], word
    if not subject < verb < word or parse.labels[subject] not in SUBJECTS or parse.parts[verb] != "VERB":
        return
    while comma > verb + 1 and parse.forms[comma] != ",":
        comma -= 1
    noun = comma - 1
    while verb < parse.heads[noun] < word:
        noun = parse.heads[noun]
    if verb < noun and parse.parts[noun] in ("NOUN", "PROPN"):
        parse.hang(word, noun)


def hang_joined_verbs(parse: Parse) -> None:
    """A verb that was joined to one that it does not agree with ("look forward to welcoming Chad, and [urge] Mali to
    wait", "say that the door is open and [call] on them to talk", "tried to storm the camp and [hurled] stones") is
    joined to the next verb above that it does agree with.
    """
    for verb in parse.labelled("conj"):
        first = parse.heads[verb]
        bare = parse.tags[verb] in BASE and parse.tags[first] in ("VBG", "VBZ")
        helped = any(parse.tags[i] in FINITE for i in parse.children(first, *AUXILIARIES))
        told = parse.tags[verb] in ENDED and parse.tags[first] in UNTOLD and not helped
        if not (bare or told) or parse.children(verb, *LEADING) or not first < verb:
            continue
        agreeing = BASE if bare else ENDED
        above = next((i for i in parse.above(first) if parse.tags[i] in agreeing), verb)
        if above < first:
            parse.hang(verb, above)


def hang_infinitives(parse: Parse) -> None:
    """An infinitive that was read as an aim, where something stands between it and a verb that wants one ("threatened
    in a letter to burn the mill"), is that verb's.
    """
    for verb in parse.labelled("advcl"):
        above = parse.heads[verb]
        led = any(parse.forms[i] == "to" for i in parse.children(verb, "mark"))
        bent = above < verb and parse.low[above] in BENT and not parse.children(above, *TAKEN)
        if parse.tags[verb] == "VB" and led and bent:
            parse.hang(verb, above, "xcomp")


def shared_perfects(parse: Parse) -> list[int]:
    """The words that have a past's tag and share "would have" with the participle that they are joined to ("would have
    opened the road and [let] them in"): participles, too.
    """
    found = []
    for verb in parse.labelled("conj"):
        first = parse.heads[verb]
        helping = {parse.low[i] for i in parse.children(first, *AUXILIARIES)}
        supposed = parse.tags[first] == "VBN" and "have" in helping and not helping.isdisjoint(MODALS)
        if parse.tags[verb] == "VBD" and supposed and not parse.children(verb, *LEADING):
            found.append(verb)
    return found


def hang_spoken(parse: Parse) -> None:
    """What somebody says besides and was hung on what was said first ("gunmen shot at a bus, the ministry said, blaming
    the rebels") hangs on the saying.
    """
    for i in parse.labelled("advcl"):
        first = parse.heads[i]
        said = parse.heads[first]
        if parse.labels[first] == "ccomp" and first < said < i and parse.low[i] in SPOKEN:
            parse.hang(i, said)


def hang_lapses(parse: Parse) -> None:
    """A name behind "in" that was read as a part of how long after something it was ("resumed in [Town] hours after the
    truce") is where it was.
    """
    for noun in range(2, len(parse) - 1):
        name = noun - 1
        lapse = parse.low[noun] in UNITS and parse.low[noun + 1] in LAPSED
        if not lapse or parse.parts[name] != "PROPN" or parse.heads[name] != noun:
            continue
        inside = [i for i in parse.children(noun) if i < name]
        case = next((i for i in inside if parse.labels[i] == "case" and parse.low[i] in ("in", "at")), None)
        if case is None:
            continue
        for i in inside[inside.index(case) :]:
            parse.hang(i, name)
        parse.hang(name, parse.heads[noun], "obl")


def hang_relatives(parse: Parse) -> None:
    """A clause with "that" straight behind a noun that was hung on the whole sentence ("hit a camp in reply to an
    attack on a firm that left five dead"), or one that tells of the dead and was hung on a thing ("the bombing of a
    station that killed five"), is of the deed among the nouns that this one hangs in.
    """
    for that in range(1, len(parse)):
        clause, noun = parse.heads[that], that - 1
        dead = parse.labels[clause] == "acl:relcl" and parse.low[clause] in HARMING
        loose = dead or parse.labels[clause] == "advcl:relcl"
        led = parse.low[that] == "that" and parse.labels[that] == "nsubj" and that < clause
        if not (loose and led) or parse.forms[noun] == ",":
            continue
        around = [noun, *parse.above(noun)][: BETWEEN + 1]
        deed = next((i for i in around if parse.low[i] in DEEDS), None)
        if deed is not None:
            parse.hang(clause, deed, "acl:relcl")


def hang_bereaved(parse: Parse) -> None:
    """ "The family of the chief, who was murdered in May": whom the clause tells of is the one whose family it is."""
    for who in range(3, len(parse)):
        clause = parse.heads[who]
        led = parse.low[who] == "who" and parse.labels[who] in ("nsubj:pass", "nsubj") and parse.low[clause] in DEAD
        kin = parse.heads[clause]
        if not led or parse.labels[clause] != "acl:relcl" or parse.low[kin] not in BEREAVED:
            continue
        of = [i for i in parse.labelled("nmod") if parse.heads[i] == kin and kin < i < who]
        if of and any(parse.low[case] == "of" for case in parse.children(of[-1], "case")):
            parse.hang(clause, of[-1], "acl:relcl")


def hang_shares(parse: Parse) -> None:
    """In "57 of 66 drones" the second number counts the noun, of which the first is a part, whichever of them was hung
    on which.
    """
    heads, parts = parse.heads, parse.parts
    for some in range(len(parse) - 3):
        of, total = some + 1, some + 2
        if parts[some] != "NUM" or parse.low[of] != "of" or parts[total] != "NUM":
            continue
        if heads[of] == total < heads[total] and heads[heads[total]] == some:
            parse.hang(of, heads[total])
        if heads[total] != some:
            continue
        behind = range(total + 1, min(total + 1 + BETWEEN, len(parse)))
        noun = next((i for i in behind if parts[i] == "NOUN" and (heads[some] == i or heads[i] in (some, total))), None)
        if noun is None:
            continue
        if heads[some] == noun:
            parse.hang(some, heads[noun], parse.labels[noun])
        parse.hang(of, noun)
        parse.hang(total, noun, "nummod")
        parse.hang(noun, some, "nmod")


def hang_charges(parse: Parse) -> None:
    """What somebody is cleared or convicted of, or loses, and was read as a part of his name ("acquitted the minister
    of all charges", "stripped the senator of her immunity") hangs on the verb.
    """
    for i in parse.labelled("nmod"):
        somebody = parse.heads[i]
        verb = parse.heads[somebody]
        charged = parse.low[i] in CRIMES and parse.low[verb] in JUDGED
        lost = parse.low[i] in LOST and parse.low[verb] in STRIPPED
        if not (charged or lost) or parse.labels[somebody] not in ("obj", "nsubj:pass"):
            continue
        if any(parse.low[case] == "of" for case in parse.children(i, "case")):
            parse.hang(i, verb, "obl")


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


def hang_dates(parse: Parse) -> None:
    """Where a date with its year stands between an article or owner and the noun that it dates ("the May 3, 2011,
    raid", "their May 3, 2011 attempted murder"), and was read as what the clause is about, the noun takes its place.
    """
    for month in range(1, len(parse) - 4):
        if parse.low[month] not in MONTHS or not (parse.forms[month + 1].isdigit() and parse.forms[month + 2] == ","):
            continue
        day, noun = month + 1, _dated_noun(parse, month + 3)
        if noun is None or noun in (parse.heads[day], *parse.above(parse.heads[day])):
            continue
        owned = [parse.heads[i] for i in range(max(0, month - BETWEEN), month) if parse.labels[i] in OWNING]
        if day in owned:
            _take_place(parse, noun, month)
        if day in owned or noun in owned:
            parse.hang(day, noun, "nmod:unmarked")


def hang_days(parse: Parse) -> None:
    """The day of a month that was read as the number of the subject right behind it ("on April 27 members of the guard
    shot at a car") hangs on the verb.
    """
    for month in range(1, len(parse) - 2):
        day, lead = month + 1, month - 1
        dated = parse.low[month] in MONTHS and parse.forms[day].isdigit() and parse.low[lead] == "on"
        noun = parse.heads[day]
        if not dated or int(parse.forms[day]) > LAST_DAY or noun <= day or parse.labels[noun] not in SUBJECTS:
            continue
        verb = parse.heads[noun]
        if verb > noun:
            parse.hang(lead, day, "case")
            parse.hang(month, day, "nmod:unmarked")
            parse.hang(day, verb, "obl")


def _dated_noun(parse: Parse, year: int) -> int | None:
    """The noun behind a year and what stands before that noun."""
    forms, parts = parse.forms, parse.parts
    if len(forms[year]) != len("2011") or not forms[year].isdigit():
        return None
    start = year + 1 + (forms[year + 1] == ",")
    for i in range(start, min(start + BETWEEN + 1, len(forms))):
        if parts[i] == "NOUN" and (i + 1 == len(forms) or parts[i + 1] != "NOUN"):
            return i
        if parts[i] not in ("ADJ", "NOUN", "PROPN", "ADV", "VERB"):
            return None
    return None


def _take_place(parse: Parse, noun: int, month: int) -> None:
    """The noun for the day in the tree; what led to the day leads to the noun, or to the verb whose subject that is."""
    day, verb = month + 1, parse.heads[noun]
    subject = parse.labels[noun] in SUBJECTS and not day <= verb <= noun
    before = [i for i in parse.children(day) if month - BETWEEN <= i < month]
    led = [i for i in before if parse.labels[i] == "case"]
    if not subject:
        of_verb = parse.labels[day].startswith("obl") and not led
        parse.hang(noun, parse.heads[day], "obj" if of_verb else parse.labels[day])
    for i in before:
        if subject and i in led:
            parse.hang(i, verb, "mark")
        else:
            parse.hang(i, noun)
