"""The management network: entering, applying, testing and restoring it."""

from __future__ import annotations

import pytest

from tests.helpers.console import among, flat, fresh, inside, log_in, row_of, text, to, typed
from vmexplorer.atlas.console import Behaviour, Menu
from vmexplorer.labs.dcui.configuration import Addressing, Switch
from vmexplorer.labs.dcui.effects import (
    FlowWanted,
    NetworkRestarted,
    NetworkSwitched,
    SwitchRestored,
)
from vmexplorer.labs.dcui.frames import MenuFrame, MessageFrame, ProgressFrame, QuestionFrame
from vmexplorer.labs.dcui.state import ConsoleState
from vmexplorer.labs.dcui.surroundings import Surroundings

MENU = Behaviour.NETWORK_MENU


def entered(row: Behaviour, keys: str, era: str = "e8") -> ConsoleState:
    """The network menu after something was entered in one of its forms."""
    return typed(to(inside(era), MENU, row), f"{keys} Enter").state


def cleared(room: int = 45) -> str:
    return f"Backspace x{room}"


class TestEntering:
    def test_nothing_changes_before_it_is_applied(self) -> None:
        state = entered(Behaviour.VLAN, '"20"')
        assert state.pending is not None
        assert state.pending.vlan == 20
        assert state.host == inside().host

    def test_leaving_without_a_change_asks_nothing(self) -> None:
        state = entered(Behaviour.VLAN, "")
        assert len(typed(state, "Esc").state.stack) == 1

    @pytest.mark.parametrize("key", ["Esc", "n", "N"])
    def test_changes_can_be_forgotten(self, key: str) -> None:
        asked = typed(entered(Behaviour.VLAN, '"20"'), "Esc").state
        assert isinstance(asked.top, QuestionFrame)
        state, effects = typed(asked, key)
        assert (state.pending, effects, state.host) == (None, (), inside().host)
        assert isinstance(state.top, MenuFrame)

    @pytest.mark.parametrize(
        ("row", "keys", "error"),
        [
            (Behaviour.VLAN, '"4096"', "must be a number from 0 to 4095"),
            (Behaviour.VLAN, '"x"', "must be a number from 0 to 4095"),
            (Behaviour.IPV4, f'Down x2 {cleared()} "192.0.2.300"', "192.0.2.300 is not an IPv4 address"),
            (Behaviour.IPV4, f"Down x2 {cleared()}", "IP address is missing"),
            (Behaviour.IPV4, f'Down x2 {cleared()} "127.0.0.1"', "cannot be the address of a machine"),
            (Behaviour.IPV4, f'Down x2 {cleared()} "192.0.2.255"', "the address of a whole subnet"),
            (Behaviour.IPV4, f'Down x3 {cleared()} "255.0.255.0"', "255.0.255.0 is not a mask"),
            (Behaviour.IPV4, f'Down x3 {cleared()} "24"', "24 is not a mask"),
            (Behaviour.IPV4, f'Down x4 {cleared()} "198.51.100.1"', "does not lie in the subnet 192.0.2.0/24"),
            (Behaviour.IPV4, f'Down x4 {cleared()} "192.0.2.21"', "cannot have the same address"),
            (Behaviour.IPV6, 'Down x2 Space Down "fe80"', "fe80 is not an IPv6 address with its length"),
            (Behaviour.IPV6, 'Down x2 Space Down "2001:db8::5/64" Down "x"', "x is not an IPv6 address such as"),
            (Behaviour.DNS, f'Down x2 {cleared()} "1.2"', "1.2 is not an IPv4 address"),
            (Behaviour.DNS, f"Down x2 {cleared()}", "DNS server is missing"),
            (Behaviour.DNS, f'Down x4 {cleared()} "my host"', "my host is not a host name"),
            (Behaviour.DNS, f"Down x4 {cleared()}", "The host name is missing"),
            (Behaviour.DNS, "Space", "only with a dynamic address"),
            (Behaviour.SUFFIXES, f'{cleared()} "lab.example -bad"', "-bad is not a DNS suffix"),
        ],
    )
    def test_what_makes_no_sense_is_refused(self, row: Behaviour, keys: str, error: str) -> None:
        state = entered(row, keys)
        assert error in flat(state)
        assert state.pending is None

    def test_all_forms_collect(self) -> None:
        state = entered(Behaviour.ADAPTERS, "Space")
        state = typed(to_row(state, Behaviour.IPV6), 'Down x2 Space Down "2001:db8:0:2::5/64" Enter').state
        state = typed(to_row(state, Behaviour.DNS), f'Down x3 {cleared()} Down {cleared()} "esx07" Enter').state
        state = typed(to_row(state, Behaviour.SUFFIXES), f'{cleared()} "a.example, b.example" Enter').state
        wanted = state.pending
        assert wanted is not None
        assert wanted.adapters == ("vmnic1",)
        assert (wanted.ipv6, wanted.address6) == (Addressing.STATIC, "2001:db8:0:2::5/64")
        assert (wanted.name_servers, wanted.name) == (("192.0.2.53", ""), "esx07")
        assert wanted.suffixes == ("a.example", "b.example")


