"""Questions made from the map: in every era they can be asked, answered, and do not say their answer."""

from __future__ import annotations

import re
from functools import cache

import pytest

from tests.helpers.questions import names
from tests.helpers.shipped import shipped_atlas
from vmexplorer.atlas.question import AnswerKind, Question
from vmexplorer.lessons.quiz.given import Given
from vmexplorer.lessons.quiz.map_facts import fact_questions
from vmexplorer.lessons.quiz.map_hops import hop_questions
from vmexplorer.lessons.quiz.map_parts import part_questions
from vmexplorer.lessons.quiz.map_ports import port_questions
from vmexplorer.lessons.quiz.map_topics import MAP_TOPICS
from vmexplorer.lessons.quiz.marking import Verdict, mark

ATLAS = shipped_atlas()
ERAS = ATLAS.era_ids


@cache
def questions(era: str) -> tuple[Question, ...]:
    makers = (part_questions, port_questions, fact_questions, hop_questions)
    return tuple([question for maker in makers for question in maker(ATLAS, era)])


def asked(era: str, id: str) -> Question:
    return next(question for question in questions(era) if question.id == id)


def right(question: Question) -> Given:
    match question.kind:
        case AnswerKind.CLICK:
            return Given(component=question.parts[0])
        case AnswerKind.ORDER:
            return Given(picked=tuple(range(len(question.order))))
        case _:
            return Given(picked=tuple([place for place, option in enumerate(question.options) if option.right]))


@pytest.mark.parametrize("era", ERAS)
class TestEveryQuestion:
    def test_there_are_many_and_each_has_an_id_of_its_own(self, era: str) -> None:
        ids = [question.id for question in questions(era)]
        assert len(ids) > 100
        assert len(ids) == len(set(ids))

    def test_its_right_answer_is_accepted(self, era: str) -> None:
        wrong = [one.id for one in questions(era) if mark(one, right(one), names(era)).verdict is not Verdict.RIGHT]
        assert wrong == []

    def test_it_is_about_what_the_era_has(self, era: str) -> None:
        for question in questions(era):
            for id in (*question.components, *question.parts):
                assert ATLAS.exists(id, era), question.id
            assert all(ATLAS.exists(flow, era) for flow in question.flows)

    def test_it_has_a_reason_with_evidence_and_a_topic(self, era: str) -> None:
        topics = {topic.id for topic in MAP_TOPICS}
        for question in questions(era):
            assert question.topic in topics
            assert question.reason
            assert all(statement.text and statement.evidence for statement in question.reason)

    def test_no_description_says_the_name_it_asks_for(self, era: str) -> None:
        for question in questions(era):
            if question.id.startswith(("part-", "stopped-")):
                name = ATLAS.component(question.parts[0]).name
                assert not re.search(rf"\b{re.escape(name)}\b", question.asks, re.IGNORECASE), question.asks

    def test_a_wrong_option_belongs_to_another_part(self, era: str) -> None:
        for question in questions(era):
            if question.kind is AnswerKind.CHOICE:
                part = ATLAS.component(question.components[0])
                own = [note.port for note in part.ports] + [log.path for log in part.logs]
                own += [command.run for command in part.commands]
                wrong = [option for option in question.options if not option.right]
                assert len(wrong) == 3
                assert all(option.because for option in wrong)
                assert not {option.says.strip("`") for option in wrong} & set(own), question.id


def test_parts_with_the_same_symptom_are_both_right() -> None:
    assert set(asked("e8", "stopped-rhttpproxy").parts) == {"rhttpproxy", "envoy"}
    assert asked("e7", "stopped-rhttpproxy").parts == ("rhttpproxy",)


def test_the_receiver_of_a_datagram_answers_and_not_its_sender() -> None:
    assert asked("e8", "port-udp-902").parts == ("vpxd",)


def test_a_port_on_which_everybody_answers_is_not_asked() -> None:
    assert [question.id for question in questions("e8") if question.id == "port-tcp-443"] == []


def test_old_logs_are_asked_for_in_old_versions_only() -> None:
    old = {option.says for question in questions("e4") if "which-log" in question.id for option in question.options}
    new = {option.says for question in questions("e8") if "which-log" in question.id for option in question.options}
    assert "`/var/log/syslog.log`" not in old
    assert "`/var/log/syslog.log`" in new
