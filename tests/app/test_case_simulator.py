"""The what-if lab as the simulator of the cases."""

from __future__ import annotations

import pytest

from tests.helpers.shipped import shipped_atlas
from vmexplorer.app.case_simulator import WhatIfSimulator
from vmexplorer.atlas.fault_words import Trouble
from vmexplorer.errors import UnknownNameError
from vmexplorer.lessons.breaking import FaultKind, HiddenFault
from vmexplorer.lessons.health import HEALTHY


@pytest.fixture
def simulator() -> WhatIfSimulator:
    return WhatIfSimulator(shipped_atlas())


def test_a_stopped_agent_and_what_suffers_from_it(simulator: WhatIfSimulator) -> None:
    simulation = simulator.simulate("e8", ["stop vpxa"])
    assert simulation.health.states["vpxa"] is Trouble.STOPPED
    assert "hostd" not in simulation.health.states
    assert simulation.hit == ("vpxa",)
    assert "vpxa" in simulation.notes
    assert "Not Responding" in simulation.client_shows
    assert any("vpxa" in command for command in simulation.repair)
    assert simulation.flow in shipped_atlas().flows


def test_a_cut_link_is_hit_itself(simulator: WhatIfSimulator) -> None:
    simulation = simulator.simulate("e8", ["cut L41"])
    assert simulation.hit == ("L41",)
    assert simulation.health.states["L41"] is Trouble.CUT


def test_a_special_condition_is_in_force(simulator: WhatIfSimulator) -> None:
    assert simulator.health("e7", ["condition clock-drift"]).conditions == {"clock-drift"}


def test_health_alone_is_that_of_the_simulation(simulator: WhatIfSimulator) -> None:
    for fault in ("stop hostd", "hang hostd", "cut L10", "condition storage-paths-dead", "block UDP 902"):
        assert simulator.health("e8", [fault]) == simulator.simulate("e8", [fault]).health
    assert simulator.health("e8", []) == HEALTHY


def test_a_fault_that_cannot_be_is_refused(simulator: WhatIfSimulator) -> None:
    with pytest.raises(UnknownNameError):
        simulator.simulate("e8", ["stop vpxx"])


def test_single_faults_are_of_the_era_and_of_what_runs(simulator: WhatIfSimulator) -> None:
    faults = simulator.single_faults("e8")
    assert HiddenFault("vpxa", FaultKind.STOPPED, "stop vpxa") in faults
    assert HiddenFault("L10", FaultKind.CUT, "cut L10") in faults
    assert HiddenFault("ntpd", FaultKind.SPECIAL, "condition clock-drift") in faults
    parts = {fault.part for fault in faults}
    assert not parts & {"vpxuser", "vim-api", "vsphere-client", "ha-aam"}
    assert len(set(faults)) == len(faults)
