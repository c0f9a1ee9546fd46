"""What ties no two tellings: another land's deed, what was shot down, what goes on, who is told of everywhere."""

from builders import SUMY, Build, at

from sayso.link.same_event import link_events
from sayso.link.syndication import find_copies


def groups(*readings):
    """How many linked events the events of these readings make."""
    return len(set(link_events(readings, find_copies([r.report for r in readings])).values()))


def told(words, outlet, trigger, *, by=None, land=None, to=None, published="2024-11-18", day="2024-11-17", **more):
    """A report of one deed, on a day of its words where there is one."""
    b = Build(words, outlet=outlet, published=published)
    for name in filter(None, (by, to)):
        b.entity("place" if name == by and land else "group", name, country=land if name == by else None)
    dated = {"start": day, "end": day[:-2] + str(int(day[-2:]) + 1), "from_": "words"} if day else {}
    b.event(trigger, actors=[by] if by else [], recipients=[to] if to else [], **{"from_": None, **dated, **more})
    return b.reading()


def test_one_land_does_not_do_what_another_did_unless_accounts_are_at_odds_over_it():
    belor = told("Belor launched drones at a depot on Sunday.", "A", "launched", by="Belor", land="BLR", to="a depot")
    other = told("Norvia launched drones at a port on Sunday.", "B", "launched", by="Norvia", land="NOR", to="a port")
    same = told("Norvia launched drones at a depot on Sunday.", "C", "launched", by="Norvia", land="NOR", to="a depot")
    assert groups(belor, other) == 2
    assert groups(belor, same) == 1


def test_a_telling_that_may_be_of_either_land_ties_only_one_of_them():
    belor = told("Belor launched drones at towns on Sunday.", "A", "launched", by="Belor", land="BLR", to="towns")
    other = told("Norvia launched drones at ports on Sunday.", "B", "launched", by="Norvia", land="NOR", to="ports")
    vague = told("Drones were launched at towns and ports on Sunday.", "C", "launched", to="towns and ports")
    assert groups(belor, other, vague) == 2


def test_who_shoots_a_drone_down_does_not_attack():
    for word, together in (("shot down", 2), ("launched", 1)):
        b = Build(f"Belor launched drones at night. Belor {word} drones.", outlet="A", published="2024-11-18")
        b.entity("place", "Belor", country="BLR")
        b.entity("weapon", "drones")
        lemma = {"shot down": "shoot down", "launched": "launch"}[word]
        first = b.event("launched", lemma="launch", actors=["Belor"])
        b.event(word, lemma=lemma, actors=["Belor"], recipients=["drones"], same_as=first)
        assert groups(b.reading()) == together


def test_what_is_wished_for_in_two_reports_is_one_only_by_and_to_the_same():
    wish = {"type": "SUPPORT", "status": "possible", "day": None}
    one = told("Delegates may support farmers.", "A", "support", by="Delegates", to="farmers", **wish)
    same = told("Delegates could yet support farmers.", "B", "support", by="Delegates", to="farmers", **wish)
    later = {"published": "2024-11-21", **wish}
    other = told("Ministers might support farmers.", "C", "support", by="Ministers", to="farmers", **later)
    again = told("Delegates might support farmers.", "C", "support", by="Delegates", to="farmers", **later)
    assert groups(one, same) == groups(one, again) == 1
    assert groups(one, other) == 2


def test_what_is_recalled_without_a_day_weeks_later_is_one_only_by_and_to_the_same():
    def recalls(words, outlet, published, by="Rebels"):
        return told(words, outlet, "raided", lemma="raid", by=by, to="a mill", day=None, published=published)

    first = recalls("Rebels raided a mill.", "A", "2024-11-18")
    assert groups(first, recalls("Rebels raided a mill, too.", "B", "2024-11-20")) == 1
    bare = told("A raid on a mill was told of.", "B", "raid", to="a mill", day=None, published="2024-12-20")
    assert groups(first, bare) == 2
    assert groups(first, recalls("Once Rebels raided a mill.", "B", "2024-12-20")) == 1


def test_leaders_who_talk_today_and_in_three_days_have_talked_twice():
    def talk(published, **more):
        return told("Abe and Cid spoke.", published, "spoke", type="CONSULT", mode="phone", by="Abe", to="Cid",
                    published=published, day=published, **{"from_": "dateline", **more})  # fmt: skip

    assert groups(talk("2024-11-17"), talk("2024-11-18")) == 1
    assert groups(talk("2024-11-17"), talk("2024-11-20")) == 2


