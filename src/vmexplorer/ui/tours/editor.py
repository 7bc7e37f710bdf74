"""Edits a tour from what is on the screen; every change is saved at once as a file."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, QTimer, Slot

from vmexplorer.app import tour_editing as editing
from vmexplorer.app.stop_words import what_it_shows
from vmexplorer.app.touring import caption_text
from vmexplorer.atlas.tour import STOP_MARK, Stop, Tour
from vmexplorer.errors import PackError, VmexplorerError
from vmexplorer.ui.tours.editor_page import EditorPage, StopWords

if TYPE_CHECKING:
    from vmexplorer.ui.desk import Desk

_TAB, _TIP, _SHARE = "Tour", "Make a tour from what you see", 0.34
_FIRST_NAME = "My tour"
_SETTLED = 400  # milliseconds after the last key before a change is saved


class TourEditor(QObject):
    """The editor of a desk. ``tour`` is the one that is edited, None before the first."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._desk = desk
        self._page: EditorPage | None = None
        self.tour: Tour | None = None
        self.place = 0
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_SETTLED)
        self._timer.timeout.connect(self.save)

    def join(self) -> None:
        """Listens to the desk."""
        self._desk.window.side.editor_close_wanted.connect(self.close)
        self._desk.tours.begun.connect(self.close)

    @property
    def is_open(self) -> bool:
        """Whether the editor is at the side."""
        return self._page is not None and self._page.parentWidget() is not None

    # What the commands lead to

    @Slot()
    def keep(self) -> None:
        """Saves what is on the screen as a stop, behind the one that is edited, in a new tour if there is none."""
        tour, own = self.tour, self._own()
        if tour is None and own:
            tour, self.place = own[-1], len(own[-1].stops) - 1
        stop = self.seen(tour)
        if tour is None:
            tour, self.place = editing.new_tour(_FIRST_NAME, stop, self._ids()), 0
        else:
            self.place += 1
            tour = editing.with_stop(tour, self.place, stop)
        page = self._shown()
        self._become(tour)
        self.save()
        page.title.setFocus()
        page.title.selectAll()

    @Slot()
    def open(self) -> None:
        """Opens the editor on the tour that is walked, or on the one edited last, or begins one."""
        visit = self._desk.tours.visit
        if visit is not None:
            walked, stop = visit.tour, visit.walk.now.stop
            own = self._desk.tours.library.is_own(walked)
            self.edit(walked if own else editing.copy_of(walked, self._ids()), stop)
        elif self.tour is None and not self._own():
            self.keep()
        else:
            self.edit(self.tour or self._own()[-1], self.place)

    def edit(self, tour: Tour, place: int = 0) -> None:
        """Edits a tour, from one of its stops on."""
        self.save_now()
        self.place = min(max(place, 0), len(tour.stops) - 1)
        self._shown()
        self._become(tour)
        self._preview()
        if not self._desk.tours.library.is_own(tour):
            self.save()

    @Slot()
    def close(self) -> None:
        """Puts the editor away."""
        self.save_now()
        if self.is_open:
            self._desk.window.side.close_editor()
            self._desk.tours.end_preview()
            self._desk.window.canvas.setFocus()

    def forget(self) -> None:
        """Another pack has come."""
        self.close()
        self.tour, self.place = None, 0

    # Saving

    def save_now(self) -> None:
        """Saves what waits to be saved."""
        if self._timer.isActive():
            self.save()

    @Slot()
    def save(self) -> None:
        """Writes the tour, and says where it is or why that could not be."""
        self._timer.stop()
        page, tour = self._page, self.tour
        if page is None or tour is None:
            return
        try:
            file = self._desk.tours.library.save(tour)
        except PackError as error:
            page.show_status(f"Not saved. {_plainly(error)}")
        except VmexplorerError as error:
            page.show_status(f"Not saved: {error}.")
        else:
            page.show_status(f"Saved as {file}.")
            self._desk.tours.list()
        self._list_tours()

    # What the page wants

    @Slot(str)
    def _carry_out(self, wish: str) -> None:
        tour = self.tour
        if tour is None:
            return
        stop = tour.stops[self.place]
        if wish == "add":
            self.keep()
        elif wish == "walk":
            self.save_now()
            self._desk.tours.open(f"{tour.id}{STOP_MARK}{stop.id}")
        elif wish in ("up", "down"):
            to = self.place + (1 if wish == "down" else -1)
            self.place, moved = to, editing.moved_stop(tour, self.place, to)
            self._change(moved)
        elif wish == "delete":
            self.place, left = max(0, self.place - 1), editing.without_stop(tour, self.place)
            self._change(left)
            self._preview()
        else:
            self._change(editing.changed_stop(tour, self.place, self._drawn_anew(wish, stop)))
            if wish == "light":
                self._preview()

    def _drawn_anew(self, wish: str, stop: Stop) -> Stop:
        explorer = self._desk.controller.explorer
        if wish == "replace":
            return editing.shown_anew(stop, self.seen(self.tour))
        if not explorer.now.component:
            self._desk.window.message_bar.say("Select the part that shall be lit at this stop.")
        return editing.lit(explorer, stop, explorer.now.component)

    @Slot(int)
    def _choose_stop(self, place: int) -> None:
        self.save_now()
        self.place = place
        if self.tour is not None:
            self._become(self.tour)
            self._preview()

    @Slot(str)
    def _choose_tour(self, id: str) -> None:
        self.edit(self._desk.tours.library.tour(id))

    @Slot(QPoint)
    def _open_menu(self, place: QPoint) -> None:
        # Imported when first wanted: most visits edit no tour.
        from vmexplorer.ui.tours.editor_menu import EditorMenu

        EditorMenu(self._desk, self).popup(place)

    @Slot()
    def _take_words(self) -> None:
        """Takes over what stands in the fields; it is saved when the hands rest."""
        page, tour = self._page, self.tour
        if page is None or tour is None:
            return
        words = page.words()
        stop = replace(
            tour.stops[self.place],
            title=words.title.strip(),
            caption=editing.statements_of(words.caption),
            notes=editing.statements_of(words.notes),
            minutes=words.minutes,
        )
        name, summary = page.name.text().strip(), editing.sentence(page.summary.text())
        self.tour = replace(editing.changed_stop(tour, self.place, stop), name=name, summary=summary)
        page.show_count(len(caption_text(stop)))
        page.stops.item(self.place).setText(f"{self.place + 1}.  {stop.title}")
        self._timer.start()

    # What is shown

    def seen(self, tour: Tour | None = None) -> Stop:
        """The map as it is now, as a stop whose id is new in a tour."""
        desk = self._desk
        explorer = desk.controller.explorer
        lab = desk.labs.open_lab
        title = explorer.flow.name if explorer.flow else explorer.atlas.view(explorer.now.view).name
        if explorer.now.component:
            title = explorer.atlas.component(explorer.now.component).name
        taken = [stop.id for stop in tour.stops] if tour else []
        preset = desk.labs.lab(lab).preset() if lab else ""
        area = desk.window.canvas.chosen_area()
        return editing.stop_seen(explorer, area, editing.fresh_id(title, taken), title, lab, preset)

    def _own(self) -> list[Tour]:
        library = self._desk.tours.library
        return [tour for tour in library.tours if library.is_own(tour)]

    def _ids(self) -> list[str]:
        return [tour.id for tour in self._desk.tours.library.tours]

    def _change(self, tour: Tour) -> None:
        self._become(tour)
        self.save()

    def _become(self, tour: Tour) -> None:
        """Fills the page."""
        self.tour = tour
        page, stop = self._shown(), tour.stops[self.place]
        self._list_tours()
        page.show_tour(tour.name, tour.summary, [one.title for one in tour.stops], self.place)
        caption, notes = editing.text_of(stop.caption), editing.text_of(stop.notes)
        shows = what_it_shows(self._desk.controller.explorer.atlas, stop)
        page.show_words(StopWords(stop.title, caption, notes, stop.minutes), shows)
        page.show_count(len(caption_text(stop)))

    def _list_tours(self) -> None:
        own = {tour.id: tour.name for tour in self._own()}
        if self._page is not None and self.tour is not None:
            self._page.show_tours(list((own | {self.tour.id: self.tour.name}).items()), self.tour.id)

    def _preview(self) -> None:
        """Shows the stop on the map."""
        if self.tour is not None:
            self._desk.tours.preview(self.tour.stops[self.place])

    def _shown(self) -> EditorPage:
        """The page, at the side."""
        page = self._page or self._made()
        if not self.is_open:
            self._desk.tours.leave()
            self._desk.window.side.show_editor(page, _TAB, _TIP, _SHARE)
        return page

    def _made(self) -> EditorPage:
        page = self._page = EditorPage()
        page.tour_chosen.connect(self._choose_tour)
        page.stop_chosen.connect(self._choose_stop)
        page.wanted.connect(self._carry_out)
        page.menu_wanted.connect(self._open_menu)
        page.edited.connect(self._take_words)
        return page


def _plainly(error: PackError) -> str:
    """What is wrong, in the words of the page: the stop by its number."""
    problem = error.problems[0]
    key = problem.key.removeprefix("stops[")
    number, _, field = key.partition("].")
    where = f"Stop {int(number) + 1}, {field}" if number.isdecimal() else problem.key or "The tour"
    return f"{where} {problem.text}{f'; {problem.hint}' if problem.hint else ''}."
