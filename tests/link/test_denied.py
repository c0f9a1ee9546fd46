"""One body is one source and one actor, whatever it is called; a denial is of what it is of."""

import pytest
from builders import Build, strike

from sayso.link.disputes import find_disputes
from sayso.link.features import features
from sayso.link.joining import join
from sayso.link.told import Shelf


def joined(*readings):
    shelf = Shelf(readings, {})
    event = join("E1", [(r.report.id, e.id) for r in readings for e in r.events], shelf)
    return event, find_disputes(event, shelf)


def denying(outlet, who, *, day="2024-11-18"):
    b = Build(f"{who} denied that its men had struck Sumy.", outlet=outlet, published=day)
    b.event("struck", lemma="strike", status="did_not_occur", according_to=[who])
    b.statement(source=who, cue="denied", content="that its men had struck Sumy", act="deny", denies="v1")
    return b.reading()


@pytest.mark.parametrize("who", ["The Dawn Rescue Front", "A spokesman for the DRF", "DRF"])
def test_a_body_its_short_form_and_its_spokesman_deny_it_once(who):
    event, disputes = joined(strike("A", 34), denying("B", "The DRF"), denying("C", who, day="2024-11-19"))
    assert event.because == "told by one source, denied by one source"
    (denial,) = [d for d in disputes if d.kind == "denial"]
    assert [a.value for a in denial.accounts].count("did_not_occur") == 1


def test_two_bodies_deny_it_twice():
    event, disputes = joined(strike("A", 34), denying("B", "The DRF"), denying("C", "The ministry"))
    assert (event.credibility, event.because) == ("5", "told by one source, denied by 2 independent sources")
    (denial,) = [d for d in disputes if d.kind == "denial"]
    assert [a.value for a in denial.accounts].count("did_not_occur") == 2


def shelled(outlet, who, kind="organization"):
    b = Build(f"{who} shelled a mill.", outlet=outlet, published="2024-11-18")
    b.entity(kind, who)
    b.event("shelled", lemma="shell", actors=[who])
    return b.reading()


def test_a_body_and_its_short_form_are_one_actor():
    event, _ = joined(shelled("A", "DRF"), shelled("B", "Dawn Rescue Front"), shelled("C", "A spokesman for the DRF"))
    assert [(party.name, len(party.reports)) for party in event.actors] == [("Dawn Rescue Front", 3)]


def test_a_short_form_that_may_be_of_two_bodies_stays_alone():
    event, _ = joined(shelled("A", "DRF"), shelled("B", "Dawn Rescue Front"), shelled("C", "Desert River Force"))
    assert len(event.actors) == 3


def test_a_body_and_its_short_form_tie_two_tellings():
    short, long = (features(0, shelled("A", who))[0] for who in ("DRF", "Dawn Rescue Front"))
    assert short.actors & long.actors == {"drf"}


def test_nobody_was_hurt_is_no_denial_on_the_word_of_somebody_either():
    b = Build("A drone hit a depot on Monday. Nobody was hurt, the mayor said.", outlet="A", published="2024-11-18")
    hit = b.event("hit", recipients=["a depot"], sentence=(0, 30))
    b.event("hurt", status="did_not_occur", according_to=["the mayor"], same_as=hit, sentence=(31, len(b.text)))
    event, disputes = joined(b.reading())
    assert (event.credibility, disputes) == ("3", [])


def test_that_nobody_was_killed_denies_that_somebody_was():
    b = Build("Police killed a man, a nurse said. Nobody was killed, the mayor said.", outlet="A")
    killed = b.event("killed", lemma="kill", recipients=["a man"], according_to=["a nurse"])
    b.event("was killed", lemma="kill", status="did_not_occur", according_to=["the mayor"], same_as=killed)
    event, _ = joined(b.reading())
    assert event.credibility == "4"


def test_who_puts_a_count_is_not_asked_whether_it_happened():
    b = Build("Shells hit a mill, a nurse said. The army put the toll at nine.", outlet="B", published="2024-11-18")
    b.event("hit", recipients=["a mill"], according_to=["a nurse"])
    b.event("put", type=None, actors=["The army"], recipients=["the toll"], same_as="v1")
    b.statement(source="The army", cue="put", content="the toll at nine")
    event, (denial,) = joined(b.reading(), denying("C", "The DRF"))
    assert sorted(a.text for a in denial.accounts) == ["hit", "that its men had struck Sumy"]
    assert event.independent_sources == 1


def test_what_somebody_denies_a_part_in_is_neither_his_word_for_it_nor_its_title():
    a = Build("A bomb hit Sumy, police said.", outlet="A", published="2024-11-18")
    a.event("hit", lemma="hit", recipients=["Sumy"], according_to=["police"])
    b = Build("The Dawn Front denied any role in the attack.", outlet="B", published="2024-11-18")
    b.event("attack", lemma="attack", according_to=["The Dawn Front"])
    b.statement(source="The Dawn Front", cue="denied", content="any role in the attack", act="deny", denies="v1")
    event, (denial,) = joined(a.reading(), b.reading())
    assert event.title == "Hit Sumy"
    assert {(account.value, account.text) for account in denial.accounts} == {
        ("occurred", "hit"), ("did_not_occur", "any role in the attack"),
    }  # fmt: skip


def test_that_people_died_of_it_is_no_word_for_a_deed_that_others_tell():
    a = Build("A bomb hit Sumy, police said. Nine people died, doctors said.", outlet="A", published="2024-11-18")
    hit = a.event("hit", lemma="hit", according_to=["police"])
    a.event("died", lemma="die", type=None, according_to=["doctors"], same_as=hit)
    _, (denial,) = joined(a.reading(), denying("B", "The Dawn Front"))
    assert [account.text for account in denial.accounts if account.value == "occurred"] == ["hit"]
