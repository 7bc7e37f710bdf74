"""Walks tours in the window: the card at the side, the stops on the map, and the way back."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from vmexplorer.app.kept import Kept
from vmexplorer.app.place import Place, place_of
from vmexplorer.app.tour_library import TourLibrary
from vmexplorer.app.tour_places import TourPlaces
from vmexplorer.app.tour_practice import practice_of
from vmexplorer.app.tour_visit import TourVisit, Went
from vmexplorer.app.touring import EMPHASIS, caption_text, notes_text, situate
from vmexplorer.atlas.tour import STOP_MARK, Stop, Tour
from vmexplorer.errors import UnknownNameError, VmexplorerError
from vmexplorer.lessons.tour_walk import TourPlace
from vmexplorer.stage.camera import Camera
from vmexplorer.ui.tours.card import StopShown, TourCard
from vmexplorer.ui.tours.stop_on_map import StopOnMap

if TYPE_CHECKING:
    from vmexplorer.ui.desk import Desk

_NONE = "No tour is on. Choose one at the left, below the labs."


class Tours(QObject):
    """The tours of a desk; one at a time is walked."""

    begun = Signal()
    changed = Signal()  # another stop or step, another tour, or none

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._desk = desk
        self._places = TourPlaces(Kept.of_user())
        self._card: TourCard | None = None
        self._visit: TourVisit | None = None
        self._camera: Camera | None = None
        self._map = StopOnMap(desk)
        self.library = TourLibrary.of_user(desk.controller.explorer.atlas)

    def join(self) -> None:
        """Lists the tours and listens to the desk."""
        desk = self._desk
        desk.window.rail.tour_chosen.connect(self.open)
        desk.controller.step_changed.connect(self._follow)
        desk.controller.playing_changed.connect(self._follow)
        desk.labs.changed.connect(self._show)
        self.list()

    def list(self) -> None:
        """Lists the tours in rail and search."""
        tours = self.library.tours
        self._desk.window.rail.set_tours([(tour.id, tour.name, tour.summary) for tour in tours])
        self._desk.overlays.set_tours(tours)

    @property
    def complaints(self) -> tuple[str, ...]:
        """What is wrong with the places that were kept and with the user's own tours."""
        said = [self._places.complaint, *(f"{problem}." for problem in self.library.problems)]
        return tuple([text for text in said if text])

    def place_behind(self) -> Place:
        """Where the map is, or was before the tour that is on."""
        return place_of(self._desk.controller.explorer) if self._visit is None else self._visit.before

    @property
    def visit(self) -> TourVisit | None:
        """The tour that is being walked."""
        return self._visit

    # Beginning and end

    @Slot(str)
    def open(self, name: str) -> None:
        """Takes a tour up where it was left; ``tour/stop`` goes to a stop of it.

        Raises:
            UnknownNameError: there is no such tour or stop.
        """
        tour_name, stroke, stop = name.partition(STOP_MARK)
        tour = self.library.tour(tour_name)
        if stroke:
            self.begin(tour, TourPlace(tour.stop_named(stop)))
        elif self._visit is not None and self._visit.tour is tour:
            self.go_to(self._visit.walk.now.stop)
        else:
            place = self._places.place(tour)
            self.begin(tour, place)
            if place.stop:
                said = f"“{tour.name}” goes on at stop {place.stop + 1}; Contents leads to the others."
                self._desk.window.message_bar.say(said)

    def begin(self, tour: Tour, place: TourPlace) -> None:
        """Walks a tour from a place on; another one that is on is left first."""
        if self._visit is not None and self._visit.tour is tour:
            self.go_to(place.stop)
            return
        self.leave()
        desk = self._desk
        desk.route.cancel()
        desk.window.message_bar.hide()
        self.begun.emit()
        self._camera = desk.window.canvas.camera if desk.window.canvas.zoomed_in else None
        self._visit = TourVisit(desk.controller.explorer, tour, place)
        if self._card is None:
            self._card = self._made_card()
        self._card.forget()
        desk.window.side.show_head(self._card)
        desk.window.rail.mark_tour(tour.id)
        self._arrive()
        desk.window.canvas.setFocus()

    @Slot()
    def resume(self) -> None:
        """Takes the tour that was left last up again."""
        try:
            self.open(self._places.last)
        except VmexplorerError:
            self._desk.window.message_bar.say("No tour was left on its way. Choose one at the left, below the labs.")

    def go_on(self, tour: str) -> None:
        """Takes up the tour that was on when the window was closed; one that is gone is no error."""
        with suppress(VmexplorerError):
            self.open(tour)

    @Slot()
    def leave(self) -> None:
        """Leaves the tour; the map is again as it was before."""
        visit, self._visit = self._visit, None
        if visit is None:
            return
        self._map.close_lab()
        finished = visit.walk.at_end
        said = self._places.leave(visit.tour, visit.leave(), finished=finished)
        self._desk.controller.rearranged()
        canvas = self._desk.window.canvas
        if self._camera is not None:
            canvas.set_camera(self._camera)
        else:
            canvas.fit()
        self._put_away()
        if said:
            self._desk.window.message_bar.say_lasting(said)

    def keep_place(self) -> None:
        """Keeps where the tour is, as if it were left: it is safe whatever happens to the program."""
        if self._visit is not None:
            self._places.leave(self._visit.tour, self._visit.walk.now, finished=self._visit.walk.at_end)

    def keep_place_of_show(self, tour: Tour, place: TourPlace) -> None:
        """Keeps where a show of a tour is; at its last stop it is over."""
        self._places.leave(tour, place, finished=place.stop == len(tour.stops) - 1)

    @property
    def left(self) -> tuple[Tour, TourPlace] | None:
        """The tour that was left last on its way, now or before this start, and where; None when there is none."""
        try:
            tour = self.library.tour(self._places.last)
        except UnknownNameError:
            return None
        return tour, self._places.place(tour)

    def forget(self) -> None:
        """Lets go of everything: another pack has come."""
        self._visit = None
        self._put_away()
        self.library = TourLibrary.of_user(self._desk.controller.explorer.atlas)
        self.list()

    @Slot(str, str)
    def practise(self, lab: str, preset: str) -> None:
        """Leaves the tour at its end for a lab that practises it."""
        self.leave()
        self._desk.labs.open_or_say(lab, "", preset)

    # The way

    @Slot()
    def next(self) -> None:
        """Shows the next step or stop; after the last one the tour is over."""
        visit = self._walking()
        if visit is None:
            return
        astray = visit.astray
        went = visit.next()
        if went is Went.NOWHERE:
            self.leave()
            said = f"That was “{visit.tour.name}” with its {len(visit.tour.stops)} stops."
            if practice_of(self._desk.controller.explorer.atlas, visit.tour):
                said += " “Practise this tour”, at its last stop, leads to cases and questions."
            self._desk.window.message_bar.say(said)
        elif went is Went.STOP:
            self._arrive()
        else:
            if astray:
                self._arrive()
            self._desk.controller.next()
            self._show()

    @Slot()
    def previous(self) -> None:
        """Goes one step or stop back."""
        visit = self._walking()
        if visit is not None and visit.previous() is Went.STOP:
            self._arrive()

    @Slot(int)
    def go_to(self, stop: int) -> None:
        """Goes to the beginning of a stop."""
        visit = self._walking()
        if visit is not None:
            visit.go_to(stop)
            self._arrive()

    @Slot()
    def contents(self) -> None:
        """Opens the list of all stops."""
        if self._walking() is not None and self._card is not None:
            self._card.open_contents()

    # How it is shown

    def _walking(self) -> TourVisit | None:
        """The tour that is on; without one the person is told how to begin one."""
        if self._visit is None:
            self._desk.window.message_bar.say(_NONE)
        return self._visit

    def _arrive(self) -> None:
        """Shows the stop to which the tour has brought the explorer."""
        visit, desk = self._visit, self._desk
        if visit is None:
            return
        desk.controller.rearranged()
        self._map.show(visit.stop)
        self.keep_place()
        self._show()

    def preview(self, stop: Stop) -> None:
        """Shows a stop by itself, as the editor does; no tour is on."""
        self.leave()
        situate(self._desk.controller.explorer, stop)
        self._desk.controller.rearranged()
        self._map.show(stop)

    def end_preview(self) -> None:
        """Takes away what a stop has laid over the map; the rest stays as it is."""
        self._map.close_lab()
        self._desk.controller.lay_over(EMPHASIS, None)

    @Slot()
    def _show(self) -> None:
        """Fills the card."""
        visit, card = self._visit, self._card
        if visit is None or card is None:
            return
        stop, titles = visit.stop, tuple([one.title for one in visit.tour.stops])
        walk, caption, notes = visit.walk, caption_text(stop), notes_text(stop)
        card.leave_room(bool(self._desk.labs.open_lab))
        practice = practice_of(self._desk.controller.explorer.atlas, visit.tour)
        card.show_stop(StopShown(titles, walk.now.stop, caption, notes, stop.minutes, visit.steps, walk.seen, practice))
        self.changed.emit()

    @Slot()
    def _follow(self) -> None:
        """Counts steps that were shown with the keys of the player."""
        if self._visit is not None and self._visit.follow():
            self._show()

    def _put_away(self) -> None:
        self._desk.window.side.take_head()
        self._desk.window.rail.mark_tour(None)
        self.changed.emit()

    def _made_card(self) -> TourCard:
        card = TourCard(self._desk.ink)
        card.next_wanted.connect(self.next)
        card.previous_wanted.connect(self.previous)
        card.stop_chosen.connect(self.go_to)
        card.leave_wanted.connect(self.leave)
        card.practice_chosen.connect(self.practise)
        return card
