"""The painter of sequence diagrams: what each role and kind looks like, and that words fit."""

from __future__ import annotations

from itertools import combinations

import pytest
from PySide6.QtGui import QFontMetricsF, QImage, QPainter

from tests.helpers.shipped import shipped_atlas
from tests.helpers.widgets import THEMES, ink
from vmexplorer.atlas.flow import Step
from vmexplorer.atlas.step_kind import StepKind
from vmexplorer.drawing.geometry import Path, Point, Rect
from vmexplorer.drawing.theme import Role
from vmexplorer.playback.frame import Frame, Phase
from vmexplorer.stage.sequence import SequenceLayout
from vmexplorer.stage.sequence_across import LABEL_SIZE, NAME_SIZE
from vmexplorer.stage.sequence_labels import text_width
from vmexplorer.stage.sequence_layout import sequence_layout
from vmexplorer.stage.sequence_state import SequenceState, sequence_state, told
from vmexplorer.ui.canvas import fonts
from vmexplorer.ui.canvas.sequence_arrows import paint_arrow
from vmexplorer.ui.canvas.sequence_painter import paint

ACROSS = Path([Point(20.0, 20.0), Point(180.0, 20.0)])
LOOP = Path([Point(20.0, 10.0), Point(60.0, 10.0), Point(60.0, 30.0), Point(20.0, 30.0)])


@pytest.fixture(autouse=True)
def _fonts(qapp: object) -> None:
    fonts.load()


def layout_of(flow: str = "F01", branches: tuple[tuple[str, int, int], ...] = ()) -> SequenceLayout:
    atlas = shipped_atlas()
    return sequence_layout(atlas.steps_in(atlas.flow(flow), "e8"), atlas, branches=branches)


def picture(
    layout: SequenceLayout, state: SequenceState, theme: str = "dark", scale: float = 1.0, clip: Rect | None = None
) -> QImage:
    image = QImage(round(layout.scene.width * scale), round(layout.scene.height * scale), QImage.Format.Format_RGB32)
    colours = ink(theme)
    image.fill(colours.role(Role.CANVAS))
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.scale(scale, scale)
    paint(painter, colours, layout, state, scale, clip)
    painter.end()
    return image


def arrow(kind: StepKind, path: Path = ACROSS, progress: float = 1.0, *, strong: bool = False) -> QImage:
    image = QImage(200, 40, QImage.Format.Format_RGB32)
    image.fill(ink().role(Role.CANVAS))
    painter = QPainter(image)
    paint_arrow(painter, ink().role(Role.TEXT), kind, path, progress, strong=strong)
    painter.end()
    return image


def painted(image: QImage, columns: range) -> int:
    """How many pixels in some columns differ from the canvas."""
    ground = ink().role(Role.CANVAS).rgb()
    return sum(image.pixel(x, y) != ground for x in columns for y in range(image.height()))


def part(image: QImage, area: Rect) -> QImage:
    return image.copy(round(area.x), round(area.y), round(area.width), round(area.height))


@pytest.mark.parametrize("path", [ACROSS, LOOP], ids=["across", "loop"])
def test_every_kind_of_message_has_an_arrow_of_its_own(path: Path) -> None:
    for one, other in combinations(StepKind, 2):
        assert arrow(one, path) != arrow(other, path)


@pytest.mark.parametrize("kind", StepKind)
def test_an_arrow_reaches_as_far_as_its_message(kind: StepKind) -> None:
    half = arrow(kind, progress=0.5)
    assert painted(half, range(20, 90)) > 0
    assert painted(half, range(112, 200)) == 0
    assert painted(arrow(kind), range(150, 185)) > 0


def test_a_message_that_fails_does_not_reach_its_receiver() -> None:
    assert painted(arrow(StepKind.FAULT), range(177, 200)) == 0
    assert painted(arrow(StepKind.REQUEST), range(177, 180)) > 0


def test_data_is_thick_and_a_heartbeat_thin() -> None:
    middle = range(60, 120)
    amounts = [painted(arrow(kind), middle) for kind in (StepKind.HEARTBEAT, StepKind.REQUEST, StepKind.DATA)]
    assert amounts == sorted(amounts)
    assert amounts[2] >= 2 * amounts[1] > 2 * amounts[0]


def test_the_playing_step_is_stronger() -> None:
    assert painted(arrow(StepKind.REQUEST, strong=True), range(20, 180)) > painted(
        arrow(StepKind.REQUEST), range(20, 180)
    )


def test_rows_look_past_current_and_ahead() -> None:
    layout = layout_of()
    area = Rect(0.0, layout.rows[6].top, layout.scene.width, layout.rows[6].bottom - layout.rows[6].top)
    looks = [
        part(picture(layout, sequence_state(layout, Frame(step, Phase.TRAVEL, progress=0.5))), area)
        for step in (3, 6, 9)
    ]
    assert all(one != other for one, other in combinations(looks, 2))


