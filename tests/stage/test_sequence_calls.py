"""Which lifelines are busy: requests, replies, and calls inside calls."""

from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vmexplorer.atlas.kind import Kind
from vmexplorer.atlas.step_kind import StepKind
from vmexplorer.stage.sequence import Call, Message
from vmexplorer.stage.sequence_calls import calls

LETTERS = {
    ">": StepKind.REQUEST,
    "<": StepKind.REPLY,
    "~": StepKind.EVENT,
    ".": StepKind.HEARTBEAT,
    "=": StepKind.DATA,
    "x": StepKind.FAULT,
}


def messages(*written: str) -> list[Message]:
    """Messages such as "0>1": lifeline 0 asks lifeline 1."""
    found = []
    for number, (source, kind, target) in enumerate(written, start=1):
        found.append(Message(number, LETTERS[kind], Kind.KERNEL, int(source), int(target), "say", "title"))
    return found


def test_a_call_lasts_from_the_request_to_its_reply() -> None:
    assert calls(messages("0>1", "1>1", "1<0", "1~0")) == (Call(1, 0, 2, 0),)


def test_a_call_without_reply_lasts_to_the_last_message_sent_for_it() -> None:
    assert calls(messages("0>1", "1~1", "1~2", "0~2")) == (Call(1, 0, 2, 0),)


def test_a_call_after_which_nothing_is_sent_is_one_row() -> None:
    assert calls(messages("0>1", "0>2")) == (Call(1, 0, 0, 0), Call(2, 1, 1, 0))


@pytest.mark.parametrize("kind", ["~", ".", "=", "x", "<"])
def test_only_requests_make_busy(kind: str) -> None:
    assert calls(messages(f"0{kind}1", "1~2")) == ()


def test_work_inside_is_no_call() -> None:
    assert calls(messages("0>0", "0>0")) == ()


def test_a_call_during_another_lies_inside_it() -> None:
    assert calls(messages("0>1", "1>2", "2>1", "1<2", "2<1", "1<0")) == (
        Call(1, 0, 5, 0),
        Call(2, 1, 4, 0),
        Call(1, 2, 3, 1),
    )


def test_a_second_request_after_the_last_word_on_the_first_stands_beside_it() -> None:
    assert calls(messages("0>1", "1>1", "0>1", "1~0")) == (Call(1, 0, 1, 0), Call(1, 2, 3, 0))


def test_a_reply_past_the_proxy_ends_the_call_it_passed_on() -> None:
    assert calls(messages("0>1", "1>2", "2<0", "2~0")) == (Call(1, 0, 1, 0), Call(2, 1, 2, 0))


def test_a_fault_ends_the_call_of_whom_it_reaches_and_no_other() -> None:
    assert calls(messages("0>1", "1x0", "1~0")) == (Call(1, 0, 1, 0),)
    assert calls(messages("0>1", "1x2", "1~0")) == (Call(1, 0, 2, 0),)


def test_a_reply_to_the_first_of_two_callers_ends_the_call_inside_as_well() -> None:
    assert calls(messages("0>1", "2>1", "1~3", "1<0", "1~2")) == (Call(1, 0, 3, 0), Call(1, 1, 2, 1))


written_messages = st.builds(
    lambda source, kind, target: f"{source}{kind}{target}",
    st.integers(0, 3),
    st.sampled_from(list(LETTERS)),
    st.integers(0, 3),
)


@given(st.lists(written_messages, max_size=20))
def test_calls_on_one_lifeline_never_lie_across_each_other(written: list[str]) -> None:
    found = calls(messages(*written))
    for one, other in combinations(found, 2):
        if one.lifeline == other.lifeline:
            apart = one.last < other.first or other.last < one.first
            inside = one.first < other.first <= other.last <= one.last
            assert apart or inside
            if inside:
                assert other.depth > one.depth


@given(st.lists(written_messages, max_size=20))
def test_every_request_to_somebody_else_begins_one_call(written: list[str]) -> None:
    asked = [(row, one) for row, one in enumerate(written) if one[1] == ">" and one[0] != one[2]]
    begun = [(int(one[2]), row) for row, one in asked]
    assert [(call.lifeline, call.first) for call in calls(messages(*written))] == begun
