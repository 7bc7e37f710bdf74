"""Joins the troubleshooting lab to its page and to the map."""

from __future__ import annotations

import random
from collections.abc import Callable

from PySide6.QtCore import Slot

from vmexplorer.app.case_debrief import debrief_overlay, debrief_page
from vmexplorer.app.case_lab import CaseLab
from vmexplorer.app.case_pages import cause_page, list_page, symptom_page
from vmexplorer.app.case_results import load_results, save_results
from vmexplorer.app.case_simulator import WhatIfSimulator
from vmexplorer.app.check_rows import KINDS, check_groups, part_choices
from vmexplorer.app.details import Action, Subject
from vmexplorer.app.inquiry import Inquiry
from vmexplorer.app.kept import Kept
from vmexplorer.atlas.atlas import Atlas
from vmexplorer.errors import UsageError, VmexplorerError
from vmexplorer.lessons.breaking import LARGEST_SEED, FaultKind, guess_at
from vmexplorer.lessons.session import Move, MoveKind
from vmexplorer.lessons.simulator import Simulator
from vmexplorer.playback.motion import Motion
from vmexplorer.stage.overlay import Overlay
from vmexplorer.ui.canvas.ink import Ink
from vmexplorer.ui.labs.cases.case_head import Pane
from vmexplorer.ui.labs.cases.cases_page import CasesPage
from vmexplorer.ui.labs.lab import Lab

_BREAK = "break"


def make_lab(ink: Ink) -> CasesLab:
    """The lab as it is at its first opening."""
    return CasesLab(ink, WhatIfSimulator, Kept.of_user())


