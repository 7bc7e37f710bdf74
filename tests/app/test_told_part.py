"""Only the first steps of one flow are told; others are left alone."""

from __future__ import annotations

from tests.helpers.maps import explorer
from vmexplorer.app.told_part import FirstSteps


def test_a_flow_ends_where_the_question_stands() -> None:
    made = explorer()
    made.bend(FirstSteps("F01", 3))
    made.tell("F01")
    assert len(made.hops) == 3
    made.tell("F02")
    assert len(made.hops) == 7


def test_without_a_step_nothing_is_told() -> None:
    made = explorer()
    made.bend(FirstSteps("F01", 0))
    made.tell("F01")
    assert made.flow is None
