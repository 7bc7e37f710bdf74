"""What reads like a question about a port, and what does not."""

from __future__ import annotations

import pytest

from tests.helpers.shipped import shipped_atlas
from vmexplorer.app.details import port_page
from vmexplorer.app.search_ports import PortOffer, port_offer


def offer(typed: str, era: str = "e9") -> PortOffer | None:
    return port_offer(shipped_atlas(), typed, era)


@pytest.mark.parametrize(
    ("typed", "question", "title", "detail"),
    [
        ("902", "902", "Port 902", "UDP 902, TCP 902 on 2 links"),
        ("udp 902", "UDP 902", "Port UDP 902", "UDP 902 on 1 link"),
        ("902/udp", "UDP 902", "Port UDP 902", "UDP 902 on 1 link"),
        ("snmp", "snmp", "Ports of SNMP", "UDP 161, UDP 162 on 2 links"),
        ("syslog", "syslog", "Ports of syslog", "TCP/UDP 514, TCP 1514 on 1 link"),
        ("ldap", "ldap", "Ports of LDAP", "5 ports on 1 link"),
        ("8307", "loopback 8307", "Loopback port 8307", "loopback TCP 8307 on 2 links"),
    ],
)
def test_port_or_protocol_is_offered(typed: str, question: str, title: str, detail: str) -> None:
    found = offer(typed)
    assert found is not None
    assert found[:3] == (question, f"{title}: what uses it, what would break", detail)
    assert found.numbered == any(letter.isdigit() for letter in typed)


@pytest.mark.parametrize(
    "typed",
    [
        "hostd",  # a component that a protocol mentions
        "order",  # a word in the description of a protocol
        "tcp",  # a transport
        "h",
        "",
        "903",  # a port that nothing uses
        "8.0",
        "restart hostd",
        "70000",
        "\U0001f600",
    ],
)
def test_what_asks_for_no_port_is_not_offered(typed: str) -> None:
    assert offer(typed) is None


def test_offer_holds_for_its_era() -> None:
    assert offer("9443", "e5") is not None
    assert offer("9443", "e9") is None


@pytest.mark.parametrize("era", ["e3", "e6", "e9"])
def test_every_offer_has_its_page(era: str) -> None:
    atlas = shipped_atlas()
    words = {word for link in atlas.links.values() for word in link.protocol.replace(",", " ").split()}
    numbers = {str(port.first) for link in atlas.links.values() for port in link.ports}
    offers = [found for typed in words | numbers if (found := offer(typed, era)) is not None]
    assert len(offers) > 20
    for found in offers:
        assert found.title.startswith(port_page(atlas, found.question, era).title)
