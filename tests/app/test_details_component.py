"""The page on a component, known to the last word for hostd and for one that an era does not have."""

from __future__ import annotations

from functools import cache
from typing import Any

import pytest

from tests.helpers.packs import atlas_of
from vmexplorer import resources
from vmexplorer.app.details import (
    Action,
    Fact,
    Page,
    Paragraph,
    Pill,
    Row,
    Span,
    Subject,
    Tone,
    component_page,
    text_of,
)
from vmexplorer.app.details_text import era_label
from vmexplorer.atlas.atlas import Atlas
from vmexplorer.atlas.era import Era, Version
from vmexplorer.atlas.kind import Kind
from vmexplorer.drawing.theme import Role


@cache
def esxi() -> Atlas:
    return atlas_of(resources.pack())


def captions(page: Page) -> list[str]:
    return [section.caption for section in page.sections]


def items(page: Page, caption: str) -> tuple[Any, ...]:
    return next((section.items for section in page.sections if section.caption == caption), ())


# hostd


def test_hostd_has_its_sections_in_the_order_of_the_questions_people_ask() -> None:
    page = component_page(esxi(), "hostd", "e8")
    assert page.title == "hostd"
    assert captions(page)[:8] == [
        "",
        "How it runs",
        "At a glance",
        "Talks to",
        "Paths through it",
        "If it stops",
        "Often misunderstood",
        "In the founding text",
    ]
    assert captions(page)[8] == "Part of"
    assert captions(page)[-1] == "Evidence"


def test_hostd_says_what_it_is_and_when_it_is_there() -> None:
    page = component_page(esxi(), "hostd", "8.0")
    assert page.pills == (
        Pill("User world", Kind.USER_WORLD),
        Pill("in this version", Role.RUNNING),
        Pill("since 3.5", Role.SOFT),
    )
    lead = items(page, "")
    assert lead[0] == Paragraph((Span("Host daemon (formerly vmware-hostd)"),), tone=Tone.SOFT)
    assert lead[2].spans[1] == Span("Accepted password for user …", code=True)
    assert [mark.text for mark in lead[1].evidence] == ["✓ S18, S26"]
    assert lead[1].evidence[0].tip.splitlines()[1].startswith("S18: elatov.github.io")


def test_hostd_gives_paths_and_commands_to_copy() -> None:
    facts = items(component_page(esxi(), "hostd", "e8"), "At a glance")
    assert [(fact.label, text_of(fact.value)) for fact in facts if fact.copyable] == [
        ("Logs", "/var/log/hostd.log"),
        ("Logs", "/var/log/vmware/hostd.log"),
        ("Logs", "/var/log/messages"),
        ("Logs", "hostd-probe.log"),
        ("Commands", "/etc/init.d/hostd restart"),
        ("Commands", "/etc/init.d/hostd status"),
    ]
    assert [text_of(fact.value) for fact in facts if fact.label == "Ports"] == [
        "loopback TCP 8307",
        "TCP 80",
        "TCP 443",
    ]
    assert (facts[-1].label, text_of(facts[-1].value)) == ("Versions", "since 3.5")


def test_hostd_lists_the_links_and_paths_of_the_era_only() -> None:
    page = component_page(esxi(), "hostd", "e8")
    rows = items(page, "Talks to")
    assert Row("vpxa", "SOAP over loopback · loopback TCP 8307", Action(Subject.LINK, "L11")) in rows
    assert Row("VMkernel", "System calls and VSI nodes", Action(Subject.LINK, "L19")) in rows
    direct = Action(Subject.LINK, "L04")  # of the Windows client, which ended with 6.0
    assert direct not in [row.action for row in rows]
    assert direct in [row.action for row in items(component_page(esxi(), "hostd", "e5"), "Talks to")]
    paths = items(page, "Paths through it")
    steps = len(esxi().steps_in(esxi().flows["F02"], "e8"))
    assert Row("Power on a VM, direct client", f"{steps} steps", Action(Subject.FLOW, "F02")) in paths


def test_hostd_says_what_stops_with_it() -> None:
    symptom, noticed, vms = items(component_page(esxi(), "hostd", "e8"), "If it stops")
    assert text_of(symptom.spans).startswith("Direct clients, esxcli and vim-cmd fail")
    assert noticed == Fact("Noticed by", (Span("everyone who manages the host"),))
    assert vms == Fact("Running VMs", (Span("keep running"),))


def test_hostd_holds_beliefs_against_what_is_true() -> None:
    page = component_page(esxi(), "hostd", "e8")
    belief = items(page, "Often misunderstood")[0]
    assert text_of(belief.claim) == "If hostd crashes, the VMs crash."
    assert text_of(belief.truth).startswith("VMs are processes of their own")
    assert belief.verdict is None
    verdicts = {text_of(claim.claim): claim.verdict for claim in items(page, "In the founding text")}
    assert verdicts["Hostd is a user world."] == Pill("still true", Role.RUNNING)
    assert verdicts["The SNMP service is a user world."] == Pill("corrected", Role.WARNING)
    assert items(page, "Part of") == (Row("VMkernel", "kernel of the host", Action(Subject.COMPONENT, "vmkernel")),)


def test_note_of_the_box_follows_the_full_name() -> None:
    page = component_page(esxi(), "hostd", "e8", note="The one that runs `hostd`.")
    assert items(page, "")[1] == Paragraph((Span("The one that runs "), Span("hostd", True), Span(".")), tone=Tone.NOTE)


# A component that is not there


def test_absent_component_says_so_and_talks_to_nobody() -> None:
    page = component_page(esxi(), "ha-fdm", "4.1")
    assert page.pills == (
        Pill("User world", Kind.USER_WORLD),
        Pill("not in ESXi 4", Role.WARNING),
        Pill("since 5.0", Role.SOFT),
    )
    assert items(page, "Talks to") == ()
    assert items(page, "Paths through it") == ()
    assert items(page, "If it stops")


def test_component_of_the_past_names_both_ends_of_its_life() -> None:
    page = component_page(esxi(), "ha-aam", "e9")
    assert [pill.text for pill in page.pills] == ["User world", "not in ESX 9", "3.5 to 4.1"]


@pytest.mark.parametrize(
    ("short", "name", "label"),
    [
        ("3.5", "ESX Server 3i, ESXi 3.5", "ESXi 3.5"),
        ("5", "ESXi 5.0, 5.1 and 5.5", "ESXi 5"),
        ("9", "ESX 9.0", "ESX 9"),
        ("1", "Host 10", "Host 10"),
        ("new", "The newest", "The newest"),
    ],
)
def test_era_is_called_by_product_and_short_label(short: str, name: str, label: str) -> None:
    assert era_label(Era("e", name, short, Version(1, 0), "", "")) == label
