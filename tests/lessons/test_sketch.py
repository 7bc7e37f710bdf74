"""Strokes over the picture: drawn, erased, taken back, fading."""

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from vmexplorer.drawing.geometry import Point
from vmexplorer.lessons.sketch import COLOURS, FADING, STAYS, Sketch, Stroke, opacity

LINE = (Point(0, 0), Point(100, 0))


def sketched(*ys: float) -> Sketch:
    """Level lines at some heights."""
    sketch = Sketch()
    for y in ys:
        sketch.begin(Point(0, y), 2.0)
        sketch.draw(Point(100, y))
        sketch.lift(0.0)
    return sketch


def heights(sketch: Sketch) -> list[float]:
    return [stroke.points[0].y for stroke in sketch.strokes]


def test_stroke_grows_while_the_pen_is_down() -> None:
    sketch = Sketch()
    sketch.draw(Point(5, 5))
    assert sketch.strokes == ()
    sketch.begin(Point(0, 0), 2.0)
    sketch.draw(Point(0.1, 0))
    sketch.draw(Point(10, 0))
    assert sketch.strokes == (Stroke((Point(0, 0), Point(10, 0)), 2.0),)
    sketch.lift(0.0)
    sketch.draw(Point(20, 0))
    assert len(sketch.strokes[0].points) == 2


def test_undo_while_the_pen_is_down_takes_only_the_stroke_it_draws() -> None:
    sketch = sketched(0, 50)
    sketch.begin(Point(0, 90), 2.0)
    assert sketch.undo()
    assert heights(sketch) == [0, 50]
    sketch.lift(0.0)
    assert heights(sketch) == [0, 50]


def test_one_drag_of_the_eraser_is_one_change() -> None:
    sketch = sketched(0, 50, 100)
    assert sketch.erase(Point(50, 1), 3.0)
    assert sketch.erase(Point(50, 49), 3.0)
    assert not sketch.erase(Point(50, 75), 3.0)
    sketch.lift(0.0)
    assert heights(sketch) == [100]
    sketch.undo()
    assert heights(sketch) == [0, 50, 100]
    sketch.redo()
    assert heights(sketch) == [100]


def test_eraser_removes_a_mere_dot() -> None:
    sketch = Sketch((Stroke((Point(5, 5),), 2.0),))
    assert sketch.erase(Point(6, 6), 3.0)
    assert sketch.strokes == ()


def test_new_stroke_ends_what_could_be_redone() -> None:
    sketch = sketched(0, 50)
    assert sketch.undo()
    sketch.begin(Point(0, 9), 2.0)
    sketch.lift(0.0)
    assert not sketch.redo()
    assert heights(sketch) == [0, 9]


def test_clearing_an_empty_picture_is_no_change() -> None:
    sketch = Sketch()
    assert not sketch.clear()
    assert not sketch.undo()


def test_colours_go_round() -> None:
    sketch = Sketch()
    seen = []
    for _ in range(len(COLOURS) + 1):
        seen.append(sketch.colour)
        sketch.next_colour()
    assert seen == [*COLOURS, COLOURS[0]]


def test_fading_stroke_stays_a_while_and_is_gone_after() -> None:
    sketch = Sketch()
    sketch.fading = True
    sketch.begin(LINE[0], 2.0)
    assert sketch.at(99.0)[0].opacity == 1.0
    sketch.lift(100.0)
    stroke = sketch.strokes[0]
    assert opacity(stroke, 100.0 + STAYS) == 1.0
    assert 0.0 < opacity(stroke, 100.0 + STAYS + FADING / 2) < 1.0
    assert sketch.fades(101.0)
    assert sketch.at(100.0 + STAYS + FADING) == ()
    assert not sketch.fades(100.0 + STAYS + FADING)


PLACES = st.builds(Point, st.integers(0, 100), st.integers(0, 100))


class SketchMachine(RuleBasedStateMachine):
    def __init__(self) -> None:
        super().__init__()
        self.sketch = Sketch()
        self.states: list[tuple[Stroke, ...]] = []

    @rule(start=PLACES, end=PLACES)
    def draw(self, start: Point, end: Point) -> None:
        self.states.append(self.sketch.strokes)
        self.sketch.begin(start, 2.0)
        self.sketch.draw(end)
        self.sketch.lift(0.0)

    @rule(places=st.lists(PLACES, max_size=4))
    def erase(self, places: list[Point]) -> None:
        before = self.sketch.strokes
        for place in places:
            self.sketch.erase(place, 10.0)
        self.sketch.lift(0.0)
        if self.sketch.strokes != before:
            self.states.append(before)

    @rule()
    def clear(self) -> None:
        before = self.sketch.strokes
        if self.sketch.clear():
            self.states.append(before)

    @rule()
    def undo(self) -> None:
        if self.sketch.undo():
            assert self.sketch.strokes == self.states.pop()

    @rule()
    def undo_and_redo(self) -> None:
        before = self.sketch.strokes
        if self.sketch.undo():
            assert self.sketch.redo()
            assert self.sketch.strokes == before

    @invariant()
    def everything_is_seen(self) -> None:
        assert len(self.sketch.at(0.0)) == len(self.sketch.strokes)


TestSketch = SketchMachine.TestCase
