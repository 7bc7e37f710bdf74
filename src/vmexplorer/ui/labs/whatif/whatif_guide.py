"""Joins the simulated host to the map: overlay, flows that fail, the bar of faults and the menu of parts."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Slot

from vmexplorer.app.commands import COMMANDS
from vmexplorer.app.details_page import Section
from vmexplorer.app.details_text import plain
from vmexplorer.app.fault_choices import FaultChoice, component_choices, fault_text, link_choices, message_choices
from vmexplorer.app.labs import labs
from vmexplorer.app.whatif_page import part_section
from vmexplorer.atlas.flow import Step
from vmexplorer.labs.whatif.bend import bend
from vmexplorer.labs.whatif.overlay import overlay
from vmexplorer.ui.canvas.hits import Hit
from vmexplorer.ui.labs.whatif.bench import Bench
from vmexplorer.ui.labs.whatif.fault_bar import FaultBar, FaultChip
from vmexplorer.ui.labs.whatif.part_menu import PartMenu

if TYPE_CHECKING:
    from vmexplorer.ui.desk import Desk

_LAYER = "faults"
_OF_BACKGROUND = ("view.fit", "whatif.undo", "whatif.redo", "whatif.reset")


class WhatIfGuide(QObject):
    """The what-if lab as far as it concerns the map; there from the start, idle until something breaks."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._desk = desk
        explorer = desk.controller.explorer
        self.bench = Bench(explorer.atlas, explorer.now.era, parent=self)
        self.bar = FaultBar(desk.window)
        self.menu = PartMenu(desk.window)

    def join(self) -> None:
        """Puts the bar in its place and listens to bench, map and menu."""
        desk, bench, bar = self._desk, self.bench, self.bar
        desk.window.show_above(bar)
        bar.set_scale(desk.window.scale)
        desk.window.scale_changed.connect(bar.set_scale)
        bench.changed.connect(self._show)
        bench.said.connect(desk.window.message_bar.say)
        desk.controller.era_changed.connect(bench.show_era)
        desk.labs.changed.connect(self._show_bar)
        bar.removed.connect(bench.remove)
        bar.undo_wanted.connect(bench.undo)
        bar.redo_wanted.connect(bench.redo)
        bar.reset_wanted.connect(bench.reset)
        bar.lab_wanted.connect(self.open_lab)
        self.menu.fault_chosen.connect(bench.try_add)
        self.menu.fault_ended.connect(bench.remove)
        self.menu.command_chosen.connect(desk.carry_out)
        self.menu.lab_chosen.connect(desk.labs.visit)

    def end(self) -> None:
        """Lets go of everything: another pack has come."""
        self.bench.reset()
        self.bar.hide()
        self.bar.deleteLater()
        self.deleteLater()

    @Slot()
    def open_lab(self) -> None:
        """Opens the page of the lab."""
        self._desk.labs.visit("whatif")

    def open_menu(self, hit: Hit, place: QPoint) -> None:
        """Opens the menu of what lies under the hand."""
        title, choices = self._choices(hit)
        active = {str(fault._replace(at=0.0)) for fault in self.bench.faults}
        commands = {command.id: command.title for command in COMMANDS}
        shown = [] if choices else [(id, commands[id]) for id in self._of_background()]
        self.menu.open(place, title, choices, active, self._labs(hit.component), shown)

    def _of_background(self) -> list[str]:
        """The commands of the menu where no part is; those only that would change something."""
        session = self.bench.session
        useful = (True, bool(session.past), bool(session.future), bool(self.bench.faults))
        return [id for id, use in zip(_OF_BACKGROUND, useful, strict=True) if use]

    def _choices(self, hit: Hit) -> tuple[str, Sequence[FaultChoice]]:
        """The title of the menu, and what can be done."""
        explorer = self._desk.controller.explorer
        atlas, era, step = explorer.atlas, explorer.now.era, explorer.player.step
        if hit.message and step is not None and explorer.now.flow in atlas.flows:
            message = explorer.hops[step].step.message
            return plain(message), message_choices(explorer.now.flow, explorer.now.branch, step + 1, message)
        if hit.component:
            return plain(atlas.component(hit.component).name), component_choices(atlas, era, hit.component)
        if hit.links:
            return ", ".join(hit.links), link_choices(atlas, era, hit.links)
        return "", ()

    def _labs(self, component: str) -> list[tuple[str, str, str]]:
        """The labs that concern a component; over the background all of them."""
        shown = [lab for lab in labs() if not component or not lab.parts or component in lab.parts]
        return [(lab.id, component, lab.name) for lab in shown]

    @Slot()
    def _show(self) -> None:
        """Everything that follows, on the map."""
        bench, controller = self.bench, self._desk.controller
        struck = bool(bench.faults)
        controller.lay_over(_LAYER, overlay(bench.outcome) if struck else None)
        self.bend_flows()
        self._desk.feed.tell_right_now(self._section if struck else None)
        self._show_bar()

    def bend_flows(self) -> None:
        """Lets the faults, or nothing, reach what is told."""
        self._desk.controller.bend(self._bend if self.bench.faults else None)

    @Slot()
    def _show_bar(self) -> None:
        session, atlas = self.bench.session, self._desk.controller.explorer.atlas
        chips = []
        for fault in self.bench.faults:
            begun = f" at {fault.at:g} s" if fault.at else ""
            chips.append(FaultChip(str(fault), fault_text(atlas, fault.verb, fault.target) + begun, ""))
        lab_open = self._desk.labs.open_lab == "whatif"
        self.bar.show_faults(chips, undo=bool(session.past), redo=bool(session.future), lab_open=lab_open)

    def _bend(self, flow: str, steps: tuple[Step, ...], first: int) -> tuple[Step, ...]:
        return bend(self._desk.controller.explorer.atlas, self.bench.outcome, flow, steps, first)

    def _section(self, part: str) -> Section | None:
        return part_section(self._desk.controller.explorer.atlas, self.bench.outcome, part)
