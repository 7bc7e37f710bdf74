"""Ports."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vmexplorer.atlas.link import Port


@pytest.mark.parametrize(
    ("written", "port"),
    [
        ("TCP 443", Port("TCP", 443, 443)),
        ("UDP 902", Port("UDP", 902, 902)),
        ("TCP/UDP 2050-2250", Port("TCP/UDP", 2050, 2250)),
        ("loopback TCP 8307", Port("TCP", 8307, 8307, loopback=True)),
        ("TCP 65535", Port("TCP", 65535, 65535)),
    ],
)
def test_port(written: str, port: Port) -> None:
    assert Port.parse(written) == port
    assert str(port) == written


@pytest.mark.parametrize("written", ["", "443", "TCP", "tcp 443", "TCP443", "TCP 443-", "TCP -1", "SCTP 1", "TCP 443 "])
def test_text_that_is_no_port(written: str) -> None:
    with pytest.raises(ValueError, match="is not a port such as"):
        Port.parse(written)


@pytest.mark.parametrize("written", ["TCP 0", "TCP 65536", "TCP 90000", "TCP 20-10"])
def test_number_that_is_no_port(written: str) -> None:
    with pytest.raises(ValueError, match="is not a port from 1 to 65535"):
        Port.parse(written)


def test_includes_both_ends() -> None:
    port = Port.parse("UDP 10-12")
    assert [port.includes(number) for number in (9, 10, 11, 12, 13)] == [False, True, True, True, False]


@given(st.integers(1, 65535), st.integers(1, 65535), st.booleans(), st.sampled_from(["TCP", "UDP", "TCP/UDP"]))
def test_ports_read_back(one: int, other: int, loopback: bool, transport: str) -> None:
    port = Port(transport, min(one, other), max(one, other), loopback)
    assert Port.parse(str(port)) == port
