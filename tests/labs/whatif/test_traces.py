"""Lines in logs: in the form of their era, at their second, and only while somebody writes them."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from vmexplorer.labs.whatif.outcome import Outcome

Simulate = Callable[..., Outcome]


@pytest.mark.parametrize(
    ("era", "file", "line"),
    [
        (
            "e4",
            "/var/log/messages",
            "May  4 09:12:05 watchdog-hostd: 'hostd ++min=0,swap,group=hostd /etc/vmware/hostd/config.xml'"
            " exited after 864211 seconds 139",
        ),
        (
            "e6",
            "/var/log/syslog.log",
            "2018-03-02T08:16:05Z watchdog-hostd: 'hostd ++min=0,swap,group=hostd /etc/vmware/hostd/config.xml'"
            " exited after 864211 seconds 139",
        ),
        (
            "e8",
            "/var/log/syslog.log",
            "2026-03-02T08:16:05.114Z Wa(12) watchdog-hostd[2099480]:"
            " 'hostd ++min=0,swap,group=hostd /etc/vmware/hostd/config.xml' exited after 864211 seconds 139",
        ),
    ],
)
def test_line_has_the_file_the_form_and_the_time_of_its_era(
    simulated: Simulate, era: str, file: str, line: str
) -> None:
    found = simulated("kill hostd @ 5", era=era).logs[0]
    assert (found.at, found.file, found.line) == (5.0, file, line)


@pytest.mark.parametrize(
    ("era", "begin"),
    [
        ("e3", "[2008-03-03 10:21:00.400 03120 warning 'App'] "),
        ("e5", "2013-06-10T09:03:00.310Z [07244 warning 'Default'] "),
        ("e7", "2022-03-02T08:17:00.114Z warning vpxd[07433] [Originator@6876 sub=InvtHostCnx] "),
    ],
)
def test_vcenter_writes_in_its_own_form(simulated: Simulate, era: str, begin: str) -> None:
    lines = [line.line for line in simulated("stop vpxa", era=era).logs]
    assert f"{begin}[vim.HostSystem:host-24,esx01.lab.example] connection state changed to NO_RESPONSE" in lines


def test_lines_are_those_up_to_the_moment(simulated: Simulate) -> None:
    seconds = [[line.at for line in simulated("kill hostd @ 5", at=at).logs] for at in (4.9, 5, 6.9, 7)]
    assert [len(found) for found in seconds] == [0, 1, 1, 2]


def test_without_the_syslog_daemon_the_host_writes_nothing(simulated: Simulate) -> None:
    def files(*faults: str) -> set[str]:
        return {line.file for line in simulated(*faults).logs if not line.line.startswith("(")}

    assert "/var/log/vmkwarning.log" in files("hang hostd")
    assert "/var/log/vmkwarning.log" not in files("hang hostd", "stop vmsyslogd")
    assert "/var/log/vmware/vpxd/vpxd.log" in files("hang hostd", "stop vmsyslogd")
    assert not any("vpxd" in file for file in files("stop vpxa", "stop vpxd"))


def test_where_no_line_is_known_the_lack_of_one_is_told_in_parentheses(simulated: Simulate) -> None:
    assert [line.line for line in simulated("stop vobd", era="e4").logs] == ["(no further line of vobd)"]
    assert [line.line for line in simulated("restart bmc").logs] == ["(a gap of 90 s, then the lines of a new start)"]
    assert [line.line for line in simulated("cut L07").logs] == ["(no line tells of it: cut L07)"]


def test_settled_is_when_the_last_line_is_written(simulated: Simulate) -> None:
    outcome = simulated("cut L47")
    assert (outcome.settled, outcome.logs[-1].at) == (64.0, 64.0)
    assert "  0    0.000" in outcome.logs[-1].line
