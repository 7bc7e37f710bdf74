"""The column at the left: the views, the message paths that can be played, the labs, the tours and the quiz."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from vmexplorer.ui.canvas.ink import Ink
from vmexplorer.ui.panels.rail_folding import Section, unfolded
from vmexplorer.ui.panels.rail_list import Entry, RailList
from vmexplorer.ui.panels.rail_rows import CLOSEST, RailRows, RowKind

WIDTH = 272
_CLOSER = 0.025  # by how much rows move closer together at a time
_VIEWS, _FLOWS, _TOURS, _QUIZ = "VIEWS", "MESSAGE PATHS", "TOURS", "QUIZ"


class Rail(QWidget):
    """One list of several sections; arrow keys walk it, Enter or a click chooses, captions fold their section."""

    view_chosen = Signal(str)
    flow_chosen = Signal(str)
    lab_chosen = Signal(str)
    tour_chosen = Signal(str)

    def __init__(self, ink: Ink, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("rail")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._sections: dict[str, tuple[Entry, ...]] = {_VIEWS: (), _FLOWS: (), _TOURS: ()}
        self._chosen: dict[str, bool] = {}
        self.list = RailList(self)
        self._rows = RailRows(ink, self.list)
        self.list.setItemDelegate(self._rows)
        self.list.chosen.connect(self._choose)
        self.list.folding_wanted.connect(self._fold)
        self.list.resized.connect(self._fit)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 1, 0)
        column.addWidget(self.list)
        self.set_scale(1.0)

    @property
    def folding(self) -> dict[str, bool]:
        """For the captions of the sections that a person has folded or unfolded, whether they are unfolded."""
        return dict(self._chosen)

    def set_folding(self, chosen: Mapping[str, bool]) -> None:
        """Folds and unfolds sections as a person once did; the others follow the room."""
        self._chosen = dict(chosen)
        self._fit()

    def set_views(self, views: Sequence[tuple[str, str]]) -> None:
        """Lists views as (id, name)."""
        self._sections[_VIEWS] = tuple([Entry(RowKind.VIEW, *view) for view in views])
        self._fill()

    def set_flows(self, flows: Sequence[tuple[str, str, bool, str]]) -> None:
        """Lists message paths as (id, name, whether this version offers it, tool tip)."""
        rows = [Entry(RowKind.FLOW, id, name, tip, offered) for id, name, offered, tip in flows]
        self._sections[_FLOWS] = tuple(rows)
        self._fill()

    def set_labs(self, labs: Sequence[tuple[str, str, str, str]]) -> None:
        """Lists labs as (id, name, tool tip, heading)."""
        others = {caption: self._sections[caption] for caption in (_VIEWS, _FLOWS, _TOURS)}
        rows: dict[str, tuple[Entry, ...]] = {}
        for id, name, tip, caption in labs:
            rows[caption] = (*rows.get(caption, ()), Entry(RowKind.LAB, id, name, tip))
        quiz = {caption: rows.pop(caption) for caption in [_QUIZ] if caption in rows}
        tours = {_TOURS: others.pop(_TOURS)}
        self._sections = {**others, **rows, **tours, **quiz}
        self._fill()

    def set_tours(self, tours: Sequence[tuple[str, str, str]]) -> None:
        """Lists tours as (id, name, tool tip)."""
        self._sections[_TOURS] = tuple([Entry(RowKind.TOUR, *tour) for tour in tours])
        self._fill()

    def mark_tour(self, tour: str | None) -> None:
        """Shows which tour is being walked."""
        self.list.mark(RowKind.TOUR, tour)

    def mark_lab(self, lab: str | None) -> None:
        """Shows which lab is open."""
        self.list.mark(RowKind.LAB, lab)

    def mark_view(self, view: str | None) -> None:
        """Shows which view is on the map."""
        self.list.mark(RowKind.VIEW, view)

    def mark_flow(self, flow: str | None) -> None:
        """Shows which message path is played."""
        self.list.mark(RowKind.FLOW, flow)

    def set_ink(self, ink: Ink) -> None:
        """Paints with another theme."""
        self._rows.set_ink(ink)
        self.list.viewport().update()

    def set_scale(self, scale: float) -> None:
        """Makes column and text larger or smaller."""
        self._rows.set_scale(scale)
        self.setFixedWidth(round(WIDTH * scale))
        self._fit()

    @Slot()
    def _fit(self) -> None:
        """Folds what there is no room for, and moves the rows closer together where that spares scrolling."""
        room = self.list.viewport().height()
        self._rows.set_closeness(CLOSEST)
        self.list.show_unfolded(self._unfolded(room))
        closeness = 1.0
        self._rows.set_closeness(closeness)
        while self.list.needed() > room and closeness > CLOSEST:
            closeness -= _CLOSER
            self._rows.set_closeness(closeness)
        self.list.scheduleDelayedItemsLayout()

    def _unfolded(self, room: int) -> frozenset[str]:
        captions = self.list.height_of_captions()
        sections = [Section(caption, height) for caption, height in self.list.heights().items()]
        return unfolded(sections, room - captions, self._chosen)

    def _fill(self) -> None:
        """Lists everything anew; the row with the focus and the scrolled place stay."""
        place = self.list.verticalScrollBar().value()
        self.list.fill({caption: rows for caption, rows in self._sections.items() if rows})
        self._fit()
        self.list.verticalScrollBar().setValue(place)

    @Slot(str, bool)
    def _fold(self, caption: str, wanted: bool) -> None:
        """Unfolds a section or folds it, and brings into sight what that shows."""
        self._chosen[caption] = wanted
        self._fit()
        self.list.reveal(caption)

    @Slot(int, str)
    def _choose(self, kind: int, id: str) -> None:
        signals = {
            RowKind.VIEW: self.view_chosen,
            RowKind.FLOW: self.flow_chosen,
            RowKind.LAB: self.lab_chosen,
            RowKind.TOUR: self.tour_chosen,
        }
        signals[RowKind(kind)].emit(id)