class CasesLab(Lab):
    """Carries what is chosen on the page to the lab, and shows what becomes of it."""

    def __init__(self, ink: Ink, simulator_of: Callable[[Atlas], Simulator], kept: Kept) -> None:
        super().__init__()
        self._kept = kept
        self.page: CasesPage = CasesPage(ink)
        self._simulator_of = simulator_of
        self._lab: CaseLab | None = None
        self._era = ""
        page = self.page
        page.chosen.connect(self._follow)
        page.pane_changed.connect(self._lay_over)
        page.look.checks.chosen.connect(self.check)
        page.head.list_wanted.connect(self.show_list)
        page.head.hint_wanted.connect(self.hint)
        page.head.solution_wanted.connect(self.reveal)
        page.head.again_wanted.connect(self.start_again)
        page.break_form.wanted.connect(self.break_it)
        page.guess_form.guessed.connect(self.guess)
        page.guess_form.refused.connect(self.said)
        page.break_form.set_seed(random.randint(1, LARGEST_SEED))

    def enter(self, atlas: Atlas, era: str, motion: Motion) -> None:
        """Begins with a pack, or goes on with it; hidden faults are for this era.

        Raises:
            VmexplorerError: the pack has no cases.
        """
        if not atlas.cases:
            raise VmexplorerError(f"the pack {atlas.manifest.name!r} has no troubleshooting cases")
        self._era = era
        if self._lab is None or self._lab.atlas is not atlas:
            results, complaint = load_results(self._kept)
            self._lab = CaseLab(atlas, self._simulator_of(atlas), results)
            if complaint:
                self.said.emit(complaint)
            self.show_list()
        self._lay_over()

    def prepare(self, preset: str) -> None:
        """Opens a case by its id or name, or with ``break 4711`` the hidden fault of that number.

        Raises:
            UnknownNameError: there is no such case.
            VmexplorerError: the number is none, or stands for nothing.
        """
        word, _, seed = preset.strip().partition(" ")
        if word != _BREAK:
            self.open_case(preset)
        elif seed:
            self._hide(_seed(seed))
        else:
            self._hide(random.randint(1, LARGEST_SEED))

    def takes(self, component: str) -> bool:
        """Takes a click on the map as the answer to a hidden fault while that is asked for."""
        asked = self.page.guess_form.isVisible()
        if asked:
            self.page.guess_form.choose_part(component)
        return asked

    def take_up(self, part: str) -> None:
        """Takes a component or link as the answer to a hidden fault."""
        self.page.guess_form.choose_part(part)

    @property
    def inquiry(self) -> Inquiry | None:
        """What is being looked into; None while the list is shown."""
        return None if self._lab is None else self._lab.inquiry

    @Slot()
    def show_list(self) -> None:
        """Goes back to the list of cases."""
        if self._lab is not None:
            self._lab.leave()
            self.page.list.show_page(list_page(self._lab))
            self.page.show_list()
            self._lay_over()

    def open_case(self, name: str) -> None:
        """Opens a case and brings the map to its era and view; raises as ``CaseLab.open_case``."""
        if self._lab is None:
            return
        inquiry = self._lab.open_case(name)
        self._open(inquiry)
        self.era_wanted.emit(inquiry.era)
        if inquiry.case is not None:
            self.view_wanted.emit(inquiry.case.view)

    @Slot(int)
    def break_it(self, seed: int) -> None:
        """Hides the fault that a number stands for in the present era."""
        try:
            self._hide(seed)
        except VmexplorerError as error:
            self.said.emit(f"{error}.")

    @Slot(str)
    def check(self, id: str) -> None:
        """Makes a check."""
        self._do(Move(MoveKind.CHECK, id))

    @Slot()
    def hint(self) -> None:
        """Takes a hint and shows it."""
        self._do(Move(MoveKind.HINT))
        self.page.show_pane(Pane.CAUSE)

    @Slot()
    def reveal(self) -> None:
        """Gives up and shows the solution."""
        self._do(Move(MoveKind.REVEAL))

    @Slot()
    def start_again(self) -> None:
        """Forgets every move of this case."""
        inquiry = self.inquiry
        if inquiry is not None:
            inquiry.start_again()
            self._show(inquiry)
            self.page.show_pane(Pane.SYMPTOM)

    @Slot(str, str)
    def guess(self, part: str, kind: str) -> None:
        """Names a part and a kind of fault."""
        self._do(Move(MoveKind.NAME, guess_at(part, FaultKind(kind))))

    def _hide(self, seed: int) -> None:
        if self._lab is not None:
            self.page.break_form.set_seed(seed)
            self._open(self._lab.break_it(self._era, seed))

    def _open(self, inquiry: Inquiry) -> None:
        self.page.look.terminal.show_readings(())
        self.page.look.checks.set_groups(check_groups(inquiry))
        self._show(inquiry)
        self.page.show_case()
        self.page.show_pane(Pane.DEBRIEF if inquiry.session.state.over else Pane.SYMPTOM)

    def _do(self, move: Move) -> None:
        inquiry = self.inquiry
        if inquiry is None:
            return
        was_over = inquiry.session.state.over
        refusal = inquiry.do(move)
        if refusal:
            self.said.emit(refusal)
            return
        if inquiry.session.state.over and not was_over:
            inquiry.lit = 1
            self._keep()
            self._show(inquiry)
            self.page.show_pane(Pane.DEBRIEF)
        else:
            self._show(inquiry)

    def _keep(self) -> None:
        complaint = save_results(self._kept, self._lab.results) if self._lab is not None else ""
        if complaint:
            self.said.emit(complaint)

    def _show(self, inquiry: Inquiry) -> None:
        page, state = self.page, inquiry.session.state
        shown = symptom_page(inquiry)
        page.symptom.show_page(shown)
        page.cause.show_page(cause_page(inquiry))
        if state.over:
            page.debrief.show_page(debrief_page(inquiry))
        page.look.checks.set_made(state.looked_again if state.over else state.checks)
        page.look.terminal.show_readings(inquiry.readings)
        left = inquiry.session.riddle.hints - state.hints
        page.head.show_case(shown.title, inquiry.score.points, left, over=state.over)
        self._show_guesses(inquiry)

    def _show_guesses(self, inquiry: Inquiry) -> None:
        form = self.page.guess_form
        hidden = inquiry.hidden is not None
        form.setVisible(hidden and not inquiry.session.state.over)
        if hidden:
            form.set_choices(part_choices(inquiry), KINDS)

    @Slot(Action)
    def _follow(self, action: Action) -> None:
        match action.kind:
            case Subject.CASE:
                self.open_case(action.id)
            case Subject.SUSPICION:
                self._do(Move(MoveKind.NAME, action.id))
            case Subject.REPAIR:
                self._do(Move(MoveKind.REPAIR, action.id))
            case Subject.PANE:
                self._turn(action.id)
            case _:
                self._wish(action)

    def _turn(self, pane: str) -> None:
        inquiry = self.inquiry
        if pane == "look":
            self.page.show_pane(Pane.LOOK)
        elif inquiry is not None:
            inquiry.lit += 1
            self._show(inquiry)
            self._lay_over()

    def _wish(self, action: Action) -> None:
        wishes = {
            Subject.COMPONENT: self.component_wanted,
            Subject.LINK: self.link_wanted,
            Subject.FLOW: self.flow_wanted,
        }
        wishes[action.kind].emit(action.id)

    @Slot()
    def _lay_over(self) -> None:
        inquiry = self.inquiry
        overlay: Overlay | None = None
        if inquiry is not None and self.page.pane is Pane.DEBRIEF:
            overlay = debrief_overlay(inquiry)
        self.overlay_changed.emit(overlay)


def _seed(text: str) -> int:
    if not text.isdecimal() or int(text) > LARGEST_SEED:
        raise UsageError(f"{text!r} is no number of a hidden fault; write a whole number up to {LARGEST_SEED}")
    return int(text)
