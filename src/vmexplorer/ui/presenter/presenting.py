"""Joins shows to a desk: what starts them, on which tour, and what is left when they end."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, QPoint, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from vmexplorer import resources
from vmexplorer.app.commands import Command
from vmexplorer.app.kept import Kept
from vmexplorer.app.request import PresentRequest
from vmexplorer.app.show_commands import SHOW_COMMANDS
from vmexplorer.drawing.theme import find_theme
from vmexplorer.errors import UsageError
from vmexplorer.lessons.script import report
from vmexplorer.playback.clock import Clock, MonotonicClock
from vmexplorer.ui.canvas.ink import Ink
from vmexplorer.ui.desk import Desk
from vmexplorer.ui.presenter.screens import Screens

if TYPE_CHECKING:
    from vmexplorer.ui.presenter.presenter import Presenter
    from vmexplorer.ui.presenter.report_sheet import ReportSheet
    from vmexplorer.ui.presenter.wakefulness import Wakefulness

THEME = "projector"


class Here(NamedTuple):
    """A tour and the index of one of its stops."""

    tour: str
    stop: int = 0


class Presenting(QObject):
    """Starts shows; one at a time is on.

    ``current`` says which tour is walked in the window or edited, and where; it may be replaced
    by whoever knows that. ``screens``, ``wakefulness``, ``clock`` and ``wall`` are what shows
    get from around them. ``keep_ink`` is whether the ink of every tour is kept.
    """

    begun = Signal()
    ended = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._desk = desk
        self._last: Here | None = None
        self._sheet: ReportSheet | None = None
        self.show: Presenter | None = None
        self.current: Callable[[], Here | None] = self._walked
        self.screens = Screens(self)
        self.wakefulness: Wakefulness | None = None
        self.clock: Clock = MonotonicClock()
        self.wall: Callable[[], datetime] = datetime.now
        self.theme = THEME
        self.commands: tuple[Command, ...] = SHOW_COMMANDS
        self.keep_ink = False

    def join(self) -> None:
        """Takes over the commands and the button of the desk."""
        self._desk.commands["present.start"] = self.from_start
        self._desk.commands["present.here"] = self.from_here
        self._desk.window.top_bar.present_wanted.connect(self.open_menu)
        self.screens.watch()

    @Slot()
    def from_start(self) -> None:
        """Shows the tour that is walked or edited, or was shown or left last, or the first one, from its start."""
        if not self._go_on():
            here = self._here()
            if here is not None:
                self.start(here.tour)

    @Slot()
    def from_here(self) -> None:
        """The same from the stop where one is, or was when the last show ended or the program did."""
        if not self._go_on():
            here = self._here()
            if here is not None:
                self.start(here.tour, here.stop)

    def start(self, tour: str, stop: int = 0, projector: int | None = None) -> Presenter:
        """Begins a show.

        Args:
            tour: the id or name of a tour.
            stop: the index of its first stop to be shown.
            projector: the index of the screen for the audience, None for the first that is not the window's.

        Raises:
            UnknownNameError: there is no such tour.
            UsageError: the tour has no such stop.
        """
        # Imported when first wanted: most visits show nothing to an audience.
        from vmexplorer.ui.presenter.presenter import Presenter
        from vmexplorer.ui.presenter.stagecraft import Stagecraft
        from vmexplorer.ui.presenter.wakefulness import of_system

        self._desk.editor.saver.save_now()
        found = self._desk.tours.library.tour(tour)
        if not 0 <= stop < len(found.stops):
            raise UsageError(f"the tour {found.name!r} has the stops 1 to {len(found.stops)}, and no {stop + 1}")
        self.stop()
        self._drop_sheet()
        ink = Ink(find_theme(resources.root() / "themes", self.theme))
        self.wakefulness = self.wakefulness or of_system()
        places = self.screens, self.wakefulness, self.commands, ink, projector
        craft = Stagecraft(self.clock, self.wall, *places, Kept.of_user(), self.keep_ink)
        self.show = Presenter(self._desk, found, craft, stop)
        self.show.ended.connect(self._close)
        self.show.begin()
        self.begun.emit()
        return self.show

    def follow(self, request: PresentRequest) -> None:
        """Begins the show that the command line asks for.

        Raises:
            UnknownNameError: there is no such tour or theme.
            UsageError: the tour has no such stop, or there is no such screen.
        """
        count = self.screens.count()
        if request.screen is not None and request.screen > count:
            raise UsageError(f"there is no screen {request.screen}; {count} can be used")
        if request.theme is not None:
            self.theme = find_theme(resources.root() / "themes", request.theme).id
        show = self.start(request.tour, request.stop - 1, None if request.screen is None else request.screen - 1)
        if request.kiosk:
            from vmexplorer.ui.presenter.kiosk_runner import KioskRunner

            KioskRunner(show).begin()

    @Slot()
    def stop(self) -> None:
        """Ends the show that is on."""
        if self.show is not None:
            self.show.end()

    @Slot(QPoint)
    def open_menu(self, place: QPoint) -> None:
        """Offers all tours at a place on the screen."""
        menu = QMenu(self._desk.window)
        menu.aboutToHide.connect(menu.deleteLater)
        here = self._meant()
        for tour in self._desk.tours.library.tours:
            action = QAction(f"{tour.name}  ({tour.minutes:g} min)", menu)
            action.setData(Here(tour.id))
            menu.addAction(action)
            if here is not None and here.tour == tour.id and here.stop:
                again = QAction(f"    from stop {here.stop + 1}: {tour.stops[here.stop].title}", menu)
                again.setData(here)
                menu.addAction(again)
        menu.triggered.connect(self._choose)
        menu.popup(place)

    @Slot(QAction)
    def _choose(self, action: QAction) -> None:
        tour, stop = action.data()
        self.start(tour, stop)

    @Slot()
    def _close(self) -> None:
        """The show is over: its place is kept, and its times are told."""
        show, self.show = self.show, None
        if show is None:
            return
        self._last = Here(show.tour.id, show.showing.show.state.place.stop)
        if show.timing.begun:
            from vmexplorer.ui.presenter.report_sheet import ReportSheet

            rows = report(show.showing.script, show.timing.times(self.clock.now()))
            self._sheet = ReportSheet(show.tour.name, rows, self._desk.window)
            self._sheet.closed.connect(self._drop_sheet)
            self._sheet.open()
        show.deleteLater()
        self.ended.emit()

    @Slot()
    def _drop_sheet(self) -> None:
        """The times of the last show have been read."""
        sheet, self._sheet = self._sheet, None
        if sheet is not None:
            sheet.hide()
            sheet.deleteLater()

    def _go_on(self) -> bool:
        """Returns to the show that is on, if there is one."""
        if self.show is None:
            return False
        self.show.return_to_tour()
        return True

    def _here(self) -> Here | None:
        """The tour to show and where one is in it; says so when there is none."""
        editor = self._desk.editor
        if editor.is_open and editor.tour is not None and not editor.saver.ready(editor.tour.id):
            return None
        tours = {tour.id: tour for tour in self._desk.tours.library.tours}
        here = self._meant()
        if here is not None and here.tour in tours and here.stop < len(tours[here.tour].stops):
            return here
        if not tours:
            self._desk.window.message_bar.say("There is no tour to present.")
            return None
        return Here(next(iter(tours)))

    def _meant(self) -> Here | None:
        """The tour one is in, or that was shown or left last, and where; None when there is none."""
        left = self._desk.tours.left
        return self.current() or self._last or (Here(left[0].id, left[1].stop) if left is not None else None)

    def _walked(self) -> Here | None:
        """The tour that is walked in the window, or that is open in the editor, and where."""
        visit, editor = self._desk.tours.visit, self._desk.editor
        if visit is not None:
            return Here(visit.tour.id, visit.walk.now.stop)
        if editor.is_open and editor.tour is not None:
            return Here(editor.tour.id, editor.place)
        return None
