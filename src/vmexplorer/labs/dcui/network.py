"""The simulated management network: what reaches the host and what it reaches, with the reason when it fails."""

from __future__ import annotations

from collections.abc import Iterator
from ipaddress import IPv4Address, IPv4Interface, IPv6Address, IPv6Interface
from typing import NamedTuple

from vmexplorer.labs.dcui.configuration import Addressing, NetworkSettings
from vmexplorer.labs.dcui.state import ConsoleState

NO_LEASE = "169.254.21.7"
_NO_LEASE_MASK = "255.255.0.0"
_DNS_PORTS = frozenset({"UDP 53", "TCP 53"})


class Lease(NamedTuple):
    """The IPv4 settings in force, however they were found."""

    address: str
    mask: str
    gateway: str
    name_servers: tuple[str, ...]


class Reply(NamedTuple):
    """How a test ended; ``why`` says what our network did, "" when it answered."""

    why: str = ""

    @property
    def good(self) -> bool:
        """Whether there was an answer."""
        return not self.why


def network_of(state: ConsoleState, settings: NetworkSettings | None = None) -> Lease:
    """The addresses that the host has, or would have with other settings."""
    chosen = state.host.network if settings is None else settings
    truth = state.book.network
    servers = () if chosen.automatic_names else tuple([server for server in chosen.name_servers if server])
    if chosen.ipv4 is Addressing.STATIC:
        return Lease(chosen.address, chosen.mask, chosen.gateway, servers)
    if cable(state, chosen).good:
        return Lease(truth.lease, truth.mask, truth.gateway, servers or truth.name_servers)
    return Lease(NO_LEASE, _NO_LEASE_MASK, "", servers)


def cable(state: ConsoleState, settings: NetworkSettings | None = None) -> Reply:
    """Whether frames get from the host onto the management network at all."""
    chosen = state.host.network if settings is None else settings
    return Reply(next(filter(None, _cable_troubles(state, chosen)), ""))


def ping(state: ConsoleState, target: str, settings: NetworkSettings | None = None) -> Reply:
    """Whether an address answers the host."""
    chosen = state.host.network if settings is None else settings
    return Reply(next(filter(None, _ping_troubles(state, target, chosen)), ""))


def resolve(state: ConsoleState, name: str, settings: NetworkSettings | None = None) -> Reply:
    """Whether the name servers know a name; a short one is tried with the host's suffixes."""
    chosen = state.host.network if settings is None else settings
    servers = network_of(state, chosen).name_servers
    if not servers:
        return Reply("the host has no name server")
    if state.surroundings.blocked & _DNS_PORTS:
        return Reply("port 53 is blocked on the way")
    asked = [server for server in servers if server in state.book.network.name_servers]
    heard = [server for server in asked if ping(state, server, chosen).good]
    if not heard:
        return ping(state, servers[0], chosen) if asked else Reply(f"{servers[0]} is no name server")
    return Reply() if known_address(state, name, chosen) else Reply(f"the name servers do not know {name}")


def known_address(state: ConsoleState, name: str, settings: NetworkSettings | None = None) -> str:
    """The address that the name servers give for a name; "" for none."""
    chosen = state.host.network if settings is None else settings
    known = {entry.name: entry.address for entry in state.book.network.names}
    tried = (name, *[f"{name}.{suffix}" for suffix in chosen.suffixes])
    return next((known[one] for one in tried if one in known), "")


def full_name(state: ConsoleState, settings: NetworkSettings | None = None) -> str:
    """The host's name with its first suffix."""
    chosen = state.host.network if settings is None else settings
    suffix = next(iter(chosen.suffixes), "")
    return f"{chosen.name}.{suffix}" if suffix and "." not in chosen.name else chosen.name


def _cable_troubles(state: ConsoleState, chosen: NetworkSettings) -> Iterator[str]:
    """What keeps frames off the network, the first reason first; "" stands for a test that was passed."""
    yield state.surroundings.network_trouble()
    yield "" if state.host.network_on else "the management network is disabled"
    adapters = [adapter for adapter in state.book.host.adapters if adapter.name in chosen.adapters]
    yield "" if adapters else "no adapter carries the management network"
    linked = [adapter for adapter in adapters if adapter.connected]
    yield "" if linked else "no chosen adapter has a cable with a link"
    fits = any(adapter.management for adapter in linked)
    yield "" if fits else "the chosen adapters lead to another network"
    truth = state.book.network.vlan
    if chosen.vlan != truth:
        yield f"the switch delivers {_vlan(truth)} here and not {_vlan(chosen.vlan)}"


def _vlan(number: int) -> str:
    return f"VLAN {number}" if number else "frames without a VLAN"


def _ping_troubles(state: ConsoleState, target: str, chosen: NetworkSettings) -> Iterator[str]:
    """What keeps an answer away, in the same manner."""
    yield cable(state, chosen).why
    if ":" in target:
        yield _ping6_trouble(state, target, chosen)
        return
    own = network_of(state, chosen)
    yield _misfit(state, own)
    if target == own.address:
        return
    if IPv4Address(target) not in IPv4Interface(f"{own.address}/{own.mask}").network:
        yield "" if own.gateway else f"{target} lies outside the subnet and there is no gateway"
        is_router = own.gateway == state.book.network.gateway
        yield "" if is_router else f"{target} lies outside the subnet and {own.gateway} is no router"
    yield _silence(state, target)


def _misfit(state: ConsoleState, own: Lease) -> str:
    """Why the host's own address does not work on this network."""
    truth = state.book.network
    here = IPv4Interface(f"{truth.gateway}/{truth.mask}").network
    if IPv4Address(own.address) not in here:
        return f"{own.address} is no address of this network, {here}"
    if own.address in {truth.gateway, truth.vcenter, *truth.name_servers}:
        return f"another machine has the address {own.address} too, so answers go astray"
    return ""


def _silence(state: ConsoleState, target: str) -> str:
    """Why nobody answers at an address that is reached."""
    truth = state.book.network
    known = {truth.gateway, truth.vcenter, *truth.name_servers, *[entry.address for entry in truth.names]}
    vcenter_gone = target == truth.vcenter and "vpxd" in state.surroundings.unreachable
    return f"nobody answers at {target}" if target not in known or vcenter_gone else ""


def _ping6_trouble(state: ConsoleState, target: str, chosen: NetworkSettings) -> str:
    if chosen.ipv6 is Addressing.OFF:
        return "IPv6 is off"
    truth = IPv6Interface(state.book.network.address6).network
    if chosen.ipv6 is Addressing.STATIC and IPv6Interface(chosen.address6).ip not in truth:
        return f"{chosen.address6} is no address of this network, {truth}"
    known = IPv6Address(state.book.network.gateway6)
    return "" if IPv6Address(target) == known else f"nobody answers at {target}"
