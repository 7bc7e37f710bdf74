"""Turns wishes of the person into changes of the explorer, and those into signals."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot

from vmexplorer.app.explorer import Explorer
from vmexplorer.app.history import History
from vmexplorer.atlas.atlas import Atlas
from vmexplorer.errors import VmexplorerError
from vmexplorer.playback.change import Change
from vmexplorer.playback.clock import Clock, MonotonicClock

FRAME = 16  # milliseconds between two pictures while something plays


class ExploreController(QObject):
    """Owns the explorer and the one timer, which runs only while a flow plays."""

    state_changed = Signal()
    view_changed = Signal(str)
    era_changed = Signal(str)
    selection_changed = Signal()
    flow_changed = Signal()
    position_changed = Signal(float)
    step_changed = Signal()
    playing_changed = Signal(bool)
    modes_changed = Signal()
    said = Signal(str)

    def __init__(self, explorer: Explorer, clock: Clock | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.explorer = explorer
        self.history = History(explorer.now.view)
        self._clock = clock or MonotonicClock()
        self._last = 0.0
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setInterval(FRAME)
        self._timer.timeout.connect(self.tick)

    @property
    def running(self) -> bool:
        """Whether the timer runs."""
        return self._timer.isActive()

    def adopt(self, atlas: Atlas) -> None:
        """Goes on with another atlas; the stage is cleared."""
        self._run(False)
        self.explorer.adopt(atlas)
        self.history = History(self.explorer.now.view)
        self.flow_changed.emit()

    # Where to look

    @Slot(str)
    def show_view(self, view: str) -> None:
        """Shows a view and remembers the one before."""
        self._show(view)
        self.history.visit(self.explorer.now.view)
        self.view_changed.emit(self.explorer.now.view)

    @Slot()
    def back(self) -> None:
        """Returns to the view before."""
        self._revisit(self.history.back())

    @Slot()
    def forward(self) -> None:
        """Goes forward again."""
        self._revisit(self.history.forward())

    @Slot()
    def up(self) -> None:
        """Goes to the view one level up."""
        parent = self.explorer.atlas.view(self.explorer.now.view).parent
        if parent:
            self.show_view(parent)

    @Slot(str)
    def show_era(self, era: str) -> None:
        """Goes to another era."""
        had = self.explorer.flow
        if self.explorer.show_era(era):
            self.era_changed.emit(self.explorer.now.era)
            self.selection_changed.emit()
            self._flow_reloaded(had is not None)
            self.state_changed.emit()
            if had is not None and self.explorer.flow is None:
                self.said.emit(f"“{had.name}” does not run this way in {self.explorer.atlas.era(era).name}.")

    @Slot(bool)
    def show_changes(self, shown: bool) -> None:
        """Marks what the era brought and took away."""
        if self.explorer.show_changes(shown):
            self.state_changed.emit()

    # What is selected

    @Slot(str, str)
    def choose_component(self, component: str, box: str = "") -> None:
        """Selects a component where it is; goes to a view that has it when needed."""
        try:
            self.explorer.select_component(component, box)
        except VmexplorerError as error:
            self.said.emit(str(error))
            return
        view = self.explorer.best_view(component)
        if component and view != self.explorer.now.view:
            self.show_view(view)
        self.selection_changed.emit()
        self.state_changed.emit()

    @Slot(str)
    def choose_link(self, link: str) -> None:
        """Selects a link; goes to a view that draws it when needed."""
        self.explorer.select_link(link)
        if link and not self.explorer.wiring.of_link(link):
            ends = self.explorer.atlas.link(link)
            self.show_view(self.explorer.best_view(ends.target))
        self.selection_changed.emit()
        self.state_changed.emit()

    @Slot()
    def clear_selection(self) -> None:
        """Selects nothing."""
        if self.explorer.select_component(""):
            self.selection_changed.emit()
            self.state_changed.emit()

    @Slot(str)
    def open_inside(self, component: str) -> None:
        """Shows a component from the inside when there is a view for it."""
        view = self.explorer.inside(component)
        if view and view != self.explorer.now.view:
            self.show_view(view)

    @Slot(str)
    def point_at(self, component: str) -> None:
        """Lights the neighbours of what the pointer rests on."""
        if self.explorer.hover(component):
            self.state_changed.emit()

    # What is told

    @Slot(str)
    def tell(self, flow: str) -> None:
        """Loads a flow on the view it is best seen on ("" clears the stage)."""
        atlas = self.explorer.atlas
        if flow and not atlas.exists(flow, self.explorer.now.era):
            first = atlas.era(atlas.eras_of(atlas.flow(flow))[0])
            self.said.emit(f"“{atlas.flow(flow).name}” is told from {first.name} on.")
            return
        if flow and not self._drawn(flow):
            self.show_view(atlas.flow(flow).view)
        self.explorer.tell(flow)
        self._flow_reloaded(True)
        self.state_changed.emit()

    @Slot(str, str)
    def tell_route(self, start: str, end: str) -> None:
        """Loads the shortest message path between two components."""
        try:
            self.explorer.tell_route(start, end)
        except VmexplorerError as error:
            self.said.emit(str(error))
            return
        self._flow_reloaded(True)
        self.state_changed.emit()

    @Slot()
    def toggle(self) -> None:
        """Plays or pauses."""
        self._announce(self.explorer.player.toggle())

    @Slot()
    def next(self) -> None:
        """Finishes the step or plays the next one."""
        self._announce(self.explorer.player.next())

    @Slot()
    def previous(self) -> None:
        """Goes one step back."""
        self._announce(self.explorer.player.previous())

    @Slot()
    def first(self) -> None:
        """Goes to the start."""
        self._announce(self.explorer.player.first())

    @Slot()
    def last(self) -> None:
        """Goes to the end."""
        self._announce(self.explorer.player.last())

    @Slot(float)
    def scrub(self, seconds: float) -> None:
        """Goes to a moment and pauses there."""
        self._announce(self.explorer.player.seek(seconds))

    @Slot(float)
    def set_speed(self, speed: float) -> None:
        """Plays at another speed."""
        self._announce(self.explorer.player.set_speed(speed))

    @Slot()
    def slower(self) -> None:
        """Takes the next lower speed."""
        self._announce(self.explorer.player.slower())

    @Slot()
    def faster(self) -> None:
        """Takes the next higher speed."""
        self._announce(self.explorer.player.faster())

    @Slot(bool)
    def set_loop(self, loop: bool) -> None:
        """Plays round and round, or not."""
        self._announce(self.explorer.player.set_loop(loop))

    @Slot(bool)
    def set_stepping(self, stepping: bool) -> None:
        """Pauses after each step, or not."""
        self._announce(self.explorer.player.set_stop_at_each_step(stepping))

    @Slot()
    def tick(self) -> None:
        """Lets the time since the last picture pass."""
        now = self._clock.now()
        elapsed, self._last = now - self._last, now
        self._announce(self.explorer.player.advance(elapsed))

    # How it is said

    def _show(self, view: str) -> None:
        had = self.explorer.flow is not None
        if self.explorer.show_view(view):
            self._flow_reloaded(had)
            self.state_changed.emit()

    def _revisit(self, view: str) -> None:
        self._show(view)
        self.view_changed.emit(self.explorer.now.view)

    def _drawn(self, flow: str) -> bool:
        """Whether the present view draws most ends of a flow itself."""
        explorer = self.explorer
        steps = explorer.atlas.steps_in(explorer.atlas.flow(flow), explorer.now.era)
        ends = {end for step in steps for end in (step.source, step.target)}
        drawn = [end for end in ends if explorer.wiring.layout.boxes_of(end)]
        return len(drawn) * 4 >= len(ends) * 3

    def _flow_reloaded(self, had: bool) -> None:
        if had:
            self._run(self.explorer.player.playing)
            self.flow_changed.emit()
            self.step_changed.emit()
            self.position_changed.emit(self.explorer.player.position)
            self.playing_changed.emit(self.explorer.player.playing)

    def _announce(self, change: Change) -> None:
        player = self.explorer.player
        if change.playing:
            self._run(player.playing)
            self.playing_changed.emit(player.playing)
        if change.step or change.playing:
            self.step_changed.emit()
        if change.position:
            self.position_changed.emit(player.position)
        if change.position or change.playing:
            self.state_changed.emit()
        if change.speed or change.loop or change.stop_at_each_step:
            self.modes_changed.emit()

    def _run(self, running: bool) -> None:
        if running and not self._timer.isActive():
            self._last = self._clock.now()
            self._timer.start()
        elif not running:
            self._timer.stop()
