"""The boot device by era: which medium, its bar to scale, and what each area is."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from vmexplorer.app.bank_pages import disk_items
from vmexplorer.atlas.atlas import Atlas
from vmexplorer.atlas.system_image import DiskLayout
from vmexplorer.ui.labs.banks.choice_row import Choice, ChoiceRow
from vmexplorer.ui.labs.banks.disk_bar import DiskBar
from vmexplorer.ui.labs.banks.text_block import TextBlock
from vmexplorer.ui.panels.lettering import Lettering

_GAP = 8.0
_TIP = "How the boot device is divided on this medium"


class DiskPart(QWidget):
    """Chooses among the media of an era and shows one."""

    component_wanted = Signal(str)
    resized = Signal()

    def __init__(self, lettering: Lettering, parent: QWidget) -> None:
        super().__init__(parent)
        self._lettering = lettering
        self._atlas: Atlas | None = None
        self._layouts: dict[str, DiskLayout] = {}
        self._shown = ""
        self.media = ChoiceRow("Boot device", self)
        self.bar = DiskBar(lettering, self)
        self.legend = TextBlock(lettering, self)
        self.media.chosen.connect(self.show_medium)
        self.bar.component_wanted.connect(self.component_wanted)

    def show_layouts(self, atlas: Atlas, layouts: Sequence[DiskLayout]) -> None:
        """Shows the media of an era, the first of them at once."""
        offered = {layout.id: layout for layout in layouts}
        if offered != self._layouts or atlas is not self._atlas:
            self._atlas, self._layouts = atlas, offered
            self.show_medium(layouts[0].id)

    @Slot(str)
    def show_medium(self, id: str) -> None:
        """Shows one of the media."""
        self._shown = id
        self.media.show_choices([Choice(one.id, one.name, _TIP) for one in self._layouts.values()], id)
        self.bar.show_layout(self._layouts[id])
        self.resized.emit()

    def dress(self, lettering: Lettering) -> None:
        """Paints with another theme, or larger."""
        self._lettering = lettering
        for part in (self.media, self.bar, self.legend):
            part.dress(lettering)

    def arrange(self, width: int) -> int:
        """Places row, bar and legend; returns the height. Both in pixels."""
        gap = self._lettering.pixels(_GAP)
        above = self.media.arrange(width)
        self.media.setGeometry(0, 0, width, above)
        bar = self.bar.arrange(width)
        self.bar.setGeometry(0, above + gap, width, bar)
        if self._atlas is not None:
            self.legend.show_items("", disk_items(self._atlas, self._layouts[self._shown], self.bar.areas))
        top = above + bar + 2 * gap
        height = self.legend.arrange(width)
        self.legend.setGeometry(0, top, width, height)
        return top + height
