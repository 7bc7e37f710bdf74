"""The page on one message: all of the shipped pack builds, and some are known to the last word."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator, Mapping
from typing import Any

import pytest

from tests.helpers.packs import tiny_atlas
from tests.helpers.shipped import shipped_atlas
from vmexplorer.app.details import Action, Fact, Page, Paragraph, Pill, Row, Subject, Tone, step_page, text_of
from vmexplorer.app.details_step import kind_words
from vmexplorer.atlas.flow import Step
from vmexplorer.atlas.kind import Kind
from vmexplorer.atlas.step_kind import StepKind
from vmexplorer.atlas.topology import route_flow
from vmexplorer.drawing.theme import Role
from vmexplorer.errors import UnknownNameError


def shown(flow: str, number: int, era: str = "e9") -> Page:
    atlas = shipped_atlas()
    told = atlas.flow(flow)
    return step_page(atlas, told, atlas.steps_in(told, era), number - 1, era)


def items(page: Page, caption: str) -> tuple[Any, ...]:
    return next((section.items for section in page.sections if section.caption == caption), ())


def facts(page: Page, caption: str) -> dict[str, str]:
    return {item.label: text_of(item.value) for item in items(page, caption) if isinstance(item, Fact)}


def every_page() -> Iterator[tuple[Page, Step]]:
    atlas = shipped_atlas()
    for flow in atlas.flows.values():
        for era in atlas.eras_of(flow):
            steps = atlas.steps_in(flow, era)
            for index, step in enumerate(steps):
                yield step_page(atlas, flow, steps, index, era), step


def texts(thing: object) -> Iterator[str]:
    if isinstance(thing, str):
        yield thing
    elif isinstance(thing, tuple):
        for part in thing:
            yield from texts(part)
    elif dataclasses.is_dataclass(thing):
        for field in dataclasses.fields(thing):
            yield from texts(getattr(thing, field.name))


def test_page_of_every_shipped_message_is_sound() -> None:
    atlas = shipped_atlas()
    known: dict[Subject, Mapping[str, object]] = {
        Subject.COMPONENT: atlas.components,
        Subject.LINK: atlas.links,
        Subject.FLOW: atlas.flows,
    }
    for page, step in every_page():
        assert page.title
        assert [text for text in texts(page) if "`" in text] == []
        assert len(items(page, "")) == len(step.narration)
        rows = [item for section in page.sections for item in section.items if isinstance(item, Row)]
        assert [row.action for row in rows if row.action.id not in known[row.action.kind]] == []
        assert all(section.items for section in page.sections)
        assert items(page, "Runs on")


def test_message_between_two_programs() -> None:
    page = shown("F01", 6)
    assert page.about == Action(Subject.STEP, "F01 6")
    assert page.title == "VirtualMachine.powerOn"
    assert page.pills == (Pill("step 6 of 16", Role.ACCENT), Pill("request", Kind.USER_WORLD))
    assert [section.caption for section in page.sections] == [
        "",
        "The message",
        "From and to",
        "Runs on",
        "Operation id",
        "In the log",
        "Part of",
        "Evidence",
    ]
    assert [(row.title, row.detail, row.action.id) for row in items(page, "From and to")] == [
        ("vpxa", "sends", "vpxa"),
        ("hostd", "receives", "hostd"),
    ]
    assert items(page, "Part of") == (Row("Power on a VM via vCenter", "16 steps", Action(Subject.FLOW, "F01")),)


def test_link_leads_on_and_gives_protocol_port_and_account() -> None:
    way = items(shown("F01", 6), "Runs on")
    assert way[0] == Row("vpxa → hostd", "L11", Action(Subject.LINK, "L11"))
    assert [(fact.label, text_of(fact.value)) for fact in way[1:3]] == [
        ("Protocol", "SOAP over loopback"),
        ("Ports", "loopback TCP 8307"),
    ]
    assert way[3].label == "Account"
    assert text_of(way[3].value).startswith("vpxuser on behalf")
    assert "S32" in way[3].evidence[0].sources


def test_leg_to_the_front_door_crosses_only_its_own_port() -> None:
    assert facts(shown("F01", 3), "Runs on")["Ports"] == "TCP 443"
    assert facts(shown("F01", 4), "Runs on")["Ports"] == "loopback TCP 8089"


def test_operation_id_says_what_was_added_on_the_way_and_here() -> None:
    page = shown("F01", 6)
    told = [(fact.label, text_of(fact.value), text_of(fact.note)) for fact in items(page, "Operation id")]
    assert told == [
        ("Whole", "mm8wm3wr-4711-auto-3mw-h5:70001234-5c-01-a7-1f4c", ""),
        ("Begins with", "mm8wm3wr-4711-auto-3mw-h5:70001234", "at step 1"),
        ("vpxd added", "-5c", "at step 1"),
        ("vpxd added", "-01", "at step 2"),
        ("vpxa added", "-a7", "at step 5"),
        ("hostd added", "-1f4c", "at this step"),
    ]
    assert items(page, "Operation id")[0].copyable


def test_step_that_adds_nothing_to_the_id_says_so() -> None:
    last = items(shown("F01", 7), "Operation id")[-1]
    assert isinstance(last, Paragraph)
    assert text_of(last.spans) == "Nothing is added at this step."
    assert last.tone is Tone.SOFT


def test_id_of_one_part_is_told_once() -> None:
    assert list(facts(shown("F01", 9), "Operation id").values()) == ["6b0d91e2"]


def test_step_without_an_id_has_no_such_section() -> None:
    assert items(shown("F06", 1), "Operation id") == ()


def test_log_line_and_file_can_be_copied() -> None:
    told = items(shown("F01", 6), "In the log")
    assert [(fact.label, fact.copyable, fact.value[0].code) for fact in told] == [
        ("File", True, True),
        ("Line", True, True),
    ]
    assert text_of(told[0].value) == "hostd.log"
    assert "Task Created : haTask-12-vim.VirtualMachine.powerOn" in text_of(told[1].value)


def test_work_inside_one_component_runs_on_nothing() -> None:
    page = shown("F01", 2)
    assert facts(page, "The message")["Kind"] == "Work inside one component"
    assert text_of(items(page, "Runs on")[0].spans).startswith("Nothing travels")
    assert [row.detail for row in items(page, "From and to")] == ["works by itself"]
    assert page.pills[1].text == "own work"


def test_lost_message_is_marked_as_such() -> None:
    page = shown("F06", 3)
    assert page.pills[1] == Pill("fault", Role.FAULT)
    assert facts(page, "The message")["Kind"] == "Fault, does not arrive"


@pytest.mark.parametrize(
    ("kind", "words"),
    [
        (StepKind.REQUEST, "request"),
        (StepKind.REPLY, "reply, travels back"),
        (StepKind.EVENT, "event, nobody waits for an answer"),
        (StepKind.HEARTBEAT, "heartbeat, sent again and again"),
        (StepKind.DATA, "data, a steady stream"),
        (StepKind.FAULT, "fault, does not arrive"),
    ],
)
def test_kind_is_said_in_words(kind: StepKind, words: str) -> None:
    assert kind_words(Step("a", "b", "do it", kind, ())) == words


@pytest.mark.parametrize(
    ("takes", "told"),
    [
        (0.02, "about 0.02 ms"),
        (2.0, "about 2 ms"),
        (999.0, "about 999 ms"),
        (1000.0, "about 1 s"),
        (1500.0, "about 1.5 s"),
        (20_000.0, "about 20 s"),
        (60_000.0, "about 1 min"),
        (None, None),
    ],
)
def test_time_is_told_in_the_unit_that_fits(takes: float | None, told: str | None) -> None:
    atlas = tiny_atlas()
    flow = atlas.flow("F01")
    step = dataclasses.replace(atlas.steps_in(flow, "e8")[0], takes=takes)
    page = step_page(atlas, flow, (step,), 0, "e8")
    assert facts(page, "The message").get("Takes") == told


def test_missing_link_is_admitted() -> None:
    atlas = tiny_atlas()
    flow = atlas.flow("F01")
    step = dataclasses.replace(flow.steps[0], source="client", target="kernel")
    way = items(step_page(atlas, flow, (step,), 0, "e8"), "Runs on")
    assert text_of(way[0].spans) == "No link of this version joins both."


def test_route_has_pages_but_is_no_part_of_a_listed_path() -> None:
    atlas = shipped_atlas()
    route = route_flow(atlas, "powercli", "vmkernel", "e8")
    steps = atlas.steps_in(route, "e8")
    page = step_page(atlas, route, steps, 0, "8.0")
    assert page.title == steps[0].message
    assert items(page, "Part of") == ()


def test_step_or_era_that_does_not_exist_is_an_error() -> None:
    atlas = tiny_atlas()
    flow = atlas.flow("F01")
    with pytest.raises(IndexError):
        step_page(atlas, flow, flow.steps, len(flow.steps), "e8")
    with pytest.raises(UnknownNameError):
        step_page(atlas, flow, flow.steps, 0, "e1")
