"""A scrolling page of details that fills its place: texts, pills and rows in a theme at a scale."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QScrollArea, QVBoxLayout, QWidget

from vmexplorer.app.details import Action, Page
from vmexplorer.ui.canvas.ink import Ink
from vmexplorer.ui.panels.lettering import Lettering
from vmexplorer.ui.panels.page_sheet import PageSheet

_SCROLL_STEP = 24


class PagePane(QWidget):
    """Shows one page; ``chosen`` tells the action of a row, ``copied`` what was copied."""

    chosen = Signal(Action)
    copied = Signal(str)

    def __init__(self, ink: Ink, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lettering = Lettering(ink, 1.0)
        self._page: Page | None = None
        self._area = _PageArea(self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._area)

    @property
    def page(self) -> Page | None:
        """The page on show."""
        return self._page

    def show_page(self, page: Page) -> None:
        """Shows a page from its top; the page that is shown already stays where it is."""
        if page != self._page:
            moved = self._page is None or page.about != self._page.about
            self._page = page
            self._rebuild(moved)

    def set_ink(self, ink: Ink) -> None:
        """Shows the page in another theme."""
        self._lettering = Lettering(ink, self._lettering.scale)
        self._rebuild(False)

    def set_scale(self, scale: float) -> None:
        """Makes all texts and the space between them larger or smaller; 1 is for a desk."""
        if scale != self._lettering.scale:
            self._lettering = Lettering(self._lettering.ink, scale)
            self._rebuild(False)

    def _rebuild(self, from_top: bool) -> None:
        if self._page is None:
            return
        sheet = PageSheet(self._lettering, self._page, self._area.ground)
        sheet.chosen.connect(self.chosen)
        sheet.copied.connect(self.copied)
        self._area.show_sheet(sheet, from_top)


class _PageArea(QScrollArea):
    """Scrolls one sheet up and down and keeps it as wide as the area."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.ground = QWidget()
        self._sheet: PageSheet | None = None
        self.setWidget(self.ground)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        # A click on a row must not take the keys from the map.
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.verticalScrollBar().setSingleStep(_SCROLL_STEP)

    def show_sheet(self, sheet: PageSheet, from_top: bool) -> None:
        """Puts a sheet in the place of the one before; the keyboard goes on from the top of the new one."""
        before, self._sheet = self._sheet, sheet
        if before is not None:
            focused = QApplication.focusWidget()
            if focused is not None and before.isAncestorOf(focused):
                self.setFocus(Qt.FocusReason.OtherFocusReason)
            before.hide()
            # It may be the sender of the click that led here, so it must outlive this call.
            before.deleteLater()
        self._arrange()
        sheet.take_turn_after(self)
        sheet.show()
        if from_top:
            self.verticalScrollBar().setValue(0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Breaks the texts anew."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        if self._sheet is None:
            return
        # The bar stands in the right margin, so that texts do not move when it comes and goes.
        height = self._sheet.arrange(self.width())
        self.ground.resize(self.viewport().width(), height)
        self._sheet.setGeometry(0, 0, self.width(), height)
