"""What is wrong with settings that were typed, and what one would lose by applying them."""

from __future__ import annotations

import re
from ipaddress import IPv4Address, IPv4Interface, IPv6Address, IPv6Interface

from vmexplorer.labs.dcui.configuration import Addressing, NetworkSettings
from vmexplorer.labs.dcui.network import cable, known_address, network_of, ping, resolve
from vmexplorer.labs.dcui.state import ConsoleState

MOST_VLANS = 4095
SHORTEST_PASSWORD = 7
LONGEST_PASSWORD = 40
KINDS_OF_CHARACTERS = 3

_LABEL = re.compile(r"[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?")


def password_error(password: str) -> str:
    """Why a new password is refused; "" when it is good.

    The rule counts kinds of characters as the common password checker does: an upper-case letter
    at the start and a digit at the end do not count.
    """
    if len(password) < SHORTEST_PASSWORD:
        return f"The password is too short: {SHORTEST_PASSWORD} characters are the least."
    if len(password) > LONGEST_PASSWORD:
        return f"The password is too long: {LONGEST_PASSWORD} characters are the most."
    if "root" in password.casefold():
        return "The password holds the name of the user."
    body = password[1:] if password[0].isupper() else password
    body = body[:-1] if body[-1].isdigit() else body
    kinds = sum(
        [
            any(letter.islower() for letter in body),
            any(letter.isupper() for letter in body),
            any(letter.isdigit() for letter in body),
            any(not letter.isalnum() for letter in body),
        ]
    )
    if kinds < KINDS_OF_CHARACTERS:
        return "The password is too simple: mix lower case, upper case, digits and other characters."
    return ""


def number_error(text: str, most: int, what: str) -> str:
    """Why a text is no whole number from 0 to ``most``; "" when it is, or is empty."""
    if not text:
        return ""
    if not (text.isascii() and text.isdigit()) or int(text) > most:
        return f"{what} must be a number from 0 to {most}."
    return ""


def address_error(text: str, what: str, *, needed: bool = True) -> str:
    """Why a text is no IPv4 address that a machine can have; "" when it is."""
    if not text:
        return f"{what} is missing." if needed else ""
    try:
        address = IPv4Address(text)
    except ValueError:
        return f"{what}: {text} is not an IPv4 address such as 192.0.2.21."
    if address.is_unspecified or address.is_multicast or address.is_loopback or address.is_reserved:
        return f"{what}: {text} cannot be the address of a machine."
    return ""


def mask_error(text: str) -> str:
    """Why a text is no subnet mask; "" when it is."""
    try:
        length = IPv4Interface(f"0.0.0.0/{text}").network.prefixlen
        fits = text.count(".") == 3 and str(IPv4Interface(f"0.0.0.0/{text}").netmask) == text and 1 <= length <= 30
    except ValueError:
        fits = False
    return "" if fits else f"Subnet mask: {text or 'nothing'} is not a mask such as 255.255.255.0."


def static_error(address: str, mask: str, gateway: str) -> tuple[str, str]:
    """Why an address, mask and gateway do not go together, and which of the three is to blame."""
    for error, field in (
        (address_error(address, "IP address"), "address"),
        (mask_error(mask), "mask"),
        (address_error(gateway, "Gateway", needed=False), "gateway"),
    ):
        if error:
            return error, field
    net = IPv4Interface(f"{address}/{mask}").network
    if IPv4Address(address) in (net.network_address, net.broadcast_address):
        return f"{address} is the address of a whole subnet and not of one machine.", "address"
    if gateway and IPv4Address(gateway) not in net:
        return f"The gateway {gateway} does not lie in the subnet {net}.", "gateway"
    if gateway == address:
        return "Host and gateway cannot have the same address.", "gateway"
    return "", ""


def static6_error(address: str, gateway: str) -> tuple[str, str]:
    """The same for an IPv6 address with its prefix length and a gateway."""
    try:
        IPv6Interface(address)
        fits = "/" in address and "%" not in address
    except ValueError:
        fits = False
    if not fits:
        return f"{address or 'nothing'} is not an IPv6 address with its length, such as 2001:db8::5/64.", "address6"
    error = address6_error(gateway) if gateway else ""
    return error, "gateway6" if error else ""


def address6_error(text: str) -> str:
    """Why a text is no IPv6 address; "" when it is."""
    try:
        IPv6Address(text)
        fits = "%" not in text
    except ValueError:
        fits = False
    return "" if fits else f"{text} is not an IPv6 address such as 2001:db8::1."


def name_error(name: str) -> str:
    """Why a text is no name of a host, with or without a domain; "" when it is."""
    if not name:
        return "The host name is missing."
    if len(name) > 253 or not all(_LABEL.fullmatch(label) for label in name.split(".")):
        return f"{name[:30]} is not a host name: use letters, digits and hyphens."
    return ""


def suffixes_of(text: str) -> tuple[str, ...]:
    """The suffixes that a text lists, between blanks or commas."""
    return tuple(part for part in re.split(r"[\s,]+", text) if part)


def _lost_name(state: ConsoleState, after: NetworkSettings, address: str) -> tuple[str, ...]:
    answer = resolve(state, after.name, after)
    if not answer.good:
        return (f"The name of the host will not be found: {answer.why}.",)
    known = known_address(state, after.name, after)
    return () if known == address else (f"The name servers still give {known} for {after.name}.",)


def losses(state: ConsoleState, after: NetworkSettings) -> tuple[str, ...]:
    """What one would lose by applying settings, in sentences; the worst first."""
    found: list[str] = []
    joined = cable(state, after)
    lease = network_of(state, after)
    before = network_of(state)
    if not joined.good:
        found.append(f"Nobody will reach the host: {joined.why}.")
    elif lease.gateway and not ping(state, lease.gateway, after).good:
        found.append(f"The gateway will not answer: {ping(state, lease.gateway, after).why}.")
    elif not lease.gateway:
        found.append("Without a gateway only machines of the same subnet reach the host.")
    if lease.address != before.address and state.host.managed:
        found.append("vCenter looks for the old address and loses the host until it is added again.")
    found += _lost_name(state, after, lease.address) if joined.good else ()
    if (after.ipv6 is Addressing.OFF) != (state.host.network.ipv6 is Addressing.OFF):
        found.append("IPv6 is switched on or off only when the host restarts.")
    if state.host.machines:
        found.append("Sessions of clients end. Virtual machines keep their networks.")
    return tuple(found)