def test_progress_changes_only_the_row_and_the_play_head() -> None:
    layout = layout_of()
    early, late = (
        picture(layout, sequence_state(layout, Frame(6, Phase.TRAVEL, progress=progress))) for progress in (0.2, 0.9)
    )
    before, row = layout.rows[5], layout.rows[6]
    top, bottom = before.y - 10.0, row.bottom
    assert part(early, Rect(0.0, 0.0, layout.scene.width, top)) == part(late, Rect(0.0, 0.0, layout.scene.width, top))
    below = Rect(0.0, bottom, layout.scene.width, layout.scene.bottom - bottom)
    assert part(early, below) == part(late, below)
    between = Rect(0.0, top, layout.scene.width, bottom - top)
    assert part(early, between) != part(late, between)


def test_a_clip_changes_nothing_inside_it() -> None:
    layout = layout_of(branches=(("enough memory", 8, 9),))
    state = sequence_state(layout, Frame(9, Phase.DWELL, progress=1.0, arrival_glow=0.5))
    whole = picture(layout, state)
    for row in layout.rows:
        area = Rect(0.0, row.top, layout.scene.width, row.bottom - row.top)
        assert part(picture(layout, state, clip=area), area) == part(whole, area)


def test_a_frame_shows_its_condition() -> None:
    one, other = (layout_of(branches=((title, 8, 9),)) for title in ("enough memory", "memory is short"))
    assert picture(one, told(one)) != picture(layout_of(), told(layout_of()))
    assert part(picture(one, told(one)), one.frames[0].tab) != part(picture(other, told(other)), one.frames[0].tab)


@pytest.mark.parametrize("theme", THEMES)
def test_colours_come_from_the_theme(theme: str) -> None:
    layout = layout_of("F06")
    fault = next(row for row in layout.rows if row.message.kind is StepKind.FAULT and not row.message.inside)
    image = picture(layout, told(layout), theme, 2.0)
    place = Point((fault.source_x + fault.target_x) * 0.5 + 15.0, fault.y)
    shown = image.pixelColor(round(place.x * 2), round(place.y * 2))
    wanted = ink(theme).role(Role.FAULT)
    ground = ink(theme).role(Role.CANVAS)
    for get in ("redF", "greenF", "blueF"):
        mixed = 0.8 * getattr(wanted, get)() + 0.2 * getattr(ground, get)()
        assert getattr(shown, get)() == pytest.approx(mixed, abs=0.03)


def test_text_that_nobody_could_read_is_left_out() -> None:
    layout = layout_of("F06")
    renamed = sequence_layout(
        [Step(step.source, step.target, "quite another text", step.kind, ()) for step in _steps("F06")], shipped_atlas()
    )
    small = 0.4
    assert picture(layout, told(layout), scale=1.0) != picture(renamed, told(layout), scale=1.0)
    label = layout.rows[0].label_box
    area = Rect(label.x * small, label.y * small, label.width * small, label.height * small)
    ground = ink().role(Role.CANVAS).rgb()
    image = part(picture(layout, told(layout), scale=small), area)
    middle = [image.pixel(x, y) for x in range(4, image.width() - 4) for y in range(1, image.height() - 1)]
    assert set(middle) == {ground}


def _steps(flow: str) -> tuple[Step, ...]:
    return shipped_atlas().steps_in(shipped_atlas().flow(flow), "e8")


def test_every_shipped_text_is_about_as_wide_as_estimated() -> None:
    atlas = shipped_atlas()
    texts = {step.message for flow in atlas.flows.values() for step in flow.steps}
    texts |= {component.name for component in atlas.components.values()}
    metrics = QFontMetricsF(fonts.font(LABEL_SIZE, fonts.STRONG))
    for text in texts:
        assert text_width(text, LABEL_SIZE) == pytest.approx(metrics.horizontalAdvance(text), rel=0.12, abs=3.0), text


def test_no_shipped_label_is_shrunk_by_more_than_a_unit() -> None:
    atlas = shipped_atlas()
    smaller = QFontMetricsF(fonts.font(LABEL_SIZE - 1.0, fonts.STRONG))
    names = QFontMetricsF(fonts.font(NAME_SIZE - 1.0, fonts.STRONG))
    for flow in atlas.flows.values():
        for era in atlas.eras_of(flow):
            layout = sequence_layout(atlas.steps_in(flow, era), atlas)
            for row in layout.rows:
                assert max(smaller.horizontalAdvance(line) for line in row.label) <= row.label_box.width, row.label
            for line in layout.lifelines:
                assert max(names.horizontalAdvance(text) for text in line.lines) <= line.head.width - 10.0, line.name
