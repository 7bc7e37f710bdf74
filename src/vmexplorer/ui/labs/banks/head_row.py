"""The head of the page: its title, the stories, a fresh host, and the way to the map."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from PySide6.QtCore import QPoint, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from vmexplorer.atlas.system_image import SystemImage
from vmexplorer.labs.banks.play import BanksPlay
from vmexplorer.ui.labs.banks.button_row import ButtonRow
from vmexplorer.ui.panels.buttons import BarButton
from vmexplorer.ui.panels.texts import plain_label


class HeadRow(ButtonRow):
    """Chooses a story or a fresh host; ``path_wanted`` asks for the message path on the map."""

    sizes: ClassVar[Mapping[str, float]] = {"#labtitle": 20.0, "QPushButton": 14.0, "QMenu": 14.0}
    fresh_wanted = Signal()
    story_chosen = Signal(str)
    path_wanted = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.title = plain_label("labtitle", "System image: two banks")
        self.stories = BarButton("Stories ▾", "Stories to step through, the twelve traces of the loader among them")
        self.fresh = BarButton("Fresh host", "Begin anew with a host that was just installed")
        self.path = BarButton("On the map", "Play the message path that tells what has just happened")
        self.menu = QMenu(self)
        for button in (self.stories, self.fresh, self.path):
            button.setObjectName("act")
        self.add(self.title, self.stories, self.fresh, self.path)
        self.stories.clicked.connect(self._offer)
        self.fresh.clicked.connect(self.fresh_wanted)
        self.path.clicked.connect(self.path_wanted)
        self.menu.triggered.connect(self._choose_story)

    def show_image(self, image: SystemImage) -> None:
        """Offers the stories of a pack."""
        self.menu.clear()
        for preset in image.presets:
            action = QAction(f"{preset.id}  {preset.name}" if preset.id[1:].isdecimal() else preset.name, self.menu)
            action.setData(preset.id)
            action.setCheckable(True)
            self.menu.addAction(action)

    def show_play(self, play: BanksPlay, has_path: bool) -> None:
        """Marks the story, and offers the path where there is one."""
        for action in self.menu.actions():
            action.setChecked(play.story is not None and action.data() == play.story.id)
        self.path.setEnabled(has_path)
        tip = "Play the message path that tells what has just happened"
        self.path.describe(tip if has_path else "Not now: no message path tells what has just happened.")

    @Slot()
    def _offer(self) -> None:
        self.menu.popup(self.stories.mapToGlobal(QPoint(0, self.stories.height() + 2)))

    @Slot(QAction)
    def _choose_story(self, action: QAction) -> None:
        self.story_chosen.emit(action.data())
