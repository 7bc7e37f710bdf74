"""The notes beside the console as a page."""

from __future__ import annotations

import pytest

from tests.helpers.console import ERAS, fresh, inside, to, typed, walks
from tests.helpers.shipped import shipped_atlas
from vmexplorer.app.console_notes import console_notes
from vmexplorer.app.details_page import Action, Page, Paragraph, Row, Subject, Tone, text_of
from vmexplorer.atlas.console import Behaviour
from vmexplorer.atlas.evidence import Standing
from vmexplorer.labs.dcui.state import ConsoleState

ATLAS = shipped_atlas()


def page(state: ConsoleState) -> Page:
    return console_notes(ATLAS, state)


def rows(shown: Page) -> list[Action]:
    return [item.action for section in shown.sections for item in section.items if isinstance(item, Row)]


def test_statements_carry_their_marks() -> None:
    told = page(to(inside(), Behaviour.PASSWORD)).sections[0].items
    standings = {mark.standing for item in told if isinstance(item, Paragraph) for mark in item.evidence}
    assert {Standing.OPEN, Standing.GENERAL, Standing.VERIFIED} <= standings


def test_the_password_of_the_host_stands_first() -> None:
    first = page(fresh()).sections[0].items[0]
    assert isinstance(first, Paragraph)
    assert first.tone is Tone.NOTE
    assert "VMware1!" in text_of(first.spans)


def test_the_row_leads_to_its_flow_with_branch_and_to_its_parts() -> None:
    shown = rows(page(typed(inside(), "Down x2").state))
    assert shown[:2] == [Action(Subject.FLOW, "F14"), Action(Subject.FLOW, "F14/wrong-address")]
    assert Action(Subject.COMPONENT, "vmk-network-stack") in shown


@pytest.mark.parametrize("era", ERAS)
def test_every_screen_has_a_page_whose_rows_exist(era: str) -> None:
    for keys in walks(era):
        shown = page(typed(fresh(era), keys).state)
        assert shown.about == Action(Subject.CONSOLE, shown.title)
        for action in rows(shown):
            if action.kind is Subject.COMPONENT:
                assert ATLAS.exists(action.id, era)
            else:
                assert ATLAS.exists(action.id.partition("/")[0], era)
