"""The card of a tour above the details: where one is, what the stop says, and the way on."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QEvent, QObject, QPoint, QSize, Qt, Signal, Slot
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QAction, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QScrollArea, QVBoxLayout, QWidget

from vmexplorer.app.tour_practice import Practice
from vmexplorer.ui.canvas.ink import Ink
from vmexplorer.ui.panels.buttons import BarButton, Shape, ShapeButton
from vmexplorer.ui.panels.texts import font_sizes, plain_label
from vmexplorer.ui.side_part import SidePart
from vmexplorer.ui.tours.progress_line import ProgressLine

_SIZES = {"#tourplace": 12.5, "#tourtitle": 19.0, "#tourcaption": 15.0, "#tournotes": 14.0, "QPushButton": 14.0}
_LEFT, _RIGHT = 24, 16  # as the details below it
_TOP, _BOTTOM, _SPACING = 10, 12, 10
_MOST, _MOST_ABOVE_LAB = 0.62, 0.3  # of the height of the side
_FEWEST_NOTES = 60  # pixels at scale 1; a lower strip of notes cannot be read


class StopShown(NamedTuple):
    """What the card shows.

    ``titles`` are those of all stops, of which ``stop`` is the present one, from 0, and
    ``seen`` those at which one has been.
    ``notes`` are paragraphs, ``minutes`` the planned time. ``steps`` counts the steps of a
    message path that have been shown and those that there are; both are 0 without one.
    ``practice`` is offered at the last stop.
    """

    titles: tuple[str, ...]
    stop: int
    caption: str
    notes: tuple[str, ...]
    minutes: float
    steps: tuple[int, int]
    seen: frozenset[int] = frozenset()
    practice: tuple[Practice, ...] = ()


_NOTHING = StopShown((), 0, "", (), 0.0, (0, 0))


class TourCard(SidePart):
    """Shows a stop; every control only says what the person wants."""

    next_wanted = Signal()
    previous_wanted = Signal()
    stop_chosen = Signal(int)
    leave_wanted = Signal()
    practice_chosen = Signal(str, str)  # a lab and its preset

    def __init__(self, ink: Ink, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("tourcard")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._scale = 1.0
        self._most = _MOST
        self._shown = _NOTHING
        self.place = plain_label("tourplace")
        self.close_button = ShapeButton(ink, Shape.CLOSE, "Leave the tour", 28)
        self.title = plain_label("tourtitle", wrap=True)
        self.caption = plain_label("tourcaption", wrap=True)
        self.notes = plain_label("tournotes", wrap=True)
        self.notes.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.progress = ProgressLine(ink, self)
        self.back = BarButton("Back", "The step or stop before; Page Up")
        self.forward = BarButton("Next", "The next step or stop; Page Down")
        self.forward.setObjectName("primary")
        self.contents = BarButton("Contents", "All stops of the tour")
        self.practice = BarButton("Practise this tour", "Cases and questions about this tour")
        self.notes_button = BarButton("Notes", "Show or hide what there is to say", checkable=True)
        self.notes_button.setChecked(True)
        self._scroll = QScrollArea(self)
        self._arrange()
        self._join()
        self.set_scale(1.0)

    def show_stop(self, shown: StopShown) -> None:
        """Shows a stop."""
        if (shown.titles, shown.stop) != (self._shown.titles, self._shown.stop):
            self._announce(shown)
        self._shown = shown
        done, count = shown.steps
        stops = len(shown.titles)
        self.place.setText(f"STOP {shown.stop + 1} OF {stops} · {_minutes(shown.minutes)}".upper())
        self.title.setText(shown.titles[shown.stop])
        self.caption.setText(shown.caption)
        self.notes.setText("\n\n".join(shown.notes).replace("`", ""))
        self.progress.set_progress(stops, shown.stop, done / count if count else 1.0)
        last = shown.stop + 1 == stops and done == count
        self.forward.setText(f"Step {done + 1} of {count}" if done < count else "Finish" if last else "Next")
        self.back.setEnabled(shown.stop > 0 or done > 0)
        self.practice.setVisible(bool(shown.practice) and shown.stop + 1 == stops)
        self._fit()

    def forget(self) -> None:
        """A tour begins: its first stop is said even if it is the one that was shown last."""
        self._shown = _NOTHING

    def leave_room(self, wanted: bool) -> None:
        """Leaves most of the side to a lab below, or takes more of it for the notes."""
        self._most = _MOST_ABOVE_LAB if wanted else _MOST
        self._fit()

    @Slot()
    def open_contents(self) -> None:
        """Opens the list of all stops; the present one is marked."""
        menu = QMenu(self)
        menu.aboutToHide.connect(menu.deleteLater)
        for number, title in enumerate(self._shown.titles):
            seen = "  ✓" if number in self._shown.seen and number != self._shown.stop else ""
            action = QAction(f"{number + 1}.  {title}{seen}".replace("&", "&&"), menu)
            action.setData(number)
            action.setCheckable(True)
            action.setChecked(number == self._shown.stop)
            menu.addAction(action)
            if number == self._shown.stop:
                menu.setActiveAction(action)
        menu.triggered.connect(self._choose)
        menu.popup(self.contents.mapToGlobal(QPoint(0, self.contents.height())))

    @Slot()
    def open_practice(self) -> None:
        """Opens the list of what practises the tour."""
        menu = QMenu(self)
        menu.aboutToHide.connect(menu.deleteLater)
        for practice in self._shown.practice:
            action = QAction(practice.name.replace("&", "&&"), menu)
            action.setData(practice)
            menu.addAction(action)
        menu.triggered.connect(self._practise)
        menu.popup(self.practice.mapToGlobal(QPoint(0, self.practice.height())))

    def set_ink(self, ink: Ink) -> None:
        """Paints with another theme."""
        self.close_button.set_ink(ink)
        self.progress.set_ink(ink)

    def set_scale(self, scale: float) -> None:
        """Makes texts and controls larger or smaller."""
        self._scale = scale
        self.setStyleSheet(font_sizes(_SIZES, scale))
        self.close_button.set_scale(scale)
        self.progress.set_scale(scale)
        self._column.setContentsMargins(_LEFT, round(_TOP * scale), _RIGHT, round(_BOTTOM * scale))
        self._column.setSpacing(round(_SPACING * scale))
        self._fit()

    def showEvent(self, event: QEvent) -> None:
        """Follows the height of what it stands in."""
        parent = self.parentWidget()
        if parent is not None:
            parent.installEventFilter(self)
        self._fit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Takes no more than its share of the side."""
        if event.type() == QEvent.Type.Resize and watched is self.parentWidget():
            self._fit()
        return False

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width needs other heights."""
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self._fit()

    def minimumSizeHint(self) -> QSize:
        """Any width will do."""
        return QSize(0, super().minimumSizeHint().height())

    def _announce(self, shown: StopShown) -> None:
        """Says a stop to assistive technology."""
        said = f"Stop {shown.stop + 1} of {len(shown.titles)}. {shown.titles[shown.stop]}. {shown.caption}"
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, said))

    def _arrange(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self.place, 1)
        head.addWidget(self.notes_button)
        head.addWidget(self.close_button)
        self._scroll.setWidget(self.notes)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.notes.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        row = QHBoxLayout()
        row.setSpacing(4)
        for button in (self.back, self.forward, self.contents):
            row.addWidget(button)
        row.addStretch(1)
        self._column = QVBoxLayout(self)
        self._column.addLayout(head)
        for widget in (self.title, self.caption, self._scroll, self.progress):
            self._column.addWidget(widget)
        self._column.addLayout(row)
        self._column.addWidget(self.practice, 0, Qt.AlignmentFlag.AlignLeft)

    def _join(self) -> None:
        self.forward.clicked.connect(self.next_wanted)
        self.back.clicked.connect(self.previous_wanted)
        self.close_button.clicked.connect(self.leave_wanted)
        self.contents.clicked.connect(self.open_contents)
        self.practice.clicked.connect(self.open_practice)
        self.notes_button.toggled.connect(self._fit)

    @Slot()
    def _fit(self) -> None:
        """Gives every text the height that it needs; the notes have what is left of the card's share of the side."""
        parent = self.parentWidget()
        if parent is None:
            return
        self.ensurePolished()
        margins, rows = self._column.contentsMargins(), [self.close_button.height(), self.progress.height()]
        width = self.width() - margins.left() - margins.right()
        for label in (self.title, self.caption):
            label.setMinimumHeight(0)  # Qt counts it into the height that it reports
            label.setFixedHeight(max(0, label.heightForWidth(width)))
            rows.append(label.height())
        rows.append(self.forward.sizeHint().height())
        if not self.practice.isHidden():
            rows.append(self.practice.sizeHint().height())
        shown = self.notes_button.isChecked() and bool(self.notes.text())
        self._scroll.setVisible(shown)
        others = margins.top() + margins.bottom() + sum(rows) + (len(rows) - 1) * self._column.spacing()
        if shown:
            others += self._column.spacing()
            room = round(parent.height() * self._most) - others
            needed = self.notes.heightForWidth(width - self._scroll.verticalScrollBar().sizeHint().width())
            self._scroll.setFixedHeight(max(round(_FEWEST_NOTES * self._scale), min(needed, room)))
            others += self._scroll.height()
        self.setFixedHeight(others)

    @Slot(QAction)
    def _choose(self, action: QAction) -> None:
        self.stop_chosen.emit(action.data())

    @Slot(QAction)
    def _practise(self, action: QAction) -> None:
        practice = Practice(*action.data())
        self.practice_chosen.emit(practice.lab, practice.preset)


def _minutes(minutes: float) -> str:
    """A planned time for people, such as ``45 s`` or ``1.5 min``."""
    return f"{round(minutes * 60)} s" if minutes < 1 else f"{minutes:g} min"
