"""A question about a port is understood in every form, and one without an answer leads to the nearest."""

from __future__ import annotations

import dataclasses

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.helpers.packs import tiny_atlas
from tests.helpers.shipped import shipped_atlas
from vmexplorer.atlas.link import Link, Port
from vmexplorer.atlas.port_query import PortQuery, UnknownPortError
from vmexplorer.errors import UnknownNameError, VmexplorerError


def _link(*ports: str, protocol: str = "HTTPS") -> Link:
    written = tuple([Port.parse(port) for port in ports])
    return dataclasses.replace(tiny_atlas().links["L1"], ports=written, protocol=protocol)


@pytest.mark.parametrize(
    ("asked", "label"),
    [
        ("902", "902"),
        (" port 902 ", "902"),
        ("UDP 902", "UDP 902"),
        ("udp/902", "UDP 902"),
        ("udp902", "UDP 902"),
        ("902/udp", "UDP 902"),
        ("902 UDP", "UDP 902"),
        ("TCP/UDP 427", "TCP/UDP 427"),
        ("tcp 9000-9100", "TCP 9000-9100"),
        ("loopback 8307", "loopback 8307"),
        ("Loopback TCP 8307", "loopback TCP 8307"),
        ("SNMP", "SNMP"),
        ("fibre  channel", "fibre channel"),
        ("loopback soap", "loopback soap"),
    ],
)
def test_forms_of_a_question(asked: str, label: str) -> None:
    assert PortQuery.of(asked).label == label


@pytest.mark.parametrize(
    ("asked", "ports", "meant"),
    [
        ("902", ["TCP 902", "UDP 902", "TCP 903"], ["TCP 902", "UDP 902"]),
        ("UDP 902", ["TCP 902", "UDP 902"], ["UDP 902"]),
        ("tcp/427", ["TCP/UDP 427"], ["TCP/UDP 427"]),
        ("TCP/UDP 427", ["UDP 427"], ["UDP 427"]),
        ("2100", ["TCP 2050-2250"], ["TCP 2050-2250"]),
        ("2000-2050", ["TCP 2050-2250", "TCP 1999"], ["TCP 2050-2250"]),
        ("8089", ["TCP 443", "loopback TCP 8089"], []),
        ("loopback 8089", ["TCP 443", "loopback TCP 8089"], ["loopback TCP 8089"]),
        ("loopback 443", ["TCP 443"], []),
        ("https", ["TCP 443", "loopback TCP 8089"], ["TCP 443"]),
        ("HTTP", ["TCP 443"], []),
        ("loopback HTTPS", ["TCP 443", "loopback TCP 8089"], ["loopback TCP 8089"]),
    ],
)
def test_ports_that_are_meant(asked: str, ports: list[str], meant: list[str]) -> None:
    assert [str(port) for port in PortQuery.of(asked).ports_of(_link(*ports))] == meant


@pytest.mark.parametrize(
    ("asked", "spoken"),
    [
        ("syslog", True),
        ("RFC 3164", True),
        ("rfc-5424", True),
        ("3164 or", True),
        ("RFC 5425", False),
        ("or", False),
        ("", False),
    ],
)
def test_words_of_a_protocol(asked: str, spoken: bool) -> None:
    query = PortQuery.of(asked)._replace(words=tuple(asked.casefold().replace("-", " ").split()))
    assert query.spoken_on(_link("TCP 514", protocol="syslog, RFC 3164 or RFC 5424")) is spoken


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        ("903", "no link uses port 903 in the era; the nearest used port is TCP 902"),
        ("UDP 443", "no link uses port UDP 443 in the era; the nearest used port is TCP 443"),
        ("0", "no link uses port 0 in the era; the nearest used port is TCP 443"),
        ("999999999", "no link uses port 999999999 in the era; the nearest used port is TCP 9000-9100"),
        ("9050-9060", "no link uses port 9050-9060 in the era; the nearest used port is TCP 9000-9100"),
        ("loopback 443", "no link uses loopback port 443 in the era; the nearest used port is loopback TCP 8089"),
        ("8089", "8089 stays inside the host in the era, where no firewall stands; ask for 'loopback 8089'"),
        ("SOAP", "SOAP stays inside the host in the era, where no firewall stands; ask for 'loopback SOAP'"),
        ("Vigor", "'Vigor' uses no network port in the era, so no firewall can block it"),
        ("HTPS", "there is no port or protocol 'HTPS'; the nearest is 'HTTPS'"),
        ("over", "there is no port or protocol 'over'"),
        ("", "there is no port or protocol ''"),
    ],
)
def test_question_without_an_answer_leads_to_the_nearest(asked: str, expected: str) -> None:
    links = [
        _link("TCP 443", "TCP 902"),
        _link("TCP 9000-9100"),
        _link("loopback TCP 8089", protocol="SOAP over loopback"),
        _link(protocol="Vigor"),
    ]
    error = PortQuery.of(asked).unanswered(links, "the era")
    assert str(error) == expected
    assert isinstance(error, UnknownPortError) is expected.startswith("no link")


def test_era_without_any_port_is_told_plainly() -> None:
    error = PortQuery.of("443").unanswered([], "the era")
    assert isinstance(error, UnknownNameError)
    assert (str(error), error.what, error.nearest) == ("no link uses port 443 in the era", "port", "")


@given(st.text(max_size=200))
def test_any_question_is_answered_or_refused(asked: str) -> None:
    links = list(shipped_atlas().links.values())
    query = PortQuery.of(asked)
    if not any(query.ports_of(link) for link in links):
        assert isinstance(query.unanswered(links, "the era"), VmexplorerError)
    assert len(query.label) <= 109
