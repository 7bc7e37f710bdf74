"""What belongs to the loader's screen: its keys, and the ways to go through the show."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from vmexplorer.labs.banks.play import BanksPlay, Key
from vmexplorer.ui.canvas.ink import Ink
from vmexplorer.ui.labs.banks.button_row import ButtonRow
from vmexplorer.ui.panels.buttons import BarButton, Shape, ShapeButton
from vmexplorer.ui.panels.lettering import Lettering
from vmexplorer.ui.panels.speed_button import SpeedButton

_TIPS = {
    Key.ENTER: "Ends the countdown, or takes the boot options",
    Key.SHIFT_O: "Shows the options that the kernel is started with; here they cannot be edited",
    Key.SHIFT_R: "Recovery mode: gives up the bank that would boot, for good",
    Key.YES: "Yes, roll back",
    Key.NO: "No, boot as usual",
    Key.ESCAPE: "Leaves the boot options as they are",
}


class ScreenControls(ButtonRow):
    """Keys as buttons, and play, step, speed; ``pressed`` has a ``Key``."""

    pressed = Signal(object)

    def __init__(self, ink: Ink, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAccessibleName("Keys of the boot loader, and the show")
        self.previous = ShapeButton(ink, Shape.PREVIOUS, "Previous piece", 34)
        self.play = ShapeButton(ink, Shape.PLAY, "Play", 46)
        self.next = ShapeButton(ink, Shape.NEXT, "Next piece", 34)
        self.speed = SpeedButton()
        self.skip = BarButton("To the end", "Goes to the end of the show")
        self._refusals: dict[Key, str] = {}
        self._shapes = (self.previous, self.play, self.next)
        self.keys = {key: BarButton(str(key), _TIPS[key]) for key in Key}
        self.add(*self._shapes, self.speed, self.skip, *self.keys.values())
        for key, button in self.keys.items():
            button.setObjectName("hostkey")
            button.setProperty("key", str(key))
            button.clicked.connect(self._press)

    def show_play(self, play: BanksPlay) -> None:
        """Offers the keys that work now; the others say why they do not."""
        for key, refused in play.key_refusals().items():
            if refused != self._refusals.get(key):
                self.keys[key].setEnabled(not refused)
                self.keys[key].describe(f"Not now: {refused}." if refused else _TIPS[key])
                self._refusals[key] = refused
        self.skip.setEnabled(not play.picture.done)

    def show_playing(self, playing: bool) -> None:
        """Shows whether time runs."""
        self.play.set_shape(*((Shape.PAUSE, "Pause") if playing else (Shape.PLAY, "Play again")))

    def dress(self, lettering: Lettering) -> None:
        """Paints with another theme, or larger."""
        super().dress(lettering)
        for button in self._shapes:
            button.set_ink(lettering.ink)
            button.set_scale(lettering.scale)

    @Slot()
    def _press(self) -> None:
        self.pressed.emit(Key(self.sender().property("key")))
