"""The menu of the map is asked for where the hand is: right button, or the menu key on the box with the ring."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.helpers.maps import click, drag_with, place_of, show_map, told, window_place
from vmexplorer.ui.canvas.canvas import Canvas
from vmexplorer.ui.canvas.hits import Hit

RIGHT = Qt.MouseButton.RightButton


def wishes(canvas: Canvas) -> list[tuple[Hit, QPoint]]:
    heard: list[tuple[Hit, QPoint]] = []
    canvas.menu_wanted.connect(lambda hit, place: heard.append((hit, place)))
    return heard


def test_right_click_on_a_card_asks_for_its_menu(canvas: Canvas) -> None:
    heard, place = wishes(canvas), place_of(canvas, "hostd")
    click(canvas, place, RIGHT)
    assert heard == [(Hit("hostd", "hostd"), canvas.mapToGlobal(place))]


def test_right_click_on_a_line_names_its_links(canvas: Canvas) -> None:
    assert canvas.state is not None
    wire = next(wire for wire in canvas.state.rest if "L11" in wire.links)
    heard = wishes(canvas)
    click(canvas, window_place(canvas, wire.path.at(0.5)[0]), RIGHT)
    assert [hit.links for hit, _ in heard] == [wire.links]


def test_right_click_on_a_message_says_so(qtbot: QtBot) -> None:
    canvas = show_map(qtbot, next(state for tenth in range(60) if (state := told("F01", tenth / 10)).tokens))
    assert canvas.state is not None
    (token,) = canvas.state.tokens
    heard = wishes(canvas)
    click(canvas, window_place(canvas, token.path.at(token.progress)[0]), RIGHT)
    assert [hit.message for hit, _ in heard] == [True]


def test_a_drag_with_the_right_button_pans_and_asks_for_nothing(canvas: Canvas) -> None:
    heard = wishes(canvas)
    drag_with(canvas, place_of(canvas, "hostd"), place_of(canvas, "vpxa"), button=RIGHT)
    assert heard == []


def test_the_menu_key_asks_for_the_menu_of_the_ring(canvas: Canvas) -> None:
    heard = wishes(canvas)
    for box, wanted in (("vpxa", Hit("vpxa", "vpxa")), ("", Hit())):
        canvas.set_focus_box(box)
        pressed = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(1, 1), canvas.mapToGlobal(QPoint(1, 1)))
        QApplication.sendEvent(canvas, pressed)
        assert heard[-1][0] == wanted
    box = canvas.box("vpxa")
    assert box is not None
    assert heard[0][1] == canvas.mapToGlobal(window_place(canvas, box.rect.centre))
