"""Everything the quiz can ask in an era: the questions of the pack, and those made from the map."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from vmexplorer.app.still_works import still_works, still_works_ids
from vmexplorer.atlas.atlas import Atlas
from vmexplorer.atlas.drawn import components_drawn, stands_for
from vmexplorer.atlas.flow import Branch, Flow
from vmexplorer.atlas.question import AnswerKind, Question, Topic
from vmexplorer.errors import UnknownNameError
from vmexplorer.lessons.quiz.asked import Asked, ask
from vmexplorer.lessons.quiz.boxes import chosen
from vmexplorer.lessons.quiz.fitting import fitting
from vmexplorer.lessons.quiz.map_facts import fact_questions
from vmexplorer.lessons.quiz.map_hops import hop_questions, predictions
from vmexplorer.lessons.quiz.map_parts import part_questions
from vmexplorer.lessons.quiz.map_ports import port_questions
from vmexplorer.lessons.quiz.map_topics import FAULTS, MAP_TOPICS
from vmexplorer.lessons.quiz.names import Names
from vmexplorer.lessons.quiz.progress import Progress

INTERVIEW = Topic("interview", "Interview questions", "All questions that somebody wrote, from every topic.")
FOUNDING = Topic("founding", "The founding questions", "The questions with which it all began, with today's answers.")


class Questions:
    """The questions of an atlas in one era, by their ids; those that need a simulation are made when asked for."""

    def __init__(self, atlas: Atlas, era: str) -> None:
        self.atlas = atlas
        self.era = atlas.era(era).id
        self.names = Names.of(atlas, self.era)
        drawn = frozenset().union(*[components_drawn(atlas, view, self.era) for view in atlas.views.values()])
        authored = [question for question in atlas.questions.values() if self.era in atlas.eras_of(question)]
        makers = (part_questions, port_questions, fact_questions, hop_questions)
        made = [one for maker in makers for one in maker(atlas, self.era) if _can_be_answered(one, drawn)]
        self._known: dict[str, Question | None] = {question.id: question for question in (*authored, *made)}
        self._late = still_works_ids(atlas, self.era)
        self._authored = tuple([question.id for question in authored])
        founding = [question.id for question in authored if question.founding]
        by_topic: dict[str, list[str]] = {topic.id: [] for topic in (*atlas.topics.values(), *MAP_TOPICS)}
        for question in (*authored, *made):
            by_topic.setdefault(question.topic, []).append(question.id)
        by_topic[FAULTS.id] = list(self._late)
        self._by_topic: Mapping[str, tuple[str, ...]] = {
            INTERVIEW.id: self._authored,
            FOUNDING.id: tuple(founding),
            **{topic: tuple(ids) for topic, ids in by_topic.items()},
        }

    @property
    def topics(self) -> tuple[Topic, ...]:
        """Every topic that has a question in this era, those that gather questions of several topics first."""
        known = (INTERVIEW, FOUNDING, *self.atlas.topics.values(), *MAP_TOPICS)
        return tuple([topic for topic in known if self._by_topic[topic.id]])

    def topic(self, name: str) -> Topic:
        """The topic with this id or, whatever the case of its letters, this name.

        Raises:
            UnknownNameError: there is none in this era; names the nearest.
        """
        for topic in self.topics:
            if name.casefold() in (topic.id.casefold(), topic.name.casefold()):
                return topic
        raise UnknownNameError("topic", name, [text for topic in self.topics for text in (topic.id, topic.name)])

    def topic_of(self, question: Question) -> str:
        """The name of the topic of a question."""
        return next((topic.name for topic in self.topics if topic.id == question.topic), question.topic)

    def ids(self, topic: str = "") -> tuple[str, ...]:
        """The ids of the questions of a topic, by its id; "" for all, of which a few may turn out to ask nothing."""
        if topic == FAULTS.id:
            return tuple([id for id in self._late if self.question(id) is not None])
        return self._by_topic[topic] if topic else (*self._known, *[id for id in self._late if id not in self._known])

    def question(self, id: str) -> Question | None:
        """The question with an id; None when there is none, or when it would ask nothing in this era."""
        if id not in self._known and id in self._late:
            self._known[id] = still_works(self.atlas, self.era, id)
        return self._known.get(id)

    def some(self, topic: str, count: int, seed: int, progress: Progress, today: date) -> tuple[Asked, ...]:
        """Questions to ask, at most ``count``: those first that are due, then new ones.

        Args:
            topic: the id of a topic, "" for all.
            count: how many are wanted.
            seed: decides among equals, and how options are mixed.
            progress: what was answered before.
            today: the present date.
        """
        return self.chosen(self.ids(topic), count, seed, progress, today)

    def chosen(self, ids: Sequence[str], count: int, seed: int, progress: Progress, today: date) -> tuple[Asked, ...]:
        """The same of some questions, by their ids."""
        found: list[Asked] = []
        for id in chosen(ids, progress.cards, today, len(ids), seed):
            question = self.question(id) if len(found) < count else None
            if question is not None:
                found.append(ask(question, seed))
        return tuple(found)

    def about(self, component: str) -> tuple[str, ...]:
        """The ids of the questions about a component, those excepted that need a simulation."""
        known = [question for question in self._known.values() if question is not None]
        return tuple([question.id for question in known if component in question.components])

    def fitting(self, subjects: Sequence[str]) -> tuple[str, ...]:
        """The ids of the questions about components and flows, by their ids, the best first.

        The questions are best that are about the subjects named first; those that need a simulation are left out.
        """
        known = [question for question in self._known.values() if question is not None]
        return tuple([question.id for question in fitting(known, subjects, self._authored)])

    def every(self, topic: str = "") -> tuple[Question, ...]:
        """All questions of a topic, in their order."""
        found = [self.question(id) for id in self.ids(topic)]
        return tuple([question for question in found if question is not None])

    def prediction(self, flow: Flow, seed: int, branch: Branch | None = None) -> tuple[Asked, ...]:
        """A question before each step of a flow, or of one of its branches, to be asked one after the other."""
        return tuple([ask(question, seed) for question in predictions(self.atlas, flow, self.era, branch)])

    def as_drawn(self, parts: Iterable[str], view: str) -> tuple[str, ...]:
        """The parts that a view draws, and for the others of the era the nearest wholes that it draws."""
        drawn = components_drawn(self.atlas, self.atlas.view(view), self.era)
        there = [stands_for(self.atlas, part, drawn) for part in parts if part in self.names.called]
        return tuple(dict.fromkeys([part for part in there if part]))

    def view_for(self, question: Question, view: str) -> str:
        """The view on which a question to click is best asked: the present one where it draws what is asked for."""
        wanted = set(question.parts)
        flows = [self.atlas.flows[flow].view for flow in question.flows[:1]]
        present = [view] if view in self.atlas.views else []
        for name in (*present, *flows, self.atlas.manifest.home, *self.atlas.views):
            if wanted & components_drawn(self.atlas, self.atlas.view(name), self.era):
                return name
        return view


def _can_be_answered(question: Question, drawn: frozenset[str]) -> bool:
    """Whether a part that is to be clicked is drawn on some view."""
    return question.kind is not AnswerKind.CLICK or not drawn.isdisjoint(question.parts)
