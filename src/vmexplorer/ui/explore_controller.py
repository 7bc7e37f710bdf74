"""Turns wishes of the person into changes of the explorer, and those into signals."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal, Slot

from vmexplorer.app.explorer import Bend, Explorer
from vmexplorer.app.history import History
from vmexplorer.atlas.atlas import Atlas
from vmexplorer.atlas.flow import BRANCH_MARK
from vmexplorer.errors import VmexplorerError
from vmexplorer.playback.clock import Clock
from vmexplorer.stage.overlay import Overlay
from vmexplorer.ui.play_controller import PlayController


class ExploreController(PlayController):
    """What the person looks at and has selected, on top of what plays."""

    view_changed = Signal(str)
    era_changed = Signal(str)
    selection_changed = Signal()
    said = Signal(str)

    def __init__(self, explorer: Explorer, clock: Clock | None = None, parent: QObject | None = None) -> None:
        super().__init__(explorer, clock, parent)
        self.history = History(explorer.now.view)

    def adopt(self, atlas: Atlas) -> None:
        """Goes on with another atlas; the stage is cleared."""
        self._timer.stop()
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
            self._restream()
            self._flow_reloaded(had is not None)
            self.state_changed.emit()
            if had is not None and self.explorer.flow is None:
                self.said.emit(f"“{had.name}” does not run this way in {self.explorer.atlas.era(era).name}.")

    def rearranged(self) -> None:
        """Says everything that may be new after something has brought the explorer elsewhere as a whole."""
        self.history.visit(self.explorer.now.view)
        self._restream()
        self.state_changed.emit()
        self.era_changed.emit(self.explorer.now.era)
        self.view_changed.emit(self.explorer.now.view)
        self.selection_changed.emit()
        self._flow_reloaded(True)
        self.modes_changed.emit()

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

    @Slot(str)
    def ask_port(self, question: str) -> None:
        """Shows what uses a port, and what would break without it."""
        try:
            self.explorer.ask_port(question)
        except VmexplorerError as error:
            self.said.emit(str(error))
            return
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

    # What labs and lessons say of the map

    def lay_over(self, name: str, overlay: Overlay | None) -> None:
        """Lays an overlay over the map under a name, or (None) takes it away."""
        if self.explorer.lay_over(name, overlay):
            self.state_changed.emit()

    def bend(self, bend: Bend | None) -> None:
        """Lets faults reach the flow that is told and those told later."""
        self.explorer.bend(bend)
        self._flow_reloaded(self.explorer.flow is not None)
        self.state_changed.emit()

    @Slot()
    def first(self) -> None:
        """Goes to the start of the flow, from where every fault reaches it."""
        if self.explorer.rewind():
            self._flow_reloaded(self.explorer.flow is not None)
        super().first()

    # What is told

    @Slot(str)
    def tell(self, flow: str) -> None:
        """Loads a flow, or a branch of it, on the view it is best seen on ("" clears the stage)."""
        atlas, name = self.explorer.atlas, flow.partition(BRANCH_MARK)[0]
        if name and not atlas.exists(name, self.explorer.now.era):
            first = atlas.era(atlas.eras_of(atlas.flow(name))[0])
            self.said.emit(f"“{atlas.flow(name).name}” is told from {first.name} on.")
            return
        if name and not self._drawn(name):
            self.show_view(atlas.flow(name).view)
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

    # How it is said

    def _show(self, view: str) -> None:
        had = self.explorer.flow is not None
        if self.explorer.show_view(view):
            self._restream()
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
