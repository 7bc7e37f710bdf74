"""Questions made from the links: who answers on a port?"""

from __future__ import annotations

from collections.abc import Iterable

from vmexplorer.atlas.atlas import Atlas
from vmexplorer.atlas.link import Link, Opens, Port
from vmexplorer.atlas.question import AnswerKind, Question
from vmexplorer.lessons.quiz.map_topics import PARTS, made

_MOST_RIGHT = 3  # parts that may answer on one port before the question says nothing any more
_OUTWARD = "Outgoing"


def port_questions(atlas: Atlas, era: str) -> tuple[Question, ...]:
    """A question for each port to which somebody connects, unless too many parts answer on it.

    Right is everybody at the receiving end, also a front door on the way, and every part that
    says of itself that it listens there.
    """
    links: dict[Port, list[Link]] = {}
    for link in atlas.links.values():
        for port in link.ports if era in atlas.link_eras[link.id] else ():
            links.setdefault(port, []).append(link)
    found = [_question(atlas, port, using, era) for port, using in links.items()]
    return tuple([question for question in found if len(question.parts) <= _MOST_RIGHT])


def _question(atlas: Atlas, port: Port, links: Iterable[Link], era: str) -> Question:
    parts: dict[str, None] = {}
    for link in links:
        parts |= dict.fromkeys([link.target, *link.via])
        if link.opens is Opens.BOTH:
            parts[link.source] = None
    listening = [part.id for part in atlas.components.values() if _listens(atlas, part.id, port)]
    right = [part for part in (*parts, *listening) if era in atlas.component_eras.get(part, ())]
    where = f"inside the host to {port}" if port.loopback else f"to {port}"
    told = [made(f"{_ends(atlas, link)}: {link.carries}.", link.description) for link in links]
    return Question(
        id=f"port-{str(port).casefold().replace('/', '-').replace(' ', '-')}",
        asks=f"Something connects {where}. Which part answers?",
        topic=PARTS.id,
        kind=AnswerKind.CLICK,
        reason=tuple(told),
        components=tuple(dict.fromkeys(right)),
        parts=tuple(dict.fromkeys(right)),
    )


def _listens(atlas: Atlas, part: str, port: Port) -> bool:
    notes = [note for note in atlas.components[part].ports if note.port == str(port)]
    return any(not note.note.text.startswith(_OUTWARD) for note in notes)


def _ends(atlas: Atlas, link: Link) -> str:
    between = "and" if link.opens is Opens.BOTH else "to"
    return f"{atlas.component(link.source).name} {between} {atlas.component(link.target).name}, {link.protocol}"
