"""Guards against PySide6 builds whose calls each lose a reference to None.

PySide6-Essentials 6.12.0 does so on Python 3.10 and 3.11: after some thousands
of calls the interpreter aborts. From Python 3.12 on None is immortal and this
cannot fail.
"""

import sys
from collections.abc import Callable

import pytest
from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication, QLabel

_CALLS = 500
_TOLERATED = 100  # other references to None come and go meanwhile


def _name_object() -> None:
    QObject().setObjectName("x")


def _restart_timer() -> None:
    timer = QTimer()
    timer.start(1000)
    timer.stop()


def _set_label_text() -> None:
    QLabel().setText("x")


def _paint_line() -> None:
    image = QImage(4, 4, QImage.Format.Format_ARGB32_Premultiplied)
    painter = QPainter(image)
    painter.drawLine(0, 0, 3, 3)
    painter.end()


@pytest.mark.parametrize("call", [_name_object, _restart_timer, _set_label_text, _paint_line])
def test_qt_calls_keep_references_to_none(qapp: QApplication, call: Callable[[], None]) -> None:
    before = sys.getrefcount(None)
    for _ in range(_CALLS):
        call()
    assert sys.getrefcount(None) > before - _TOLERATED
