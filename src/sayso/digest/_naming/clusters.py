"""Which names are names of one thing: full and short forms, acronyms with their expansions, spellings.

Names are gone through once, in text order; each is compared with a bounded number of earlier ones.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from sayso.codebook.given_names import load_given_names
from sayso.codebook.nouns import load_nouns
from sayso.digest._naming.mentions import Mention
from sayso.digest._naming.salience import weight_of
from sayso.digest.gazetteer import fold

#: How many earlier names that share a word are looked at.
LOOK_BACK = 8
#: Name words that no short form consists of.
SMALL = frozenset(
    ("of", "for", "and", "the", "in", "on", "to", "de", "del", "la", "le", "du", "des", "al", "el", "&", "-")
)
SUFFIXES = frozenset(("jr", "jr.", "sr", "sr.", "ii", "iii", "iv"))
#: Around an acronym behind its expansion.
BRACKETS = {"(": ")", "[": "]"}
#: Kinds of which a plural is one with its singular: "Kenyans", "Grads".
PLURALS = frozenset(("nationality", "weapon", "vehicle"))
#: Kinds of which a part may stand for the whole.
SHORTENED = frozenset(("organization", "facility", "other"))

Words = tuple[str, ...]


@dataclass(slots=True, eq=False)
class Cluster:
    """The mentions of one thing."""

    kind: str
    mentions: list[Mention] = field(default_factory=list)
    #: role words [start, end) as token indices, with the head noun
    roles: list[tuple[int, int, int]] = field(default_factory=list)
    #: phrases for many that it is named as one of ("lawmakers such as …"), like `roles`
    classes: list[tuple[int, int, int]] = field(default_factory=list)
    gender: str = ""
    many: bool = False
    sector: str | None = None
    country: str | None = None
    #: the country is that of a town that the words name: they do not name the country itself
    country_by_table: bool = False
    #: the cluster of the country or body that the words attach it to
    part_of: Cluster | None = None
    wikidata: str | None = None
    #: first named as somebody's relative ("her husband Omar Diallo")
    kin: bool = False
    #: the name that only the title of the page gives
    called: str = ""

    def add(self, mention: Mention) -> None:
        """Takes a mention in."""
        mention.cluster = self
        self.mentions.append(mention)
        self.gender = self.gender or mention.gender
        self.sector = self.sector or mention.sector

    @property
    def names(self) -> list[Mention]:
        return [mention for mention in self.mentions if mention.form == "name"]


def said_by_words(person: Cluster, owner: Cluster) -> None:
    """The country of an official was from the table, and now the words tell it: "the French president"."""
    if person.kind == "person" and not owner.country_by_table:
        person.country_by_table, person.part_of = False, person.part_of or owner


def one_item_each(clusters: Iterable[Cluster]) -> list[Cluster]:
    """Clusters of one kind and Wikidata item are one: "the Group of Seven" and "G7"."""
    known: dict[tuple[str, str], Cluster] = {}
    kept: list[Cluster] = []
    for cluster in clusters:
        first = known.setdefault((cluster.kind, cluster.wikidata), cluster) if cluster.wikidata else cluster
        if first is cluster:
            kept.append(cluster)
            continue
        for mention in cluster.mentions:
            first.add(mention)
    return kept


class NameIndex:
    """Clusters by the words of their names."""

    def __init__(self) -> None:
        self.clusters: list[Cluster] = []
        self._exact: dict[tuple[str, Words], Cluster] = {}
        self._by_word: dict[tuple[str, str], list[tuple[Words, Cluster]]] = defaultdict(list)
        self._initials: dict[str, Cluster] = {}
        self._acronyms: dict[str, Cluster] = {}
        #: full names of a person, at most `LOOK_BACK`: "Sam" may be Thomas or Manju, "Manju Sam" is not Thomas
        self._full: dict[int, list[Words]] = defaultdict(list)

    def add(self, mention: Mention) -> Cluster:
        """Puts a name where it belongs, in a new cluster if none fits."""
        words = key_of(mention)
        cluster = self._find(mention.kind, words, mention)
        if cluster is None:
            cluster = self._new(mention.kind)
            cluster.kin = mention.kind == "person" and _is_kin(mention)
        cluster.add(mention)
        self.remember(mention.kind, words, cluster, acronym=is_acronym(mention.text))
        return cluster

    def _new(self, kind: str) -> Cluster:
        cluster = Cluster(kind)
        self.clusters.append(cluster)
        return cluster

    def remember(self, kind: str, words: Words, cluster: Cluster, *, acronym: bool = False) -> None:
        """Lets later names find the cluster by these words."""
        if (kind, words) in self._exact:
            self._exact[kind, words] = cluster
            self._refresh(kind, words, cluster)
            return
        self._exact[kind, words] = cluster
        if len(words) > 1 and len(self._full[id(cluster)]) < LOOK_BACK:
            self._full[id(cluster)].append(words)
        for word in set(words) - SMALL:
            self._by_word[kind, word].append((words, cluster))
        if acronym and len(words) == 1:
            self._acronyms.setdefault(words[0], cluster)
        for letters in initials(words):
            self._initials.setdefault(letters, cluster)

    def _refresh(self, kind: str, words: Words, cluster: Cluster) -> None:
        """The last one named is the first one looked at."""
        for word in set(words) - SMALL:
            rows = self._by_word[kind, word]
            if rows[-1][1] is not cluster:
                rows.append((words, cluster))

    def _find(self, kind: str, words: Words, mention: Mention) -> Cluster | None:
        if kind == "person" and len(words) == 1:
            return self._find_bearer(words, mention)
        exact = self._exact.get((kind, words))
        if exact is not None:
            return exact
        if kind == "person":
            return self._find_person(words)
        if len(words) == 1 and is_acronym(mention.text) and words[0] in self._initials:
            return self._initials[words[0]]
        expanded = next((self._acronyms[i] for i in initials(words) if i in self._acronyms), None)
        if expanded is not None and expanded.kind in (kind, "other"):
            return expanded
        return self._find_short(kind, words) if kind in SHORTENED else None

    def _find_person(self, words: Words) -> Cluster | None:
        return next(self._bearers(words), None)

    def _bearers(self, words: Words) -> Iterator[Cluster]:
        """The people whose names the words may shorten, the last one named first; one may come twice."""
        words = tuple(word for word in words if word not in SUFFIXES) or words
        for word in (words[-1], *words[:-1]):
            for known, cluster in reversed(self._by_word["person", word][-LOOK_BACK:]):
                if same_person(words, known) and all(same_person(words, full) for full in self._full[id(cluster)]):
                    yield cluster

    def _find_bearer(self, words: Words, mention: Mention) -> Cluster | None:
        """Of several people of one surname: whom the title allows, who is not told of as a relative, who is named most,
        whom more is told of ("the body of [name]" is less), who is named first.
        """
        bearers = [*reversed(dict.fromkeys(self._bearers(words)))]
        mention.gender = mention.gender or _gender_before(mention)
        fitting = [one for one in bearers if not mention.gender or _gender(one) in ("", mention.gender)]
        alias = self._exact.get(("person", words))
        return max(fitting, key=_standing, default=alias if not bearers else None)

    def _find_short(self, kind: str, words: Words) -> Cluster | None:
        """ "the Council" after "Security Council", "Amnesty" after "Amnesty International"."""
        if not words or (len(words) == 1 and (words[0] in SMALL or len(words[0]) < 4)):
            return None
        for known, cluster in reversed(self._by_word[kind, words[-1]][-LOOK_BACK:]):
            if len(known) > len(words) and (known[-len(words) :] == words or known[: len(words)] == words):
                return cluster
        return None


def _standing(person: Cluster) -> tuple[bool, int, float]:
    """How much speaks for somebody as the one whom a bare surname means."""
    last = person.mentions[-1]
    return not person.kin, len(person.mentions), weight_of(last.doc[last.head])


def _word_before(mention: Mention) -> str:
    return mention.doc[mention.start - 1].lower_ if mention.start else ""


def _is_kin(mention: Mention) -> bool:
    """ "Her husband Omar Diallo", "whose husband, the diver Omar Diallo, …": told of as somebody's relative."""
    kin, head = load_nouns().kin, mention.doc[mention.head].head
    owned = any(child.dep_ == "nmod:poss" for child in head.lefts)
    return _word_before(mention) in kin or (mention.doc[mention.head].dep_ == "appos" and owned and head.lower_ in kin)


