"""The sequence diagram of every shipped flow in every era, and of small flows made by hand."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from itertools import combinations, pairwise

import pytest

from tests.helpers.shipped import shipped_atlas
from vmexplorer.atlas.atlas import Atlas
from vmexplorer.atlas.flow import Step
from vmexplorer.atlas.step_kind import StepKind
from vmexplorer.drawing.geometry import Point, Rect
from vmexplorer.stage.sequence import SequenceLayout
from vmexplorer.stage.sequence_across import BAR, LABEL_SIZE
from vmexplorer.stage.sequence_labels import text_width
from vmexplorer.stage.sequence_layout import ordered, sequence_layout, widened

WIDTHS = (0.0, 1400.0, 2600.0)


@cache
def steps_of(flow: str, era: str) -> tuple[Step, ...]:
    atlas = shipped_atlas()
    return atlas.steps_in(atlas.flow(flow), era)


def played() -> Iterator[tuple[str, str]]:
    """Every shipped flow in every era that tells it in a way of its own."""
    atlas = shipped_atlas()
    for flow in atlas.flows.values():
        told = set()
        for era in atlas.eras_of(flow):
            steps = steps_of(flow.id, era)
            if steps not in told:
                told.add(steps)
                yield flow.id, era


@pytest.fixture(params=list(played()), ids="-".join)
def steps(request: pytest.FixtureRequest) -> tuple[Step, ...]:
    return steps_of(*request.param)


def drawn(steps: tuple[Step, ...]) -> list[SequenceLayout]:
    """The diagram as narrow as it gets, and in wider sheets."""
    return [sequence_layout(steps, shipped_atlas(), width=width) for width in WIDTHS]


def ends(layout: SequenceLayout, row: int) -> tuple[str, str]:
    message = layout.rows[row].message
    return layout.lifelines[message.source].component, layout.lifelines[message.target].component


def words(layout: SequenceLayout, row: int) -> Rect:
    """What the words of a label cover, by the estimate of their width."""
    found = layout.rows[row]
    width = max(text_width(line, LABEL_SIZE) for line in found.label)
    box = found.label_box
    left = box.x if found.message.inside else box.centre.x - width / 2
    return Rect(left, box.y, width, box.height)


def test_there_is_a_row_for_each_step_in_order(steps: tuple[Step, ...]) -> None:
    layout = sequence_layout(steps, shipped_atlas())
    assert [ends(layout, row) for row in range(len(layout.rows))] == [(step.source, step.target) for step in steps]
    assert [row.message.number for row in layout.rows] == list(range(1, len(steps) + 1))
    told = [(row.message.text, row.message.kind) for row in layout.rows]
    assert told == [(step.message, step.kind) for step in steps]
    for row in layout.rows:
        assert row.message.sender is layout.lifelines[row.message.source].kind


def test_lifelines_are_distinct_and_stand_apart(steps: tuple[Step, ...]) -> None:
    for layout in drawn(steps):
        names = [line.component for line in layout.lifelines]
        assert len(set(names)) == len(names)
        assert set(names) == {end for step in steps for end in (step.source, step.target)}
        assert all(after.x - before.x >= 120.0 - 1e-6 for before, after in pairwise(layout.lifelines))
        for one, other in combinations(layout.lifelines, 2):
            assert not one.head.overlaps(other.head)


def test_heads_carry_whole_names_above_their_lines(steps: tuple[Step, ...]) -> None:
    for layout in drawn(steps):
        for line in layout.lifelines:
            assert " ".join(line.lines) == line.name == shipped_atlas().component(line.component).name
            assert line.head.centre.x == pytest.approx(line.x)
            assert line.head.x >= 0.0
            assert line.head.right <= layout.scene.right
            assert line.head.y >= 0.0
            assert line.head.bottom <= layout.head_height
            assert max(text_width(text, 14.0) for text in line.lines) <= line.head.width


def test_rows_follow_one_another_inside_the_scene(steps: tuple[Step, ...]) -> None:
    for layout in drawn(steps):
        assert layout.rows[0].top == layout.head_height
        assert layout.rows[-1].bottom == layout.scene.bottom
        assert all(before.bottom == after.top for before, after in pairwise(layout.rows))
        for row in layout.rows:
            assert row.bottom - row.top >= 40.0
            assert row.top < row.y < row.bottom
            for point in row.path.points:
                assert row.top < point.y < row.bottom
                assert 0.0 < point.x < layout.scene.right


def test_arrows_run_between_their_lifelines(steps: tuple[Step, ...]) -> None:
    for layout in drawn(steps):
        for row in layout.rows:
            source, target = (layout.lifelines[end].x for end in (row.message.source, row.message.target))
            assert row.source_x == pytest.approx(source, abs=2 * BAR)
            assert row.target_x == pytest.approx(target, abs=2 * BAR)
            if row.message.inside:
                assert row.source_x == row.target_x >= source
                assert all(point.x >= source for point in row.path.points)
            else:
                assert (row.source_x < row.target_x) == (source < target)
                assert {point.y for point in row.path.points} == {row.y}


def test_labels_are_whole_and_have_room_in_their_row(steps: tuple[Step, ...]) -> None:
    for layout in drawn(steps):
        for index, row in enumerate(layout.rows):
            assert "".join("".join(row.label).split()) == "".join(row.message.text.split())
            assert row.top <= row.label_box.y
            assert row.label_box.bottom <= row.bottom
            covered = words(layout, index)
            assert covered.width <= row.label_box.width + 0.02
            if not row.message.inside:
                low, high = sorted((row.source_x, row.target_x))
                assert low <= covered.x
                assert covered.right <= high
                assert row.label_box.bottom < row.y


def test_no_lifeline_runs_through_a_label(steps: tuple[Step, ...]) -> None:
    for layout in drawn(steps):
        for index in range(len(layout.rows)):
            covered = words(layout, index)
            assert not any(covered.x < line.x < covered.right for line in layout.lifelines)


def test_bars_stand_on_their_lines_within_their_rows(steps: tuple[Step, ...]) -> None:
    for layout in drawn(steps):
        for bar in layout.activations:
            line = layout.lifelines[bar.call.lifeline]
            first, last = layout.rows[bar.call.first], layout.rows[bar.call.last]
            assert bar.box.centre.x - line.x == 5.0 * bar.call.depth
            assert first.top < bar.box.y < first.y < bar.box.bottom
            assert last.y < bar.box.bottom <= last.bottom


def test_bars_of_one_line_are_nested_or_apart(steps: tuple[Step, ...]) -> None:
    layout = sequence_layout(steps, shipped_atlas())
    for one, other in combinations(layout.activations, 2):
        if one.call.lifeline == other.call.lifeline:
            apart = one.box.bottom <= other.box.y
            assert apart or other.box.bottom <= one.box.bottom


def test_a_wider_sheet_changes_no_height(steps: tuple[Step, ...]) -> None:
    narrow, _, wide = drawn(steps)
    assert [(row.top, row.y, row.bottom) for row in narrow.rows] == [(row.top, row.y, row.bottom) for row in wide.rows]
    assert narrow.head_height == wide.head_height
    assert wide.scene.width == WIDTHS[-1]
    assert widened(narrow, WIDTHS[-1]) == wide
    assert widened(wide, 0.0) == narrow


def test_a_flow_of_the_latest_era_is_laid_out_as_it_is_told(atlas: Atlas) -> None:
    layout = sequence_layout(steps_of("F01", "e8"), atlas)
    assert [line.component for line in layout.lifelines] == [
        "vsphere-client",
        "vpxd",
        "envoy",
        "vpxa",
        "hostd",
        "vmx",
        "vmkernel",
        "vmm",
    ]
    vpxa = [bar.call for bar in layout.activations if layout.lifelines[bar.call.lifeline].component == "vpxa"]
    assert [(call.first + 1, call.last + 1) for call in vpxa] == [(4, 13), (14, 15)]


def step(source: str, target: str, message: str = "say") -> Step:
    return Step(source, target, message, StepKind.REQUEST, ())


@pytest.mark.parametrize(
    ("order", "lifelines"),
    [
        ((), ("hostd", "vmx", "vpxa")),
        (("vpxa", "hostd", "vmx"), ("vpxa", "hostd", "vmx")),
        (("vpxa", "hostd"), ("vpxa", "hostd", "vmx")),
        (("vpxa", "vmx"), ("vpxa", "hostd", "vmx")),
        (("vmx", "vmx", "no-such-thing", "vmkernel"), ("vmx", "hostd", "vpxa")),
        (("no-such-thing",), ("hostd", "vmx", "vpxa")),
    ],
)
def test_lifelines_follow_a_given_order(order: tuple[str, ...], lifelines: tuple[str, ...]) -> None:
    assert ordered([step("hostd", "vmx"), step("vpxa", "hostd")], order) == lifelines


def test_without_steps_there_is_nothing_to_draw(atlas: Atlas) -> None:
    layout = sequence_layout((), atlas)
    assert (layout.lifelines, layout.rows, layout.activations) == ((), (), ())
    assert layout.row_at(layout.head_height + 1.0) is None


def test_work_of_a_single_component_is_drawn_beside_its_line(atlas: Atlas) -> None:
    layout = sequence_layout([step("hostd", "hostd", "check every permission there is")], atlas)
    assert len(layout.lifelines) == 1
    assert words(layout, 0).right < layout.scene.right


def test_sixteen_steps_of_twelve_lifelines_stay_readable(atlas: Atlas) -> None:
    names = list(atlas.components)[:12]
    told = [step(names[place % 12], names[(place * 5 + 1) % 12], "twenty-eight letters of text") for place in range(16)]
    layout = sequence_layout(told, atlas)
    assert len(layout.lifelines) == 12
    assert all(after.x - before.x >= 120.0 - 1e-6 for before, after in pairwise(layout.lifelines))
    assert layout.scene.height <= 16 * 60.0 + layout.head_height


def test_places_are_found_again(atlas: Atlas) -> None:
    layout = sequence_layout(steps_of("F01", "e8"), atlas)
    for index, row in enumerate(layout.rows):
        assert layout.row_at(row.top) == layout.row_at(row.y) == index
    assert layout.row_at(layout.head_height - 1.0) is None
    assert layout.row_at(layout.scene.bottom) is None
    for index, line in enumerate(layout.lifelines):
        assert layout.head_at(line.head.centre) == index
    assert layout.head_at(Point(layout.lifelines[0].x, layout.rows[0].y)) is None


def frames(*branches: tuple[str, int, int]) -> SequenceLayout:
    return sequence_layout(steps_of("F01", "e8"), shipped_atlas(), branches=branches)


def test_a_frame_holds_its_rows_and_nothing_else() -> None:
    layout = frames(("enough memory", 8, 9))
    (frame,) = layout.frames
    before, after = layout.rows[7], layout.rows[10]
    assert before.bottom <= frame.box.y
    assert frame.box.bottom <= after.top
    for row in (8, 9):
        assert frame.box.contains(Point(*layout.rows[row].path.points[0]))
        assert frame.box.contains(Point(*layout.rows[row].path.points[-1]))
        covered = words(layout, row)
        assert not covered.overlaps(frame.tab)
        assert frame.box.x < covered.x
        assert covered.right < frame.box.right
    assert (frame.tab.x, frame.tab.y) == (frame.box.x, frame.box.y)
    assert frame.tab.right <= frame.box.right


def test_frames_lie_inside_one_another() -> None:
    layout = frames(("inner", 8, 9), ("outer", 8, 11), ("whole", 0, 15))
    inner, outer, whole = (frame.box for frame in layout.frames)
    for small, large in ((inner, outer), (outer, whole)):
        assert large.x < small.x
        assert small.right < large.right
        assert large.y < small.y
        assert small.bottom <= large.bottom
    tabs = [frame.tab for frame in layout.frames]
    assert not any(one.overlaps(other) for one, other in combinations(tabs, 2))
    assert layout.head_height < whole.y
    assert whole.bottom < layout.scene.bottom
    assert layout.gutter_x < whole.x


def test_branches_one_after_the_other_do_not_touch() -> None:
    layout = frames(("yes", 3, 5), ("no", 6, 8))
    yes, no = layout.frames
    assert yes.box.bottom < no.box.y


@pytest.mark.parametrize(("first", "last"), [(-1, 2), (3, 2), (0, 16)])
def test_a_branch_of_rows_that_are_not_there_is_refused(first: int, last: int) -> None:
    with pytest.raises(ValueError, match="the branch 'no memory' runs from row"):
        frames(("no memory", first, last))
