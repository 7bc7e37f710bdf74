"""What the console lights on the map."""

from __future__ import annotations

import pytest

from tests.helpers.console import ERAS, among, fresh, inside, log_in, to, typed
from vmexplorer.atlas.console import Behaviour
from vmexplorer.labs.dcui.machine import advance
from vmexplorer.labs.dcui.overlay import overlay
from vmexplorer.labs.dcui.state import ConsoleState
from vmexplorer.labs.dcui.surroundings import Surroundings
from vmexplorer.stage.overlay import Role

AGENTS = (Behaviour.TROUBLESHOOTING_MENU, Behaviour.RESTART_AGENTS)


def roles(state: ConsoleState) -> dict[str, Role]:
    return {part: mark.role for part, mark in overlay(state).components.items()}


@pytest.mark.parametrize(
    ("row", "parts"),
    [
        (Behaviour.PASSWORD, {"dcui", "hostd", "vobd", "auto-backup", "boot-bank"}),
        (Behaviour.NETWORK_MENU, {"dcui", "vmk-network-stack", "vmkernel"}),
        (Behaviour.TEST_NETWORK, {"dcui", "vmk-network-stack", "vmkernel"}),
        (Behaviour.LOGS_MENU, {"dcui", "vmkernel", "hostd", "vpxa", "vobd", "vmsyslogd"}),
        (Behaviour.RESET, {"dcui", "vmkernel", "boot-bank", "virtual-machine"}),
    ],
)
def test_the_chosen_row_lights_what_it_works_on(row: Behaviour, parts: set[str]) -> None:
    rows = [one.item.does for one in inside().book.menus[inside().top.menu]]  # type: ignore[union-attr]
    lit = roles(typed(inside(), "Down " * rows.index(row)).state)
    assert set(lit) == parts
    assert set(lit.values()) == {Role.FOCUS}


def test_each_log_lights_its_writer() -> None:
    state = to(inside(), Behaviour.LOGS_MENU)
    assert [set(roles(typed(state, str(digit)).state)) - {"dcui"} for digit in (2, 4, 5, 6)] == [
        {"vmkernel"},
        {"hostd"},
        {"vpxa"},
        {"vobd"},
    ]


def test_parts_that_an_era_lacks_stay_dark() -> None:
    assert set(roles(typed(inside("e3"), "").state)) == {"dcui", "hostd", "auto-backup", "boot-bank"}


class TestRestartOfAgents:
    def story(self) -> list[dict[str, str]]:
        """The badges after each stage."""
        state = typed(to(inside(), *AGENTS), "F11").state
        story = []
        while state.stack and type(state.top).__name__ == "ProgressFrame":
            story.append({part: mark.badge for part, mark in overlay(state).components.items()})
            state = advance(state).state
        return story

    def test_hostd_and_vpxa_go_and_come(self) -> None:
        for part in ("hostd", "vpxa"):
            badges = [moment.get(part, "") for moment in self.story()]
            assert list(dict.fromkeys(badges)) == ["", "stops", "stopped", "starts", "runs again"]

    def test_vpxa_goes_first_and_comes_last(self) -> None:
        story = self.story()
        when = {
            (part, badge): next(place for place, moment in enumerate(story) if moment.get(part) == badge)
            for part in ("hostd", "vpxa")
            for badge in ("stops", "starts")
        }
        assert when["vpxa", "stops"] < when["hostd", "stops"] < when["hostd", "starts"] < when["vpxa", "starts"]

    def test_machines_run_on_all_the_time(self) -> None:
        assert {moment["virtual-machine"] for moment in self.story()} == {"runs on"}
        done = typed(to(inside(), *AGENTS), "F11 Wait").state
        assert roles(done)["virtual-machine"] is Role.GOOD
        assert roles(done)["hostd"] is Role.GOOD


def test_a_row_that_fails_blames_the_part() -> None:
    dead = typed(among(fresh(), Surroundings(hung=frozenset({"hostd"}))), log_in()).state
    assert roles(to(dead, Behaviour.PASSWORD))["hostd"] is Role.FAULT


def test_a_failed_test_blames_the_network() -> None:
    cut = typed(among(fresh(), Surroundings(cut=frozenset({"L26"}))), log_in()).state
    assert roles(typed(to(cut, Behaviour.TEST_NETWORK), "Enter").state)["vmk-network-stack"] is Role.FAULT


def test_a_disabled_network_stays_marked() -> None:
    state = typed(to(inside("e5"), Behaviour.DISABLE_NETWORK), "F11 Enter Esc").state
    assert roles(state)["vmk-network-stack"] is Role.AFFECTED


def test_lockdown_shuts_direct_clients_out() -> None:
    state = typed(to(inside(), Behaviour.LOCKDOWN), "Space Enter").state
    lit = roles(state)
    assert (lit["host-client"], lit["ssh"], lit["vpxuser"]) == (Role.AFFECTED, Role.AFFECTED, Role.GOOD)
    assert "vi-client" not in lit


@pytest.mark.parametrize("era", ERAS)
def test_a_host_that_is_off_stops_its_machines(era: str) -> None:
    off = typed(fresh(era), f"{log_in(era).replace('F2', 'F12')} F2 Wait").state
    assert roles(off)["virtual-machine"] is Role.FAULT
