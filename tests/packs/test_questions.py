"""The questions of the shipped pack: answered right they are right, and each wrong answer hears why."""

from __future__ import annotations

import pytest

from tests.helpers.questions import names
from tests.helpers.shipped import shipped_atlas
from vmexplorer.atlas.question import AnswerKind, Question
from vmexplorer.lessons.quiz.asked import ask
from vmexplorer.lessons.quiz.given import Given
from vmexplorer.lessons.quiz.marking import Marked, Verdict, mark
from vmexplorer.lessons.quiz.typed import typed

ATLAS = shipped_atlas()
QUESTIONS = list(ATLAS.questions.values())
FOUNDING = [f"SQ{number:02}" for number in range(1, 14)]
CLASSROOM = [f"Q{number:02}" for number in range(1, 26)]


def of(kind: AnswerKind) -> list[Question]:
    return [question for question in QUESTIONS if question.kind is kind]


def era_of(question: Question) -> str:
    return ATLAS.eras_of(question)[-1]


def marked(question: Question, given: Given) -> Marked:
    return mark(question, given, names(era_of(question)))


def typed_in(id: str, text: str) -> Marked:
    question = ATLAS.questions[id]
    return marked(question, typed(ask(question, 3), text))


def test_all_questions_of_the_founding_text_and_of_the_classroom_are_there() -> None:
    assert [question.id for question in QUESTIONS if question.founding] == FOUNDING
    assert sorted(ATLAS.questions) == sorted([*FOUNDING, *CLASSROOM])


# The parts that the answer to each question has to lead to.
PARTS = {
    "Q01": "hostd watchdog virtual-machine",
    "Q02": "vpxa vpxd",
    "Q03": "vpxd",
    "Q04": "ha-fdm vpxd",
    "Q05": "vmm vmx",
    "Q06": "vmx vmsyslogd",
    "Q07": "vpxuser hostd",
    "Q08": "envoy rhttpproxy",
    "Q09": "envoy",
    "Q10": "boot-bank",
    "Q11": "boot-loader boot-bank",
    "Q12": "boot-loader",
    "Q13": "boot-loader boot-bank",
    "Q14": "boot-bank vmkernel",
    "Q15": "ha-aam ha-fdm",
    "Q16": "ha-fdm datastore",
    "Q17": "sfcbd cim-client",
    "Q18": "sfcbd bmc",
    "Q19": "esxcli vim-cmd hostd",
    "Q20": "hostd vpxa vpxd",
    "Q21": "host-client hostd",
    "Q22": "vmsyslogd",
    "Q23": "hostd host-client",
    "Q24": "dcui esxi-shell ssh",
    "Q25": "nfcd hostd-nfc",
    "SQ01": "vmkernel",
    "SQ02": "vmkernel dcui vmm vmx sfcbd ha-fdm hostd",
    "SQ03": "dcui",
    "SQ04": "vmm vmx vmx-threads",
    "SQ05": "cim-standard sfcbd cim-providers openwsman",
    "SQ06": "hostd vpxa ha-fdm vmsyslogd ntpd snmpd",
    "SQ07": "hostd host-client vim-api envoy",
    "SQ08": "vpxa vpxuser",
    "SQ09": "vpxd vpxa hostd",
    "SQ10": "dcui",
    "SQ11": "boot-bank boot-loader",
    "SQ12": "store-locker osdata vmware-tools",
    "SQ13": "vpxa",
}


def test_every_answer_leads_to_its_parts() -> None:
    assert sorted(PARTS) == sorted(ATLAS.questions)
    for id, parts in PARTS.items():
        assert set(parts.split()) <= set(ATLAS.questions[id].components), id


def test_every_kind_of_answer_is_used() -> None:
    counts = {kind: len(of(kind)) for kind in AnswerKind}
    assert min(counts.values()) >= 2, counts
    assert counts[AnswerKind.CHOICE] <= len(QUESTIONS) / 2


def test_every_topic_has_a_question() -> None:
    assert {question.topic for question in QUESTIONS} == set(ATLAS.topics)


@pytest.mark.parametrize("question", of(AnswerKind.CHOICE), ids=lambda question: question.id)
class TestChoices:
    def test_the_right_options_are_right(self, question: Question) -> None:
        right = tuple([place for place, option in enumerate(question.options) if option.right])
        assert marked(question, Given(picked=right)).verdict is Verdict.RIGHT

    def test_each_wrong_option_is_refused_with_its_reason(self, question: Question) -> None:
        for place, option in enumerate(question.options):
            if not option.right:
                result = marked(question, Given(picked=(place,)))
                assert result.verdict is Verdict.WRONG
                assert result.remarks == (option.because,)

    def test_its_options_can_be_typed(self, question: Question) -> None:
        asked = ask(question, 5)
        for place, option in enumerate(question.options):
            assert typed(asked, option.says) == Given(picked=(place,))
            assert typed(asked, str(asked.shown.index(place) + 1)) == Given(picked=(place,))


