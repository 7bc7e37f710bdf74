"""The page of the what-if lab: a field for faults, the time, and everything that follows from both."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QStringListModel, Qt, Signal, Slot
from PySide6.QtWidgets import QCompleter, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from vmexplorer.app.details_page import Page
from vmexplorer.ui.canvas.ink import Ink
from vmexplorer.ui.panels.buttons import BarButton, Shape, ShapeButton
from vmexplorer.ui.panels.inspector import Inspector
from vmexplorer.ui.panels.texts import font_sizes, plain_label
from vmexplorer.ui.panels.timeline_bar import TimelineBar
from vmexplorer.ui.side_part import SidePart

_MARGIN = 20
_PLAY, _STEP = 40, 32
_SIZES = {"QLineEdit": 15.0, "#whatiftime": 15.0, "QPushButton": 14.0, "#whatiferror": 14.0}


class WhatIfPage(SidePart):
    """Shows what it is told; says what the person wants."""

    fault_written = Signal(str)
    moment_wanted = Signal(float)
    next_wanted = Signal()
    previous_wanted = Signal()
    play_wanted = Signal()
    fork_wanted = Signal()

    def __init__(self, ink: Ink, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("What-if lab")
        self.field = QLineEdit(self)
        self.field.setPlaceholderText("Write a fault: stop hostd, cut L11, block 902 …")
        self.field.setAccessibleName("Fault to add")
        self.field.setClearButtonEnabled(True)
        self._known = QStringListModel(self)
        completer = QCompleter(self._known, self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self.field.setCompleter(completer)
        self.field.returnPressed.connect(self._say_fault)
        self.error = plain_label("whatiferror", wrap=True)
        self.error.hide()
        self.previous = ShapeButton(ink, Shape.PREVIOUS, "To the change before", _STEP)
        self.play = ShapeButton(ink, Shape.PLAY, "Let time pass", _PLAY)
        self.next = ShapeButton(ink, Shape.NEXT, "To the next change", _STEP)
        self.time = plain_label("whatiftime")
        self.fork = BarButton("What if from here", "Forget the faults that come after this moment and go on from it")
        self.timeline = TimelineBar(ink, self)
        self.timeline.setAccessibleName("Time since the first fault, in seconds")
        self.inspector = Inspector(ink, self)
        self.inspector.setObjectName("whatifpage")
        self.inspector.setAccessibleName("What follows")
        self._join()
        self._arrange()
        self.setFocusProxy(self.field)
        self.set_scale(1.0)

    def set_known(self, faults: Sequence[str]) -> None:
        """Offers faults while one is being written."""
        self._known.setStringList(list(faults))

    def show_outcome(self, page: Page) -> None:
        """Shows what follows."""
        self.inspector.show_page(page)

    def show_time(self, at: float, duration: float, moments: Sequence[tuple[float, str]]) -> None:
        """Shows the time.

        Args:
            at: where it stands, in seconds.
            duration: how far it goes, in seconds.
            moments: when something changes, and in a few words what.
        """
        ticks = [moment for moment, _ in moments]
        self.timeline.set_timeline(duration, ticks, [text for _, text in moments])
        self.timeline.set_position(at)
        self.time.setText(f"After {at:.0f} s")
        self.previous.setEnabled(at > 0.0)
        self.next.setEnabled(any(moment > at for moment in ticks))
        self.play.setEnabled(bool(ticks))

    def show_playing(self, playing: bool) -> None:
        """Shows whether time passes by itself."""
        self.play.set_shape(*((Shape.PAUSE, "Stop the time") if playing else (Shape.PLAY, "Let time pass")))

    def show_error(self, text: str) -> None:
        """Says what is wrong with the fault in the field ("" for nothing)."""
        self.error.setText(text)
        self.error.setVisible(bool(text))
        if not text:
            self.field.clear()

    def set_ink(self, ink: Ink) -> None:
        """Paints with another theme."""
        for part in (self.previous, self.play, self.next, self.timeline, self.inspector):
            part.set_ink(ink)

    def set_scale(self, scale: float) -> None:
        """Makes texts and controls larger or smaller."""
        self.setStyleSheet(font_sizes(_SIZES, scale))
        for part in (self.previous, self.play, self.next, self.timeline, self.inspector):
            part.set_scale(scale)

    def _join(self) -> None:
        self.previous.clicked.connect(self.previous_wanted)
        self.play.clicked.connect(self.play_wanted)
        self.next.clicked.connect(self.next_wanted)
        self.fork.clicked.connect(self.fork_wanted)
        self.timeline.scrubbed.connect(self.moment_wanted)

    def _arrange(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(4)
        for button in (self.previous, self.play, self.next):
            row.addWidget(button)
        row.addSpacing(8)
        row.addWidget(self.time)
        row.addStretch(1)
        row.addWidget(self.fork)
        head = QVBoxLayout()
        head.setContentsMargins(_MARGIN, 12, _MARGIN, 4)
        head.setSpacing(8)
        head.addWidget(self.field)
        head.addWidget(self.error)
        head.addLayout(row)
        head.addWidget(self.timeline)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self.inspector, 1)

    @Slot()
    def _say_fault(self) -> None:
        text = self.field.text().strip()
        if text:
            self.fault_written.emit(text)
