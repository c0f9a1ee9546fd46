"""What briefs and tables write in one way."""

from builders import Build

from sayso.publish.words import chain


def test_hearsay_is_no_source():
    b = Build("The ferry is said to have sunk, the harbour master, a sailor, told the Post.")
    links = (b.link("the harbour master,"), b.link("is said", hearsay=True))
    assert chain(links) == "the harbour master ← hearsay (“is said”)"
