"""What one start knows of those before: the settings of the user and what the window remembers."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray

from vmexplorer import resources
from vmexplorer.app.kept import Kept
from vmexplorer.app.request import OpenRequest
from vmexplorer.app.user_folders import settings_path
from vmexplorer.app.window_memory import WindowMemory, recall, remember
from vmexplorer.drawing.theme import theme_names
from vmexplorer.ui.main_window import MainWindow

if TYPE_CHECKING:
    from vmexplorer.app.place import Place
    from vmexplorer.app.settings import Settings, SettingsFile
    from vmexplorer.ui.desk import Desk

DEFAULT_THEME = "dark"


class Recollection:
    """Made before the first picture, so it imports and does little."""

    def __init__(self, request: OpenRequest) -> None:
        path = settings_path()
        self._has_settings = path is not None and path.exists()
        self._request = request
        self._kept = Kept.of_user()
        self._memory, self._complaint = WindowMemory(), ""
        if self._restores and not request.fresh:
            self._memory, self._complaint = recall(self._kept)

    @cached_property
    def file(self) -> SettingsFile:
        """The settings file, which takes further complaints."""
        from vmexplorer.app.settings import SettingsFile

        return SettingsFile.of_user()

    @cached_property
    def settings(self) -> Settings:
        """What the settings file says."""
        return self.file.read()

    @property
    def _restores(self) -> bool:
        return not self._has_settings or self.settings.restore

    @property
    def theme(self) -> str:
        """The name of the theme: as asked for, else as set, else the one worn last, else the usual one."""
        worn = self._memory.theme
        worn = worn if worn in theme_names(resources.root() / "themes") else ""
        chosen = self.settings.theme if self._has_settings else ""
        return self._request.theme or chosen or worn or DEFAULT_THEME

    @property
    def at_home(self) -> bool:
        """Whether the window opens with the home view at rest in the newest era, which is kept as a picture."""
        return self._nothing_asked and self._memory.at_home

    @property
    def complaints(self) -> tuple[str, ...]:
        """What is wrong with the settings file and with what was kept."""
        said = [*(f"{text}." for text in self.file.complaints), self._complaint]
        return tuple([text for text in said if text])

    @property
    def tour(self) -> str:
        """The id of the tour to go on with, or ""."""
        return self._memory.tour if self._nothing_asked else ""

    def place(self) -> Place | None:
        """What the map showed last, when nothing else is asked for."""
        from vmexplorer.app.place import from_content

        if not self._nothing_asked or self._memory.place is None:
            return None
        place = from_content(self._memory.place)
        if place is None:
            self._complaint = self._kept.reject("window")
        return place

    @property
    def rail(self) -> Mapping[str, bool]:
        """Which sections of the rail were folded and unfolded by hand."""
        return self._memory.rail

    def arrange(self, window: MainWindow) -> None:
        """Puts the window where it was on the screen; a place that no screen has any more is left to Qt."""
        if self._memory.geometry:
            window.restoreGeometry(QByteArray.fromBase64(self._memory.geometry.encode("ascii", "ignore")))

    def keep(self, desk: Desk) -> None:
        """Remembers how the window is closed; a show and another pack leave the place as it was."""
        from vmexplorer.app.place import as_content, at_home

        if not self._restores or self._request.present is not None:
            return
        geometry = bytes(desk.window.saveGeometry().toBase64().data()).decode("ascii")
        memory = self._memory._replace(geometry=geometry, theme=desk.ink.theme.id, rail=desk.window.rail.folding)
        if self._request.pack is None:
            visit, explorer = desk.tours.visit, desk.controller.explorer
            place = desk.tours.place_behind()
            home = visit is None and at_home(explorer)
            memory = memory._replace(place=None if home else as_content(place), tour=visit.tour.id if visit else "")
        remember(self._kept, memory)

    @property
    def _nothing_asked(self) -> bool:
        """Whether the request leaves to the window what it shows."""
        return self._request == OpenRequest(theme=self._request.theme, fresh=self._request.fresh)
