"""Puts the windows of a show onto the screens, and keeps them there while screens come and go."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QWidget

from vmexplorer.lessons.show_screens import Placement, placement
from vmexplorer.lessons.show_state import ShowState
from vmexplorer.ui.presenter.screens import Screens

_WINDOWED = (1280, 720)


class ShowWindows:
    """The audience's window, the speaker's page and the program's own window.

    Args:
        audience: the picture.
        speaker: the page of the speaker.
        map_window: the program's own window, which is shown only outside the tour.
        screens: the screens.
        projector: the index of the screen that was chosen for the audience, or None.
    """

    def __init__(
        self, audience: QWidget, speaker: QWidget, map_window: QWidget, screens: Screens, projector: int | None = None
    ) -> None:
        self._audience = audience
        self._speaker = speaker
        self._map = map_window
        self._screens = screens
        self._home = screens.of(map_window)
        self._projector = projector
        self._full = True
        self._placed = Placement()
        self._known: tuple[str, ...] = ()
        self._map_before: tuple[QRect, Qt.WindowState] | None = None

    @property
    def placed(self) -> Placement:
        """Where the windows stand."""
        return self._placed

    def place(self, state: ShowState) -> None:
        """Shows and hides windows as a state asks for it; the keyboard goes to the speaker's."""
        wanted = placement(state, self._screens.count(), self._home, self._projector)
        names = self._screens.names()
        if (wanted, names) == (self._placed, self._known):
            return
        moved, self._known = names != self._known, names
        before, self._placed = self._placed, wanted
        # First what appears, then what goes: a program without a window would end.
        for window, index, old in (
            (self._audience, wanted.audience, before.audience),
            (self._speaker, wanted.speaker, before.speaker),
        ):
            if index is not None and (moved or index != old or not window.isVisible()):
                self._fill(window, index)
        if wanted.map is not None:
            self._show_map(wanted.map, alone=wanted.audience is None)
        for window, index in (
            (self._audience, wanted.audience),
            (self._speaker, wanted.speaker),
            (self._map, wanted.map),
        ):
            if index is None:
                window.hide()
        self.give_keyboard()

    def give_back(self) -> None:
        """Shows the program's own window as it was before the show."""
        self._restore_map()
        self._map.show()
        self._map.activateWindow()

    def give_keyboard(self) -> None:
        """Keys go to the map outside the tour, else to the speaker's page, else to the picture."""
        for window, index in (
            (self._map, self._placed.map),
            (self._speaker, self._placed.speaker),
            (self._audience, self._placed.audience),
        ):
            if index is not None:
                window.raise_()
                window.activateWindow()
                if window is not self._map:
                    window.setFocus()
                return

    def to_next_screen(self, state: ShowState) -> None:
        """Moves the picture to another screen, if there are more than two; else it swaps nothing."""
        others = [index for index in range(self._screens.count()) if index != self._home]
        if self._placed.audience in others:
            place = others.index(self._placed.audience) + 1
            self._projector = others[place % len(others)]
            self.place(state)

    def toggle_full(self) -> None:
        """Shows the picture in a window that can be moved and shared, or fills the screen again."""
        self._full = not self._full
        if self._placed.audience is None:
            return
        if self._full:
            self._screens.fill(self._audience, self._placed.audience)
        else:
            self._audience.showNormal()
            self._audience.resize(*_WINDOWED)
        self.give_keyboard()

    def _show_map(self, index: int, *, alone: bool) -> None:
        """With one screen the map takes the place of the picture: the audience sees nothing else of the computer."""
        if not (alone and self._full):
            self._restore_map()
            self._map.show()
            return
        if self._map_before is None:
            self._map_before = self._map.normalGeometry(), self._map.windowState()
        self._screens.fill(self._map, index)

    def _restore_map(self) -> None:
        """Gives the program's own window the place that it had before it filled the screen."""
        if self._map_before is None:
            return
        place, state = self._map_before
        self._map_before = None
        self._map.setWindowState(Qt.WindowState.WindowNoState)
        self._map.setGeometry(place)
        self._map.setWindowState(state)

    def _fill(self, window: QWidget, index: int) -> None:
        if window is self._audience and not self._full:
            window.showNormal()
        else:
            self._screens.fill(window, index)
