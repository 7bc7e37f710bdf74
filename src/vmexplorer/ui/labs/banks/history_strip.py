"""The events so far, and those of a story ahead, as a strip to go back and forth on."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from vmexplorer.labs.banks.session import BanksSession
from vmexplorer.ui.labs.banks.button_row import ButtonRow
from vmexplorer.ui.panels.buttons import BarButton


class HistoryStrip(ButtonRow):
    """A chip for each moment; ``place_chosen`` has the number of events before it."""

    sizes: ClassVar[Mapping[str, float]] = {"QPushButton": 14.0}
    place_chosen = Signal(int)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAccessibleName("Events")
        self.chips: list[BarButton] = []

    def show_session(self, session: BanksSession) -> None:
        """Shows the events and the present place among them."""
        names = ["begin", *(str(entry.event) for entry in session.entries)]
        if names != [chip.property("event") for chip in self.chips]:
            self._rebuild(names)
        for place, chip in enumerate(self.chips):
            here = place == session.cursor
            chip.setChecked(here)
            when = "now" if here else "over" if place < session.cursor else "ahead"
            chip.setText(f"{'▸ ' if here else ''}{names[place]}{' …' if when == 'ahead' else ''}")
            chip.setAccessibleName(f"{names[place]}, {when}")

    def _rebuild(self, names: list[str]) -> None:
        self.drop(*self.chips)
        self.chips = []
        for place, name in enumerate(names):
            chip = BarButton(name, "Go to the moment after this event", checkable=True)
            chip.setObjectName("chip")
            chip.setProperty("event", name)
            chip.setProperty("place", place)
            chip.clicked.connect(self._choose)
            self.chips.append(chip)
        self.add(*self.chips)

    @Slot()
    def _choose(self) -> None:
        self.place_chosen.emit(self.sender().property("place"))
