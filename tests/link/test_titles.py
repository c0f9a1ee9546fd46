"""Titles: the report's own words, in a sensible order, with names and whole figures."""

import pytest
from builders import KURSK, SUMY, Build, strike

from sayso.link.titles import title
from sayso.link.told import Opened, Told


def titled(b):
    opened = Opened(b.reading())
    return title(Told(opened, opened.events["v1"], None))


def test_the_actor_with_the_weapon_and_the_place_last():
    b = Build("A Russian missile struck a tall apartment building in Sumy on Sunday.")
    b.entity("place", "Sumy", place=SUMY)
    b.entity("nationality", "Russian")
    b.event("struck", actors=["Russian"], recipients=["a tall apartment building"], place="Sumy",
            instruments=(b.participant("A Russian missile"),))  # fmt: skip
    assert titled(b) == "Russian missile struck a tall apartment building, Sumy"


def test_a_figure_is_whole():
    b = Build("Kyiv lost more than 40% of the area in Kursk.")
    b.entity("place", "Kursk", place=KURSK)
    b.quantity("more than 40%", "at_least", 40)
    b.event("lost", type="CONTROL", actors=["Kyiv"], recipients=["than 40%"], place="Kursk")
    assert titled(b) == "Kyiv lost more than 40%, Kursk"

    b = Build("Oslo gave over $75 million.")
    b.quantity("over $75 million", "at_least", 75_000_000)
    b.event("gave", type="AID", actors=["Oslo"], recipients=["over $"])
    assert titled(b) == "Oslo gave over $75 million"


@pytest.mark.parametrize(
    ("text", "words"),
    [("The army came. It fired rockets.", "Fired rockets"), ("The Navy came. It fired rockets.", "Navy fired rockets")],
)
def test_a_name_for_a_pronoun_where_the_report_names_one(text, words):
    b = Build(text)
    if "Navy" in text:
        b.entity("organization", "Navy", mentions=["Navy", "It"])
    b.event("fired", actors=["It"], recipients=["rockets"], sentence=(text.index("It"), len(text)))
    assert titled(b) == words


@pytest.mark.parametrize(
    ("who", "told"),
    [("A few people", "A few people"), ("A third of the crew", "A third of the crew"), ("The few guards", "Few guards"),
     ("A little-known crew", "Little-known crew"), ("A lottery crew", "Lottery crew")],
)  # fmt: skip
def test_an_article_that_counts_stays(who, told):
    b = Build(f"{who} left the port.")
    b.event("left", actors=[who], recipients=["the port"])
    assert titled(b) == f"{told} left the port"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("The mayor, Ali Bah, cut short a trip.", "Ali Bah cut short a trip"),
        ("On Monday, Ali Bah, the mayor, cut short a trip.", "Ali Bah, the mayor, cut short a trip"),
        ("Ali Bah, again, cut short a trip.", "Ali Bah, again, cut short a trip"),
    ],
)
def test_the_comma_that_ends_an_aside_goes_with_it(text, told):
    b = Build(text)
    b.entity("person", "Ali Bah")
    b.event("trip", actors=["Ali Bah"])
    assert titled(b) == told


def test_the_name_for_who_speaks_stands_behind_a_short_verb():
    b = Build("We’ve shut the port.")
    b.entity("person", "Ali Bah", mentions=["We"])
    b.event("shut", actors=["We"], recipients=["the port"])
    assert titled(b) == "We’ve (Ali Bah) shut the port"


def test_who_says_so_behind_the_words_is_no_part():
    b = Build("Ten people were killed, the governor said.")
    b.event("killed", recipients=["Ten people"], actors=["the governor"], according_to=["the governor"])
    assert titled(b) == "Ten people were killed"


def test_what_is_decided():
    b = Build("The president has approved a new doctrine.")
    b.event("approved", type="DECIDE", actors=["The president"], content=b.words("a new doctrine"))
    assert titled(b) == "President has approved a new doctrine"


def test_no_name_twice():
    b = Build("Denmark said that Denmark denies that it sent ships.")
    b.entity("place", "Denmark", mentions=[*("Denmark",), "it"])
    b.event("denies", type="REJECT", actors=["Denmark"], recipients=["it"])
    assert titled(b).count("Denmark") <= 2


def test_a_word_alone_stands_in_its_clause():
    b = Build("The minister welcomed the decision, which came late.")
    b.event("decision", type="DECIDE")
    assert titled(b) == "Minister welcomed the decision"


def test_long_words_between_give_way():
    text = f"Rebels {'very ' * 30}slowly took the town."
    b = Build(text)
    b.event("took", type="CONTROL", actors=["Rebels"], recipients=["the town"])
    assert titled(b) == "Rebels … took the town"


def test_it_is_short_whatever_the_report():
    b = Build("We struck " + "long words " * 60 + "there.")
    b.event("struck", recipients=["long words " * 59 + "long words"])
    assert len(titled(b)) < 120
    opened = Opened(strike("A", 19))
    assert title(Told(opened, opened.events["v1"], None)) == "Russian missiles struck a tower block, Sumy"


def test_who_speaks_of_himself_keeps_his_pronoun():
    b = Build("Ann Lee wrote: I have met the envoy.")
    b.entity("person", "Ann Lee", mentions=["Ann Lee", "I"])
    b.event("met", type="CONSULT", actors=["I"], recipients=["the envoy"])
    assert titled(b) == "I (Ann Lee) have met the envoy"


@pytest.mark.parametrize("tail", ["as “a fable”", "and, he said, left", "or “worse”"])
def test_no_title_ends_on_a_word_that_leads_on(tail):
    b = Build(f"The envoy rejected these claims {tail}.", outlet="Dnipro Post")
    b.event("rejected", type="REJECT", lemma="reject")
    assert titled(b) == "Envoy rejected these claims"


@pytest.mark.parametrize(
    ("text", "actor", "trigger", "words"),
    [
        ("Its head, Ida Holm, left Sumy.", "Ida Holm", "left", "Ida Holm left Sumy"),
        ("Kyiv accused Oslo of breaking the truce.", "Oslo", "breaking", "Oslo breaking the truce"),
    ],
)
def test_nothing_stands_between_the_doer_and_the_deed_that_leads_to_other_words(text, actor, trigger, words):
    b = Build(text)
    b.entity("person", actor)
    b.event(trigger, type="REJECT", actors=[actor], recipients=["Sumy" if "Sumy" in text else "the truce"])
    assert titled(b) == words


def test_the_clause_of_a_bare_word_begins_at_its_comma():
    told = "Shells hit a house late on Tuesday and killed three people, a hospital said"
    for words, shown in (
        ("two hours after a truce began", "Two hours after a truce began"),
        ("but the truce held and the gate opened", "Truce held and the gate opened"),
        ("which ended the truce", "… on Tuesday and killed three people, a hospital said, which ended the truce"),
    ):
        b = Build(f"{told}, {words}.")
        b.event("truce", type="RETREAT")
        assert titled(b) == shown


def test_the_place_of_a_dateline_is_written_as_the_map_has_it():
    b = Build("SUMY, Ukraine — Shells hit a mill.")
    b.entity("place", "SUMY", place=SUMY)
    b.event("hit", actors=["Shells"], recipients=["a mill"], place="SUMY", sentence=(16, 34))
    assert titled(b) == "Shells hit a mill, Sumy"
