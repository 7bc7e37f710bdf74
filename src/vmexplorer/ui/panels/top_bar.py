"""The bar along the top: what is shown, in which version, and the ways to other things."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from vmexplorer.atlas.era import Era
from vmexplorer.ui.canvas.ink import Ink
from vmexplorer.ui.panels.buttons import BarButton
from vmexplorer.ui.panels.era_bar import EraBar
from vmexplorer.ui.panels.search_button import SearchButton
from vmexplorer.ui.panels.texts import ShortLabel, font_sizes

HEIGHT = 56
_COLUMN = 272  # the width of the rail below
_MARGIN, _GAP, _INSET = 20, 16, 10  # the inset of a button's text is a gap already
_SEARCH = 344  # a search field of this width shows all of its text
_SIZES = {"#packname": 18.0, "QPushButton": 14.0}
_CHANGES = ("What changed", "Changes")


class TopBar(QWidget):
    """Title, versions, search and buttons; narrower, it leaves out what can be spared."""

    era_chosen = Signal(str)
    changes_toggled = Signal(bool)
    search_wanted = Signal()
    theme_wanted = Signal()
    route_wanted = Signal()
    help_wanted = Signal()
    show_wanted = Signal(QPoint)
    present_wanted = Signal(QPoint)

    def __init__(self, ink: Ink, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("topbar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._scale = 1.0
        self._column = 0
        self.title = ShortLabel("packname")
        self.eras = EraBar(ink)
        self.changes = BarButton(_CHANGES[0], "Mark what is new and what is gone in this version", checkable=True)
        self.search = SearchButton(ink)
        self.show_button = BarButton("Show", "Planes, background traffic, movement")
        self.theme = BarButton("Theme", "Change the colours")
        self.route = BarButton("Route", "Find the route between two parts", checkable=True)
        self.help = BarButton("Keys", "Show all keys")
        self.present = BarButton("Present", "Show a tour to an audience")
        self.present.setObjectName("primary")
        self._join()
        self._arrange()
        self.set_scale(1.0)

    def set_title(self, title: str) -> None:
        """Shows the name of the pack."""
        self.title.set_text(title)
        self.title.setAccessibleName(title)
        self._fit()

    def set_eras(self, eras: Sequence[Era]) -> None:
        """Offers these eras and chooses the last."""
        self.eras.set_eras(eras)
        self._fit()

    def set_era(self, era: str) -> None:
        """Shows which era is chosen."""
        self.eras.set_era(era)

    def set_changes(self, shown: bool) -> None:
        """Shows whether changes are marked."""
        self.changes.setChecked(shown)

    def set_route(self, active: bool) -> None:
        """Shows whether a route is being looked for."""
        self.route.setChecked(active)

    def set_column(self, width: int) -> None:
        """Takes the width of the rail in pixels, so that the versions begin where the map begins; 0: the design's."""
        self._column = width
        self._fit()

    def set_search_keys(self, keys: str) -> None:
        """Shows the keys of the search, such as ``Ctrl K``."""
        self.search.set_keys(keys)

    def set_ink(self, ink: Ink) -> None:
        """Paints with another theme."""
        self.eras.set_ink(ink)
        self.search.set_ink(ink)

    def set_scale(self, scale: float) -> None:
        """Makes texts and controls larger or smaller; 1.0 is the size of the design."""
        self._scale = scale
        self.setStyleSheet(font_sizes(_SIZES, scale))
        self.setFixedHeight(round(HEIGHT * scale))
        self.eras.set_scale(scale)
        self.search.set_scale(scale)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fits the parts to the width."""
        super().resizeEvent(event)
        self._fit()

    def _join(self) -> None:
        self.eras.era_chosen.connect(self.era_chosen)
        self.changes.clicked.connect(self.changes_toggled)
        self.search.clicked.connect(self.search_wanted)
        self.theme.clicked.connect(self.theme_wanted)
        self.route.clicked.connect(self.route_wanted)
        self.help.clicked.connect(self.help_wanted)
        self.show_button.clicked.connect(self._want_show)
        self.present.clicked.connect(self._want_present)

    @Slot()
    def _want_show(self) -> None:
        self.show_wanted.emit(self.show_button.mapToGlobal(QPoint(0, self.show_button.height())))

    @Slot()
    def _want_present(self) -> None:
        self.present_wanted.emit(self.present.mapToGlobal(QPoint(0, self.present.height())))

    def _arrange(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(_MARGIN, 0, _MARGIN - _INSET, 0)
        row.setSpacing(0)
        row.addWidget(self.title)
        row.addWidget(self.eras)
        row.addSpacing(_GAP - _INSET)
        row.addWidget(self.changes)
        row.addSpacing(_GAP)
        row.addStretch(1)
        # The field takes what there is up to its widest; only then do the gaps beside it grow.
        row.addWidget(self.search, 1000)
        row.addSpacing(_GAP)
        row.addStretch(1)
        row.addWidget(self.show_button)
        row.addWidget(self.theme)
        row.addWidget(self.route)
        row.addWidget(self.help)
        row.addSpacing(_INSET)
        row.addWidget(self.present)

    def _fit(self) -> None:
        """Spares, one after the other: long words with wide segments, and the title's column; then all of them."""
        column = (self._column or round(_COLUMN * self._scale)) + _GAP - _MARGIN - 3
        name = min(self.title.sizeHint().width() + _GAP, column)
        wide, narrow = self.eras.sizeHint().width(), self.eras.minimumSizeHint().width()
        search = round(_SEARCH * self._scale)
        long, short = _CHANGES
        aligned = ((column, long, wide), (column, short, narrow))
        for title, text, eras in (*aligned, (name, long, wide), (name, short, wide), (name, short, narrow)):
            self.changes.setText(text)
            if self._rest(title + eras) >= search:
                break
        self.title.setFixedWidth(title)
        self.eras.setFixedWidth(eras)

    def _rest(self, taken: int) -> int:
        """The width that is left for the search."""
        buttons = (self.changes, self.show_button, self.theme, self.route, self.help, self.present)
        others = taken + sum(button.sizeHint().width() for button in buttons)
        return self.width() - others - 2 * _MARGIN - 3 * _GAP + _INSET
