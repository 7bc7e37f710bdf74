"""Letters in their order, and slips of the fingers."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vmexplorer.app.fuzzy import is_subsequence, one_slip_apart, subsequence_score

_WORDS = st.text(alphabet="abc -", min_size=1, max_size=8)


@pytest.mark.parametrize(
    ("pattern", "better", "worse"),
    [
        ("host", "host", "hostd"),  # equal before longer
        ("host", "hostd", "ghostd"),  # at the beginning before inside
        ("sched", "cpu scheduler", "cpu reschedule"),  # at the beginning of a word
        ("cs", "cpu scheduler", "cross"),  # initials
        ("hd", "hd monitor", "hostd"),  # together before apart
        ("vmk", "vmkernel", "vmware tools kernel"),
    ],
)
def test_better_fit_scores_higher(pattern: str, better: str, worse: str) -> None:
    assert subsequence_score(pattern, better) > subsequence_score(pattern, worse) > 0


@pytest.mark.parametrize(
    ("pattern", "text"), [("hostd", "host"), ("dh", "hostd"), ("x", ""), ("", "hostd"), ("aa", "a")]
)
def test_missing_letters_score_nothing(pattern: str, text: str) -> None:
    assert subsequence_score(pattern, text) == 0.0


@given(_WORDS, _WORDS)
def test_score_lies_between_0_and_1_and_tells_whether_it_fits(pattern: str, text: str) -> None:
    score = subsequence_score(pattern, text)
    assert 0.0 <= score <= 1.0
    assert (score > 0) == is_subsequence(pattern, text)


@given(st.text(alphabet="abc", min_size=1, max_size=8))
def test_equal_text_is_a_perfect_fit(text: str) -> None:
    assert subsequence_score(text, text) == pytest.approx(1.0)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("hosdt", "hostd"),
        ("hotd", "hostd"),
        ("hosttd", "hostd"),
        ("hoste", "hostd"),
        ("ohstd", "hostd"),
        ("ostd", "hostd"),
    ],
)
def test_one_slip_is_recognized(typed: str, meant: str) -> None:
    assert one_slip_apart(typed, meant)
    assert one_slip_apart(meant, typed)


@pytest.mark.parametrize(
    ("typed", "meant"), [("hostd", "hostd"), ("htods", "hostd"), ("hst", "hostd"), ("dhost", "hostd")]
)
def test_none_or_more_than_one_slip_is_not(typed: str, meant: str) -> None:
    assert not one_slip_apart(typed, meant)


def _slips(word: str) -> set[str]:
    """Every word that is one slip away, by trying them all."""
    found = set()
    for place in range(len(word) + 1):
        found |= {word[:place] + letter + word[place:] for letter in "abc"}
        if place < len(word):
            found |= {word[:place] + letter + word[place + 1 :] for letter in ["", *"abc"]}
        if place + 1 < len(word):
            found.add(word[:place] + word[place + 1] + word[place] + word[place + 2 :])
    return found - {word}


@given(st.text(alphabet="abc", max_size=5), st.text(alphabet="abc", max_size=5))
def test_slips_agree_with_trying_them_all(typed: str, meant: str) -> None:
    assert one_slip_apart(typed, meant) == (typed in _slips(meant))
