"""Opens labs at the side of the map, and carries their wishes to the map."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Signal, Slot

from vmexplorer.app.labs import LabEntry, lab_named, labs
from vmexplorer.app.told_part import FirstSteps
from vmexplorer.atlas.flow import BRANCH_MARK
from vmexplorer.errors import VmexplorerError
from vmexplorer.stage.overlay import Overlay
from vmexplorer.ui.labs import shelf
from vmexplorer.ui.labs.lab import Lab

if TYPE_CHECKING:
    from vmexplorer.lessons.quiz.board import Board
    from vmexplorer.ui.canvas.hits import Hit
    from vmexplorer.ui.canvas.ink import Ink
    from vmexplorer.ui.desk import Desk
    from vmexplorer.ui.labs.lab_mirror import LabMirror
    from vmexplorer.ui.labs.whatif.whatif_guide import WhatIfGuide


class Labs(QObject):
    """The labs of a desk; one at a time is open."""

    changed = Signal()  # another lab is open, or none
    board_changed = Signal(object)  # a Board for an audience to see, or None

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._desk = desk
        self._made: dict[str, Lab] = {}
        self._open = ""
        self._back = ""  # the view to go back to when the lab is left
        self._guide: WhatIfGuide | None = None
        self._watched = False
        self._board: Board | None = None

    def join(self) -> None:
        """Lists the labs and listens to the desk."""
        desk, controller = self._desk, self._desk.controller
        shown = [lab for lab in labs() if lab.id in shelf.available()]
        desk.window.rail.set_labs([(lab.id, lab.name, lab.tip, lab.section) for lab in shown])
        desk.window.rail.lab_chosen.connect(self.visit)
        desk.window.side.lab_close_wanted.connect(self.leave)
        controller.era_changed.connect(self._follow)
        controller.motion_changed.connect(self._follow)
        controller.view_changed.connect(self._see)
        desk.window.canvas.menu_wanted.connect(self._open_menu)

    @property
    def guide(self) -> WhatIfGuide:
        """The simulated host that the labs share, joined to the map; made when first asked for."""
        if self._guide is None:
            from vmexplorer.ui.labs.whatif.whatif_guide import WhatIfGuide

            self._guide = WhatIfGuide(self._desk)
            self._guide.join()
        return self._guide

    @Slot(object, QPoint)
    def _open_menu(self, hit: Hit, place: QPoint) -> None:
        self.guide.open_menu(hit, place)

    @property
    def open_lab(self) -> str:
        """The id of the lab that is open, or ""."""
        return self._open

    def lab(self, name: str) -> Lab:
        """The lab with this id, made when first asked for."""
        if name not in self._made:
            lab = shelf.make(name, self._desk.ink)
            lab.setParent(self)
            self._made[name] = lab
            lab.overlay_changed.connect(self._lay_over)
            lab.flow_wanted.connect(self._desk.tell)
            lab.component_wanted.connect(self._desk.choose)
            lab.link_wanted.connect(self._desk.controller.choose_link)
            lab.era_wanted.connect(self._desk.controller.show_era)
            lab.view_wanted.connect(self._desk.controller.show_view)
            lab.said.connect(self._desk.window.message_bar.say)
            lab.path_wanted.connect(self._tell_part)
            lab.board_changed.connect(self._keep_board)
            lab.watch(self._watched)
            lab.meet(self.guide.bench)
            lab.keyboard_left.connect(self._give_keyboard)
        return self._made[name]

    def step(self, forward: bool) -> bool:
        """Lets the lab that is open go on, or back; False when it has no such steps now."""
        return bool(self._open) and self._made[self._open].step(forward)

    def open(self, name: str, part: str = "", preset: str = "") -> None:
        """Opens a lab, or shows it again.

        Args:
            name: its id, name or tab.
            part: a component or link to begin with, or "".
            preset: a prepared state to bring it to, or "".

        Raises:
            UnknownNameError: there is no such lab.
            VmexplorerError: the pack has nothing for this lab, or the lab no such prepared state.
        """
        entry = lab_named(name)
        lab = self.lab(entry.id)
        if self._open != entry.id:
            self.close()
            self._open = entry.id
            try:
                self._enter()
            except VmexplorerError:
                self._open = ""
                raise
        self._desk.window.side.show_lab(lab.page, entry.tab, entry.tip, entry.share)
        self._desk.window.rail.mark_lab(entry.id)
        self.changed.emit()
        if preset:
            lab.prepare(preset)
        if part:
            lab.take_up(part)
        lab.page.setFocus()

    @Slot(str)
    @Slot(str, str)
    def visit(self, name: str, part: str = "", preset: str = "") -> None:
        """Opens a lab as ``open_or_say`` does, and lets the map show the view that goes with it."""
        if self._open and name != self._open:
            self.leave()
        self.open_or_say(name, part, preset)
        if self._open:
            self._go_to_view(lab_named(self._open))

    def open_or_say(self, name: str, part: str = "", preset: str = "") -> None:
        """Opens a lab as ``open`` does, or says why that cannot be."""
        try:
            self.open(name, part, preset)
        except VmexplorerError as error:
            self._desk.window.message_bar.say(f"{error}.")

    @Slot()
    def leave(self) -> None:
        """Closes the lab that is open; the map goes back to what it showed before, unless it has gone elsewhere."""
        view, back = lab_named(self._open).view if self._open else "", self._back
        self.close()
        if back and self._desk.controller.explorer.now.view == view:
            self._desk.controller.show_view(back)

    def _go_to_view(self, entry: LabEntry) -> None:
        controller = self._desk.controller
        here = controller.explorer.now.view
        if entry.view in controller.explorer.atlas.views and entry.view != here:
            self._back = self._back or here
            controller.show_view(entry.view)

    @Slot()
    def close(self) -> None:
        """Closes the lab that is open; what it laid over the map goes with it."""
        if not self._open:
            return
        name, self._open, self._back = self._open, "", ""
        self._made[name].leave()
        self._desk.window.side.close_lab()
        self._desk.window.rail.mark_lab(None)
        self._desk.controller.lay_over(name, None)
        self.changed.emit()
        self._desk.window.canvas.setFocus()

    def carry_out(self, wish: str) -> None:
        """Carries out a command: stop, undo, redo or reset; the lab that is open comes first with undo and redo."""
        now, bench = self._desk.controller.explorer.now, self.guide.bench
        if self._open and wish in ("undo", "redo"):
            lab = self._made[self._open]
            if lab.undo() if wish == "undo" else lab.redo():
                return
        if wish != "stop":
            {"undo": bench.undo, "redo": bench.redo, "reset": bench.reset}[wish]()
        elif now.component:
            bench.try_add(f"stop {now.component}")
        elif now.link:
            bench.try_add(f"cut {now.link}")
        else:
            self._desk.window.message_bar.say("Select a part or a line first; then it can be stopped or cut.")

    @property
    def faults(self) -> tuple[str, ...]:
        """The faults of the simulated host, as they are written."""
        return () if self._guide is None else tuple([str(fault) for fault in self._guide.bench.faults])

    def set_faults(self, faults: tuple[str, ...]) -> None:
        """Gives the simulated host other faults; none: it is well."""
        if faults != self.faults:
            self.guide.bench.prepare(faults)

    def forget(self) -> None:
        """Lets go of every lab: another pack has come."""
        self.close()
        for lab in self._made.values():
            lab.page.deleteLater()
            lab.deleteLater()
        self._made.clear()
        if self._guide is not None:
            self._guide.end()
            self._guide = None

    @Slot(str)
    @Slot(str, str)
    def take(self, component: str, box: str = "") -> None:
        """Offers a click on the map to the lab that is open; what it does not take selects the component."""
        picking = self._desk.route.on or not self._open
        if picking or not self._made[self._open].takes(component):
            self._desk.choose(component, box)

    @property
    def board(self) -> Board | None:
        """What an audience may see of a question, if one is asked."""
        return self._board

    @Slot(object)
    def _keep_board(self, board: Board | None) -> None:
        self._board = board
        self.board_changed.emit(board)

    def mirror(self, ink: Ink) -> LabMirror | None:
        """What an audience sees of the lab that is open; None without one, or when the map tells all of it."""
        return self._made[self._open].mirror(ink) if self._open else None

    def set_watched(self, watched: bool) -> None:
        """Tells the labs whether an audience looks at a screen of its own."""
        self._watched = watched
        for lab in self._made.values():
            lab.watch(watched)

    @Slot(str, int)
    def _tell_part(self, flow: str, steps: int) -> None:
        """Tells the first steps of a flow or branch and plays the last of them; "" puts the flow away."""
        controller = self._desk.controller
        if not flow:
            controller.tell("")
            self.guide.bend_flows()
            return
        controller.clear_selection()
        name, _, branch = flow.partition(BRANCH_MARK)
        controller.bend(FirstSteps(name, steps))
        if (controller.explorer.now.flow, controller.explorer.now.branch) != (name, branch):
            controller.tell(flow)
        controller.first()
        if steps > 1:
            controller.go_to_step(steps - 2)
        controller.next()

    @Slot(str)
    def _see(self, view: str) -> None:
        if self._open:
            self._made[self._open].see(view)

    @Slot(object)
    def _lay_over(self, overlay: Overlay | None) -> None:
        sender = self.sender()
        for name, lab in self._made.items():
            if lab is sender and name == self._open:
                self._desk.controller.lay_over(name, overlay)

    @Slot()
    def _give_keyboard(self) -> None:
        self._desk.window.canvas.setFocus()

    @Slot()
    def _follow(self) -> None:
        try:
            if self._open:
                self._enter()
        except VmexplorerError as error:
            self.close()
            self._desk.window.message_bar.say(f"{error}.")

    def _enter(self) -> None:
        explorer = self._desk.controller.explorer
        self._made[self._open].see(explorer.now.view)
        self._made[self._open].enter(explorer.atlas, explorer.now.era, explorer.motion)
