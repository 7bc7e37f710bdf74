"""The search of the window: it leads to whatever it finds, in the era that has it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from tests.helpers.windows import press, search
from vmexplorer.ui.desk import Desk

K = Qt.Key


@pytest.mark.parametrize(
    ("text", "what"),
    [("sfcbd", "component"), ("Forward logs to syslog", "flow"), ("VMkernel", "component"), ("boot", "view")],
)
def test_search_leads_to_what_it_finds(desk: Desk, text: str, what: str) -> None:
    palette = search(desk.window, text)
    model = palette.list.model()
    hits = [model.index(row, 0).data(Qt.ItemDataRole.UserRole) for row in range(model.rowCount())]
    place = next(row for row, hit in enumerate(hits) if hit.kind == what)
    press(desk.window, *[K.Key_Down] * place, K.Key_Return)
    found, here = hits[place].id, desk.controller.explorer.now
    assert {"component": here.component, "flow": here.flow, "view": here.view}[what] == found
    assert not palette.isVisible()
    assert desk.controller.running == (what == "flow")


def test_search_carries_out_commands(desk: Desk) -> None:
    search(desk.window, "Change the colours", K.Key_Return)
    assert desk.ink.theme.id != "dark"


@pytest.mark.parametrize(
    ("start", "text", "kind", "era"),
    [("e9", "vprobed", "component", "nearest"), ("e3", "Envoy", "component", "nearest"), ("e3", "F09", "flow", "e5")],
)
def test_hit_of_another_era_changes_the_era_first(desk: Desk, start: str, text: str, kind: str, era: str) -> None:
    desk.controller.show_era(start)
    search(desk.window, text, K.Key_Return)
    explorer = desk.controller.explorer
    found = explorer.now.component if kind == "component" else explorer.now.flow
    assert found == (text.casefold() if kind == "component" else text)
    assert explorer.atlas.exists(found, explorer.now.era)
    ids = explorer.atlas.era_ids
    life = [place for place, name in enumerate(ids) if explorer.atlas.exists(found, name)]
    nearest = min(abs(place - ids.index(start)) for place in life)
    assert abs(ids.index(explorer.now.era) - ids.index(start)) == nearest
    assert era in ("nearest", explorer.now.era)
    assert desk.window.top_bar.eras.era == explorer.now.era
    if explorer.now.era != start:
        assert explorer.atlas.era(explorer.now.era).name in desk.window.message_bar.text
