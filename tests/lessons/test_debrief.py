"""The parts of a case light up one after the other."""

from __future__ import annotations

from pathlib import Path

from tests.helpers.cases import cases_atlas
from vmexplorer.lessons.debrief import overlay_of
from vmexplorer.stage.overlay import Mark, Overlay, Role


def test_parts_become_marks_with_their_sentence(tmp_path: Path) -> None:
    atlas = cases_atlas(tmp_path)
    lights = atlas.case("T01").lights
    assert overlay_of((), atlas.links) == Overlay({}, {})
    assert overlay_of(lights[:1], atlas.links) == Overlay({"agent": Mark(Role.FAULT, "hangs", "It hangs.")}, {})
    whole = overlay_of(lights, atlas.links)
    assert whole.components["proxy"] == Mark(Role.GOOD, "", "The door is open.")
    assert whole.links == {"L3": Mark(Role.AFFECTED, "", "No answer.")}
