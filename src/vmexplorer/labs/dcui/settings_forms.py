"""The forms of the network menu: what is entered is collected and changes nothing yet."""

from __future__ import annotations

from dataclasses import replace

from vmexplorer.atlas.console import Behaviour, ConsoleAdapter
from vmexplorer.labs.dcui.configuration import Addressing, NetworkSettings
from vmexplorer.labs.dcui.frames import Field, FieldKind, FormFrame
from vmexplorer.labs.dcui.network import network_of
from vmexplorer.labs.dcui.state import ConsoleState, Outcome
from vmexplorer.labs.dcui.task import refused
from vmexplorer.labs.dcui.validation import (
    MOST_VLANS,
    address_error,
    name_error,
    number_error,
    static6_error,
    static_error,
    suffixes_of,
)

_ON = "x"
_SOURCE = "source"


def open_adapters(state: ConsoleState) -> Outcome:
    """Lists the adapters; Space chooses them."""
    chosen = state.settings.adapters
    fields = [_adapter(adapter, adapter.name in chosen) for adapter in state.book.host.adapters]
    return _form(state, Behaviour.ADAPTERS, *fields)


def submit_adapters(state: ConsoleState, form: FormFrame) -> Outcome:
    """Collects the chosen adapters."""
    chosen = tuple([field.id for field in form.fields if field.value])
    return _collected(state, replace(state.settings, adapters=chosen))


def open_vlan(state: ConsoleState) -> Outcome:
    """Asks for the number of the VLAN."""
    number = state.settings.vlan
    field = Field("vlan", "VLAN ID (optional)", value=str(number) if number else "", room=4)
    return _form(state, Behaviour.VLAN, field, lines=(f"1 to {MOST_VLANS - 1}, or {MOST_VLANS} for all VLANs.",))


def submit_vlan(state: ConsoleState, form: FormFrame) -> Outcome:
    """Collects the number; an empty field is no VLAN."""
    error = number_error(form.value("vlan"), MOST_VLANS, "The VLAN")
    if error:
        return refused(state, form, error)
    return _collected(state, replace(state.settings, vlan=int(form.value("vlan") or 0)))


def open_ipv4(state: ConsoleState) -> Outcome:
    """Asks where the address comes from."""
    now, lease = state.settings, network_of(state, state.settings)
    static = now.ipv4 is Addressing.STATIC
    return _form(
        state,
        Behaviour.IPV4,
        _radio("automatic", "Use a dynamic IPv4 address (DHCP)", not static),
        _radio("static", "Set a static IPv4 address:", static),
        Field("address", "   IPv4 Address", value=lease.address, room=15),
        Field("mask", "   Subnet Mask", value=lease.mask, room=15),
        Field("gateway", "   Default Gateway", value=lease.gateway, room=15),
    )


def submit_ipv4(state: ConsoleState, form: FormFrame) -> Outcome:
    """Collects the address."""
    if form.on("automatic"):
        return _collected(state, replace(state.settings, ipv4=Addressing.AUTOMATIC))
    address, mask, gateway = (form.value(id) for id in ("address", "mask", "gateway"))
    error, field = static_error(address, mask, gateway)
    if error:
        return refused(state, form, error, field)
    chosen = replace(
        state.settings,
        ipv4=Addressing.STATIC,
        address=address,
        mask=mask,
        gateway=gateway,
        automatic_names=False,
    )
    return _collected(state, chosen)


def open_ipv6(state: ConsoleState) -> Outcome:
    """Asks whether there is IPv6 and where its address comes from."""
    now = state.settings
    return _form(
        state,
        Behaviour.IPV6,
        _radio("off", "Disable IPv6 (after a restart)", now.ipv6 is Addressing.OFF),
        _radio("automatic", "Use router advertisements", now.ipv6 is Addressing.AUTOMATIC),
        _radio("static", "Set a static IPv6 address:", now.ipv6 is Addressing.STATIC),
        Field("address6", "   Address/length", value=now.address6, room=43),
        Field("gateway6", "   Default Gateway", value=now.gateway6, room=43),
    )


def submit_ipv6(state: ConsoleState, form: FormFrame) -> Outcome:
    """Collects the IPv6 settings."""
    kind = next(kind for kind in Addressing if form.on(kind))
    if kind is not Addressing.STATIC:
        return _collected(state, replace(state.settings, ipv6=kind))
    address, gateway = form.value("address6"), form.value("gateway6")
    error, field = static6_error(address, gateway)
    if error:
        return refused(state, form, error, field)
    return _collected(state, replace(state.settings, ipv6=kind, address6=address, gateway6=gateway))


def open_dns(state: ConsoleState) -> Outcome:
    """Asks for the name servers and the name of the host."""
    now = state.settings
    servers = (*network_of(state, now).name_servers, "", "")
    return _form(
        state,
        Behaviour.DNS,
        _radio("automatic", "Obtain DNS servers automatically", now.automatic_names),
        _radio("static", "Use these DNS servers:", not now.automatic_names),
        Field("first", "   Primary DNS", value=servers[0], room=15),
        Field("second", "   Alternate DNS", value=servers[1], room=15),
        Field("name", "Hostname", value=now.name, room=40),
    )


def submit_dns(state: ConsoleState, form: FormFrame) -> Outcome:
    """Collects servers and name."""
    error = name_error(form.value("name"))
    if error:
        return refused(state, form, error, "name")
    chosen = replace(state.settings, name=form.value("name"), automatic_names=form.on("automatic"))
    if form.on("automatic"):
        if state.settings.ipv4 is Addressing.STATIC:
            return refused(state, form, "Name servers come automatically only with a dynamic address.", "automatic")
        return _collected(state, chosen)
    first, second = form.value("first"), form.value("second")
    for text, field, needed in ((first, "first", bool(second)), (second, "second", False)):
        error = address_error(text, "DNS server", needed=needed)
        if error:
            return refused(state, form, error, field)
    return _collected(state, replace(chosen, name_servers=(first, second)))


def open_suffixes(state: ConsoleState) -> Outcome:
    """Asks for the suffixes."""
    field = Field("suffixes", "Suffixes", value=" ".join(state.settings.suffixes), room=46)
    return _form(state, Behaviour.SUFFIXES, field, lines=("Several stand between blanks or commas.",))


def submit_suffixes(state: ConsoleState, form: FormFrame) -> Outcome:
    """Collects the suffixes."""
    suffixes = suffixes_of(form.value("suffixes"))
    wrong = next((suffix for suffix in suffixes if name_error(suffix)), "")
    if wrong:
        return refused(state, form, f"{wrong[:30]} is not a DNS suffix such as lab.example.")
    return _collected(state, replace(state.settings, suffixes=suffixes))


def _form(state: ConsoleState, about: Behaviour, *fields: Field, lines: tuple[str, ...] = ()) -> Outcome:
    return Outcome(state.push(FormFrame(about, state.book.row(about).name, fields, lines=lines)))


def _collected(state: ConsoleState, settings: NetworkSettings) -> Outcome:
    return Outcome(replace(state.pop(), pending=settings))


def _radio(id: str, label: str, on: bool) -> Field:
    return Field(id, label, FieldKind.RADIO, _ON if on else "", group=_SOURCE)


def _adapter(adapter: ConsoleAdapter, on: bool) -> Field:
    link = "Connected" if adapter.connected else "Disconnected"
    label = f"{adapter.name}  {adapter.model:<16.16} {adapter.mac}  {link}"
    return Field(adapter.name, label, FieldKind.CHECK, _ON if on else "")
