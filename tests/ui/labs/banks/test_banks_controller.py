"""The controller: a timer that runs only while something moves, and another pack."""

from __future__ import annotations

from pathlib import Path

from tests.helpers.banks import write_tiny_banks
from tests.helpers.packs import atlas_of, copy_tiny_pack
from tests.ui.labs.banks.conftest import Bench
from vmexplorer.labs.banks.beat import BeatKind
from vmexplorer.labs.banks.play import Key
from vmexplorer.playback.motion import EXPLORE


def test_at_rest_no_timer_runs(bench: Bench) -> None:
    assert not bench.controller.running
    bench.controller.act("stage B")
    assert bench.controller.running
    bench.run_out()
    assert not bench.controller.running
    bench.controller.undo()
    assert not bench.controller.running


def test_the_timer_stops_at_the_question_and_goes_on_with_the_answer(bench: Bench) -> None:
    for event in ("stage B", "reboot", "complete", "reboot"):
        bench.controller.act(event)
        if event != "reboot" or bench.events()[-2:] != ["complete", "reboot"]:
            bench.controller.skip()
    bench.to(BeatKind.COUNTDOWN)
    bench.controller.press(Key.SHIFT_R)
    bench.run_out()
    assert bench.controller.play.asking
    bench.controller.next()
    bench.run_out()
    assert bench.controller.play.asking
    bench.controller.press(Key.NO)
    assert bench.controller.running
    bench.run_out()
    assert bench.events()[-1] == "shift-r no"


def test_another_pack_begins_anew(bench: Bench, tmp_path: Path) -> None:
    pack = copy_tiny_pack(tmp_path)
    write_tiny_banks(pack)
    bench.controller.act("stage B")
    bench.lab.enter(atlas_of(pack), "e8", EXPLORE)
    assert bench.events() == []
    assert list(bench.page.loaders.buttons) == ["old", "new"]
    assert [action.data() for action in bench.page.head.menu.actions()] == ["P1", "P2"]