def _gender_before(mention: Mention) -> str:
    """The gender that the word before a name tells ("Mrs", "her husband"), "" for none."""
    return load_nouns().gender(_word_before(mention))


def _gender(person: Cluster) -> str:
    """The gender that the titles and given names of a person tell, "" for none."""
    told = (person.gender, *map(_gender_before, person.names))
    given = {load_given_names().get(fold(name.words[0]), "") for name in person.names if len(name.words) > 1}
    return next(filter(None, told), given.pop() if len(given) == 1 else "")


def key_of(mention: Mention) -> Words:
    """Words to compare by; a plural demonym or model is one with its singular."""
    words = mention.words or (mention.text.casefold(),)
    last = words[-1]
    if mention.kind in PLURALS and last.endswith("s") and len(last) > 4:
        words = (*words[:-1], last[:-1])
    return words


def is_acronym(text: str) -> bool:
    """True for "AU", "U.N.", "M23", "UNHCR"."""
    bare = text.replace(".", "")
    large = sum(letter.isupper() for letter in bare)
    return 2 <= len(bare) <= 8 and bare[0].isupper() and large >= max(2, len(bare) - 2)


def initials(words: Words) -> set[str]:
    """First letters of a name of several words, with and without its small words, in small letters."""
    if len(words) < 2:
        return set()
    parts = [part for word in words for part in word.split("-") if part]
    large = [part for part in parts if part not in SMALL]
    return {"".join(part[0] for part in parts), "".join(part[0] for part in large)} - {""}


