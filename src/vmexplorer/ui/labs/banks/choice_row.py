"""A caption and some choices of which one is in force."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import ClassVar, NamedTuple

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from vmexplorer.ui.labs.banks.button_row import ButtonRow
from vmexplorer.ui.panels.buttons import BarButton
from vmexplorer.ui.panels.texts import plain_label


class Choice(NamedTuple):
    """One of the choices: its id, what its button says, and what it means."""

    id: str
    text: str
    tip: str


class ChoiceRow(ButtonRow):
    """``chosen`` tells the id of a choice; which one is in force, ``show_choices`` says."""

    sizes: ClassVar[Mapping[str, float]] = {"QPushButton": 14.0, "#actcaption": 13.0}
    chosen = Signal(str)

    def __init__(self, caption: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAccessibleName(caption)
        self.buttons: dict[str, BarButton] = {}
        self._choices: tuple[Choice, ...] = ()
        self.add(plain_label("actcaption", caption))

    def show_choices(self, choices: Sequence[Choice], now: str) -> None:
        """Offers choices and marks the one in force."""
        if tuple(choices) != self._choices:
            self._choices = tuple(choices)
            self.drop(*self.buttons.values())
            self.buttons = {choice.id: self._button(choice) for choice in choices}
            self.add(*self.buttons.values())
        for id, button in self.buttons.items():
            button.setChecked(id == now)

    def _button(self, choice: Choice) -> BarButton:
        button = BarButton(choice.text, choice.tip, checkable=True)
        button.setObjectName("chip")
        button.setProperty("choice", choice.id)
        button.clicked.connect(self._choose)
        return button

    @Slot()
    def _choose(self) -> None:
        self.chosen.emit(self.sender().property("choice"))
