"""What whole reports share speaks for one event, thing by thing, and groups are one only while they agree."""

from builders import KYIV, SUMY, Build, at

from sayso.link.features import FEW_WORDS
from sayso.link.groups import TOLD_APART, Groups
from sayso.link.odds import odds, shared, weights
from sayso.link.rarity import Rarity
from sayso.link.same_event import compared, is_told_by_rules, link_events
from sayso.link.wording import Wording, words_of

MILL = (
    "Flour dust still hung over the loading bay in the morning, and the night watchman waited beside the weighbridge."
)
HARBOUR = "Tugs lay idle in the outer harbour, the pilots had gone home, and the ferry office sold no tickets that day."
LONG = "Nobody at the town hall wished to say how long the repairs would take or who would have to pay for them."


def told(outlet, words, trigger, *rest, place="Sumy", lemma="raid", to="a mill", **more):
    b = Build(" ".join([words, *rest]), outlet=outlet, published=more.pop("published", "2024-11-18"))
    b.entity("place", place, place=SUMY if place == "Sumy" else KYIV)
    b.event(trigger, lemma=lemma, mode=None, recipients=[to], place=place, sentence=(0, len(words)), **more)
    return b.reading()


def raid(outlet, **more):
    return told(outlet, "Armed men raided a mill in Sumy on Sunday.", "raided", MILL, LONG, **more)


def other_raid(outlet, **more):
    words = "Gunmen fell on a ferry office in Kyiv on Sunday."
    return told(outlet, words, "fell on", HARBOUR, LONG, place="Kyiv", lemma="fall on", to="a ferry office", **more)


def measured(*readings):
    tellings, stories, rarity = compared(readings, {})
    return shared(tellings[0], tellings[1], stories.get((0, 1), 0.0), rarity)


def test_every_measure_has_a_weight():
    one, other = raid("A"), raid("B")
    assert set(measured(one, other)) <= set(weights())
    assert "bias" in weights()


def test_what_two_reports_share_is_measured():
    found = measured(raid("A"), raid("B"))
    assert found["place"] > 0 and found["recipient"] > 0 and found["word_and_type"] == 1
    assert found["reports_of_one_day"] == 1 and found["both_about"] == 1 and found["passage"] > 0.9
    apart = measured(raid("A"), other_raid("B", published="2025-03-01"))
    assert apart["reports_far_apart"] == 1
    assert not {"place", "recipient", "word_and_type", "told_of"} & set(apart)


def test_one_raid_is_likelier_than_two():
    readings = [raid("A"), told("B", "A raid on a mill in Sumy was told of.", "raid", MILL, LONG), other_raid("C")]
    tellings, stories, rarity = compared(readings, {})
    same = odds(tellings[0], tellings[1], stories.get((0, 1), 0.0), rarity)
    assert same > 0 > odds(tellings[0], tellings[2], stories.get((0, 2), 0.0), rarity)
    links = link_events(readings, {})
    assert len(set(links.values())) == 2


def test_odds_that_cannot_reach_a_bound_are_not_counted_out():
    tellings, _, rarity = compared([raid("A"), other_raid("C")], {})
    assert odds(tellings[0], tellings[1], 0.0, rarity, least=50.0) == -float("inf")
    full = odds(tellings[0], tellings[1], 0.0, rarity)
    assert odds(tellings[0], tellings[1], 0.0, rarity, least=full) == full


def test_headlines_and_denials_are_told_by_rules():
    short = [told(outlet, "Armed men raided a mill in Sumy.", "raided") for outlet in "AB"]
    tellings, _, _ = compared(short, {})
    assert all(t.brief for t in tellings) and is_told_by_rules(*tellings)
    whole, _, _ = compared([raid("A"), raid("B")], {})
    assert len(raid("A").report.text.split()) >= FEW_WORDS
    assert not is_told_by_rules(*whole)
    denied, _, _ = compared([raid("A"), raid("B", status="did_not_occur")], {})
    assert is_told_by_rules(*denied)


def test_the_rarer_a_word_the_more_it_says():
    readings = [raid("A"), raid("B"), other_raid("C")]
    tellings, _, rarity = compared(readings, {})
    assert rarity.rarest({"ferry"}) > rarity.rarest({"mill"}) > rarity.rarest({"town"}) > 0
    assert rarity.rarest({"the"}) == rarity.rarest(()) == 0
    assert rarity.place("Kyiv") > rarity.place("Sumy")
    assert rarity.alike(tellings[0].words, tellings[0].words) == 1
    assert rarity.alike(frozenset(), tellings[0].words) == 0
    assert isinstance(rarity, Rarity)


def test_a_passage_has_the_words_around_its_sentence():
    text = "yard " * 60 + "quarry. Men of Sumy raided it. " + "bystanders " * 20 + "cranes"
    b = Build(text, outlet="A")
    b.entity("place", "Sumy", place=SUMY)
    start = text.index("Men")
    sentence = (start, start + len("Men of Sumy raided it."))
    wording = Wording(b.reading())
    assert wording.passage(sentence) == {"yard", "quarry", "men", "sumy", "raided", "bystanders"}
    assert wording.names(sentence) == {"sumy"}
    assert words_of("The raid, and THE raid of 2024") == {"raid"}


def test_letters_that_fold_into_two_stay_one_word():
    turkish = told("A", "Armed men raided a mill in Sumy.", "raided", "It was in İstanbul's news, too.", MILL, LONG)
    assert measured(turkish, raid("B"))["passage"] > 0


def test_a_report_that_tells_two_deeds_apart_speaks_against_one():
    b = Build(f"Armed men raided a mill in Sumy. Others raided a bank in Sumy. {MILL} {LONG}", outlet="A",
              published="2024-11-18")  # fmt: skip
    b.event("raided", lemma="raid", recipients=["a mill"])
    b.event(at("raided", 1), lemma="raid", recipients=["a bank"])
    tellings, _, _ = compared([b.reading(), raid("B")], {})
    groups = Groups(tellings)
    groups.join(0, 2)
    assert groups.agree(0, 1, lambda _i, _j: 2.0) == (2.0 + TOLD_APART) / 2
    groups.contested.add(0)
    assert groups.agree(0, 1, lambda _i, _j: 2.0) is None