@pytest.mark.parametrize("question", of(AnswerKind.TRUTH), ids=lambda question: question.id)
def test_one_of_true_and_false_is_right(question: Question) -> None:
    verdicts = {place: marked(question, Given(picked=(place,))).verdict for place in (0, 1)}
    assert sorted(verdicts.values()) == [Verdict.RIGHT, Verdict.WRONG]


@pytest.mark.parametrize("question", of(AnswerKind.ORDER), ids=lambda question: question.id)
def test_only_the_right_order_is_right(question: Question) -> None:
    places = tuple(range(len(question.order)))
    assert marked(question, Given(picked=places)).verdict is Verdict.RIGHT
    assert marked(question, Given(picked=places[::-1])).verdict is Verdict.WRONG


@pytest.mark.parametrize("question", [*of(AnswerKind.WORDS), *of(AnswerKind.NUMBER)], ids=lambda question: question.id)
class TestTypedAnswers:
    def test_every_accepted_answer_is_right(self, question: Question) -> None:
        texts = [*question.accepted, *[ATLAS.component(part).name for part in question.parts]]
        texts += [] if question.number is None else [f"{question.number.value:g}"]
        assert [text for text in texts if marked(question, Given(text=text)).verdict is not Verdict.RIGHT] == []

    def test_enough_ideas_make_a_right_answer(self, question: Question) -> None:
        ideas = [keyword.any_of[0] for keyword in question.keywords[: question.enough or len(question.keywords)]]
        if ideas:
            assert marked(question, Given(text=", ".join(ideas))).verdict is Verdict.RIGHT

    def test_every_known_mistake_is_refused_with_its_reason(self, question: Question) -> None:
        for mistake in question.mistakes:
            result = marked(question, Given(text=mistake.says))
            assert result.verdict is not Verdict.RIGHT, mistake.says
            assert mistake.because in result.remarks, mistake.says


@pytest.mark.parametrize("question", of(AnswerKind.CLICK), ids=lambda question: question.id)
def test_the_right_part_is_right_in_every_era_in_which_it_is_asked(question: Question) -> None:
    for era in ATLAS.eras_of(question):
        right = [part for part in question.parts if ATLAS.exists(part, era)]
        assert mark(question, Given(component=right[0]), names(era)).verdict is Verdict.RIGHT
        assert mark(question, Given(component="vmkernel"), names(era)).verdict is Verdict.WRONG


@pytest.mark.parametrize(
    ("id", "text", "verdict"),
    [
        ("Q03", "one minute", Verdict.RIGHT),
        ("Q03", "10 s", Verdict.WRONG),
        ("Q06", "VMware.log in the folder of the VM", Verdict.RIGHT),
        ("Q07", "the account vpxuser", Verdict.RIGHT),
        ("Q09", "a hundred and twenty-eight", Verdict.RIGHT),
        ("Q14", "memory, not the boot bank", Verdict.RIGHT),
        ("Q16", "datastore hearbeats", Verdict.RIGHT),
        ("Q19", "localcli", Verdict.RIGHT),
        ("Q21", "vSphere Client", Verdict.WRONG),
        ("Q24", "DCUI and the local shell", Verdict.RIGHT),
        ("SQ01", "a kernel of its own that owns the hardware", Verdict.RIGHT),
        ("SQ01", "a small Linux", Verdict.WRONG),
        ("SQ05", "no", Verdict.RIGHT),
        ("SQ07", "vmware-hostd", Verdict.RIGHT),
        ("SQ08", "the vCenter agent on the host", Verdict.RIGHT),
        ("SQ08", "vpxuser", Verdict.WRONG),
        ("SQ09", "vpxd, vpxa, hostd, VMX", Verdict.RIGHT),
    ],
)
def test_what_a_teacher_would_say(id: str, text: str, verdict: Verdict) -> None:
    assert typed_in(id, text).verdict is verdict


def test_no_question_says_its_answer() -> None:
    for question in of(AnswerKind.CLICK):
        for part in question.parts:
            assert ATLAS.component(part).name.casefold() not in question.asks.casefold()
