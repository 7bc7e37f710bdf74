"""Pages of details: all of the shipped pack builds, and some are known to the last word."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from functools import cache
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.helpers.packs import atlas_of, tiny_atlas
from vmexplorer import resources
from vmexplorer.app.details import (
    Action,
    Claim,
    Fact,
    Mark,
    Page,
    Paragraph,
    Pill,
    Reference,
    Row,
    Section,
    Span,
    Subject,
    Tone,
    component_page,
    flow_page,
    link_page,
    text_of,
    view_page,
)
from vmexplorer.app.details_text import era_label, spans
from vmexplorer.atlas.atlas import Atlas
from vmexplorer.atlas.evidence import Standing
from vmexplorer.atlas.topology import route_flow
from vmexplorer.drawing.theme import Role
from vmexplorer.errors import UnknownNameError

ERAS = ("e3", "e4", "e5", "e6", "e7", "e8", "e9")


@cache
def esxi() -> Atlas:
    return atlas_of(resources.pack())


def texts_in(thing: Any) -> Iterator[str]:
    """Every text anywhere in a page."""
    if isinstance(thing, str):
        yield thing
    elif isinstance(thing, tuple):
        for part in thing:
            yield from texts_in(part)
    elif is_dataclass(thing):
        for field in fields(thing):
            yield from texts_in(getattr(thing, field.name))


def items(page: Page, caption: str) -> tuple[Any, ...]:
    return next((section.items for section in page.sections if section.caption == caption), ())


def check_sound(page: Page) -> None:
    assert page.title
    assert page.pills
    assert page.sections
    for section in page.sections:
        assert section.items, f"{page.about.id}: {section.caption!r} is empty"
    assert [text for text in texts_in(page) if "`" in text] == []
    assert "" not in {span.text for section in page.sections for item in section.items for span in spans_of(item)}
    used = {source for section in page.sections for item in section.items for source in sources_of(item)}
    assert {item.label for item in items(page, "Evidence") if isinstance(item, Reference)} == used


def spans_of(item: object) -> tuple[Span, ...]:
    match item:
        case Paragraph(told):
            return told
        case Fact(value=value, note=note):
            return value + note
        case Claim(claim, truth):
            return claim + truth
    return ()


def sources_of(item: object) -> list[str]:
    evidence = item.evidence if isinstance(item, Paragraph | Fact | Claim) else ()
    return [source for mark in evidence for source in mark.sources]


@pytest.mark.parametrize("era", ERAS)
def test_every_page_of_the_shipped_pack_is_sound(era: str) -> None:
    atlas = esxi()
    for id in atlas.components:
        check_sound(component_page(atlas, id, era))
    for id in atlas.links:
        check_sound(link_page(atlas, id, era))
    for id in atlas.flows:
        check_sound(flow_page(atlas, id, era))
    for id in atlas.views:
        check_sound(view_page(atlas, id, era))


def test_every_row_leads_to_something_that_exists() -> None:
    atlas = esxi()
    pages = [component_page(atlas, id, "e8") for id in atlas.components]
    pages += [link_page(atlas, id, "e8") for id in atlas.links]
    pages += [flow_page(atlas, id, "e8") for id in atlas.flows]
    pages += [view_page(atlas, id, "e8") for id in atlas.views]
    branches = {f"{flow.id}/{branch.id}" for flow in atlas.flows.values() for branch in flow.branches}
    known: dict[Subject, Any] = {
        Subject.COMPONENT: atlas.components,
        Subject.LINK: atlas.links,
        Subject.FLOW: {*atlas.flows, *branches},
        Subject.VIEW: atlas.views,
    }
    actions = {
        row.action for page in pages for section in page.sections for row in section.items if isinstance(row, Row)
    }
    assert {action.kind for action in actions} == set(known)
    assert [action for action in actions if action.id not in known[action.kind]] == []


# L08


def test_l08_is_a_truth_card() -> None:
    page = link_page(esxi(), "L08", "e8")
    assert page.title == "vpxd → vpxa"
    assert [pill.text for pill in page.pills] == ["L08", "in this version", "since 5.0"]
    assert [(fact.label, text_of(fact.value)) for fact in items(page, "")] == [
        ("Protocol", "HTTPS SOAP to the path /vpxa"),
        ("Ports", "TCP 443, loopback TCP 8089"),
        ("Opened by", "vpxd"),
        ("Account", "vCenter signs in as vpxuser."),
        ("Plane", "management"),
        ("Carries", "commands, getChanges, fetchQuickStats, configuration"),
        ("Versions", "since 5.0"),
    ]
    assert [mark.text for mark in items(page, "")[3].evidence] == ["✓ S41"]
    assert text_of(items(page, "What to know")[1].spans) == "On 9.0 the same calls travel over HTTP/2."
    assert [(row.title, row.detail) for row in items(page, "From end to end")] == [
        ("vpxd", "opens it"),
        ("rhttpproxy", "passes it on"),
        ("Envoy", "passes it on"),
        ("vpxa", "answers"),
    ]
    logs = [(fact.label, text_of(fact.value)) for fact in items(page, "Logs at both ends")]
    assert ("vpxd", "/var/log/vmware/vpxd/vpxd.log") in logs
    assert ("vpxa", "/var/log/vpxa.log") in logs


def test_l08_passes_only_what_exists_in_the_era() -> None:
    way = items(link_page(esxi(), "L08", "e7"), "From end to end")
    assert [row.title for row in way] == ["vpxd", "rhttpproxy", "vpxa"]


def test_link_that_either_end_opens_says_so() -> None:
    atlas = esxi()
    link = next(link for link in atlas.links.values() if link.opens.value == "both" and link.source != link.target)
    page = link_page(atlas, link.id, "e8")
    assert " ↔ " in page.title
    assert text_of(items(page, "")[2].value) == "either end"
    assert {row.detail for row in items(page, "From end to end")[:1]} == {"may open it"}


def test_link_without_ports_is_a_local_path() -> None:
    ports = items(link_page(esxi(), "L19", "e8"), "")[1]
    assert ports == Fact("Ports", (Span("none, a local path"),))


# Flows and views


def test_flow_lists_its_steps_of_the_era() -> None:
    page = flow_page(tiny_atlas(), "ask the agent", "8.0")
    assert page.pills == (Pill("in this version", Role.RUNNING), Pill("3 steps", Role.SOFT))
    assert items(page, "Steps") == (
        Row("1  POST /sdk", "Client → proxy", Action(Subject.LINK, "L2")),
        Row("2  forward", "proxy → agent", Action(Subject.LINK, "L3")),
        Row("3  do it", "agent", Action(Subject.COMPONENT, "agent")),
    )
    assert items(page, "Best seen on")[0].action == Action(Subject.VIEW, "all")


def test_flow_that_an_era_does_not_offer_says_so() -> None:
    atlas = esxi()
    flow, era = next((f, e) for f in atlas.flows.values() for e in ERAS if not atlas.steps_in(f, e))
    page = flow_page(atlas, flow.id, era)
    assert page.pills == (Pill(f"not in {era_label(atlas.era(era))}", Role.WARNING),)
    assert items(page, "Steps") == ()


def test_route_has_a_page_although_the_pack_does_not_hold_it() -> None:
    route = route_flow(tiny_atlas(), "client", "agent", "e8")
    assert len(items(flow_page(tiny_atlas(), route, "e8"), "Steps")) == 2


def test_view_lists_its_parts_under_the_titles_of_its_frames() -> None:
    page = view_page(esxi(), "overview", "e8")
    assert items(page, "vCenter Server") == (Row("vpxd", "vCenter daemon", Action(Subject.COMPONENT, "vpxd")),)
    assert "VI Client" not in [row.title for row in items(page, "Clients")]
    assert "VI Client" in [row.title for row in items(view_page(esxi(), "overview", "e4"), "Clients")]


# Evidence and text


def test_evidence_explains_the_marks_and_names_the_sources_of_the_page() -> None:
    page = component_page(tiny_atlas(), "agent", "e5")
    assert items(page, "")[2].evidence == (
        Mark(Standing.CODE, ("S2",), "‹/› S2", "Read in published source code\nS2: A page about proxies"),
        Mark(Standing.GENERAL, (), "general knowledge", "Not checked against a source"),
    )
    assert page.sections[-1] == Section(
        "Evidence",
        (
            Paragraph((Span("✓ – verified: the text of the source was read."),), tone=Tone.SMALL),
            Paragraph((Span("‹/› – read in published source code."),), tone=Tone.SMALL),
            Paragraph((Span("general knowledge – not checked against a source."),), tone=Tone.SMALL),
            Reference("S1", "A book about agents"),
            Reference("S2", "A page about proxies"),
        ),
    )


def test_sources_stand_in_the_order_of_their_numbers() -> None:
    told = items(component_page(esxi(), "hostd", "e8"), "Evidence")
    numbers = [int(item.label[1:]) for item in told if isinstance(item, Reference)]
    assert numbers == sorted(numbers)
    assert len(numbers) > 9


@given(st.text(alphabet="ab` ", max_size=30))
def test_spans_lose_backticks_and_nothing_else(text: str) -> None:
    assert text_of(spans(text)) == text.replace("`", "")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("plain", (Span("plain"),)),
        ("`code`", (Span("code", True),)),
        ("run `x y` now", (Span("run "), Span("x y", True), Span(" now"))),
        ("`a` and a lone ` sign", (Span("a", True), Span(" and a lone "), Span(" sign"))),
        ("", ()),
    ],
)
def test_backticks_mark_code(text: str, expected: tuple[Span, ...]) -> None:
    assert spans(text) == expected


@pytest.mark.parametrize("build", [component_page, link_page, flow_page, view_page])
def test_unknown_name_is_refused(build: Any) -> None:
    with pytest.raises(UnknownNameError):
        build(tiny_atlas(), "nothing", "e5")


def test_unknown_era_is_refused() -> None:
    with pytest.raises(UnknownNameError, match="era"):
        component_page(tiny_atlas(), "agent", "e77")