def to_row(state: ConsoleState, row: Behaviour) -> ConsoleState:
    """Opens a row of the network menu, which is on top."""
    return typed(state, f"Home {'Down ' * row_of(state, Menu.NETWORK, row)} Enter").state


class TestApplying:
    def applied(self, row: Behaviour, keys: str) -> tuple[ConsoleState, tuple[object, ...]]:
        return typed(entered(row, keys), "Esc y Wait")

    def test_a_good_address_is_in_force(self) -> None:
        state, effects = self.applied(Behaviour.IPV4, f'Down x2 {cleared()} "192.0.2.99"')
        assert state.host.network.address == "192.0.2.99"
        assert effects == (NetworkRestarted("192.0.2.21", "192.0.2.99", reachable=False), FlowWanted("F14"))
        assert state.pending is None
        assert "192.0.2.99" in text(typed(state, "Enter Esc").state)

    def test_settings_that_do_not_work_play_the_branch_for_them(self) -> None:
        state, effects = self.applied(Behaviour.VLAN, '"20"')
        assert effects[-1] == FlowWanted("F14/wrong-address")
        assert isinstance(state.top, MessageFrame)
        assert state.top.wrong
        assert state.top.why == ("the switch delivers frames without a VLAN here and not VLAN 20.",)

    def test_the_network_goes_down_before_it_comes_up(self) -> None:
        state = typed(entered(Behaviour.VLAN, '"20"'), "Esc y").state
        assert isinstance(state.top, ProgressFrame)
        assert [stage.runs for stage in state.top.stages] == [False, True]
        assert state.host.network.vlan == 0

    @pytest.mark.parametrize(
        ("row", "keys", "warning"),
        [
            (Behaviour.VLAN, '"20"', "Nobody will reach the host"),
            (Behaviour.ADAPTERS, "Space Down Space", "no adapter carries the management network"),
            (Behaviour.ADAPTERS, "Space Down Space Down Space", "lead to another network"),
            (Behaviour.ADAPTERS, "Space Down Space Down x2 Space", "a cable with a link"),
            (Behaviour.IPV4, f'Down x2 {cleared()} "192.0.2.99"', "vCenter looks for the old address"),
            (Behaviour.IPV4, f'Down x2 {cleared()} "192.0.2.53"', "The gateway will not answer"),
            (Behaviour.IPV4, f"Down x4 {cleared()}", "Without a gateway"),
            (Behaviour.DNS, f'Down x4 {cleared()} "esx07"', "The name of the host will not be found"),
            (Behaviour.IPV4, "Space", "still give 192.0.2.21"),
            (Behaviour.IPV6, "Space", "only when the host restarts"),
        ],
    )
    def test_what_would_be_lost_is_said_before(self, row: Behaviour, keys: str, warning: str) -> None:
        asked = typed(entered(row, keys), "Esc").state
        assert isinstance(asked.top, QuestionFrame)
        assert any(warning in line for line in asked.top.lines), asked.top.lines

    def test_a_change_that_costs_little_warns_of_nothing_else(self) -> None:
        asked = typed(entered(Behaviour.SUFFIXES, 'End " other.example"'), "Esc").state
        assert isinstance(asked.top, QuestionFrame)
        assert asked.top.lines[2:] == ("Sessions of clients end. Virtual machines keep their networks.",)

    def test_no_lease_is_seen_on_the_welcome_screen(self) -> None:
        state = to_row(entered(Behaviour.IPV4, "Space"), Behaviour.VLAN)
        welcome = typed(state, '"20" Enter Esc y Wait Enter Esc').state
        assert "No DHCP server answered." in text(welcome)
        assert "169.254." in text(welcome)


