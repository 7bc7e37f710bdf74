"""The topics of the questions that are made from the map, and how such questions are put together."""

from __future__ import annotations

from collections.abc import Iterable

from vmexplorer.atlas.evidence import Evidence, Standing, Statement
from vmexplorer.atlas.question import Topic

PARTS = Topic("map-parts", "On the map: which part is it?", "Which part does this, and which one has stopped.")
FACTS = Topic("map-facts", "On the map: ports, logs, commands", "Which port, log or command belongs to which part.")
MESSAGES = Topic("map-messages", "On the map: the next message", "Who gets the message next, and in which order.")
FAULTS = Topic("map-faults", "On the map: if a part stops", "What fails and what still works without a part.")

MAP_TOPICS = (PARTS, FACTS, MESSAGES, FAULTS)


def made(text: str, statements: Iterable[Statement] = ()) -> Statement:
    """A sentence that is put together from statements, with their evidence; general knowledge without any."""
    evidence = tuple(dict.fromkeys(mark for statement in statements for mark in statement.evidence))
    return Statement(text, evidence or (Evidence(Standing.GENERAL),))
