"""Every answer leads to a part and, wherever one goes through it, to a message path."""

from __future__ import annotations

import pytest

from tests.helpers.shipped import shipped_atlas
from vmexplorer.app.answer_links import part_links, path_link
from vmexplorer.app.details import Subject
from vmexplorer.app.questions import Questions

ATLAS = shipped_atlas()


@pytest.mark.parametrize("era", ["e3", "e5", "e9"])
def test_every_question_of_an_era_leads_to_its_parts_and_to_a_path(era: str) -> None:
    questions = Questions(ATLAS, era)
    for question in questions.every():
        parts, path = part_links(questions, question), path_link(questions, question)
        there = [part for part in question.components if ATLAS.exists(part, era)]
        assert [row.action.id for row in parts] == there[:3], question.id
        through = [flow for part in there for flow in ATLAS.flows_through(part) if era in ATLAS.eras_of(flow)]
        assert (path is not None) or not through, question.id
        if path is not None:
            assert path.action.kind is Subject.FLOW
            flow, branch = ATLAS.way(path.action.id)
            assert ATLAS.steps_in(flow, era, branch), question.id


def test_a_predicted_branch_leads_to_itself() -> None:
    questions = Questions(ATLAS, "e9")
    question = questions.question("next-F04-2-e9/locked")
    assert question is not None
    path = path_link(questions, question)
    assert path is not None
    assert (path.title, path.action.id) == ("▸ Log in, check privileges: if five tries have failed", "F04/locked")


def test_a_question_without_a_path_of_its_own_has_one_through_its_part() -> None:
    questions = Questions(ATLAS, "e9")
    for id in ("Q09", "Q14", "Q19", "SQ01", "SQ06"):
        question = questions.question(id)
        assert question is not None
        assert path_link(questions, question) is not None, id
