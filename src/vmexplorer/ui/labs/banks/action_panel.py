"""What the learner can do to the host, and which bank is expected to boot; what is impossible now says why."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from vmexplorer.atlas.bank_event import STAGING, BankEvent, Happening
from vmexplorer.labs.banks.session import BanksSession, Prediction, next_image
from vmexplorer.ui.labs.banks.action_group import ActionGroup, act_button
from vmexplorer.ui.labs.banks.button_row import ButtonRow
from vmexplorer.ui.panels.buttons import BarButton
from vmexplorer.ui.panels.lettering import Lettering

_NARROW = 780.0  # pixels at scale 1 below which the groups lose their captions
_SMALLER = 0.94


class _Action(NamedTuple):
    """An event as a button: its text with {image}, a shorter one, and what it does."""

    kind: Happening
    text: str
    short: str
    tip: str


_GROUPS = {
    "On the running host": (
        _Action(
            Happening.STAGE,
            "Stage image {image}",
            "Stage {image}",
            "The tools of the host write a new image into the other bank.",
        ),
        _Action(
            Happening.STAGE_BROKEN,
            "Stage it broken",
            "Stage broken",
            "The same, but the image arrives without a build.",
        ),
    ),
    "Restart": (
        _Action(Happening.REBOOT, "Reboot", "Reboot", "The host restarts: the loader scans the banks and starts one."),
        _Action(Happening.SHIFT_R_YES, "Shift+R, then Y", "Shift+R, Y", "A restart with Shift+R, and Y if it asks."),
        _Action(Happening.POWER_CYCLE, "Power cycle", "Power cycle", "Off and on again; to the loader a restart."),
        _Action(Happening.SHIFT_R_NO, "Shift+R, then N", "Shift+R, N", "A restart with Shift+R, and N if it asks."),
    ),
    "Start under way": (
        _Action(
            Happening.COMPLETE,
            "Boot completes",
            "Completes",
            "The start reaches its end, and a script confirms the bank.",
        ),
        _Action(Happening.CRASH, "It crashes", "Crashes", "The start breaks off before its end."),
    ),
}
_GUESS_TIP = "Say what you expect; the next restart tells whether you were right, and why."


class ActionPanel(ButtonRow):
    """Buttons in groups; ``wanted`` has the event as it is written, ``predicted`` a partition or None for no bank."""

    wanted = Signal(str)
    predicted = Signal(object)
    undo_wanted = Signal()
    redo_wanted = Signal()

    def __init__(self, lettering: Lettering, parent: QWidget) -> None:
        super().__init__(parent, gap=10)
        self.setAccessibleName("What happens to the host")
        self._image = "B"
        self._lettering = lettering
        self.buttons: dict[Happening, BarButton] = {}
        self.guesses: dict[int | None, BarButton] = {}
        self._guess_group = ActionGroup("Which bank will boot next?", "Boots next?")
        self.undo = act_button("Undo", "One event back (Ctrl+Z)")
        self.redo = act_button("Redo", "One event forward, and play it (Ctrl+Y)")
        self.undo.clicked.connect(self.undo_wanted)
        self.redo.clicked.connect(self.redo_wanted)
        steps = ActionGroup("Step")
        steps.add(self.undo)
        steps.add(self.redo)
        self._groups = [steps, self._guess_group]
        for caption, actions in _GROUPS.items():
            group = ActionGroup(caption, columns=len(actions) // 2)
            for action in actions:
                button = self.buttons[action.kind] = act_button(action.text, action.tip)
                button.setProperty("event", str(action.kind))
                button.clicked.connect(self._want)
                group.add(button)
            self._groups.append(group)
        self.add(*self._groups)

    def show_session(self, session: BanksSession) -> None:
        """Offers what is possible now."""
        self._image = next_image(session)
        for actions in _GROUPS.values():
            for action in actions:
                refused = session.refusal(action.kind)
                self.buttons[action.kind].setEnabled(not refused)
                self.buttons[action.kind].describe(f"Not now: {refused}." if refused else action.tip)
        self._name_buttons()
        partitions = [*(bank.partition for bank in session.now.host.banks), None]
        if partitions != list(self.guesses):
            self._offer_guesses(partitions)
        for partition, button in self.guesses.items():
            button.setChecked(session.prediction == Prediction(partition))
        ahead = session.ahead
        self.undo.setEnabled(session.can_undo)
        self.redo.setEnabled(session.can_redo)
        self.redo.setText("Redo" if ahead is None else "Next ▸")
        self.redo.describe("Nothing lies ahead." if ahead is None else f"Go on and play: {ahead.event} (Ctrl+Y)")

    def dress(self, lettering: Lettering) -> None:
        """Sets texts and buttons larger or smaller."""
        self._lettering = lettering
        # Where there is no room for captions, the letters are smaller too.
        super().dress(Lettering(lettering.ink, lettering.scale * (_SMALLER if self._guess_group.compact else 1.0)))

    def arrange(self, width: int) -> int:
        """Groups with captions, or without them where it is narrow; returns the height. Both in pixels."""
        compact = width < self._lettering.scale * _NARROW
        if compact != self._guess_group.compact:
            for group in self._groups:
                group.set_compact(compact)
            self._name_buttons()
            self.dress(self._lettering)
        for group in self._groups:
            group.settle()
        return super().arrange(width)

    def _name_buttons(self) -> None:
        for actions in _GROUPS.values():
            for action in actions:
                text = action.short if self._guess_group.compact else action.text
                self.buttons[action.kind].setText(text.format(image=self._image))
        for partition, button in self.guesses.items():
            button.setText(_guess_text(partition, self._guess_group.compact))

    def _offer_guesses(self, partitions: list[int | None]) -> None:
        self._guess_group.clear()
        self.guesses = {}
        for partition in partitions:
            button = act_button(_guess_text(partition, self._guess_group.compact), _GUESS_TIP)
            button.setCheckable(True)
            button.setAccessibleName(_guess_text(partition, False))
            button.setProperty("partition", partition)
            button.clicked.connect(self._guess)
            self.guesses[partition] = button
            self._guess_group.add(button)

    @Slot()
    def _want(self) -> None:
        kind = Happening(self.sender().property("event"))
        self.wanted.emit(str(BankEvent(kind, self._image if kind in STAGING else "")))

    @Slot()
    def _guess(self) -> None:
        self.predicted.emit(self.sender().property("partition"))


def _guess_text(partition: int | None, compact: bool) -> str:
    if partition is None:
        return "none" if compact else "No bank"
    return str(partition) if compact else f"Partition {partition}"
