"""The page on a port: what uses it, what would break, what goes on."""

from __future__ import annotations

from typing import Any

import pytest

from tests.helpers.packs import tiny_atlas
from tests.helpers.shipped import shipped_atlas
from vmexplorer.app.blocked import UnknownPortError
from vmexplorer.app.details import Action, Page, Row, Subject, Tone, port_page, text_of
from vmexplorer.drawing.theme import Role
from vmexplorer.errors import UnknownNameError, VmexplorerError


def items(page: Page, caption: str) -> tuple[Any, ...]:
    return next((section.items for section in page.sections if section.caption == caption), ())


def rows(page: Page, caption: str) -> list[str]:
    return [row.action.id for row in items(page, caption)]


def test_heartbeat_port_stops_the_paths_with_a_heartbeat() -> None:
    page = port_page(shipped_atlas(), "udp 902", "e9")
    assert page.title == "Port UDP 902"
    assert page.about == Action(Subject.PORT, "UDP 902")
    assert items(page, "Uses it") == (Row("vpxa → vpxd", "UDP 902 · UDP heartbeat", Action(Subject.LINK, "L10")),)
    first = Row("Heartbeat and lost host", "at step 1: UDP 902 heartbeat", Action(Subject.FLOW, "F06"))
    assert first in items(page, "Would fail")
    assert "F01" in rows(page, "Goes on working")


@pytest.mark.parametrize("era", ["e3", "e5", "e9"])
@pytest.mark.parametrize("port", ["902", "443", "123", "SNMP"])
def test_every_path_of_the_era_either_fails_or_goes_on(port: str, era: str) -> None:
    atlas = shipped_atlas()
    page = port_page(atlas, port, era)
    offered = [flow.id for flow in atlas.flows.values() if era in atlas.eras_of(flow)]
    assert sorted(rows(page, "Would fail") + rows(page, "Goes on working")) == sorted(offered)
    assert all(era in atlas.link_eras[link] for link in rows(page, "Uses it"))
    assert all(section.items for section in page.sections)


def test_lead_counts_and_pills_agree_with_the_lists() -> None:
    page = port_page(shipped_atlas(), "902", "e9")
    fail, uses = len(rows(page, "Would fail")), len(rows(page, "Uses it"))
    lead = text_of(items(page, "")[0].spans)
    assert lead == f"Where a firewall blocks it on ESX 9.0, {fail} of 16 message paths stop."
    assert [pill.text for pill in page.pills] == [f"{uses} links", f"{fail} paths would fail"]
    assert page.pills[1].tint is Role.FAULT


def test_number_with_two_transports_warns_of_mixing_them_up() -> None:
    both = items(port_page(shipped_atlas(), "902", "e9"), "")
    assert both[-1].tone is Tone.NOTE
    assert "TCP 902 or UDP 902" in text_of(both[-1].spans)
    assert len(items(port_page(shipped_atlas(), "UDP 902", "e9"), "")) == 2


def test_protocol_is_written_as_its_links_write_it_and_names_its_ports() -> None:
    page = port_page(shipped_atlas(), "snmp", "e9")
    assert page.title == "Ports of SNMP"
    assert text_of(items(page, "")[1].value) == "UDP 161, UDP 162"
    assert items(page, "")[1].copyable


def test_port_that_stops_no_path_says_so() -> None:
    page = port_page(shipped_atlas(), "TCP 8000", "e9")
    assert page.pills[1].text == "no path fails"
    assert page.pills[1].tint is Role.RUNNING
    assert text_of(items(page, "")[0].spans).endswith("no message path stops.")
    assert items(page, "Would fail") == ()


def test_loopback_port_speaks_of_no_firewall() -> None:
    page = port_page(tiny_atlas(), "loopback 8307", "e8")
    assert page.title == "Loopback port 8307"
    assert "firewall" not in text_of(items(page, "")[0].spans)
    assert text_of(items(page, "")[0].spans).endswith("1 of 1 message path stops.")


def test_question_without_an_answer_is_an_error_that_names_the_nearest() -> None:
    with pytest.raises(UnknownPortError, match="nearest used port is"):
        port_page(shipped_atlas(), "903", "e9")
    with pytest.raises(VmexplorerError, match="loopback"):
        port_page(shipped_atlas(), "8307", "e9")
    with pytest.raises(UnknownNameError):
        port_page(shipped_atlas(), "443", "e1")
