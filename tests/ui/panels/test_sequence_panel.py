"""The sequence panel: choosing by pointer and keys, following the play head, repainting little."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, QRect, Qt
from PySide6.QtGui import QAccessible, QColor, QMouseEvent, QPaintEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.helpers.shipped import shipped_atlas
from tests.helpers.widgets import Window, dressed, ink, present, wheel, wrappers
from vmexplorer.drawing.theme import Role
from vmexplorer.playback.clock import ManualClock
from vmexplorer.playback.frame import Frame, Phase
from vmexplorer.stage.sequence import SequenceLayout
from vmexplorer.stage.sequence_layout import sequence_layout
from vmexplorer.stage.sequence_state import SequenceState, sequence_state
from vmexplorer.ui.panels.sequence_follow import Glide, in_middle_third, in_sight
from vmexplorer.ui.panels.sequence_panel import SequencePanel

LEFT, PLAIN = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


def layout_of(flow: str = "F01") -> SequenceLayout:
    atlas = shipped_atlas()
    return sequence_layout(atlas.steps_in(atlas.flow(flow), "e8"), atlas)


LAYOUT = layout_of()


def moment(step: int, progress: float = 0.5) -> SequenceState:
    phase = Phase.DWELL if progress == 1.0 else Phase.TRAVEL
    return sequence_state(LAYOUT, Frame(step, phase, progress=progress, done=step))


@pytest.fixture
def panel(qtbot: QtBot) -> Iterator[SequencePanel]:
    with dressed():
        made = SequencePanel(ink())
        made.set_animated(False)
        made.set_layout_of(LAYOUT)
        yield present(qtbot, made, 1200, 460)


def chosen(panel: SequencePanel) -> list[int | str]:
    heard: list[int | str] = []
    panel.step_chosen.connect(heard.append)
    panel.component_chosen.connect(heard.append)
    return heard


def click(panel: SequencePanel, place: QPoint) -> None:
    QTest.mouseClick(panel.view.viewport(), LEFT, PLAIN, place)


def scrolled(panel: SequencePanel) -> int:
    return panel.view.verticalScrollBar().value()


def head_on_screen(panel: SequencePanel) -> float:
    """Where the play head is between heads (0) and lower edge (1) of the sheet."""
    bands, state = panel.view.bands, panel.view.state
    assert bands is not None
    assert state is not None
    heads, height = bands.heads_height, panel.view.verticalScrollBar().pageStep()
    return (state.head_y * bands.factor - scrolled(panel) - heads) / (height - heads)


def test_click_on_a_row_chooses_its_step(panel: SequencePanel) -> None:
    heard = chosen(panel)
    for row in (0, 2, 3):
        click(panel, panel.view.row_rect(row).center())
    assert heard == [0, 2, 3]


def test_click_on_a_head_chooses_its_component(panel: SequencePanel) -> None:
    heard = chosen(panel)
    click(panel, panel.view.head_rect(1).center())
    assert heard == ["vpxd"]


def test_heads_stay_where_they_are_and_cover_the_rows_below(panel: SequencePanel) -> None:
    panel.set_state(moment(15, 1.0))
    assert scrolled(panel) > 0
    heard = chosen(panel)
    click(panel, panel.view.head_rect(1).center())
    assert heard == ["vpxd"]


def test_press_that_slides_to_another_row_chooses_nothing(panel: SequencePanel) -> None:
    heard = chosen(panel)
    port = panel.view.viewport()
    QTest.mousePress(port, LEFT, PLAIN, panel.view.row_rect(0).center())
    QTest.mouseRelease(port, LEFT, PLAIN, panel.view.row_rect(2).center())
    QTest.mouseClick(port, Qt.MouseButton.RightButton, PLAIN, panel.view.row_rect(0).center())
    assert heard == []


def test_click_beside_everything_chooses_nothing(qtbot: QtBot) -> None:
    panel = SequencePanel(ink())
    panel.set_layout_of(layout_of("F05"))
    present(qtbot, panel, 900, 900)
    heard = chosen(panel)
    click(panel, QPoint(450, panel.view.viewport().height() - 5))
    click(panel, QPoint(5, 5))
    assert heard == []


@pytest.mark.parametrize(
    ("start", "key", "goal"),
    [
        (4, Qt.Key.Key_Up, [3]),
        (4, Qt.Key.Key_Down, [5]),
        (4, Qt.Key.Key_Home, [0]),
        (4, Qt.Key.Key_End, [15]),
        (0, Qt.Key.Key_Up, []),
        (15, Qt.Key.Key_Down, []),
    ],
)
def test_keys_choose_steps(panel: SequencePanel, start: int, key: Qt.Key, goal: list[int]) -> None:
    panel.set_state(moment(start))
    heard = chosen(panel)
    panel.setFocus()
    QTest.keyClick(panel.view, key)
    assert heard == goal


def test_keys_of_the_panel_are_kept_from_the_window_and_others_are_not(qtbot: QtBot) -> None:
    panel = SequencePanel(ink())
    panel.set_layout_of(LAYOUT)
    window = present(qtbot, Window(panel, "Up", "Down", "Space", "Right"), 1200, 500)
    panel.setFocus()
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_Space, Qt.Key.Key_Right):
        QTest.keyClick(panel.view, key)
    assert window.pressed == ["Space", "Right"]


def test_setting_a_state_is_not_a_wish(panel: SequencePanel) -> None:
    heard = chosen(panel)
    for step in range(16):
        panel.set_state(moment(step))
    assert heard == []


def test_cross_closes(panel: SequencePanel, qtbot: QtBot) -> None:
    with qtbot.waitSignal(panel.closed):
        QTest.mouseClick(panel.leave, LEFT)


# Following


def test_play_head_stays_in_the_middle_third(panel: SequencePanel) -> None:
    seen = []
    for step in range(16):
        panel.set_state(moment(step, 1.0))
        seen.append(head_on_screen(panel))
    bar = panel.view.verticalScrollBar()
    assert scrolled(panel) == bar.maximum() > 0
    middle = [place for place in seen if place > 1 / 3]
    assert all(place <= 2 / 3 + 0.01 for place in middle[:6])
    panel.set_state(moment(0, 0.0))
    assert scrolled(panel) == 0


def test_scrolling_by_hand_suspends_following_until_the_next_step(panel: SequencePanel) -> None:
    panel.set_state(moment(8, 0.1))
    followed = scrolled(panel)
    wheel(panel.view.viewport(), 30)
    assert scrolled(panel) == 0
    assert not panel.view.follower.following
    panel.set_state(moment(8, 0.9))
    assert scrolled(panel) == 0
    panel.set_state(moment(9, 0.1))
    assert panel.view.follower.following
    assert scrolled(panel) >= followed > 0


def test_following_moves_no_further_than_needed(panel: SequencePanel) -> None:
    panel.set_state(moment(8, 0.0))
    place = scrolled(panel)
    panel.set_state(moment(7, 0.9))
    assert scrolled(panel) == place


def test_long_way_is_a_glide_and_a_hand_stops_it(panel: SequencePanel) -> None:
    panel.set_animated(True)
    panel.set_state(moment(15, 0.5))
    assert panel.view.follower.down.gliding
    assert scrolled(panel) < panel.view.verticalScrollBar().maximum()
    wheel(panel.view.viewport(), -1)
    assert not panel.view.follower.down.gliding


def test_hidden_panel_catches_up_when_it_is_shown(panel: SequencePanel) -> None:
    panel.hide()
    panel.set_state(moment(15, 1.0))
    assert scrolled(panel) == 0
    panel.show()
    assert scrolled(panel) == panel.view.verticalScrollBar().maximum()


def test_glide_is_eased_and_ends_at_its_goal(panel: SequencePanel) -> None:
    clock = ManualClock()
    bar = panel.view.verticalScrollBar()
    glide = Glide(bar, clock, 0.4)
    glide.go(200.0)
    places = []
    for _ in range(5):
        glide._advance()
        places.append(bar.value())
        clock.advance(0.1)
    assert places[0] == 0
    assert places[2] == pytest.approx(100, abs=1)
    assert places[4] == 200
    assert places[1] - places[0] < places[2] - places[1]
    assert not glide.gliding


@pytest.mark.parametrize(("value", "wanted"), [(0.0, 300.0), (350.0, 350.0), (900.0, 400.0)])
def test_middle_third(value: float, wanted: float) -> None:
    assert in_middle_third(value, 500.0, 300.0) == wanted


@pytest.mark.parametrize(("value", "wanted"), [(0.0, 300.0), (350.0, 350.0), (900.0, 400.0)])
def test_stretch_in_sight(value: float, wanted: float) -> None:
    assert in_sight(value, 400.0, 500.0, 200.0) == wanted


def test_start_of_a_stretch_that_is_too_long_is_seen() -> None:
    assert in_sight(0.0, 100.0, 900.0, 200.0) == 100.0


# Size


def test_diagram_fills_the_width_when_it_can(panel: SequencePanel) -> None:
    bands = panel.view.bands
    assert bands is not None
    assert bands.factor == 1.0
    assert panel.view.viewport().width() - 1 <= bands.size[0] <= panel.view.viewport().width()
    assert panel.view.horizontalScrollBar().maximum() == 0


def test_diagram_shrinks_before_it_scrolls_sideways(panel: SequencePanel) -> None:
    panel.resize(900, 460)
    bands = panel.view.bands
    assert bands is not None
    assert 0.75 < bands.factor < 1.0
    assert panel.view.horizontalScrollBar().maximum() == 0
    panel.resize(600, 460)
    bands = panel.view.bands
    assert bands is not None
    assert bands.factor == 0.75
    assert panel.view.horizontalScrollBar().maximum() > 0


def test_arrow_beyond_the_side_is_brought_into_sight(panel: SequencePanel) -> None:
    panel.resize(600, 460)
    panel.set_state(moment(9, 0.5))
    bands = panel.view.bands
    assert bands is not None
    row = bands.layout.rows[9]
    left = panel.view.horizontalScrollBar().value()
    assert left <= row.source_x * bands.factor
    assert row.target_x * bands.factor <= left + panel.view.viewport().width()


def test_scale_makes_everything_larger(panel: SequencePanel) -> None:
    panel.resize(1800, 460)
    before = panel.view.row_rect(0).height(), panel.leave.width()
    panel.set_scale(1.5)
    assert panel.view.row_rect(0).height() == pytest.approx(1.5 * before[0], abs=2)
    assert panel.leave.width() == 45


def test_scroll_bar_does_not_come_and_go(panel: SequencePanel) -> None:
    for height in range(300, 1000, 7):
        panel.resize(1100, height)
        bands = panel.view.bands
        assert bands is not None
        QApplication.sendPostedEvents()
        assert panel.view.bands is bands
        bar = panel.view.verticalScrollBar()
        assert bar.maximum() == max(0, bands.size[1] - panel.view.height())
        assert bar.isVisible() == (bar.maximum() > 0)


# Painting


class Painted(QObject):
    """Notes what a widget is asked to repaint."""

    def __init__(self, panel: SequencePanel, widget: QWidget | None = None) -> None:
        super().__init__(panel)
        self.areas: list[QRect] = []
        (widget or panel.view.viewport()).installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QPaintEvent):
            self.areas.append(event.rect())
        return False


def test_frame_of_a_step_repaints_its_rows_and_paints_nothing_anew(panel: SequencePanel, qtbot: QtBot) -> None:
    painted = Painted(panel)
    panel.set_state(moment(2, 0.3))
    qtbot.waitUntil(lambda: bool(painted.areas))
    painted.areas.clear()
    bands = panel.view.bands
    assert bands is not None
    count = bands.painted
    panel.set_state(moment(2, 0.4))
    qtbot.waitUntil(lambda: bool(painted.areas))
    assert max(area.height() for area in painted.areas) <= 2 * panel.view.row_rect(2).height() + 4
    assert bands.painted == count


def test_same_moment_repaints_nothing(panel: SequencePanel, qtbot: QtBot) -> None:
    painted = Painted(panel)
    panel.set_state(moment(2, 1.0))
    qtbot.waitUntil(lambda: bool(painted.areas))
    painted.areas.clear()
    panel.set_state(moment(2, 1.0))
    # Repaints are posted: this one comes after any that the state could have asked for.
    panel.leave.update()
    watched = Painted(panel, panel.leave)
    qtbot.waitUntil(lambda: bool(watched.areas))
    assert painted.areas == []


def test_next_step_paints_few_rows_anew(panel: SequencePanel) -> None:
    panel.set_state(moment(4, 1.0))
    panel.view.viewport().grab()
    bands = panel.view.bands
    assert bands is not None
    count = bands.painted
    panel.set_state(moment(5, 0.1))
    panel.view.viewport().grab()
    assert 0 < bands.painted - count <= 4


def test_bands_show_what_a_fresh_panel_shows(panel: SequencePanel, qtbot: QtBot) -> None:
    panel.view.clearFocus()
    for step in (0, 3, 9, 5):
        panel.set_state(moment(step, 0.6))
        panel.view.viewport().grab()
    fresh = SequencePanel(ink())
    fresh.set_layout_of(LAYOUT)
    present(qtbot, fresh, 1200, 460)
    fresh.view.clearFocus()
    fresh.set_animated(False)
    fresh.set_state(moment(5, 0.6))
    fresh.view.verticalScrollBar().setValue(scrolled(panel))
    assert fresh.view.viewport().grab().toImage() == panel.view.viewport().grab().toImage()


def test_theme_changes_every_part(panel: SequencePanel) -> None:
    dark = panel.view.viewport().grab().toImage()
    panel.set_ink(ink("projector"))
    light = panel.view.viewport().grab().toImage()
    assert light != dark
    corner = QPoint(light.width() - 2, light.height() - 2)
    assert QColor(light.pixelColor(corner)) == ink("projector").role(Role.CANVAS)


def test_what_can_be_chosen_is_ringed_under_the_pointer(panel: SequencePanel) -> None:
    panel.view.clearFocus()
    port = panel.view.viewport()
    before = port.grab().toImage()
    place = QPointF(panel.view.row_rect(2).center())
    move = QMouseEvent(QEvent.Type.MouseMove, place, port.mapToGlobal(place), Qt.MouseButton.NoButton, LEFT, PLAIN)
    QApplication.sendEvent(port, move)
    assert port.grab().toImage() != before
    assert port.cursor().shape() is Qt.CursorShape.PointingHandCursor
    QApplication.sendEvent(port, QEvent(QEvent.Type.Leave))
    assert port.grab().toImage() == before


def test_keyboard_shows_where_it_is(panel: SequencePanel) -> None:
    panel.view.clearFocus()
    without = panel.view.viewport().grab().toImage()
    panel.view.setFocus(Qt.FocusReason.TabFocusReason)
    assert panel.view.viewport().grab().toImage() != without
    panel.view.clearFocus()
    panel.view.setFocus(Qt.FocusReason.MouseFocusReason)
    assert panel.view.viewport().grab().toImage() == without


# Words


def test_step_is_told_to_assistive_programs(panel: SequencePanel) -> None:
    panel.set_state(moment(2))
    assert panel.value_text == "Step 3 of 16: vpxd → Envoy: POST /vpxa"
    spoken = QAccessible.queryAccessibleInterface(panel.view)
    assert spoken.text(QAccessible.Text.Name) == "Sequence of messages"
    assert spoken.text(QAccessible.Text.Description) == panel.value_text
    panel.set_state(moment(1))
    assert spoken.text(QAccessible.Text.Description) == "Step 2 of 16: vpxd: check, choose a host"


def test_another_diagram_begins_at_its_start(panel: SequencePanel) -> None:
    panel.set_state(moment(15, 1.0))
    panel.set_layout_of(layout_of("F11"))
    assert scrolled(panel) == 0
    assert panel.value_text.startswith("Step 1 of 12: ")


def test_state_of_another_diagram_is_refused(panel: SequencePanel) -> None:
    other = layout_of("F05")
    with pytest.raises(ValueError, match="a state of 4 rows does not fit a diagram of 16"):
        panel.set_state(sequence_state(other, Frame(0, Phase.LEAD)))


def test_without_a_path_the_panel_says_how_to_get_one(panel: SequencePanel) -> None:
    before = panel.view.viewport().grab().toImage()
    heard = chosen(panel)
    empty = sequence_layout((), shipped_atlas())
    panel.set_layout_of(empty)
    panel.set_state(sequence_state(empty, Frame(None, Phase.DONE)))
    assert panel.value_text == ""
    assert panel.view.viewport().grab().toImage() != before
    panel.setFocus()
    QTest.keyClick(panel.view, Qt.Key.Key_Down)
    click(panel, QPoint(300, 200))
    assert heard == []
    assert panel.view.verticalScrollBar().maximum() == 0


def test_panels_leave_nothing_behind(qtbot: QtBot) -> None:
    def use() -> None:
        made = SequencePanel(ink())
        made.set_layout_of(LAYOUT)
        made.resize(800, 400)
        made.show()
        made.set_state(moment(12, 0.5))
        made.view.viewport().grab()
        made.close()
        made.deleteLater()

    use()
    before = wrappers()
    for _ in range(3):
        use()
    assert not wrappers() - before
