"""The bar of versions, used by keys, clicks, drags and the wheel."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible, QFontMetricsF
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.helpers.widgets import Window, drag, ink, present, tip_at, wheel
from vmexplorer.atlas.era import Era, Version
from vmexplorer.drawing.theme import Role
from vmexplorer.ui.canvas import fonts
from vmexplorer.ui.panels.era_bar import EraBar

ERAS = tuple(
    Era(f"e{short}", f"ESXi {short}", short, Version(place + 3, 5), f"20{place + 10}", f"Reason <{short}>")
    for place, short in enumerate(("3.5", "4", "5", "6", "7", "8", "9"))
)


@pytest.fixture
def bar(qtbot: QtBot) -> EraBar:
    fonts.load()
    made = EraBar(ink())
    made.set_eras(ERAS)
    return present(qtbot, made, made.sizeHint().width(), made.sizeHint().height())


def middle(bar: EraBar, place: int) -> QPoint:
    return bar.segment(place).center().toPoint()


def announced(bar: EraBar) -> list[str]:
    heard: list[str] = []
    bar.era_chosen.connect(heard.append)
    return heard


def test_last_era_is_chosen_at_first_without_being_announced(qtbot: QtBot) -> None:
    bar = EraBar(ink())
    qtbot.addWidget(bar)
    heard = announced(bar)
    bar.set_eras(ERAS)
    assert (bar.era, heard) == ("e9", [])


def test_setting_an_era_does_not_announce_it(bar: EraBar) -> None:
    heard = announced(bar)
    bar.set_era("e5")
    bar.set_era("no such era")
    assert (bar.era, heard) == ("e5", [])


@pytest.mark.parametrize("place", range(len(ERAS)))
def test_click_chooses_the_era_under_the_pointer(bar: EraBar, place: int) -> None:
    bar.set_era("e5" if place != 2 else "e4")
    heard = announced(bar)
    QTest.mouseClick(bar, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, middle(bar, place))
    assert heard == [ERAS[place].id]
    assert bar.era == ERAS[place].id


def test_drag_chooses_along_the_way(bar: EraBar) -> None:
    heard = announced(bar)
    drag(bar, middle(bar, 5), middle(bar, 4), middle(bar, 3), QPoint(-50, 5))
    assert heard == ["e8", "e7", "e6", "e3.5"]


def test_moving_without_a_button_chooses_nothing(bar: EraBar) -> None:
    heard = announced(bar)
    QTest.mouseMove(bar, middle(bar, 1))
    QTest.mouseMove(bar, middle(bar, 2))
    assert heard == []


def test_wheel_goes_one_era_a_notch(bar: EraBar) -> None:
    bar.set_era("e5")
    heard = announced(bar)
    wheel(bar, 1)
    wheel(bar, -1)
    wheel(bar, -1)
    assert heard == ["e6", "e5", "e4"]


def test_fine_wheel_steps_add_up_to_a_notch(bar: EraBar) -> None:
    bar.set_era("e5")
    heard = announced(bar)
    for _ in range(3):
        wheel(bar, 0.25)
    assert heard == []
    wheel(bar, 0.25)
    assert heard == ["e6"]


def test_keys_walk_the_eras_even_where_they_are_shortcuts(qtbot: QtBot) -> None:
    bar = EraBar(ink())
    bar.set_eras(ERAS)
    window = present(qtbot, Window(bar, "Left", "Right", "Home", "End"), 500, 80)
    heard = announced(bar)
    bar.setFocus()
    keys = (Qt.Key.Key_Left, Qt.Key.Key_Home, Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_PageUp, Qt.Key.Key_End)
    for key in keys:
        QTest.keyClick(bar, key)
    assert heard == ["e8", "e3.5", "e4", "e5", "e9"]
    assert window.pressed == []


def test_tool_tip_tells_name_years_and_reason(bar: EraBar) -> None:
    assert tip_at(bar, middle(bar, 1)) == "<p><b>ESXi 4, 2011</b><br>Reason &lt;4&gt;</p>"


def test_screen_readers_find_a_slider(bar: EraBar) -> None:
    bar.set_era("e4")
    spoken = QAccessible.queryAccessibleInterface(bar)
    assert spoken.role() is QAccessible.Role.Slider
    assert spoken.text(QAccessible.Text.Name) == "ESXi version"
    assert spoken.text(QAccessible.Text.Description) == "ESXi 4, 2011: Reason <4>"
    assert spoken.valueInterface().currentValue() == 1


def test_chosen_segment_has_the_accent_colour(bar: EraBar) -> None:
    paint = ink("projector")
    bar.set_ink(paint)
    bar.set_era("e6")
    picture = bar.grab().toImage()
    colours = [picture.pixelColor(bar.segment(place).topLeft().toPoint() + QPoint(9, 4)) for place in range(len(ERAS))]
    assert [colour == paint.role(Role.ACCENT) for colour in colours] == [era.id == "e6" for era in ERAS]


def test_focus_is_visible(qtbot: QtBot) -> None:
    bar = EraBar(ink())
    bar.set_eras(ERAS)
    window = present(qtbot, Window(bar), 500, 80)
    assert window.isActiveWindow()
    bar.clearFocus()
    before = bar.grab().toImage()
    bar.setFocus()
    assert bar.grab().toImage() != before


@pytest.mark.parametrize("scale", [1.0, 1.7])
def test_labels_fit_even_at_the_narrowest(bar: EraBar, scale: float) -> None:
    bar.set_scale(scale)
    bar.resize(bar.minimumSizeHint())
    metrics = QFontMetricsF(fonts.font(fonts.BODY * scale, fonts.font(1).Weight.DemiBold))
    assert all(metrics.horizontalAdvance(era.short) <= bar.segment(place).width() - 4 for place, era in enumerate(ERAS))
    assert bar.segment(0).width() >= 24


def test_no_eras_is_an_empty_bar(qtbot: QtBot) -> None:
    bar = present(qtbot, EraBar(ink()), 200, 38)
    heard = announced(bar)
    QTest.mouseClick(bar, Qt.MouseButton.LeftButton)
    assert (bar.era, heard) == ("", [])
