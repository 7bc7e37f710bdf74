"""The sequence panel: choosing by pointer and keys, and what it says in words."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.helpers.sequences import LAYOUT, layout_of, moment, scrolled
from tests.helpers.shipped import shipped_atlas
from tests.helpers.widgets import Window, ink, left_behind, present
from vmexplorer.playback.frame import Frame, Phase
from vmexplorer.stage.sequence_layout import sequence_layout
from vmexplorer.stage.sequence_state import sequence_state
from vmexplorer.ui.panels.sequence_panel import SequencePanel

LEFT, PLAIN = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


def chosen(panel: SequencePanel) -> list[int | str]:
    heard: list[int | str] = []
    panel.step_chosen.connect(heard.append)
    panel.component_chosen.connect(heard.append)
    return heard


def click(panel: SequencePanel, place: QPoint) -> None:
    QTest.mouseClick(panel.view.viewport(), LEFT, PLAIN, place)


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


# Words


def test_step_is_told_to_assistive_programs(panel: SequencePanel) -> None:
    panel.set_state(moment(2))
    assert panel.value_text == "Step 3 of 16: vpxd → Envoy: POST /vpxa"
    spoken = QAccessible.queryAccessibleInterface(panel.view)
    assert spoken.text(QAccessible.Text.Name) == "Sequence of messages"
    assert spoken.text(QAccessible.Text.Description) == panel.value_text
    panel.set_state(moment(1))
    assert spoken.text(QAccessible.Text.Description) == "Step 2 of 16: vpxd: check, choose a host"


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

    assert not left_behind(use, 3)
