"""``dcui`` presses keys and prints the screen."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest

from tests.cli.conftest import Outcome
from tests.helpers.console import ERAS, fresh, log_in
from tests.helpers.packs import TINY_PACK

Run = Callable[..., Outcome]


def test_without_keys_it_is_the_welcome_screen(run: Run) -> None:
    code, out, error = run("dcui", "--era", "e8")
    assert (code, error) == (0, "")
    lines = out.splitlines()
    assert len(lines) == 25
    assert lines[3].strip() == "VMware ESXi 8.0.0"
    assert lines[24].startswith(" <F2> Customize System/View Logs")


def test_the_newest_era_is_meant_when_none_is_given(run: Run) -> None:
    assert "VMware ESX 9.0.0" in run("dcui").out


def test_keys_lead_to_a_screen(run: Run) -> None:
    out = run("dcui", "--keys", 'F2 "VMware1!" Enter Down x7 Enter', "--era", "8.0").out
    assert len(out.splitlines()) == 25
    assert out.startswith(" Troubleshooting Options")
    assert "Enable SSH" in out


def test_json_holds_the_screen_and_what_was_done(run: Run) -> None:
    out = run("dcui", "--keys", 'F2 "VMware1!" Enter Down x7 Enter Down Enter', "--era", "e8", "--json").out
    record = json.loads(out)
    assert list(record) == ["era", "title", "keys", "screen", "effects"]
    assert (record["era"], record["title"], len(record["screen"])) == ("e8", "Troubleshooting Options", 25)
    assert record["keys"][:3] == ["F2", "V", "M"]
    assert record["effects"] == [{"effect": "ServiceSwitched", "component": "ssh", "on": True}]


@pytest.mark.parametrize("option", ["--stop", "--hang"])
def test_a_component_can_be_out_of_order(run: Run, option: str) -> None:
    out = run("dcui", option, "hostd", "--keys", f"{log_in()} Enter", "--era", "e8").out
    assert "This does not work now: hostd" in out


def test_a_link_can_be_cut(run: Run) -> None:
    out = run("dcui", "--cut", "L26", "--keys", f"{log_in()} Down x4 Enter Enter", "--era", "e8").out
    assert out.count("Failed") == 4


def test_the_help_tells_the_log_in(run: Run) -> None:
    out = " ".join(run("dcui", "--help").out.split())
    for era in ERAS:
        password = fresh(era).book.product.password
        assert f"password {password}" in out if password else "password is empty" in out


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (["--keys", "F2 Entre"], "there is no key 'Entre'; the nearest is 'Enter'"),
        (["--keys", 'F2 "VM'], "the text that begins with '\"VM' has no quote at its end"),
        (["--era", "e88"], "there is no era 'e88'; the nearest is 'e8'"),
        (["--stop", "hostdd"], "there is no component 'hostdd'; the nearest is 'hostd'"),
        (["--cut", "L260"], "there is no link 'L260'; the nearest is 'L60'"),
        (["--kyes", "F2"], "there is no option '--kyes' for 'vmexplorer dcui'; did you mean --keys?"),
    ],
)
def test_a_mistake_gives_one_line(run: Run, words: list[str], expected: str) -> None:
    assert run("dcui", *words) == (2, "", f"vmexplorer: {expected}\n")


def test_a_pack_without_a_console_is_named(run: Run) -> None:
    code, out, error = run("dcui", "--pack", TINY_PACK)
    assert (code, out) == (1, "")
    assert error.endswith("has no direct console; it needs the file console.yaml\n")
