"""What counts as the same word, and what does not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vmexplorer.lessons.quiz.wording import forgiven, joined, place_of, same_word, slips_between, words_of

WORDS = st.text(alphabet="abcdxy", max_size=9)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The VMkernel", ("vmkernel",)),
        ("  vmware.LOG!  ", ("vmware", "log")),
        ("Host-Client", ("host", "client")),
        ("isn't é", ("isnt", "e")),
        ("a", ("a",)),
        ("？！", ()),
        ("ＵＤＰ ９０２", ("udp", "902")),
    ],
)
def test_case_accents_signs_and_articles_do_not_count(text: str, words: tuple[str, ...]) -> None:
    assert words_of(text) == words


@pytest.mark.parametrize(
    ("one", "other", "slips"),
    [("hostd", "hostd", 0), ("hosdt", "hostd", 1), ("hosd", "hostd", 1), ("hostdd", "hostd", 1), ("vpxa", "vpxd", 1)],
)
def test_slips_are_counted_as_one_makes_them(one: str, other: str, slips: int) -> None:
    assert slips_between(one, other, 3) == slips


@given(WORDS, WORDS)
def test_slips_go_both_ways_and_stop_at_the_most_that_is_asked(one: str, other: str) -> None:
    exact = slips_between(one, other, 20)
    assert exact == slips_between(other, one, 20)
    assert (exact == 0) == (one == other)
    assert exact <= max(len(one), len(other))
    for most in range(4):
        assert slips_between(one, other, most) == min(exact, most + 1)


def test_longer_names_forgive_more() -> None:
    assert [forgiven("x" * length) for length in (3, 4, 7, 8, 13, 14)] == [0, 1, 1, 2, 2, 3]


@pytest.mark.parametrize(
    ("given_", "wanted", "same"),
    [
        ("agents", "agent", True),
        ("agent", "agents", True),
        ("processes", "process", True),
        ("scheduller", "scheduler", True),
        ("hostd", "host", False),
        ("vpxa", "vpxd", False),
        ("8183", "8182", False),
    ],
)
def test_words_of_a_sentence(given_: str, wanted: str, same: bool) -> None:
    assert same_word(given_, wanted) is same


@pytest.mark.parametrize(
    ("wanted", "said", "place"),
    [
        ("boot bank", "it runs from the boot bank", 3),
        ("boot bank", "from RAM, not the boot bank", -1),
        ("boot bank", "the bank of the boot device", -1),
        ("Linux", "it is no Linux", -1),
        ("", "anything", -1),
    ],
)
def test_where_words_stand_undenied(wanted: str, said: str, place: int) -> None:
    assert place_of(words_of(wanted), words_of(said)) == place


def test_spaces_inside_a_name_do_not_count() -> None:
    assert joined(words_of("vpx user")) == joined(words_of("VPXuser"))
