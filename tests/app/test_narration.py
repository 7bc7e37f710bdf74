"""A flow is told in sentences that can be read aloud."""

from __future__ import annotations

import dataclasses

import pytest

from tests.helpers.packs import tiny_atlas
from tests.helpers.shipped import shipped_atlas
from vmexplorer.app.narration import narrated
from vmexplorer.atlas.evidence import Statement
from vmexplorer.atlas.flow import Step
from vmexplorer.atlas.step_kind import StepKind


def test_title_and_steps_of_the_era() -> None:
    atlas = tiny_atlas()
    assert narrated(atlas, atlas.flow("F01"), "e5") == (
        "Ask the agent, ESXi 5.0",
        "1. Client asks agent: POST /sdk. The client asks the agent.",
        "2. agent, by itself: do it. The agent does it.",
    )


@pytest.mark.parametrize(
    ("kind", "target", "sentence"),
    [
        (StepKind.REPLY, "client", "agent answers Client: done."),
        (StepKind.EVENT, "client", "agent tells Client: done."),
        (StepKind.HEARTBEAT, "client", "agent sends Client a sign of life: done."),
        (StepKind.DATA, "client", "agent sends Client data: done."),
        (StepKind.FAULT, "client", "agent to Client, a fault: done."),
        (StepKind.HEARTBEAT, "agent", "agent sends its counterparts a sign of life: done."),
        (StepKind.FAULT, "agent", "agent has a fault: done."),
        (StepKind.DATA, "agent", "agent, by itself: done."),
    ],
)
def test_kind_of_message_decides_the_verb(kind: StepKind, target: str, sentence: str) -> None:
    atlas = tiny_atlas()
    said = (Statement("It runs `x`.", ()), Statement("It ends.", ()))
    flow = dataclasses.replace(atlas.flow("F01"), steps=(Step("agent", target, "`done`.", kind, said),))
    assert narrated(atlas, flow, "e8")[1] == f"1. {sentence} It runs x. It ends."


def test_shipped_flows_are_plain_text_in_every_era() -> None:
    atlas = shipped_atlas()
    for flow in atlas.flows.values():
        for era in atlas.eras_of(flow):
            title, *paragraphs = narrated(atlas, flow, era)
            assert title.startswith(flow.name)
            assert len(paragraphs) == len(atlas.steps_in(flow, era))
            for number, paragraph in enumerate(paragraphs, start=1):
                assert paragraph.startswith(f"{number}. ")
                assert paragraph.endswith((".", "?", "!", ")"))
                assert not {"`", "\n"} & set(paragraph)
                assert "[gk]" not in paragraph
