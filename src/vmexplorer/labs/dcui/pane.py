"""What stands to the right of a menu: how things are set now."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from vmexplorer.atlas.console import Behaviour
from vmexplorer.labs.dcui.configuration import Addressing
from vmexplorer.labs.dcui.menus import Choice
from vmexplorer.labs.dcui.network import full_name, network_of
from vmexplorer.labs.dcui.state import ConsoleState


def pane_lines(state: ConsoleState, choice: Choice) -> tuple[str, ...]:
    """The values that a row shows; none when it has none."""
    if choice.item is None:
        return (state.book.log(choice.log).form.file,)
    values = _VALUES.get(choice.item.item.does)
    return values(state) if values else ()


def _network(state: ConsoleState) -> tuple[str, ...]:
    if not state.host.network_on:
        return ("Management Network:", "  disabled")
    lease, settings = network_of(state, state.settings), state.settings
    lines = ["Hostname:", f"  {full_name(state, settings)}", "", "IPv4 Address:", f"  {lease.address}"]
    if lease.gateway:
        lines += ["Default Gateway:", f"  {lease.gateway}"]
    if settings.ipv6 is Addressing.STATIC:
        lines += ["IPv6 Address:", f"  {settings.address6}"]
    return tuple(lines)


def _password(state: ConsoleState) -> tuple[str, ...]:
    return ("Set",) if state.host.password else ("Not set",)


def _lockdown(state: ConsoleState) -> tuple[str, ...]:
    if not state.host.managed:
        return ("The host belongs to no vCenter.",)
    return (_state_of(state.host.lockdown),)


def _adapters(state: ConsoleState) -> tuple[str, ...]:
    links = {adapter.name: adapter.connected for adapter in state.book.host.adapters}
    rows = [f"{name}  {'Connected' if links[name] else 'Disconnected'}" for name in state.settings.adapters]
    return tuple(rows) or ("none",)


def _vlan(state: ConsoleState) -> tuple[str, ...]:
    return (str(state.settings.vlan) if state.settings.vlan else "Not set",)


def _ipv4(state: ConsoleState) -> tuple[str, ...]:
    lease = network_of(state, state.settings)
    source = "Manual" if state.settings.ipv4 is Addressing.STATIC else "Automatic (DHCP)"
    gateway = lease.gateway or "none"
    return (
        source,
        "",
        f"IPv4 Address:    {lease.address}",
        f"Subnet Mask:     {lease.mask}",
        f"Default Gateway: {gateway}",
    )


def _ipv6(state: ConsoleState) -> tuple[str, ...]:
    if state.settings.ipv6 is Addressing.STATIC:
        return ("Manual", "", state.settings.address6, state.settings.gateway6)
    return ("Disabled",) if state.settings.ipv6 is Addressing.OFF else ("Automatic",)


def _dns(state: ConsoleState) -> tuple[str, ...]:
    source = "Automatic" if state.settings.automatic_names else "Manual"
    servers = network_of(state, state.settings).name_servers or ("none",)
    return (source, "", "DNS Servers:", *[f"  {server}" for server in servers], "Hostname:", f"  {state.settings.name}")


def _suffixes(state: ConsoleState) -> tuple[str, ...]:
    return state.settings.suffixes or ("none",)


def _keyboard(state: ConsoleState) -> tuple[str, ...]:
    return (state.host.keyboard,)


def _services(state: ConsoleState) -> tuple[str, ...]:
    return (f"{_shell_name(state)}: {_state_of(state.host.shell_on)}", f"SSH: {_state_of(state.host.ssh_on)}")


def _shell(state: ConsoleState) -> tuple[str, ...]:
    return (f"{_shell_name(state)} is {_state_of(state.host.shell_on).lower()}",)


def _ssh(state: ConsoleState) -> tuple[str, ...]:
    return (f"SSH is {_state_of(state.host.ssh_on).lower()}",)


def _time_outs(state: ConsoleState) -> tuple[str, ...]:
    return (f"Availability: {_minutes(state.host.availability)}", f"Idle: {_minutes(state.host.idle)}")


def _switch(state: ConsoleState) -> tuple[str, ...]:
    return ("Management stands on a", f"{state.host.switch} switch.")


def _support(state: ConsoleState) -> tuple[str, ...]:
    return ("Serial Number:", f"  {state.book.host.serial}", "Licence:", f"  {state.book.host.licence}")


def _shell_name(state: ConsoleState) -> str:
    return state.book.row(Behaviour.SHELL).name.removeprefix("Enable ")


def _state_of(on: bool) -> str:
    return "Enabled" if on else "Disabled"


def _minutes(number: int) -> str:
    return f"{number} minutes" if number else "none"


_VALUES: Mapping[Behaviour, Callable[[ConsoleState], tuple[str, ...]]] = {
    Behaviour.PASSWORD: _password,
    Behaviour.LOCKDOWN: _lockdown,
    Behaviour.NETWORK_MENU: _network,
    Behaviour.RESTART_NETWORK: _network,
    Behaviour.TEST_NETWORK: _network,
    Behaviour.DISABLE_NETWORK: _network,
    Behaviour.ADAPTERS: _adapters,
    Behaviour.VLAN: _vlan,
    Behaviour.IPV4: _ipv4,
    Behaviour.IPV6: _ipv6,
    Behaviour.DNS: _dns,
    Behaviour.SUFFIXES: _suffixes,
    Behaviour.KEYBOARD: _keyboard,
    Behaviour.TROUBLESHOOTING_MENU: _services,
    Behaviour.SHELL: _shell,
    Behaviour.SSH: _ssh,
    Behaviour.TIME_OUTS: _time_outs,
    Behaviour.RESTORE_STANDARD_SWITCH: _switch,
    Behaviour.RESTORE_DISTRIBUTED_SWITCH: _switch,
    Behaviour.SUPPORT: _support,
}