class TestTesting:
    def results(self, state: ConsoleState) -> list[bool]:
        shown = typed(to(state, Behaviour.TEST_NETWORK), "Enter").state
        assert isinstance(shown.top, MessageFrame)
        return [line.endswith("OK") for line in shown.top.lines]

    def test_all_answer_on_a_good_host(self) -> None:
        assert self.results(inside()) == [True] * 4

    @pytest.mark.parametrize(
        ("surroundings", "results"),
        [
            (Surroundings(stopped=frozenset({"hostd", "vpxa"})), [True] * 4),
            (Surroundings(stopped=frozenset({"vmk-network-stack"})), [False] * 4),
            (Surroundings(hung=frozenset({"vmk-device-drivers"})), [False] * 4),
            (Surroundings(cut=frozenset({"L26"})), [False] * 4),
            (Surroundings(blocked=frozenset({"UDP 53"})), [True, True, True, False]),
        ],
    )
    def test_faults_show(self, surroundings: Surroundings, results: list[bool]) -> None:
        assert self.results(typed(among(fresh(), surroundings), log_in()).state) == results

    def test_wrong_settings_show_with_the_reason(self) -> None:
        state = typed(entered(Behaviour.VLAN, '"20"'), "Esc y Wait Enter").state
        assert self.results(state) == [False] * 4

    @pytest.mark.parametrize(
        ("keys", "line"),
        [
            (f'{cleared()} "192.0.2.77"', "Failed"),
            (f'{cleared()} "198.51.100.7"', "Failed"),
            (f'{cleared()} "192.0.2.10"', "OK"),
            (f'{cleared()} "192.0.2.21"', "OK"),
            (f'{cleared()} "2001:db8:0:2::1"', "OK"),
            (f'{cleared()} "2001:db8::9"', "Failed"),
        ],
    )
    def test_any_address_can_be_tried(self, keys: str, line: str) -> None:
        shown = typed(to(inside(), Behaviour.TEST_NETWORK), f"{keys} Enter").state
        assert isinstance(shown.top, MessageFrame)
        assert shown.top.lines[0].endswith(line)

    @pytest.mark.parametrize(("name", "found"), [("vc01", "OK"), ("vc01.lab.example", "OK"), ("vc02", "Failed")])
    def test_any_name_can_be_looked_up(self, name: str, found: str) -> None:
        shown = typed(to(inside(), Behaviour.TEST_NETWORK), f'End {cleared()} "{name}" Enter').state
        assert isinstance(shown.top, MessageFrame)
        assert shown.top.lines[-1].endswith(found)

    @pytest.mark.parametrize("keys", [f'{cleared()} "1.2.3"', f'End {cleared()} "-"', f'{cleared()} "::zz"'])
    def test_what_is_no_target_is_refused(self, keys: str) -> None:
        state = typed(to(inside(), Behaviour.TEST_NETWORK), f"{keys} Enter").state
        assert "!" in text(state)
        assert not isinstance(state.top, MessageFrame)

    def test_empty_fields_test_nothing(self) -> None:
        keys = " Down ".join([cleared()] * 4)
        shown = typed(to(inside(), Behaviour.TEST_NETWORK), f"{keys} Enter").state
        assert isinstance(shown.top, MessageFrame)
        assert shown.top.lines == ("Nothing to test.",)


class TestSwitching:
    def test_restart_keeps_the_address(self) -> None:
        state, effects = typed(to(inside(), Behaviour.RESTART_NETWORK), "F11 Wait")
        assert effects == (NetworkRestarted("192.0.2.21", "192.0.2.21", reachable=True),)
        assert "was restarted" in text(state)

    @pytest.mark.parametrize("key", ["Enter", "y", "Esc"])
    def test_only_f11_confirms(self, key: str) -> None:
        state, effects = typed(to(inside(), Behaviour.RESTART_NETWORK), f"{key} Wait")
        assert effects == ()
        assert isinstance(state.top, MenuFrame if key == "Esc" else QuestionFrame)

    def test_a_disabled_network_is_enabled_by_the_same_row(self) -> None:
        off, effects = typed(to(inside("e5"), Behaviour.DISABLE_NETWORK), "F11 Enter")
        assert effects == (NetworkSwitched(False),)
        assert "Enable Management Network" in text(off)
        assert "disabled" in text(typed(off, "Esc").state)
        on, effects = typed(off, "Enter")
        assert effects == (NetworkSwitched(True),)
        assert on.host.network_on

    def test_restoring_the_network_asks_dhcp_and_keeps_the_rest(self) -> None:
        state, effects = typed(to(inside(), Behaviour.RESTORE_MENU, Behaviour.RESTORE_NETWORK), "F11")
        assert effects[0] == NetworkRestarted("192.0.2.21", "192.0.2.121", reachable=False)
        assert (state.host.password, state.host.machines) == ("VMware1!", 7)

    def test_the_switch_is_restored_and_put_back(self) -> None:
        menu, row = Behaviour.RESTORE_MENU, Behaviour.RESTORE_STANDARD_SWITCH
        state, effects = typed(to(inside(), menu, row), "F11 Enter")
        assert effects[0] == SwitchRestored(standard=True)
        assert state.host.switch is Switch.STANDARD
        assert "standard switch already" in text(typed(state, "Enter").state)
        back, effects = typed(state, "Enter Enter Down Enter F11")
        assert effects[0] == SwitchRestored(standard=False)
        assert back.host.switch is Switch.DISTRIBUTED

    def test_the_first_version_knows_no_other_switch(self) -> None:
        assert fresh("e3").host.switch is Switch.STANDARD
        assert fresh("e4").host.switch is Switch.DISTRIBUTED
