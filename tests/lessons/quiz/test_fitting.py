"""Which questions fit what is spoken of."""

from __future__ import annotations

from tests.helpers.questions import question
from vmexplorer.atlas.question import AnswerKind, Question
from vmexplorer.lessons.quiz.fitting import fitting


def about(id: str, *components: str, flows: tuple[str, ...] = ()) -> Question:
    return question(AnswerKind.TRUTH, id, holds=True, components=components, flows=flows)


def ids(*questions: Question, subjects: tuple[str, ...], written: tuple[str, ...] = ()) -> list[str]:
    return [one.id for one in fitting(questions, subjects, written)]


def test_question_about_something_else_does_not_fit() -> None:
    assert ids(about("a", "hostd"), about("b", "vmx"), subjects=("vmx",)) == ["b"]
    assert ids(about("a", "hostd"), subjects=()) == []


def test_what_is_named_first_matters_most() -> None:
    both = (about("a", "hostd"), about("b", "vmx"))
    assert ids(*both, subjects=("vmx", "hostd")) == ["b", "a"]
    assert ids(*both, subjects=("hostd", "vmx")) == ["a", "b"]


def test_question_about_the_subject_alone_fits_better() -> None:
    assert ids(about("wide", "vmx", "hostd", "vpxa"), about("narrow", "vmx"), subjects=("vmx",)) == ["narrow", "wide"]


def test_path_is_a_subject_as_well() -> None:
    assert ids(about("a", "hostd"), about("b", "vmx", flows=("F01",)), subjects=("F01",)) == ["b"]


def test_written_question_comes_before_one_that_is_made() -> None:
    assert ids(about("made", "vmx"), about("written", "vmx", "vmm"), subjects=("vmx",), written=("written",)) == [
        "written",
        "made",
    ]


def test_among_equals_the_order_stays() -> None:
    assert ids(*[about(id, "vmx") for id in "cab"], subjects=("vmx",)) == ["c", "a", "b"]
