"""Names that may be of one body are one voice."""

from builders import Build

from sayso.link.voices import independent, voice


def entity(kind, name, **more):
    b = Build(f"{name} spoke.", outlet="A")
    b.entity(kind, name, **more)
    return b.reading().entities[0]


def count(*names):
    return len(independent(one if not isinstance(one, str) else voice(one) for one in names))


def test_the_shorter_name_is_of_the_body_of_the_longer():
    assert count("the service", "Togo's rescue service") == 1
    assert count("prosecutors", "the regional prosecutor's office") == 1
    assert count("Oru", "Ada Oru", "a spokesman of Ada Oru") == 1


def test_other_bodies_are_other_voices():
    assert count("the health ministry", "the defence ministry", "the army") == 3
    assert count("Harbour Wire", "Eastern Ledger") == 2


def test_officials_of_a_land_may_be_of_its_ministries_but_of_no_other_lands():
    officials = voice("Togolese officials", entity("group", "Togolese officials", country="TGO", sector="GOV"))
    ministry = voice("interior ministry", entity("organization", "interior ministry", sector="GOV"))
    togo = voice("Togo", entity("place", "Togo", country="TGO"))
    benin = voice("Benin's army", entity("organization", "Benin's army", country="BEN", sector="MIL"))
    assert count(officials, ministry) == 1
    assert count(officials, togo, ministry) == 1
    assert count(officials, benin) == 2
    assert count(officials, voice("a shepherd")) == 2
