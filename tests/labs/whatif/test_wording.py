"""What several faults say together is said once."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from vmexplorer.atlas.evidence import Evidence, Standing, Statement, joined
from vmexplorer.labs.whatif.spell import general
from vmexplorer.labs.whatif.wording import told_once

READ = Evidence(Standing.VERIFIED, ("S27",))


def test_a_sentence_that_was_told_is_left_out() -> None:
    first, second = general("The host is grey. Tasks fail."), Statement("Tasks fail. The page works.", (READ,))
    assert told_once([first, second]) == (first, Statement("The page works.", (READ,)))


def test_a_statement_of_which_nothing_is_left_goes() -> None:
    assert told_once([general("Tasks fail."), general("Tasks fail.")]) == (general("Tasks fail."),)


def test_of_two_sentences_the_one_with_the_reason_stays() -> None:
    long = general("Tasks on esx01.lab.example fail, because vCenter cannot reach its agent.")
    short = general("Tasks on esx01.lab.example fail.")
    assert told_once([short, long]) == told_once([long, short]) == (long,)


@given(st.lists(st.lists(st.sampled_from(["A b.", "A b, c.", "D.", "E 6.5 f."]), min_size=1).map(" ".join)))
def test_nothing_is_lost_and_nothing_stays_twice(texts: list[str]) -> None:
    told = joined(told_once([general(text) for text in texts]))
    whole = " ".join(texts)
    for sentence in ("A b, c.", "D.", "E 6.5 f."):
        assert told.count(sentence) == min(1, whole.count(sentence))
    assert told.count("A b.") == (1 if "A b." in whole and "A b, c." not in whole else 0)
