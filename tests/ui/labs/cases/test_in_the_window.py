"""The troubleshooting lab in the whole window: era, view, marks and paths on the map."""

from __future__ import annotations

from vmexplorer.app.details import Action, Subject
from vmexplorer.ui.desk import Desk
from vmexplorer.ui.labs.cases.case_head import Pane
from vmexplorer.ui.labs.cases.cases_lab import CasesLab
from vmexplorer.ui.side import LAB


def lab_of(desk: Desk) -> CasesLab:
    lab = desk.labs.lab("cases")
    assert isinstance(lab, CasesLab)
    return lab


def choose(lab: CasesLab, kind: Subject, id: str) -> None:
    lab.page.chosen.emit(Action(kind, id))


def test_a_shipped_case_brings_the_map_along(desk: Desk) -> None:
    desk.carry_out("lab.cases")
    lab = lab_of(desk)
    explorer = desk.controller.explorer
    choose(lab, Subject.CASE, "TS11")
    assert (explorer.now.era, explorer.now.view) == ("e7", "ha")
    for check in explorer.atlas.case("TS11").path:
        lab.check(check)
    choose(lab, Subject.SUSPICION, "fdm-missing")
    choose(lab, Subject.REPAIR, "reconfigure")
    assert lab.page.pane is Pane.DEBRIEF
    marks = dict(explorer.now.overlays)["cases"].components
    assert set(marks) == {"ha-fdm"}
    choose(lab, Subject.PANE, "light")
    choose(lab, Subject.PANE, "light")
    assert set(dict(explorer.now.overlays)["cases"].components) == {"ha-fdm", "vpxd"}
    choose(lab, Subject.FLOW, "F11")
    assert explorer.now.flow == "F11"
    desk.labs.close()
    assert "cases" not in dict(explorer.now.overlays)


def test_break_it_for_the_class_by_its_command(desk: Desk) -> None:
    desk.carry_out("lab.break")
    assert desk.window.side.page == LAB
    inquiry = lab_of(desk).inquiry
    assert inquiry is not None
    assert inquiry.hidden is not None
    assert inquiry.era == desk.controller.explorer.now.era


def test_a_case_goes_on_after_the_lab_was_closed(desk: Desk) -> None:
    desk.labs.open("cases", preset="TS01")
    lab_of(desk).check("tcpdump-host")
    desk.labs.close()
    desk.labs.open("cases")
    assert "A heartbeat leaves the host" in lab_of(desk).page.look.terminal.toPlainText()
