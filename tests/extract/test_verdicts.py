"""What tells a particular act of its type, and what only speaks of such: the network's word over the codebook's."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pytest
from numpy.typing import NDArray
from spacy.tokens import Token

import sayso
from sayso.codebook.codebook import load_codebook
from sayso.digest.gazetteer import load_gazetteer
from sayso.extract._telling.triggers import BY_VERB
from sayso.extract._telling.verdicts import KINDS, LEAST, STATUSES, SURER
from sayso.extract.events import find_events
from sayso.model import Event, Report
from sayso.pipeline import digest_doc
from sayso.sureness import DOUBTFUL
from tests.extract.test_events import reading

pytestmark = pytest.mark.model

RAID = "Gunmen raided the port of Oran on Monday. {} Police arrested a driver. The port stayed shut. The sea was calm."


class OneVerdict:
    """Gives every word the same share of its type, and the rest to nothing; and the same status, by so much."""

    def __init__(self, share: float, status: str = "occurred", surer: float = 0.0) -> None:
        self.share, self.status, self.surer = share, status, surer
        self.asked: list[tuple[str, Sequence[str]]] = []

    def in_sentence(self, head: Token, features: Sequence[str]) -> NDArray[np.float32]:
        self.asked.append((head.text, features))
        shares = [self.share if f"type={kind}" in features else 0.0 for kind in KINDS]
        with np.errstate(divide="ignore"):
            types = np.log(np.array([1 - self.share, *shares[1:]], np.float32))
        return np.append(types, [self.surer * (status == self.status) for status in STATUSES]).astype(np.float32)


def judged(
    text: str, share: float, status: str = "occurred", surer: float = 0.0
) -> tuple[tuple[Event, ...], OneVerdict]:
    """The events of a text of which the network says so."""
    doc = sayso.load_language()(text)
    network = OneVerdict(share, status, surer)
    doc.user_data["verdicts"] = network
    report = Report(id="r-1", text=text, published="2026-03-03")
    digest, statements, tellings = digest_doc(doc, report, load_gazetteer(), load_codebook())
    return find_events(digest, statements, load_codebook(), tellings), network


def test_a_word_that_hardly_tells_an_act_has_no_type() -> None:
    events, network = judged(RAID.format(""), LEAST / 2)
    assert {head for head, _ in network.asked} >= {"raided", "arrested"}
    assert not [event for event in events if event.type or event.mode or event.codes or event.contexts]
    assert {event.by for event in events if event.trigger.text in ("raided", "arrested")} == {BY_VERB}


def test_the_share_of_its_type_is_the_score_of_an_event() -> None:
    events, _ = judged(RAID.format(""), 0.75)
    assert {event.trigger.text: event.score for event in events if event.type} == {"raided": 0.75, "arrested": 0.75}


def test_another_status_is_taken_where_it_is_likelier_by_far() -> None:
    for surer, status in ((SURER + 0.1, "planned"), (SURER - 0.1, "occurred")):
        events, _ = judged(RAID.format(""), 0.9, "planned", surer)
        assert {event.status for event in events if event.type} == {status}


def test_what_is_planned_or_denied_is_never_made_to_happen() -> None:
    text = RAID.format("The guards will arrest the owner. Rebels did not attack the town.")
    events, _ = judged(text, 0.9, "occurred", 9.0)
    status = {event.trigger.text: event.status for event in events if event.type}
    assert (status["arrest"], status["attack"]) == ("planned", "did_not_occur")


def test_a_text_of_few_sentences_is_left_to_the_codebook() -> None:
    events, network = judged("Gunmen raided the port of Oran on Monday. Police arrested a driver.", 0.0)
    assert not network.asked and [event.type for event in events if event.type] == ["ASSAULT", "COERCE"]


@pytest.mark.parametrize(
    "text",
    [
        "I greet all who take part in the fair. Your traditional meetings foster dialogue and strengthen trust. I am "
        "sure that cooperation between our towns will grow. I hope that the guests enjoy their stay.",
        "The fair opened in Oran. It works to promote dialogue between old and young. Bakers sold bread. A choir sang.",
    ],
)
def test_what_is_always_so_or_wished_is_no_act(text: str) -> None:
    assert not [event.trigger.text for event in reading(text).events if event.type]


def test_what_is_done_keeps_its_type() -> None:
    found = reading(RAID.format("The mayor met the owners of the ships in the evening and condemned the raid."))
    assert {"raided", "met", "condemned", "arrested"} <= {event.trigger.text for event in found.events if event.type}


def test_scores_of_a_whole_text_differ() -> None:
    scores = [event.score for event in reading(RAID.format("The mayor called for calm.")).events if event.type]
    assert len(set(scores)) > 1 and all(LEAST <= score <= 1 for score in scores) and DOUBTFUL > LEAST
