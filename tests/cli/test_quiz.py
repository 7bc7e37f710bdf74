"""``quiz`` asks in the terminal; whatever comes in, it ends in order."""

from __future__ import annotations

import io
import json
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.conftest import Outcome
from tests.helpers.packs import TINY_PACK
from vmexplorer.app.user_folders import data_folder

Run = Callable[..., Outcome]


@pytest.fixture(autouse=True)
def _no_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "200")


@pytest.fixture
def asked(run: Run, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Outcome]:
    """Runs the quiz with lines on the standard input."""

    def ask(text: str | bytes, *words: object) -> Outcome:
        data = text if isinstance(text, bytes) else text.encode()
        monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(data), encoding="utf-8"))
        return run("quiz", *words)

    return ask


def bool_true() -> bool:
    return True


def chosen(run: Run, *words: object) -> list[dict[str, object]]:
    found: list[dict[str, object]] = json.loads(run("quiz", "--json", *words).out)
    return found


def progress_file() -> Path:
    folder = data_folder()
    assert folder is not None
    return folder / "kept" / "quiz-progress.json"


class TestAsking:
    def test_right_answers_are_right_and_have_their_reason(self, run: Run, asked: Callable[..., Outcome]) -> None:
        words = ("--topic", "boot", "--count", 3, "--seed", 5)
        answers = [str(question["answer"]) for question in chosen(run, *words)]
        done = asked("\n".join(answers) + "\n", *words)
        assert (done.code, done.error) == (0, "")
        assert done.out.count("\nRight.\n") == 3
        assert "3 of 3 right." in done.out
        assert done.out.splitlines()[-1].split() == ["Boot", "banks", "and", "updates", "3", "of", "3"]

    def test_a_wrong_answer_hears_the_right_one_and_why(self, asked: Callable[..., Outcome]) -> None:
        done = asked("true\n", "--topic", "availability", "--seed", 2, "--count", 3)
        told = asked("\n\n\n", "--topic", "availability", "--seed", 2, "--count", 3).out
        assert "Not answered. The answer is: " in told
        assert "See: ha-fdm" in told
        assert done.out.startswith("3 questions, ESX 9.0, seed 2.")

    def test_options_are_numbered_and_can_be_named_by_number(self, run: Run, asked: Callable[..., Outcome]) -> None:
        words = ("--topic", "console", "--seed", 1, "--count", 9)
        questions = chosen(run, *words)
        lines = []
        for question in questions:
            options = question["options"]
            assert isinstance(options, list)
            right = [str(place) for place, option in enumerate(options, start=1) if option["right"]]
            lines.append(" ".join(right) or "Direct Console User Interface")
        assert asked("\n".join(lines) + "\n", *words).out.count("\nRight.\n") == len(questions) == 2

    @pytest.mark.parametrize("text", ["", "\n", "no line end"])
    def test_the_end_of_the_input_ends_the_quiz(self, asked: Callable[..., Outcome], text: str) -> None:
        done = asked(text, "--count", 4, "--seed", 1)
        assert (done.code, done.error) == (0, "")
        assert ("Nothing was answered." in done.out) == (text == "")

    def test_input_that_is_no_text_is_a_wrong_answer(self, asked: Callable[..., Outcome]) -> None:
        done = asked(b"\xff\xfe\x00\x1b[31m\n" * 5, "--count", 5, "--seed", 1)
        assert (done.code, done.error) == (0, "")
        assert "of 5 right." in done.out
        assert "\x1b" not in done.out

    def test_at_a_terminal_what_is_no_answer_is_asked_again(
        self, run: Run, asked: Callable[..., Outcome], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr("vmexplorer.cli.quizmaster._is_terminal", bool_true)
        done = asked("banana\n\nx\n", "--topic", "boot", "--count", 1, "--seed", 3)
        assert done.out.count("That is none of the answers.") == 1
        assert done.out.count("Question 1 of 1") == 2
        assert "0 of 1 right." in done.out

    def test_an_answer_leads_to_parts_and_a_path(self, asked: Callable[..., Outcome]) -> None:
        done = asked("\n" * 9, "--topic", "kernel", "--count", 9, "--seed", 1)
        seen = [line.split(": ")[1].split(", ") for line in done.out.splitlines() if line.startswith("  See: ")]
        assert len(seen) == 3
        assert all(ids[-1].startswith("F") for ids in seen)

    def test_the_right_answer_is_not_told_twice(self, asked: Callable[..., Outcome]) -> None:
        done = asked("\n" * 9, "--topic", "kernel", "--count", 9, "--seed", 1)
        assert " ".join(done.out.split()).count("The VMkernel is the operating system of the host") == 1

    def test_without_an_input_nothing_is_asked_twice(self, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr("sys.stdin", None)
        assert "Nothing was answered." in run("quiz", "--count", 2).out

    def test_an_era_asks_what_it_has(self, asked: Callable[..., Outcome]) -> None:
        assert "ESXi 5.0, 5.1 and 5.5" in asked("", "--era", "5.5").out


class TestProgress:
    def test_what_was_wrong_comes_first_next_time(self, asked: Callable[..., Outcome]) -> None:
        first = asked("nonsense\n", "--topic", "trouble", "--count", 1, "--seed", 1).out.splitlines()[3]
        again = asked("", "--topic", "trouble", "--count", 1).out.splitlines()[3]
        assert again == first

    def test_a_seed_asks_the_same_whatever_was_answered(self, asked: Callable[..., Outcome]) -> None:
        words = ("--topic", "logs", "--count", 3, "--seed", 9)
        before = asked("x\nx\nx\n", *words).out
        assert asked("x\nx\nx\n", *words).out == before

    def test_a_damaged_file_is_set_aside_and_said(self, asked: Callable[..., Outcome]) -> None:
        asked("x\n", "--count", 1)
        progress_file().write_text("{", encoding="utf-8")
        done = asked("x\n", "--count", 1)
        assert done.code == 0
        assert "is damaged; it is now quiz-progress.aside-1.json" in " ".join(done.out.split())
        assert json.loads(progress_file().read_text(encoding="utf-8"))["content"]["cards"]


class TestLists:
    def test_questions_of_a_topic(self, run: Run) -> None:
        lines = run("quiz", "--list", "--topic", "boot").out.splitlines()
        assert lines[0].split() == ["ID", "TOPIC", "KIND", "QUESTION"]
        assert [line.split()[0] for line in lines[1:]] == ["Q10", "Q11", "Q12", "Q13", "Q14", "SQ11", "SQ12"]

    def test_all_questions_as_json(self, run: Run) -> None:
        found = chosen(run, "--list")
        assert len(found) > 400
        assert {"Q01", "SQ13", "part-hostd", "next-F01-1-e9", "without-vpxa"} <= {question["id"] for question in found}
        assert all(question["answer"] and question["reason"] for question in found)

    def test_the_same_seed_gives_the_same_json(self, run: Run) -> None:
        assert chosen(run, "--seed", 4) == chosen(run, "--seed", 4)
        assert len(chosen(run, "--seed", 4)) == 10
        assert chosen(run, "--seed", 4) != chosen(run, "--seed", 5)

    def test_a_pack_without_questions_asks_about_its_map(self, run: Run) -> None:
        found = chosen(run, "--list", "--pack", TINY_PACK)
        assert found
        assert {str(question["topic"])[:4] for question in found} == {"map-"}


@pytest.mark.parametrize(
    ("words", "error"),
    [
        (("--count", "0"), "'0' is no number of questions; write a whole number from 1 to 500"),
        (("--count", "9" * 40), "write a whole number from 1 to 500"),
        (("--seed", "-1"), "'-1' is no seed; write a whole number from 0"),
        (("--seed", "x"), "'x' is no seed"),
        (("--topic", "boots"), "there is no topic 'boots'; the nearest is 'boot'"),
        (("--topic", "qqqq"), "there is no topic 'qqqq'; the topics are interview, founding, kernel"),
        (("--topic", ""), "there is no topic ''"),
        (("--era", "1.0"), "there is no era '1.0'"),
        (("now",), "'now' is one argument too many"),
    ],
)
def test_wrong_use_is_one_sentence(run: Run, words: tuple[str, ...], error: str) -> None:
    done = run("quiz", *words)
    assert (done.code, done.out) == (2, "")
    assert error in done.error
    assert done.error.count("\n") == 1
