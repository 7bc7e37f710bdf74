"""The picture of the show: the desk's map brought to each place of the tour, and shown to speaker and audience."""

from __future__ import annotations

from contextlib import suppress
from typing import NamedTuple

from PySide6.QtCore import QObject, Slot

from vmexplorer.app.place import Place, place_of, return_to
from vmexplorer.app.stop_screen import screen_of
from vmexplorer.app.touring import EMPHASIS, area_of, go_after, situate
from vmexplorer.atlas.kind import Kind
from vmexplorer.atlas.tour import Stop, Tour
from vmexplorer.drawing.geometry import Path, Rect
from vmexplorer.errors import VmexplorerError
from vmexplorer.lessons.tour_walk import TourPlace
from vmexplorer.playback.motion import PRESENTATION, Motion
from vmexplorer.stage.camera import MARGIN, Camera
from vmexplorer.stage.overlay import Overlay
from vmexplorer.ui.desk import Desk
from vmexplorer.ui.presenter.show_canvas import ShowCanvas


class _Before(NamedTuple):
    """How the desk was before the show."""

    place: Place
    emphasis: Overlay | None
    motion: Motion
    camera: Camera
    faults: tuple[str, ...]


class ShowPicture(QObject):
    """Brings the map to places and mirrors it; while frozen the audience keeps what it has."""

    def __init__(self, desk: Desk, tour: Tour, speaker: ShowCanvas, audience: ShowCanvas) -> None:
        super().__init__()
        self._desk = desk
        self._controller = desk.controller
        self._tour = tour
        self._speaker = speaker
        self._audience = audience
        self._frozen = False
        self._away = False
        self._before = self._noted()

    @property
    def frozen(self) -> bool:
        """Whether the audience keeps the picture that it has."""
        return self._frozen

    def begin(self, place: TourPlace) -> None:
        """Takes the map over."""
        controller, moves = self._controller, self._before.motion.travels
        self._desk.labs.close()
        if moves:
            controller.set_motion(PRESENTATION)
        for canvas in (self._speaker, self._audience):
            if canvas.flight is not None:
                canvas.flight.seconds = controller.explorer.motion.camera_move
        controller.state_changed.connect(self.show_state)
        controller.dots_changed.connect(self._show_dots)
        self._desk.window.canvas.camera_moved.connect(self._follow_map)
        self.jump(place, animated=False)

    def end(self) -> None:
        """Gives the map back as it was."""
        controller, before = self._controller, self._before
        controller.state_changed.disconnect(self.show_state)
        controller.dots_changed.disconnect(self._show_dots)
        self._desk.window.canvas.camera_moved.disconnect(self._follow_map)
        self._desk.labs.close()
        self._desk.labs.set_faults(())
        explorer = controller.explorer
        explorer.lay_over(EMPHASIS, before.emphasis)
        explorer.set_motion(before.motion)
        return_to(explorer, before.place)
        controller.rearranged()
        self._desk.labs.set_faults(before.faults)
        self._desk.window.canvas.set_camera(before.camera)

    # Places of the tour

    def stop(self, place: TourPlace) -> Stop:
        """The stop of a place."""
        return self._tour.stops[place.stop]

    def jump(self, place: TourPlace, *, animated: bool = True) -> None:
        """Shows the picture of a place at once; on the same view the camera travels there."""
        explorer, stop = self._controller.explorer, self.stop(place)
        view = explorer.now.view
        self._open_lab(stop)
        situate(explorer, stop)
        if place.step is not None:
            go_after(explorer, place.step)
        self._controller.rearranged()
        self.frame(stop, animated=animated and explorer.now.view == view)

    def play(self, place: TourPlace) -> None:
        """Plays the step of a place."""
        steps = self._controller.player.timeline.steps
        if place.step is not None and place.step < len(steps):
            self._controller.scrub(steps[place.step].start)
            self._controller.next()

    def frame(self, stop: Stop, *, animated: bool = True) -> None:
        """Brings what a stop frames into sight."""
        area = area_of(self._controller.explorer.wiring.layout, stop)
        self._speaker.set_focus(area)
        self._show_screen(stop)
        if not self._frozen:
            self._audience.set_focus(area)
            self._audience.frame(area, animated=animated, margin=MARGIN)
        share = self._speaker.height() / max(1, self._audience.height())
        self._speaker.frame(area, animated=animated, margin=MARGIN * share)

    def speak_of_all(self) -> None:
        """Leaves nothing pale because it lies beside what the stop frames: somebody asks about a part there."""
        for canvas in self._live():
            canvas.set_focus(None)

    def speak_of(self, stop: Stop) -> None:
        """Speaks again of what a stop frames."""
        area = area_of(self._controller.explorer.wiring.layout, stop)
        for canvas in self._live():
            canvas.set_focus(area)

    def select_again(self, place: TourPlace) -> None:
        """Selects what the stop of a place selects."""
        selected = self.stop(place).select
        if selected in self._controller.explorer.atlas.links:
            self._controller.choose_link(selected)
        elif selected:
            self._controller.choose_component(selected)
        else:
            self._controller.clear_selection()

    def _show_screen(self, stop: Stop | None) -> None:
        """Shows the screen of the lab of a stop to those who follow, or the map."""
        screen = None
        # A lab that cannot be prepared has said why when it was opened.
        with suppress(VmexplorerError):
            screen = None if stop is None else screen_of(self._controller.explorer.atlas, stop)
        for canvas in self._live():
            canvas.show_screen(screen)

    # Outside the tour

    def set_away(self, away: bool) -> None:
        """Whether the speaker works on the map itself; then the audience sees what it shows."""
        if away:
            self._show_screen(None)
            self.speak_of_all()
            self._begin_map()
        self._away = away
        if away:
            self._follow_map()

    def _begin_map(self) -> None:
        """Lets the map begin with what everybody has before them."""
        # With one screen the speaker's page may never have been laid out.
        looked = self._speaker if self._speaker.isVisible() else self._audience
        if looked.zoomed_in:
            self._desk.window.canvas.frame_area(looked.seen(), animated=False)
        else:
            self._desk.window.canvas.fit(animated=False)

    # What is seen

    def freeze(self, frozen: bool) -> None:
        """Lets the audience keep its picture, or see the present one again."""
        self._frozen = frozen
        self._audience.layer.hold(frozen)
        if not frozen:
            self.show_state()
            self._audience.set_focus(self._speaker.focus)
            self._audience.show_screen(self._speaker.screen_shown)
            self.share_look(self._speaker)

    @Slot()
    def show_state(self) -> None:
        """Shows the present state to both."""
        state = self._controller.explorer.state()
        self._speaker.show_state(state)
        if not self._frozen:
            self._audience.show_state(state)

    def share_look(self, looked: ShowCanvas) -> None:
        """What one of both looks at, the other sees too."""
        self._look(looked.seen(), but=looked)

    def _look(self, area: Rect, but: ShowCanvas | None = None) -> None:
        if but is not self._speaker:
            self._speaker.frame(area, animated=False)
        if but is not self._audience and not self._frozen:
            self._audience.frame(area, animated=False)

    @Slot()
    def _follow_map(self) -> None:
        """Outside the tour everybody looks at what the map shows."""
        if self._away:
            self._look(self._desk.window.canvas.seen())

    @Slot(list)
    def _show_dots(self, dots: list[tuple[Path, float, Kind]]) -> None:
        for canvas in self._live():
            canvas.crowd.show(dots)
            canvas.update()

    def _live(self) -> tuple[ShowCanvas, ...]:
        """The pictures that follow the show."""
        return (self._speaker,) if self._frozen else (self._speaker, self._audience)

    def _open_lab(self, stop: Stop) -> None:
        """Opens the lab of a stop in its prepared state; another one is closed, and the host of the labs is well."""
        labs = self._desk.labs
        if not stop.lab:
            labs.close()
            labs.set_faults(())
            return
        try:
            labs.open(stop.lab, preset=stop.preset)
        except VmexplorerError as error:
            self._controller.said.emit(str(error))

    def _noted(self) -> _Before:
        explorer, labs = self._controller.explorer, self._desk.labs
        emphasis = dict(explorer.now.overlays).get(EMPHASIS)
        camera = self._desk.window.canvas.camera
        return _Before(place_of(explorer), emphasis, explorer.motion, camera, labs.faults)
