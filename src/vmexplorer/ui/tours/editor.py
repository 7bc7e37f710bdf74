"""Edits a tour from what is on the screen; every change is saved at once as a file."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Slot

from vmexplorer.app import tour_editing as editing
from vmexplorer.app.free_id import free_name
from vmexplorer.app.stop_words import what_it_shows
from vmexplorer.app.tour_drafts import TourDrafts, Version
from vmexplorer.app.touring import caption_text
from vmexplorer.atlas.tour import STOP_MARK, Stop, Tour
from vmexplorer.ui.tours.editor_page import EditorPage, StopWords
from vmexplorer.ui.tours.stop_on_map import stop_seen
from vmexplorer.ui.tours.tour_saver import TourSaver

if TYPE_CHECKING:
    from vmexplorer.ui.desk import Desk

_TAB, _TIP, _SHARE = "Tour", "Make a tour from what you see", 0.34
_FIRST_NAME = "My tour"


class TourEditor(QObject):
    """The editor of a desk. ``tour`` is the one that is edited, None before the first."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._desk = desk
        self._page: EditorPage | None = None
        self.tour: Tour | None = None
        self.place = 0
        self.saver = TourSaver(desk, self)
        self.saver.said.connect(self._show_saved)

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
            self.saver.drafts.save(Version(tour, self.place))
        stop = self.seen(tour)
        if tour is None:
            tour, self.place = self.made(stop), 0
        else:
            self.saver.drafts.stand(self.place)
            self.place += 1
            tour = editing.with_stop(tour, self.place, stop)
        page = self._shown()
        self._become(tour)
        self._save()
        page.title.setFocus()
        page.title.selectAll()

    @Slot()
    def open(self) -> None:
        """Opens the editor on the tour that is walked, or on the one edited last, or begins one."""
        visit = self._desk.tours.visit
        if visit is not None:
            walked, stop = visit.tour, visit.walk.now.stop
            own = self._desk.tours.library.is_own(walked)
            self.edit(walked if own else editing.copy_of(walked, self._desk.tours.library.taken), stop)
        elif self.tour is None and not self._own():
            self.keep()
        else:
            self.edit(self.tour or self._own()[-1], self.place)

    def edit(self, tour: Tour, place: int = 0) -> None:
        """Edits a tour, from one of its stops on."""
        self.saver.save_now()
        waiting = self.saver.drafts.unsaved(tour.id)
        if waiting is not None:
            tour, place = waiting
        if self.tour is None or self.tour.id != tour.id:
            self.saver.drafts.begin()
        self.place = min(max(place, 0), len(tour.stops) - 1)
        self._shown()
        self._become(tour)
        self._preview()
        if waiting is None and self._desk.tours.library.is_own(tour):
            self.saver.drafts.save(Version(tour, self.place))
            self._show_undo()
        else:
            self._save()

    @Slot()
    def close(self) -> None:
        """Puts the editor away; what could not be saved waits in it, and the person is told."""
        self.saver.save_now()
        if self.is_open:
            if self._page is not None and self.tour is not None and self.saver.drafts.unsaved(self.tour.id):
                said = f"The editor keeps what is not saved of “{self.tour.name}”. {self._page.status.text()}"
                self._desk.window.message_bar.say_lasting(said)
            self._desk.window.side.close_editor()
            self._desk.tours.end_preview()
            self._desk.window.canvas.setFocus()

    def forget(self) -> None:
        """Another pack has come."""
        said = self.saver.finish()
        self.close()
        if said:
            self._desk.window.message_bar.say_lasting(f"Not saved: {'; '.join(said)}.")
        self.tour, self.place, self.saver.drafts = None, 0, TourDrafts()

    def delete(self) -> None:
        """Deletes the tour that is edited, and goes; raises as the library does."""
        if self.tour is None:
            return
        self.saver.drop()
        kept = self._desk.tours.library.delete(self.tour)
        self.saver.drafts.forget(self.tour.id)
        said = f"“{self.tour.name}” is deleted; its file is kept as {kept}."
        self.tour = None
        self._desk.tours.list()
        self.close()
        self._desk.window.message_bar.say(said)

    # Saving

    @property
    def _version(self) -> Version | None:
        return None if self.tour is None else Version(self.tour, self.place)

    def _save(self) -> None:
        if self._version is not None:
            self.saver.save(self._version)

    @Slot(str, bool)
    def _show_saved(self, said: str, wrong: bool) -> None:
        if self._page is not None:
            self._page.show_status(said, wrong=wrong)
        self._list_tours()
        self._show_undo()

    def _show_undo(self) -> None:
        if self._page is not None and self.tour is not None:
            self._page.buttons["undo"].setEnabled(self.saver.drafts.can_undo(self.tour))

    def _undo(self, tour: Tour) -> None:
        """Takes the last change back."""
        self.saver.save_now()
        before = self.saver.drafts.undo(tour)
        if before is not None:
            self.place = before.place
            self._change(before.tour)
            self._preview()

    # What the page wants

    @Slot(str)
    def _carry_out(self, wish: str) -> None:
        tour = self.tour
        if tour is None:
            return
        stop = tour.stops[self.place]
        self.saver.drafts.stand(self.place)
        if wish == "add":
            self.keep()
        elif wish == "undo":
            self._undo(tour)
        elif wish == "walk":
            if self.saver.ready(tour.id):
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
        self.saver.save_now()
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
        self._show_undo()
        self.saver.save_later(Version(self.tour, self.place))

    # What is shown

    def seen(self, tour: Tour | None = None) -> Stop:
        """The map as it is now, as a stop whose id is new in a tour."""
        return stop_seen(self._desk, [stop.id for stop in tour.stops] if tour else [])

    def made(self, stop: Stop) -> Tour:
        """A new tour of one stop."""
        library = self._desk.tours.library
        return editing.new_tour(free_name(_FIRST_NAME, [tour.name for tour in library.tours]), stop, library.taken)

    def _own(self) -> list[Tour]:
        library = self._desk.tours.library
        return [tour for tour in library.tours if library.is_own(tour)]

    def _change(self, tour: Tour) -> None:
        self._become(tour)
        self._save()

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
