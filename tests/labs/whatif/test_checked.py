"""Targets of faults become ids that exist in an era."""

from __future__ import annotations

import pytest

from tests.helpers.shipped import shipped_atlas
from vmexplorer.errors import UnknownNameError, UsageError, VmexplorerError
from vmexplorer.labs.whatif.checked import checked
from vmexplorer.labs.whatif.fault import parse_fault


@pytest.mark.parametrize(
    ("written", "era", "target"),
    [
        ("stop vpxa", "e3", "vpxa"),
        ("stop Host firewall", "e8", "esx-firewall"),
        ("stop ha AGENT", "e4", "ha-aam"),  # two agents bear this name, one in each age
        ("stop HA agent", "e8", "ha-fdm"),
        ("cut l11", "e8", "L11"),
        ("block udp/902", "e8", "UDP 902"),
        ("block snmp", "e8", "snmp"),
        ("block loopback 8307", "e6", "loopback 8307"),
        ("drop f01/6", "e8", "F01/6"),
        ("drop F04/Locked/3", "8.0 U1", "F04/locked/3"),
        ("condition CLOCK-DRIFT", "e8", "clock-drift"),
        ("condition udp 902 is lost on the way", "e5", "udp-902-lost"),
    ],
)
def test_names_become_ids(written: str, era: str, target: str) -> None:
    fault = checked(shipped_atlas(), era, parse_fault(f"{written} @ 5"))
    assert (fault.target, fault.at) == (target, 5.0)


@pytest.mark.parametrize(
    ("written", "era", "error", "expected"),
    [
        ("stop vpxx", "e8", UnknownNameError, "there is no component 'vpxx'; the nearest is 'vpxd'"),
        (
            "stop envoy",
            "e5",
            VmexplorerError,
            "Envoy does not exist in ESXi 5.0, 5.1 and 5.5; it is there from ESXi 8.0 to",
        ),
        ("cut L99", "e8", UnknownNameError, "there is no link 'L99'; the nearest is 'L69'"),
        ("cut L13", "e9", VmexplorerError, "the link L13 does not exist in ESX 9.0"),
        ("block 444", "e8", UnknownNameError, "no link uses port 444 in ESXi 8.0; the nearest used port is TCP 443"),
        ("block 8307", "e8", VmexplorerError, "ask for 'loopback 8307'"),
        ("drop F01", "e8", UsageError, "'F01' is no step of a flow; write a flow and the number of a step"),
        ("drop F01/x", "e8", UsageError, "'F01/x' is no step of a flow"),
        ("drop F01/17", "e8", VmexplorerError, "F01 has 16 steps in ESXi 8.0, so there is no step 17"),
        ("drop F01/0", "e8", VmexplorerError, "there is no step 0"),
        ("drop F99/1", "e8", UnknownNameError, "there is no flow 'F99'"),
        ("drop F04/lockd/1", "e8", UnknownNameError, "there is no branch 'lockd'; the nearest is 'locked'"),
        ("drop F09/1", "e3", VmexplorerError, "the flow F09 is not offered in ESX"),
        ("condition clok-drift", "e8", UnknownNameError, "no condition 'clok-drift'; the nearest is 'clock-drift'"),
        (
            "condition envoy-connections-full",
            "e7",
            VmexplorerError,
            "'envoy-connections-full' does not exist",
        ),
        ("stop vpxa", "e77", UnknownNameError, "there is no era 'e77'"),
    ],
)
def test_what_is_not_there_is_refused(written: str, era: str, error: type[Exception], expected: str) -> None:
    with pytest.raises(error) as raised:
        checked(shipped_atlas(), era, parse_fault(written))
    assert expected in str(raised.value)
