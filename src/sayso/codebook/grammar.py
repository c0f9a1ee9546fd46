"""Closed classes of words, tags and kinds of names that rules of several rooms ask for."""

from __future__ import annotations

#: Words that say that it is not so; `NO` with that which may stand before a noun.
NOT = frozenset({"not", "n't", "n’t", "never"})
NO = NOT | {"no"}
HAVE = frozenset({"have", "has", "had", "'ve", "’ve"})
#: Tags of forms that no infinitive has; of all that tell by themselves that something is or was; of finite verbs.
ENDED = frozenset({"VBD", "VBZ"})
TOLD = ENDED | {"VBP"}
FINITE = TOLD | {"MD"}
FIRST_PERSON = frozenset({"i", "me", "my", "we", "us", "our"})
#: Whose it is, but "your"; whose it is, where that may be somebody else than who speaks.
OWNERS = frozenset({"my", "our", "his", "her", "its", "their"})
THEIRS = OWNERS - {"my", "our"} | {"your"}
#: Tags of nouns that are more than one, and how clauses hang on a noun that say more of it.
PLURAL = frozenset({"NNS", "NNPS"})
ON_NOUN = frozenset({"acl", "acl:relcl"})
#: Kinds of names of lands, peoples and bodies; of those who act; what they are by a name or a noun; what may stand as a
#: thing in a sentence.
LANDS_AND_BODIES = frozenset({"organization", "place", "nationality"})
NAMED = LANDS_AND_BODIES | {"person"}
SOMEBODY = NAMED | {"group"}
THINGS = frozenset({"organization", "place", "facility", "weapon", "vehicle", "other"})
#: Before a noun of a deed that only tells when another was.
DATING = frozenset({"after", "since", "before", "following"})
