"""Keeps the panels around the map up to date with the explorer."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent

from vmexplorer.app.details import component_page, flow_page, link_page, port_page, step_page, view_page
from vmexplorer.app.details_page import Section
from vmexplorer.app.step_rows import branch_rows, step_rows
from vmexplorer.atlas.comparison import Comparison
from vmexplorer.playback.frame import frame_at
from vmexplorer.stage.projection import Hop
from vmexplorer.stage.sequence import SequenceLayout
from vmexplorer.stage.sequence_layout import sequence_layout
from vmexplorer.stage.sequence_state import sequence_state
from vmexplorer.ui.explore_controller import ExploreController
from vmexplorer.ui.main_window import MainWindow
from vmexplorer.ui.side import DETAILS, STEPS

NOTHING_TOLD = "Choose a message path at the left, or press R to find the route between two components."


class PanelFeed(QObject):
    """Listens to the controller and hands each panel what it shows."""

    def __init__(self, controller: ExploreController, window: MainWindow) -> None:
        super().__init__(window)
        self._controller = controller
        self._window = window
        self._explorer = controller.explorer
        self._sequence: SequenceLayout | None = None
        self._said = ""
        self._right_now: Callable[[str], Section | None] | None = None

    def tell_right_now(self, source: Callable[[str], Section | None] | None) -> None:
        """Takes what can say how a component or link is at the moment, for its page; None for nothing."""
        self._right_now = source
        self.show_details()

    def _now(self, part: str) -> Section | None:
        return None if self._right_now is None else self._right_now(part)

    def join(self) -> None:
        """Joins the controller's signals to the panels."""
        controller = self._controller
        controller.state_changed.connect(self.show_state)
        controller.state_changed.connect(self.show_frame)
        self._window.side.page_changed.connect(self.show_frame)
        controller.view_changed.connect(self.show_view)
        controller.era_changed.connect(self.show_era)
        controller.selection_changed.connect(self.show_details)
        controller.flow_changed.connect(self.show_flow)
        controller.step_changed.connect(self.show_step)
        controller.position_changed.connect(self._window.player_bar.set_position)
        controller.playing_changed.connect(self._window.player_bar.set_playing)
        controller.modes_changed.connect(self.show_modes)

    def show_all(self) -> None:
        """Fills every panel."""
        atlas = self._explorer.atlas
        self._window.top_bar.set_title(atlas.manifest.name)
        self._window.top_bar.set_eras(atlas.eras)
        self._window.top_bar.set_changes(self._explorer.now.show_changes)
        home = atlas.manifest.home
        views = sorted(atlas.views.values(), key=lambda view: (view.id != home, view.name))
        self._window.rail.set_views([(view.id, view.name) for view in views])
        self.show_era()
        self.show_view()
        self.show_state()
        self.show_player()
        self.show_details()

    def show_player(self) -> None:
        """Everything that the player bar shows."""
        player, bar = self._explorer.player, self._window.player_bar
        self.show_flow()
        self.show_step()
        self.show_modes()
        bar.set_position(player.position)
        bar.set_playing(player.playing)

    @Slot()
    def show_state(self) -> None:
        """The picture."""
        self._window.canvas.show_state(self._explorer.state())

    @Slot()
    def show_view(self) -> None:
        """Where one is."""
        atlas, now = self._explorer.atlas, self._explorer.now
        way = []
        view = atlas.views.get(now.view)
        while view is not None:
            way.append((view.id, view.name))
            view = atlas.views.get(view.parent) if view.parent else None
        self._window.breadcrumb.show_way(way[::-1])
        history = self._controller.history
        self._window.breadcrumb.set_ways_open(history.can_go_back, history.can_go_forward)
        self._window.rail.mark_view(now.view)
        if not now.component and not now.link and not now.port:
            self.show_details()

    @Slot()
    def show_era(self) -> None:
        """The version, and which paths it has."""
        atlas, era = self._explorer.atlas, self._explorer.now.era
        self._window.top_bar.set_era(era)
        rows = []
        for flow in atlas.flows.values():
            eras = [atlas.era(name).name for name in atlas.eras_of(flow)]
            here = era in atlas.eras_of(flow)
            tip = flow.summary if here else f"Told in {eras[0]} to {eras[-1]}."
            rows.append((flow.id, flow.name, here, tip))
        rows += [self._row_of(comparison) for comparison in atlas.comparisons.values()]
        self._window.rail.set_flows(rows)
        self._window.rail.mark_flow(self._explorer.now.flow or None)

    @Slot()
    def show_details(self) -> None:
        """The inspector: the selected component or link, else the path or the view."""
        atlas, now = self._explorer.atlas, self._explorer.now
        if now.component:
            card = self._explorer.wiring.layout.card(now.box)
            page = component_page(atlas, now.component, now.era, card.note if card else "", self._now(now.component))
        elif now.link:
            page = link_page(atlas, now.link, now.era, self._now(now.link))
        elif now.port:
            page = port_page(atlas, now.port, now.era)
        elif now.flow in atlas.flows:
            page = flow_page(atlas, now.flow, now.era, now.branch)
        else:
            page = view_page(atlas, now.view, now.era)
        self._window.inspector.show_page(page)

    @Slot()
    def show_flow(self) -> None:
        """The path in the player."""
        bar, explorer = self._window.player_bar, self._explorer
        hops = explorer.hops
        self._window.rail.mark_flow(explorer.now.flow or None)
        self._window.side.set_told(bool(hops))
        if not hops:
            bar.set_empty(NOTHING_TOLD)
        else:
            timeline = explorer.player.timeline
            self._window.side.steps.set_steps(step_rows(hops, explorer.atlas))
            self._sequence = sequence_layout([hop.step for hop in hops], explorer.atlas, branches=branch_rows(explorer))
            self._window.side.sequence.set_layout_of(self._sequence)
            bar.set_timeline(timeline.duration, timeline.ticks, [self._label(hop) for hop in hops])
        if not explorer.now.component and not explorer.now.link and not explorer.now.port:
            self.show_details()

    @Slot()
    def show_step(self) -> None:
        """The step in the player: what happens and why."""
        caption = self._explorer.state().caption
        if caption is not None:
            self._announce(f"Step {caption.number} of {caption.steps}. {caption.title}. {caption.text}")
            self._window.player_bar.set_step(caption.number, caption.steps, caption.title, caption.text, caption.log)

    def _announce(self, text: str) -> None:
        """Says a step to assistive technology, once and not for every picture."""
        if text != self._said:
            self._said = text
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self._window.canvas, text))

    @Slot()
    def show_frame(self) -> None:
        """The steps and the sequence diagram at this moment."""
        explorer, side = self._explorer, self._window.side
        if not explorer.hops or side.page == DETAILS:
            return
        frame = frame_at(explorer.player.timeline, explorer.player.position)
        if side.page == STEPS:
            side.steps.set_state(frame.step if explorer.player.position else None, frame.done)
        elif self._sequence is not None:
            side.sequence.set_state(sequence_state(self._sequence, frame))

    def show_message(self) -> None:
        """What is in the message of the present step, in the inspector."""
        explorer, step = self._explorer, self._explorer.player.step
        if explorer.flow is not None and step is not None:
            steps = tuple(hop.step for hop in explorer.hops)
            page = step_page(explorer.atlas, explorer.flow, steps, step, explorer.now.era)
            self._window.inspector.show_page(page)

    @Slot()
    def show_modes(self) -> None:
        """Speed and repetition."""
        player, bar = self._explorer.player, self._window.player_bar
        bar.set_speed(player.speed)
        bar.set_loop(player.loop)
        bar.set_stepping(player.stop_at_each_step)

    def _row_of(self, comparison: Comparison) -> tuple[str, str, bool, str]:
        """A comparison for the rail, whether this version has it, and a tip."""
        atlas = self._explorer.atlas
        told = [era for era in atlas.eras if atlas.rows_in(comparison, era.id)]
        here = any(era.id == self._explorer.now.era for era in told)
        elsewhere = f"Told in {told[0].name} to {told[-1].name}." if told else "Told in no version."
        return comparison.id, comparison.name, here, comparison.summary if here else elsewhere

    def _label(self, hop: Hop) -> str:
        """The short names of both ends of a step."""
        atlas, step = self._explorer.atlas, hop.step
        source, target = atlas.component(step.source).name, atlas.component(step.target).name
        return source if step.source == step.target else f"{source}→{target}"
