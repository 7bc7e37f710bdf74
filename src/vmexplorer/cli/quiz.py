"""``quiz``: asks questions in the terminal, marks the answers and says why."""

from __future__ import annotations

import argparse
from random import Random
from typing import TYPE_CHECKING, Any

from vmexplorer.cli.arguments import add_era, add_json, add_pack
from vmexplorer.cli.output import write_json, write_table
from vmexplorer.cli.usage import Subparsers
from vmexplorer.errors import UnknownNameError, UsageError

if TYPE_CHECKING:
    from vmexplorer.app.questions import Questions
    from vmexplorer.atlas.question import Question
    from vmexplorer.lessons.quiz.asked import Asked

_USUAL, _MOST = 10, 500
_SEEDS = 10_000


def add(subparsers: Subparsers) -> None:
    """Adds the command."""
    parser = subparsers.add_parser(
        "quiz",
        help="ask questions, mark the answers and say why",
        description="Asks questions one after the other and reads the answers from standard input, a line for each:"
        " numbers of options, words, a number, or the name of a part. An empty line passes, the end of the input ends"
        " the quiz. What is answered wrong comes back sooner next time; with --seed the questions are the same again.",
    )
    parser.add_argument("--topic", help="id or name of a topic, such as boot; --list names them")
    parser.add_argument(
        "--count", type=_count, metavar="N", help=f"how many questions, 1 to {_MOST}; {_USUAL} if left out"
    )
    parser.add_argument("--seed", type=_seed, metavar="S", help="a whole number; the same one asks the same again")
    parser.add_argument("--list", action="store_true", help="list the questions instead of asking them")
    add_era(parser)
    add_json(parser)
    add_pack(parser)
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Asks, lists, or writes the questions as JSON; returns 0, however the answers were."""
    from vmexplorer.app.packs import load_pack
    from vmexplorer.app.questions import Questions

    atlas = load_pack(arguments.pack)
    questions = Questions(atlas, arguments.era or atlas.era_ids[-1])
    topic = "" if arguments.topic is None else _topic(questions, arguments.topic)
    if arguments.list:
        _list(questions, topic, arguments.count, arguments.json)
        return 0
    seed = Random().randrange(_SEEDS) if arguments.seed is None else arguments.seed
    count = arguments.count or _USUAL
    if arguments.json:
        write_json([_record(questions, asked) for asked in _same(questions, topic, count, seed)])
        return 0
    from vmexplorer.cli.quizmaster import Quizmaster

    quizmaster = Quizmaster(questions, seed)
    # With a seed of one's own, what was answered before must not change the choice.
    asked = quizmaster.choose(topic, count) if arguments.seed is None else _same(questions, topic, count, seed)
    quizmaster.hold(asked)
    return 0


def _topic(questions: Questions, name: str) -> str:
    try:
        return questions.topic(name).id
    except UnknownNameError as error:
        known = ", ".join([topic.id for topic in questions.topics])
        raise UsageError(str(error) if error.nearest else f"{error}; the topics are {known}") from None


def _count(text: str) -> int:
    number = _whole(text)
    if not 1 <= number <= _MOST:
        raise UsageError(f"{text!r} is no number of questions; write a whole number from 1 to {_MOST}")
    return number


def _seed(text: str) -> int:
    number = _whole(text)
    if number < 0:
        raise UsageError(f"{text!r} is no seed; write a whole number from 0")
    return number


def _whole(text: str) -> int:
    return int(text) if text.isascii() and text.isdecimal() and len(text) <= 18 else -1


def _same(questions: Questions, topic: str, count: int, seed: int) -> tuple[Asked, ...]:
    """Questions that depend on the seed alone."""
    from datetime import date

    from vmexplorer.lessons.quiz.progress import Progress

    return questions.some(topic, count, seed, Progress(), date.min)


def _list(questions: Questions, topic: str, count: int | None, as_json: bool) -> None:
    from vmexplorer.lessons.quiz.asked import Asked, texts_of

    found = questions.every(topic)[:count]
    if as_json:
        unmixed = [Asked(question, tuple(range(len(texts_of(question))))) for question in found]
        write_json([_record(questions, asked) for asked in unmixed])
        return
    rows = [(question.id, question.topic, str(question.kind), _plain(question)) for question in found]
    write_table(("ID", "TOPIC", "KIND", "QUESTION"), rows)


def _plain(question: Question) -> str:
    from vmexplorer.app.details_text import plain

    return plain(question.asks)


def _record(questions: Questions, asked: Asked) -> dict[str, Any]:
    """A question with its answer; its options in the order in which they are asked."""
    from vmexplorer.lessons.quiz.classroom import is_open, rights_of
    from vmexplorer.lessons.quiz.right import right_answer

    question = asked.question
    choices = [] if is_open(question) else zip(asked.labels, rights_of(asked), strict=True)
    return {
        "id": question.id,
        "topic": question.topic,
        "kind": question.kind.value,
        "asks": question.asks,
        "options": [{"says": text, "right": right} for text, right in choices],
        "to_order": list(asked.labels) if question.order else [],
        "answer": right_answer(question, questions.names),
        "parts": list(question.parts),
        "reason": [statement.text for statement in question.reason],
        "components": list(question.components),
        "flows": list(question.flows),
        "era": questions.era,
    }
