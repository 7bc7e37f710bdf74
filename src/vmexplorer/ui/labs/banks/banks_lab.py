"""Joins the lab of the boot banks: its controller, its page and its keys."""

from __future__ import annotations

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QKeyEvent

from vmexplorer.atlas.atlas import Atlas
from vmexplorer.errors import VmexplorerError
from vmexplorer.labs.banks.play import BanksPlay, Key
from vmexplorer.playback.clock import Clock
from vmexplorer.playback.motion import Motion
from vmexplorer.ui.canvas.ink import Ink
from vmexplorer.ui.labs.banks.banks_controller import BanksController
from vmexplorer.ui.labs.banks.banks_mirror import BanksMirror
from vmexplorer.ui.labs.banks.banks_page import BanksPage
from vmexplorer.ui.labs.lab import Lab
from vmexplorer.ui.panels.keys import ENTER

_LOADER_KEYS = {
    Qt.Key.Key_O: (Key.SHIFT_O, True),
    Qt.Key.Key_R: (Key.SHIFT_R, True),
    Qt.Key.Key_Y: (Key.YES, False),
    Qt.Key.Key_N: (Key.NO, False),
    Qt.Key.Key_Escape: (Key.ESCAPE, False),
    **dict.fromkeys(ENTER, (Key.ENTER, False)),
}


class BanksLab(Lab):
    """The lab from its first opening on."""

    def __init__(self, ink: Ink, clock: Clock | None = None) -> None:
        super().__init__()
        self.page: BanksPage = BanksPage(ink)
        self._clock = clock
        self.controller: BanksController | None = None

    def enter(self, atlas: Atlas, era: str, motion: Motion) -> None:
        """Begins with a fresh host, or goes on in another era or with another motion."""
        if atlas.banks is None:
            self.page.show_nothing(f"The pack {atlas.manifest.name} tells nothing of boot banks.")
            return
        if self.controller is None:
            self.controller = BanksController(BanksPlay(atlas, era, motion), self._clock, self)
            self._join(self.controller)
        self.controller.forget_overlay()
        self.controller.adopt(atlas, era, motion)

    def leave(self) -> None:
        """Stops what plays."""
        if self.controller is not None:
            self.controller.skip()

    def prepare(self, preset: str) -> None:
        """Begins a story.

        Raises:
            UnknownNameError: there is none of that name.
            VmexplorerError: the pack tells nothing of boot banks.
        """
        if self.controller is None:
            raise VmexplorerError(f"the pack tells nothing of boot banks, so there is no story {preset!r}")
        self.controller.start_story(preset)

    def undo(self) -> bool:
        """One event back."""
        if self.controller is not None:
            self.controller.undo()
        return True

    def redo(self) -> bool:
        """One event forward."""
        if self.controller is not None:
            self.controller.redo()
        return True

    def mirror(self, ink: Ink) -> BanksMirror:
        """The cards, the lines of the loader and its screen."""
        made = BanksMirror(ink)
        if self.controller is not None:
            made.follow(self.controller.play)
        self.shown.connect(made.follow)
        return made

    def _join(self, controller: BanksController) -> None:
        page = self.page
        controller.session_changed.connect(self._show)
        controller.state_changed.connect(page.show_moment)
        controller.state_changed.connect(self._tell_mirrors)
        controller.playing_changed.connect(page.controls.show_playing)
        controller.modes_changed.connect(self._show_modes)
        controller.overlay_changed.connect(self.overlay_changed)
        controller.flow_wanted.connect(self.flow_wanted)
        controller.said.connect(self.said)
        page.head.fresh_wanted.connect(controller.start_fresh)
        page.head.story_chosen.connect(controller.start_story)
        page.loaders.chosen.connect(controller.choose_loader)
        page.head.path_wanted.connect(controller.tell_path)
        page.action_panel.wanted.connect(controller.act)
        page.action_panel.predicted.connect(controller.predict)
        page.action_panel.undo_wanted.connect(controller.undo)
        page.action_panel.redo_wanted.connect(controller.redo)
        page.history.place_chosen.connect(controller.go_to)
        controls = page.controls
        controls.pressed.connect(controller.press)
        controls.play.clicked.connect(controller.toggle)
        controls.next.clicked.connect(controller.next)
        controls.previous.clicked.connect(controller.previous)
        controls.skip.clicked.connect(controller.skip)
        controls.speed.speed_chosen.connect(controller.set_speed)
        page.disk.component_wanted.connect(self.component_wanted)
        page.key_pressed.connect(self._press)

    @Slot()
    def _show(self) -> None:
        if self.controller is not None:
            self.page.show_play(self.controller.play)
            self._tell_mirrors()

    @Slot()
    def _tell_mirrors(self) -> None:
        if self.controller is not None:
            self.shown.emit(self.controller.play)

    @Slot()
    def _show_modes(self) -> None:
        if self.controller is not None:
            self.page.controls.speed.set_speed(self.controller.player.speed)

    @Slot(QKeyEvent)
    def _press(self, event: QKeyEvent) -> None:
        """A key of the loader where it works, then Space; the rest goes on to the window."""
        controller = self.controller
        if controller is None:
            return
        shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        key, with_shift = _LOADER_KEYS.get(Qt.Key(event.key()), (None, False))
        if key is not None and shift >= with_shift and not controller.play.key_refusal(key):
            controller.press(key)
        elif event.key() == Qt.Key.Key_Space and not controller.play.picture.done:
            controller.toggle()
        else:
            return
        event.accept()


def make_lab(ink: Ink) -> Lab:
    """The lab as it is at its first opening."""
    return BanksLab(ink)
