"""``whatif`` tells what follows when parts of a host fail."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest

from tests.cli.conftest import Outcome
from tests.helpers.packs import TINY_PACK
from tests.helpers.shipped import shipped_atlas

Run = Callable[..., Outcome]


@pytest.fixture
def answered(run: Run) -> Callable[..., dict[str, Any]]:
    """The answer as JSON."""

    def ask(*words: str) -> dict[str, Any]:
        code, out, error = run("whatif", *words, "--json")
        assert (code, error) == (0, "")
        found: dict[str, Any] = json.loads(out)
        return found

    return ask


def test_answer_as_json_has_exactly_what_is_promised(answered: Callable[..., dict[str, Any]]) -> None:
    found = answered("--stop", "vpxa", "--stop", "ntpd", "--at", "70", "--era", "e8")
    assert list(found) == [
        "era",
        "at",
        "faults",
        "components",
        "links",
        "flows",
        "vms",
        "client_shows",
        "logs",
        "repair",
        "recovers_alone",
    ]
    assert (found["era"], found["at"], found["faults"]) == ("e8", 70.0, ["stop vpxa", "stop ntpd"])
    atlas = shipped_atlas()
    assert set(found["components"]) == {id for id in atlas.components if atlas.exists(id, "e8")}
    assert set(found["links"]) == {id for id in atlas.links if atlas.exists(id, "e8")}
    assert set(found["flows"]) == {id for id in atlas.flows if atlas.exists(id, "e8")}
    assert found["components"]["hostd"] == {"state": "ok", "because": [], "note": ""}
    assert found["components"]["vpxa"]["state"] == "stopped"
    assert found["components"]["vpxd"]["because"] == ["vpxa", "L10", "vpxd"]
    assert found["links"]["L10"] == {"state": "down", "because": ["vpxa", "L10"]}
    assert found["links"]["L66"] == {"state": "ok", "because": []}
    assert found["flows"]["F01"] == {"fails_at": 4, "because": ["vpxa"]}
    assert found["flows"]["F07"] == {"fails_at": None, "because": []}
    assert found["vms"] == {"running": True, "because": []}
    assert "Not Responding" in found["client_shows"]
    assert all(set(line) == {"file", "line"} for line in found["logs"])
    assert found["repair"] == ["/etc/init.d/vpxa restart", "/etc/init.d/ntpd restart"]
    assert found["recovers_alone"] == {}


def test_every_kind_of_fault_is_an_option_and_may_repeat(answered: Callable[..., dict[str, Any]]) -> None:
    words = ["--stop", "NTP", "--hang", "hostd @ 30", "--kill", "vobd", "--restart", "ssh", "--stop", "HA agent"]
    words += ["--cut", "l53", "--block", "udp/902", "--drop", "F01/6", "--condition", "config-not-saved"]
    assert answered(*words, "--era", "4.1")["faults"] == [
        "stop ntpd",
        "hang hostd @ 30",
        "kill vobd",
        "restart ssh",
        "stop ha-aam",
        "cut L53",
        "block UDP 902",
        "drop F01/6",
        "condition config-not-saved",
    ]


def test_without_a_moment_it_answers_when_all_has_settled(answered: Callable[..., dict[str, Any]]) -> None:
    stopped = answered("--stop", "vpxa")
    assert (stopped["era"], stopped["at"]) == ("e9", 60.0)
    assert "Not Responding" in stopped["client_shows"]
    killed = answered("--kill", "hostd")
    assert killed["components"]["hostd"]["state"] == "ok"
    assert killed["recovers_alone"]["hostd"] == killed["at"] == 32.0


def test_vms_run_on_without_hostd_and_end_with_the_kernel(answered: Callable[..., dict[str, Any]]) -> None:
    assert answered("--stop", "hostd", "--stop", "vpxa", "--stop", "vpxd")["vms"] == {"running": True, "because": []}
    dead = answered("--stop", "vmkernel")
    assert dead["vms"] == {"running": False, "because": ["vmkernel", "virtual-machine"]}
    assert dead["components"]["hostd"] == {
        "state": "stopped",
        "because": ["vmkernel", "hostd"],
        "note": "Every agent is a process of this kernel and ends with it.",
    }


def test_answer_for_people_begins_with_what_they_see(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "100")
    code, out, error = run("whatif", "--stop", "vpxa", "--era", "e8")
    assert (code, error) == (0, "")
    lines = out.splitlines()
    assert lines[0] == "stop vpxa in ESXi 8.0, at second 60, when everything has settled"
    assert [line for line in lines if line and line[0].isupper()] == [
        "What the client of vCenter shows",
        "What happens",
        "Components",
        "Links",
        "Flows that fail",
        "What keeps working",
        "What the logs say",
        "What repairs it",
    ]
    assert "  - All virtual machines keep running." in lines
    assert "  - F01 Power on a VM via vCenter: step 4. vpxa does not run. (vpxa)" in lines
    assert max(len(line) for line in lines) <= 100
    assert "what recovers by itself" in run("whatif", "--kill", "hostd", "--era", "e8").out.casefold()


def test_moment_is_told_against_the_course(run: Run) -> None:
    assert "at second 10, while it goes on" in run("whatif", "--stop", "vpxa", "--at", "10").out
    assert "at second 100, after everything has settled" in run("whatif", "--stop", "vpxa", "--at", "100").out


@pytest.mark.parametrize(
    ("words", "code", "expected"),
    [
        ([], 2, "'vmexplorer whatif' needs something that goes wrong, such as --stop vpxa"),
        (["--at", "3"], 2, "'vmexplorer whatif' needs something that goes wrong"),
        (["--stop", "vpxx"], 2, "there is no component 'vpxx'; the nearest is 'vpxd'"),
        (["--stop", "envoy", "--era", "e5"], 1, "Envoy does not exist in ESXi 5.0, 5.1 and 5.5; it is there from"),
        (["--cut", "L99"], 2, "there is no link 'L99'; the nearest is 'L69'"),
        (["--block", "444"], 2, "no link uses port 444 in ESX 9.0; the nearest used port is TCP 443"),
        (["--block", "8307"], 1, "ask for 'loopback 8307'"),
        (["--drop", "F01"], 2, "'F01' is no step of a flow; write a flow and the number of a step, such as F01/6"),
        (["--drop", "F01/99", "--era", "e8"], 1, "F01 has 16 steps in ESXi 8.0, so there is no step 99"),
        (["--condition", "clok-drift"], 2, "there is no condition 'clok-drift'; the nearest is 'clock-drift'"),
        (["--condition", "zzz"], 2, "there is no condition 'zzz'; 'vmexplorer show conditions' lists them"),
        (["--stop", "vpxa", "--at", "soon"], 2, "'soon' is no moment in seconds"),
        (["--stop", "vpxa @ soon"], 2, "'soon' is no second at which a fault can begin"),
        (["--stop", ""], 2, "'stop' needs a component, such as vpxa"),
        (["--stopp", "vpxa"], 2, "there is no option '--stopp' for 'vmexplorer whatif'; did you mean --stop?"),
        (["--stop", "vpxa", "--era", "e55"], 2, "there is no era 'e55'; the nearest is 'e5'"),
    ],
)
def test_wrong_words_give_one_line(run: Run, words: list[str], code: int, expected: str) -> None:
    found = run("whatif", *words)
    assert (found.code, found.out) == (code, "")
    assert found.error.startswith("vmexplorer: ")
    assert expected in found.error
    assert found.error.count("\n") == 1


def test_pack_that_knows_nothing_of_faults_still_tells_what_is_hit(run: Run) -> None:
    found = json.loads(run("whatif", "--stop", "agent", "--era", "e5", "--json", "--pack", TINY_PACK).out)
    assert found["components"]["agent"]["because"] == ["agent"]
    assert found["links"]["L1"] == {"state": "down", "because": ["agent", "L1"]}
    assert found["flows"]["F01"]["fails_at"] == 1
    assert found["vms"] == {"running": True, "because": []}


def test_help_says_what_each_fault_means(run: Run) -> None:
    code, out, _ = run("whatif", "--help")
    text = " ".join(out.split())
    assert code == 0
    for words in (
        "stopped through its init script, which ends its watchdog first, so it stays stopped",
        "no watchdog notices, but hostd-probe notices a hung hostd",
        "its watchdog starts it again, if it has one in that era that works",
        "it goes and comes back by itself after its start time",
        "no link of the era that uses the port works",
        "one message is lost under way",
        "Without --at the answer is for the second from which nothing changes any more",
        "logs are objects with file and line",
    ):
        assert words in text


def test_conditions_are_listed(run: Run) -> None:
    listed = json.loads(run("show", "conditions", "--json").out)
    assert [one["id"] for one in listed] == [one.id for one in shipped_atlas().faults.conditions]
    assert listed[2]["eras"] == list(shipped_atlas().era_ids)
    heads = run("show", "conditions").out.splitlines()[0].split()
    assert heads == ["ID", "NAME", "OF", "ERAS", "NOTE"]
