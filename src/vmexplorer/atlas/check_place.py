"""A place where one looks for the cause of a fault, and the checks that can be made there."""

from __future__ import annotations

from dataclasses import dataclass

from vmexplorer.atlas.era import EraRange
from vmexplorer.atlas.evidence import Statement
from vmexplorer.atlas.fields import described
from vmexplorer.atlas.when import When

OUTPUT_LIMIT = 6000


@dataclass(frozen=True, slots=True)
class CheckAnswer:
    """What a check shows in some situation."""

    output: str = described(
        "what appears on the screen; a line such as `@vpxa -12 info Heartbeat | text` becomes a log line of the era,"
        " and {time -12} a moment",
        max_length=OUTPUT_LIMIT,
    )
    shows: str = described("what one can note down from it, in one sentence", max_length=160)
    when: tuple[When, ...] = described("it is shown when one of these holds; left out: otherwise", default=())
    eras: EraRange | None = described("the eras in which it looks like this; left out: all", default=None)


@dataclass(frozen=True, slots=True)
class EraCommand:
    """How a check is written in some eras."""

    run: str = described("the command line, or where to click", max_length=200)
    eras: EraRange = described("the eras in which it is written like this")


@dataclass(frozen=True, slots=True)
class Check:
    """Something one can look at."""

    id: str = described("id, unique in the pack")
    name: str = described("the question it answers, in a few words", max_length=60)
    run: str = described("the command line, or where to click", max_length=200)
    looks_at: str = described("the component or link whose state it tells")
    tells: Statement = described("what one learns from it")
    answers: tuple[CheckAnswer, ...] = described("what it shows; the first that fits counts, and one has no `when`")
    otherwise: tuple[EraCommand, ...] = described("how it is written in eras that differ", default=())
    eras: EraRange | None = described("the eras that have it, as far as the part exists; left out: all", default=None)


@dataclass(frozen=True, slots=True)
class Hindrance:
    """Why a check gives no answer of its own; the first that holds counts."""

    id: str = described("id, unique in the pack, such as ssh-is-down")
    when: tuple[When, ...] = described("one of these must hold")
    output: str = described("what appears instead; written as in an answer", max_length=OUTPUT_LIMIT)
    shows: str = described("what one can note down from it, in one sentence", max_length=160)
    begins: tuple[str, ...] = described("only for commands that begin with one of these; left out: all", default=())
    eras: EraRange | None = described("the eras in which it is so; left out: all", default=None)


@dataclass(frozen=True, slots=True)
class CheckPlace:
    """A place where commands are typed or pages are looked at, with its checks."""

    id: str = described("id, unique in the pack")
    name: str = described("what people call the place", max_length=32)
    how: str = described("how one gets there, in a few words", max_length=120)
    order: int = described("its place among the others, from 1")
    checks: tuple[Check, ...] = described("what can be looked at there")
    prompt: str = described("what stands before a command", default="", max_length=40)
    hindrances: tuple[Hindrance, ...] = described("what keeps its checks from answering", default=())
