"""The bar below the map: what the present step says, and the controls of a message path."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QSizePolicy, QWidget

from vmexplorer.ui.canvas import fonts
from vmexplorer.ui.canvas.ink import Ink
from vmexplorer.ui.panels.buttons import BarButton, Shape, ShapeButton
from vmexplorer.ui.panels.speed_button import SpeedButton
from vmexplorer.ui.panels.texts import ShortLabel, font_sizes, plain_label
from vmexplorer.ui.panels.timeline_bar import TimelineBar

HEIGHT = 148
_SIZES = {"#step": 16.0, "#steptitle": 19.0, "#steptext": 14.0, "#steplog": 12.0, "QPushButton": 14.0, "QMenu": 14.0}
_COUNTER = 60
_STEPPING = ("Stop at each step", "Each step")
_NARROW = 960  # below this width, at scale 1, the long words go
_LOG_SHARE = 0.4  # of the width; the log must not drown the title


class PlayerBar(QWidget):
    """Shows a step and a position; every control only says what the person wants."""

    toggled = Signal()
    next_wanted = Signal()
    previous_wanted = Signal()
    scrubbed = Signal(float)
    speed_chosen = Signal(float)
    loop_toggled = Signal(bool)
    stepping_toggled = Signal(bool)
    closed = Signal()

    def __init__(self, ink: Ink, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("player")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._scale = 1.0
        self.counter = plain_label("step")
        self.title = ShortLabel("steptitle")
        self.log = ShortLabel("steplog")
        self.caption = ShortLabel("steptext", lines=2)
        self.leave = ShapeButton(ink, Shape.CLOSE, "Leave path", 30)
        self.previous = ShapeButton(ink, Shape.PREVIOUS, "Previous step", 38)
        self.play = ShapeButton(ink, Shape.PLAY, "Play", 52)
        self.next = ShapeButton(ink, Shape.NEXT, "Next step", 38)
        self.timeline = TimelineBar(ink)
        self.speed = SpeedButton()
        self.loop = BarButton("Loop", "Begin again at the end", checkable=True)
        self.stepping = BarButton(_STEPPING[0], "Pause when a step is over", checkable=True)
        self._shapes = (self.leave, self.previous, self.play, self.next)
        self._grid = QGridLayout(self)
        self._transport = QHBoxLayout()
        self._arrange()
        self._join()
        self.set_scale(1.0)

    def set_empty(self, text: str) -> None:
        """Shows that no path is chosen, and how to choose one."""
        self.timeline.set_timeline(0.0, (), ())
        self.counter.setText("")
        self.counter.setAccessibleName("")
        self.log.set_text("")
        self.title.set_text("")
        self.caption.set_text(text)
        self.set_playing(False)
        self._enable(False)

    def set_timeline(self, duration: float, ticks: Sequence[float], labels: Sequence[str]) -> None:
        """Takes the timeline of a path: seconds in all, the end of each step, a short name for each."""
        self._enable(True)
        self.timeline.set_timeline(duration, ticks, labels)

    def set_position(self, seconds: float) -> None:
        """Moves the head; cheap enough for every frame."""
        self.timeline.set_position(seconds)

    def set_step(self, number: int, count: int, title: str, text: str, log: str) -> None:
        """Shows a step: its number from 1 and how many there are, its texts and its log line ("" for none)."""
        self.counter.setText(f"{number} / {count}")
        self.counter.setAccessibleName(f"Step {number} of {count}")
        self.title.set_text(title)
        self.caption.set_text(text.replace("`", ""))
        if log:
            # The font of the style sheet is loaded when it is first needed.
            fonts.code_font(_SIZES["#steplog"])
        self.log.set_text(log)

    def set_playing(self, playing: bool) -> None:
        """Shows whether time runs."""
        self.play.set_shape(*((Shape.PAUSE, "Pause") if playing else (Shape.PLAY, "Play")))

    def set_speed(self, speed: float) -> None:
        """Shows the speed."""
        self.speed.set_speed(speed)

    def set_loop(self, loop: bool) -> None:
        """Shows whether the path begins again at its end."""
        self.loop.setChecked(loop)

    def set_stepping(self, stepping: bool) -> None:
        """Shows whether playing pauses after each step."""
        self.stepping.setChecked(stepping)

    def set_ink(self, ink: Ink) -> None:
        """Paints with another theme."""
        self.timeline.set_ink(ink)
        for button in self._shapes:
            button.set_ink(ink)

    def set_scale(self, scale: float) -> None:
        """Makes texts and controls larger or smaller; 1.0 is the size of the design."""
        self._scale = scale
        self.setStyleSheet(font_sizes(_SIZES, scale))
        self.setFixedHeight(round(HEIGHT * scale))
        self.timeline.set_scale(scale)
        for button in self._shapes:
            button.set_scale(scale)
        left, top, right, bottom = (round(space * scale) for space in (26, 10, 20, 2))
        self._grid.setContentsMargins(left, top, right, bottom)
        self._grid.setColumnMinimumWidth(0, round(_COUNTER * scale))
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Spares words where the timeline needs the room."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        self.stepping.setText(_STEPPING[0] if self.width() >= _NARROW * self._scale else _STEPPING[1])
        self.log.setMaximumWidth(round(self.width() * _LOG_SHARE))

    def _arrange(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(28)
        head.addWidget(self.title)
        head.addStretch(1)
        head.addWidget(self.log, 1000)
        self.log.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.log.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._transport.setSpacing(6)
        for widget in (self.previous, self.play, self.next):
            self._transport.addWidget(widget)
        self._transport.addSpacing(34)
        self._transport.addWidget(self.timeline, 1)
        self._transport.addSpacing(18)
        for button in (self.speed, self.loop, self.stepping):
            self._transport.addWidget(button)
        self._grid.setHorizontalSpacing(0)
        self._grid.setVerticalSpacing(1)
        self._grid.setColumnStretch(1, 1)
        self._grid.addWidget(self.counter, 0, 0)
        self._grid.addLayout(head, 0, 1)
        self._grid.setColumnMinimumWidth(2, 16)
        self._grid.addWidget(self.leave, 0, 3)
        self._grid.addWidget(self.caption, 1, 1)
        self._grid.addLayout(self._transport, 2, 0, 1, 4)
        self._grid.setRowStretch(2, 1)

    def _join(self) -> None:
        self.play.clicked.connect(self.toggled)
        self.next.clicked.connect(self.next_wanted)
        self.previous.clicked.connect(self.previous_wanted)
        self.leave.clicked.connect(self.closed)
        self.timeline.scrubbed.connect(self.scrubbed)
        self.speed.speed_chosen.connect(self.speed_chosen)
        self.loop.clicked.connect(self.loop_toggled)
        self.stepping.clicked.connect(self.stepping_toggled)

    def _enable(self, enabled: bool) -> None:
        self.leave.setVisible(enabled)
        for widget in (self.previous, self.play, self.next, self.timeline, self.speed, self.loop, self.stepping):
            widget.setEnabled(enabled)
