"""The steps of a flow as rows of a list."""

from __future__ import annotations

from tests.helpers.packs import tiny_atlas
from tests.helpers.shipped import hops_of, shipped_atlas
from vmexplorer.app.step_rows import StepRow, step_rows
from vmexplorer.atlas.step_kind import StepKind


def test_rows_say_who_speaks_to_whom_and_what() -> None:
    atlas = tiny_atlas()
    steps = atlas.steps_in(atlas.flow("F01"), "e8")
    rows = step_rows(steps, atlas)
    assert [row[:4] for row in rows[:2]] == [
        (1, "Client → proxy", "POST /sdk", False),
        (2, "proxy → agent", "forward", False),
    ]
    assert [row.number for row in rows] == list(range(1, len(steps) + 1))


def test_work_inside_a_component_names_it_once() -> None:
    atlas = shipped_atlas()
    row = step_rows(hops_of("F01", "overview", "e9"), atlas)[1]
    assert (row.title, row.detail) == ("vpxd", "check, choose a host")


def test_drawn_steps_and_written_ones_make_the_same_rows() -> None:
    atlas = shipped_atlas()
    hops = hops_of("F06", "overview", "e8")
    assert step_rows(hops, atlas) == step_rows([hop.step for hop in hops], atlas)


def test_message_that_does_not_arrive_has_failed() -> None:
    hops = hops_of("F06", "overview", "e8")
    rows = step_rows(hops, shipped_atlas())
    assert "UDP 902 lost" in {row.detail for row in rows if row.failed}
    assert [row.failed for row in rows] == [hop.step.kind is StepKind.FAULT for hop in hops]
    assert not rows[0].failed


def test_tip_is_the_narration_as_plain_text() -> None:
    atlas = shipped_atlas()
    for flow in atlas.flows:
        for hop, row in zip(
            hops_of(flow, "overview", "e9"), step_rows(hops_of(flow, "overview", "e9"), atlas), strict=True
        ):
            assert row.tip
            assert "`" not in row.tip
            assert row.tip.startswith(hop.step.narration[0].text.replace("`", ""))


def test_no_steps_make_no_rows() -> None:
    assert step_rows((), tiny_atlas()) == ()
    assert StepRow(1, "a", "b").tip == ""