def same_person(words: Words, known: Words) -> bool:
    """True where one name may be a shorter form of the other: "Yusuf", "A. Yusuf", "Amina Yusuf"."""
    short, long = sorted((words, tuple(w for w in known if w not in SUFFIXES) or known), key=len)
    if len(short) == 1:
        return short[0] == long[-1] or (short[0] in long and short[0] not in SMALL)
    if short[-1] != long[-1]:
        return set(short) <= set(long)
    rest = long[:-1]
    return all(any(_same_given(word, other) for other in rest) for word in short[:-1])


def _same_given(word: str, other: str) -> bool:
    if word == other:
        return True
    bare, other_bare = word.rstrip("."), other.rstrip(".")
    return (len(bare) == 1 or len(other_bare) == 1) and bare[:1] == other_bare[:1]


def settle_kinds(mentions: Iterable[Mention], is_title: dict[int, bool], sure: dict[Words, str]) -> None:
    """One kind for the same words throughout a report: that of most of them, a title before a name counting twice.

    Words that are often a person and something else ("Washington") keep each its own; the kinds of `sure` are known.
    """
    votes: dict[Words, Counter[str]] = defaultdict(Counter)
    mentions = list(mentions)
    for mention in mentions:
        votes[mention.words][mention.kind] += 2 if is_title.get(mention.start) else 1
    for mention in mentions:
        if mention.words in sure:
            mention.kind = sure[mention.words]
            continue
        (best, most), *rest = votes[mention.words].most_common(2)
        person = "person" in (best, mention.kind)
        if rest and (is_title.get(mention.start) or (person and rest[0][1] * 3 > most)):
            continue
        mention.kind = best
