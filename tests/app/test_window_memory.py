"""What the window remembers between two starts."""

from __future__ import annotations

from pathlib import Path

import pytest

from vmexplorer.app.kept import Kept
from vmexplorer.app.window_memory import DOCUMENT, WindowMemory, recall, remember


@pytest.fixture
def kept(tmp_path: Path) -> Kept:
    return Kept(tmp_path / "kept")


def test_nothing_is_remembered_at_first(kept: Kept) -> None:
    assert recall(kept) == (WindowMemory(), "")
    assert WindowMemory().at_home


@pytest.mark.parametrize(
    "memory",
    [
        WindowMemory(),
        WindowMemory("AdnQ", "light", {"link": "vmexplorer:view=ha"}, ""),
        WindowMemory("", "", None, "console"),
        WindowMemory(rail={"VIEWS": True, "LABS": False}),
    ],
)
def test_what_is_remembered_comes_back(kept: Kept, memory: WindowMemory) -> None:
    assert remember(kept, memory) == ""
    assert recall(kept) == (memory, "")


def test_only_the_home_view_at_rest_is_home() -> None:
    assert not WindowMemory(place={}).at_home
    assert not WindowMemory(tour="console").at_home
    assert WindowMemory("AdnQ", "light").at_home


@pytest.mark.parametrize(
    "content",
    [
        [],
        {},
        {"geometry": 1, "theme": "", "place": None, "tour": ""},
        {"geometry": "", "theme": None, "place": None, "tour": ""},
        {"geometry": "", "theme": "", "place": "overview", "tour": ""},
        {"geometry": "x" * 10_001, "theme": "", "place": None, "tour": ""},
        {"geometry": "", "theme": "", "place": None, "tour": "", "rail": ["VIEWS"]},
        {"geometry": "", "theme": "", "place": None, "tour": "", "rail": {"VIEWS": "yes"}},
    ],
)
def test_a_memory_of_another_sort_is_set_aside_and_said(kept: Kept, content: object) -> None:
    kept.write(DOCUMENT, 1, content)
    memory, said = recall(kept)
    assert memory == WindowMemory()
    assert "window.aside-1.json" in said
    assert recall(kept) == (WindowMemory(), "")


def test_a_memory_from_before_sections_could_be_folded_is_read(kept: Kept) -> None:
    kept.write(DOCUMENT, 1, {"geometry": "AdnQ", "theme": "light", "place": None, "tour": ""})
    assert recall(kept) == (WindowMemory("AdnQ", "light"), "")
