"""Questions that cannot be asked, or not be answered in the way they say."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.helpers.packs import append, atlas_of, copy_tiny_pack, edit, line_of, only, problems_of, write
from vmexplorer.atlas.question import AnswerKind

TOPICS = """\
topics:
  - id: doors
    name: Doors
    summary: Who stands at the door.
"""

CHOICE = """\
id: Q1
asks: Who works?
topic: doors
kind: choice
options:
  - says: The agent
    right: true
  - says: The proxy
    because: It only passes requests on. [v:S2]
reason:
  - The agent does it. [v:S1]
components: [agent]
flows: [F01]
"""

NUMBER = """\
id: Q2
asks: On which port?
topic: doors
kind: number
eras: e8..
number:
  value: 8307
  unit: port
reason:
  - It is so. [gk]
components: [proxy]
"""

ORDER = """\
id: Q3
asks: Put them in order.
topic: doors
kind: order
order:
  - client
  - proxy
  - agent
reason:
  - It is so. [gk]
components: [agent]
"""

CLICK = """\
id: Q4
asks: Click it.
topic: doors
kind: click
parts: [agent]
reason:
  - It is so. [gk]
components: [agent]
"""

TRUTH = """\
id: Q5
asks: Does it?
topic: doors
kind: true or false
holds: false
reason:
  - It is so. [gk]
components: [agent]
"""

WORDS = """\
id: Q6
asks: What is it?
topic: doors
kind: words
keywords:
  - any: [agent, worker]
enough: 1
reason:
  - It is so. [gk]
components: [agent]
"""


@pytest.fixture
def asked(tmp_path: Path) -> Path:
    """The tiny pack with a question of every kind."""
    pack = copy_tiny_pack(tmp_path)
    write(pack, "quiz-topics.yaml", TOPICS)
    (pack / "quiz").mkdir()
    for number, text in enumerate((CHOICE, NUMBER, ORDER, CLICK, TRUTH, WORDS), start=1):
        write(pack, f"quiz/Q{number}.yaml", text)
    return pack


def test_questions_that_fit_are_no_problem(asked: Path) -> None:
    assert problems_of(asked) == ()
    atlas = atlas_of(asked)
    assert {question.kind for question in atlas.questions.values()} == set(AnswerKind)
    assert atlas.questions["Q5"].holds is False
    assert atlas.eras_of(atlas.questions["Q2"]) == ("e8",)
    assert atlas.topics["doors"].name == "Doors"


def test_a_pack_needs_no_questions(tmp_path: Path) -> None:
    pack = copy_tiny_pack(tmp_path)
    assert problems_of(pack) == ()
    assert dict(atlas_of(pack).questions) == {}


@pytest.mark.parametrize(
    ("name", "old", "new", "key", "text", "hint"),
    [
        ("Q1", "asks: Who works?", "asks: Who works", "asks", "ends neither with a question mark", ""),
        ("Q1", "topic: doors", "topic: door", "topic", "names the topic 'door', which does not", "nearest is 'doors'"),
        ("Q1", "kind: choice", "kind: choise", "kind", "is 'choise' and must be one of", "nearest is 'choice'"),
        ("Q1", "    right: true", "    right: false", "options", "offers no right answer", "right: true"),
        (
            "Q1",
            "    because: It only passes requests on. [v:S2]",
            "    right: true",
            "options",
            "offers no wrong answer",
            "take for right",
        ),
        ("Q1", "says: The proxy", "says: the  Agent", "options[1].says", "says the same as options[0]", ""),
        ("Q1", "[F01]", "[F02]", "flows[0]", "names the flow 'F02', which does not exist", "nearest is 'F01'"),
        ("Q1", "[agent]", "[agnet]", "components[0]", "names the component 'agnet'", "nearest is 'agent'"),
        ("Q2", "  value: 8307", "  value: 0", "number.value", "must be greater than 0", ""),
        ("Q2", "  unit: port", "  unit: ports", "number.unit", "is 'ports' and must be one of", "nearest is 'port'"),
        (
            "Q2",
            "eras: e8..",
            "eras: e5..",
            "components",
            "names only what does not exist in ESXi 5.0, where the question is asked",
            "narrow the eras",
        ),
        ("Q3", "  - agent\n", "", "order", "has 2 entries, which is nothing to put in order", "at least 3"),
        ("Q3", "  - agent\n", "  - Proxy\n", "order[2]", "says the same as order[1]: 'Proxy'", ""),
        ("Q4", "parts: [agent]", "parts: [proxy]", "parts", "names only what does not exist in ESXi 5.0", "narrow"),
        ("Q4", "kind: click", "kind: order", "parts", "has no meaning for a question of the kind order", "knows order"),
        ("Q5", "holds: false\n", "", "kind", "is 'true or false', and nothing says what answer is right", "add holds"),
        ("Q6", "enough: 1", "enough: 2", "enough", "is 2, and the question has 1 keywords", "from 0 to that"),
        ("Q6", "[agent, worker]", '[""]', "keywords[0].any[0]", "has neither a letter nor", ""),
        ("Q6", "enough: 1", "accepted: [agent, '?']", "accepted[1]", "has neither a letter nor a digit", ""),
    ],
)
def test_what_does_not_fit_is_named(asked: Path, name: str, old: str, new: str, key: str, text: str, hint: str) -> None:
    edit(asked, f"quiz/{name}.yaml", old, new)
    found = [problem for problem in problems_of(asked) if problem.key == key]
    problem = only(found)
    assert problem.file == f"quiz/{name}.yaml"
    assert problem.line is not None
    assert text in problem.text
    assert hint in problem.hint


def test_the_line_of_a_wrong_answer_without_a_reason_is_named(asked: Path) -> None:
    edit(asked, "quiz/Q1.yaml", "    because: It only passes requests on. [v:S2]\n", "")
    problem = only(problems_of(asked))
    assert (problem.key, problem.line) == ("options[1].because", line_of(asked, "quiz/Q1.yaml", "The proxy"))


def test_a_number_that_may_not_be_off_by_less_than_nothing(asked: Path) -> None:
    edit(asked, "quiz/Q2.yaml", "  unit: port", "  unit: port\n  within: -1")
    assert only(problems_of(asked)).key == "number.within"


def test_a_flow_that_is_never_offered_where_the_question_is_asked(asked: Path) -> None:
    append(asked, "flows/F01.yaml", "eras: ..e5\n")
    append(asked, "quiz/Q2.yaml", "flows: [F01]\n")
    found = [problem for problem in problems_of(asked) if problem.file == "quiz/Q2.yaml"]
    assert only(found).text == "is 'F01', which no era of the question offers"


def test_a_topic_that_stands_twice(asked: Path) -> None:
    append(asked, "quiz-topics.yaml", "  - {id: Doors, name: Doors again, summary: The same.}\n")
    assert only(problems_of(asked)).key == "topics[1].id"


def test_the_name_of_a_question_file_is_its_id(asked: Path) -> None:
    edit(asked, "quiz/Q6.yaml", "id: Q6", "id: Q7")
    assert only(problems_of(asked)).hint == "rename the file to Q7.yaml or change the id"
