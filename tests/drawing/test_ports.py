"""The places on a card's sides where paths leave."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from vmexplorer.drawing.geometry import Path, Point, Rect
from vmexplorer.drawing.ports import STUB, Port, ports

CARD = Rect(100.0, 100.0, 180.0, 60.0)
BESIDE = Rect(400.0, 100.0, 180.0, 60.0)
BAR = Rect(0.0, 300.0, 900.0, 40.0)
RIGHT, DOWN, LEFT, UP = range(4)
sizes = st.builds(Rect, *[st.integers(0, 600).map(float)] * 2, *[st.integers(90, 900).map(float)] * 2)
lanes = st.lists(st.integers(0, 1500).map(float), max_size=12)


def on_side(found: list[Port], direction: int) -> list[Port]:
    return [port for port in found if port.direction == direction]


def cheapest(found: list[Port]) -> Port:
    return min(found, key=lambda port: port.cost)


@given(rect=sizes, other=sizes, columns=lanes, rows=lanes)
def test_ports_lie_on_the_sides_within_their_middle_part(
    rect: Rect, other: Rect, columns: list[float], rows: list[float]
) -> None:
    found = ports(rect, other, (), columns, rows)
    assert {port.direction for port in found} == {RIGHT, DOWN, LEFT, UP}
    sides = {RIGHT: rect.right, DOWN: rect.bottom, LEFT: rect.x, UP: rect.y}
    for port in found:
        level = port.direction in (RIGHT, LEFT)
        low, length = (rect.y, rect.height) if level else (rect.x, rect.width)
        across, along = (port.at.x, port.at.y) if level else (port.at.y, port.at.x)
        assert across == sides[port.direction]
        margin = length / 3 if length < 300 else length * 0.06
        assert low + margin - 0.1 <= along <= low + length - margin + 0.1


@given(rect=sizes, other=sizes)
def test_stub_leads_straight_out(rect: Rect, other: Rect) -> None:
    ways = {RIGHT: (STUB, 0.0), DOWN: (0.0, STUB), LEFT: (-STUB, 0.0), UP: (0.0, -STUB)}
    for port in ports(rect, other, (), (), ()):
        dx, dy = ways[port.direction]
        assert port.outside == Point(port.at.x + dx, port.at.y + dy)


def test_middle_of_a_side_is_liked_best() -> None:
    found = ports(CARD, BESIDE, (), (), ())
    assert cheapest(on_side(found, RIGHT)).at == Point(280.0, 130.0)
    assert cheapest(on_side(found, DOWN)).at == Point(190.0, 160.0)


def test_place_across_from_the_other_end_is_as_good_as_the_middle() -> None:
    found = on_side(ports(BAR, CARD, (), (), ()), UP)
    across, middle = (next(port for port in found if port.at.x == x) for x in (CARD.centre.x, BAR.centre.x))
    assert across.cost == middle.cost == cheapest(found).cost


def test_lanes_that_meet_the_middle_part_are_offered() -> None:
    found = on_side(ports(CARD, BESIDE, (), (150.0, 175.0, 400.0), ()), DOWN)
    assert 175.0 in {port.at.x for port in found}
    assert not {150.0, 400.0} & {port.at.x for port in found}


def test_place_beside_the_end_of_another_path_is_dear() -> None:
    taken = [Path([Point(500.0, 130.0), Point(280.0, 130.0)])]
    free, crowded = (on_side(ports(CARD, BESIDE, paths, (), ()), RIGHT) for paths in ((), taken))
    assert [port.at for port in crowded] == [port.at for port in free]
    dearer = {port.at for port, before in zip(crowded, free, strict=True) if port.cost > before.cost}
    assert dearer == {port.at for port in free if abs(port.at.y - 130.0) < 7.5}
    assert cheapest(crowded).at not in dearer


def test_staying_in_line_is_worth_more_than_the_middle() -> None:
    found = on_side(ports(CARD, BESIDE, (), (), (), align=Point(205.0, 0.0)), UP)
    assert cheapest(found).at == Point(205.0, 100.0)
