"""Where the answer to a question can be looked at: the parts it is about, and a message path that shows it."""

from __future__ import annotations

from vmexplorer.app.details import Action, Row, Subject
from vmexplorer.app.questions import Questions
from vmexplorer.atlas.flow import BRANCH_MARK
from vmexplorer.atlas.question import Question
from vmexplorer.lessons.quiz.map_hops import foretold

_MOST_PARTS = 3


def part_links(questions: Questions, question: Question) -> tuple[Row, ...]:
    """The parts that a question is about, as far as the era has them."""
    called = questions.names.called
    parts = [part for part in question.components if part in called][:_MOST_PARTS]
    return tuple([Row(called[part], "select it on the map", Action(Subject.COMPONENT, part)) for part in parts])


def path_link(questions: Questions, question: Question) -> Row | None:
    """The message path that shows the answer: one of the question's own, else one through a part it is about."""
    atlas, era = questions.atlas, questions.era
    told = foretold(question)
    through = [flow.id for part in question.components for flow in atlas.flows_through(part)]
    ways = [told.way] if told is not None else [*question.flows, *through]
    for way in ways:
        flow, branch = atlas.way(way)
        if atlas.steps_in(flow, era, branch):
            name = flow.name if branch is None else f"{flow.name}: {branch.name[:1].lower()}{branch.name[1:]}"
            id = flow.id if branch is None else f"{flow.id}{BRANCH_MARK}{branch.id}"
            return Row(f"▸ {name}", "play this message path", Action(Subject.FLOW, id))
    return None
