"""Choosing a fault to hide: it shows, it can be found, and its symptom does not give it away."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.helpers.cases import KnownSimulator, cases_atlas, simulator
from tests.helpers.shipped import shipped_atlas
from vmexplorer.app.case_simulator import WhatIfSimulator
from vmexplorer.app.hiding import Hiding, hints_at, telling
from vmexplorer.atlas.atlas import Atlas
from vmexplorer.atlas.fault_words import Trouble
from vmexplorer.errors import VmexplorerError
from vmexplorer.lessons.health import HEALTHY, Health


@pytest.fixture
def atlas(tmp_path: Path) -> Atlas:
    return cases_atlas(tmp_path)


def test_a_seed_always_hides_the_same(atlas: Atlas) -> None:
    for seed in range(20):
        assert Hiding(atlas, simulator()).hide("e8", seed) == Hiding(atlas, simulator()).hide("e8", seed)


def test_only_what_a_check_shows_is_hidden(atlas: Atlas) -> None:
    found = {Hiding(atlas, simulator()).hide("e8", seed).fault.written for seed in range(60)}
    assert found == {"hang agent", "stop agent", "cut L2", "cut L3"}


def test_faults_that_no_check_tells_apart_are_all_right(atlas: Atlas) -> None:
    for seed in range(20):
        hidden = Hiding(atlas, simulator()).hide("e8", seed)
        right = {fault.written for fault in hidden.right}
        assert hidden.fault.written in right
        assert right in ({"hang agent"}, {"stop agent"}, {"cut L2", "cut L3"})


def test_the_symptom_does_not_name_the_part(atlas: Atlas) -> None:
    known = KnownSimulator({"stop agent": Health({"agent": Trouble.STOPPED})}, "The agent is gone. Nobody answers.")
    assert Hiding(atlas, known).hide("e8", 1).simulation.client_shows == "Nobody answers."


def test_a_symptom_that_would_only_name_the_part_cannot_be_hidden(atlas: Atlas) -> None:
    known = KnownSimulator({"stop agent": Health({"agent": Trouble.STOPPED})}, "The agent is gone.")
    with pytest.raises(VmexplorerError, match=r"no single fault in ESXi 8\.0 shows in a check"):
        Hiding(atlas, known).hide("e8", 1)


def test_what_tells_of_a_fault_and_where_it_is_asked(atlas: Atlas) -> None:
    assert telling(atlas, "e8", HEALTHY) == ()
    health = Health({"agent": Trouble.HUNG})
    assert [check.id for check in telling(atlas, "e8", health)] == ["question", "log"]
    assert hints_at(atlas, "e8", health)[1:] == (
        "One of them is made here: Shell.",
        "It asks: What does the agent log?",
    )
    assert (
        hints_at(atlas, "e8", Health({"L2": Trouble.CUT}))[0] == "One check differs from those of a host that is well."
    )
    assert hints_at(atlas, "e8", HEALTHY) == ()


@pytest.mark.parametrize("era", shipped_atlas().era_ids)
def test_the_shipped_pack_hides_many_faults_in_every_era(era: str) -> None:
    atlas = shipped_atlas()
    hiding = Hiding(atlas, WhatIfSimulator(atlas))
    found = {}
    for seed in range(12):
        hidden = hiding.hide(era, seed)
        found[hidden.fault.written] = hidden
        assert hidden.fault in hidden.right
        assert not re.search("points to|What it carried", hidden.simulation.client_shows)
        assert hints_at(atlas, era, hidden.simulation.health)
    assert len(found) >= 6