def test_shelling_at_large_is_not_the_shelling_of_one_day():
    def shelled(words, outlet, trigger, **more):
        b = Build(words, outlet=outlet, published="2024-11-18")
        b.entity("place", "Sumy", place=SUMY)
        b.event(trigger, lemma="shell", recipients=["homes"], place="Sumy", **more)
        return b.reading()

    one = shelled("Rebels shelled homes in Sumy on Sunday.", "A", "shelled", start="2024-11-17", end="2024-11-18",
                  from_="words")  # fmt: skip
    assert groups(one, shelled("They shelled homes in Sumy.", "B", "shelled")) == 1
    assert groups(one, shelled("They shelled homes in Sumy.", "B", "shelled", status="ongoing")) == 2


def test_who_is_told_of_everywhere_ties_no_two_reports():
    def thanked(i, word):
        text = f"Quotation {i}: {word}{i} wrote to{i} the{i} harbour{i}. The chairman {word} farmers."
        b = Build(text, outlet=f"O{i}", published="2024-11-18")
        b.entity("person", "The chairman")
        b.event(f" {word} farmers", lemma=word, type="AID", mode="economic", actors=["The chairman"],
                start="2024-11-18", end="2024-11-19", from_="dateline")  # fmt: skip
        return b.reading()

    few = [thanked(i, "fed") for i in range(2)]
    many = [thanked(i, "fed") for i in range(60)]
    assert groups(*few) == 1
    assert groups(*many) == 60


def test_two_who_are_thanked_on_one_day_are_thanked_twice():
    def thanks(words, outlet, to, **more):
        return told(words, outlet, "thanked", lemma="thank", type="SUPPORT", by="Abe", to=to, day="2024-11-18",
                    **{"from_": "dateline", **more})  # fmt: skip

    nurses = thanks("Abe thanked nurses.", "A", "nurses")
    assert groups(nurses, thanks("Abe thanked nurses again.", "B", "nurses")) == 1
    assert groups(nurses, thanks("Abe thanked miners.", "B", "miners")) == 2


def test_a_word_that_a_report_has_again_and_again_ties_nothing_by_itself():
    def repeats(times):
        b = Build(" ".join(f"They work on matter{i}." for i in range(times)), outlet="A")
        for i in range(times):
            b.event(at("work", i), lemma="work", type="COOPERATE")
        return b.reading()

    assert groups(repeats(2)) == 1
    assert groups(repeats(30)) == 30


def test_whose_arrest_it_was_is_none_of_how_many_were_arrested():
    def arrest(outlet, whom, *toll):
        b = Build(f"Police arrested {whom} on Sunday.", outlet=outlet, published="2024-11-18")
        b.entity("organization", "Police")
        to = [] if toll else [whom]
        if to:
            b.entity("person", whom)
        day = {"start": "2024-11-17", "end": "2024-11-18", "from_": "words"}
        b.event("arrested", type="COERCE", mode="arrest", actors=["Police"], recipients=to, toll=toll, **day)
        return b.reading()

    one, again = (arrest(outlet, "Ada Norling") for outlet in "AB")
    many = arrest("C", "140 marchers", ("captured", "140 marchers", "exact", 140))
    assert groups(one, again) == 1
    assert groups(one, many) == 2


def test_when_somebody_died_of_it_is_not_when_it_was_done():
    first = told("A bomb hit a market on Sunday.", "A", "hit", to="a market")
    b = Build("A bomb hit a market. Nine of the injured died on Monday.", outlet="B", published="2024-11-18")
    b.entity("group", "a market")
    hit = b.event("hit", recipients=["a market"], from_=None)
    day = {"start": "2024-11-18", "end": "2024-11-19", "from_": "words"}
    b.event("died", lemma="die", type=None, same_as=hit, **day)
    assert groups(first, b.reading()) == 1


def test_the_dead_of_some_days_are_not_those_of_one_of_them():
    def struck(words, outlet, dead, day="2024-11-17", **more):
        return told(words, outlet, "struck", to="a mill", day=day, toll=[("killed", f"{dead} people", "exact", dead)],
                    published="2024-11-20", **more)  # fmt: skip

    one = struck("Rockets struck a mill on Sunday and 9 people died.", "A", 9)
    again = struck("Rockets struck a mill on Sunday, and 20 people died.", "B", 20)
    some = struck("Rockets struck a mill from Sunday to Tuesday and 20 people died.", "C", 20, end="2024-11-20")
    assert groups(one, again) == 1
    assert groups(one, some) == 2
