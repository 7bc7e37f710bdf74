"""What the person is looking at, and what is known of it: the notes beside the screen."""

from __future__ import annotations

from typing import NamedTuple

from vmexplorer.atlas.console import Menu, Place
from vmexplorer.atlas.evidence import Statement
from vmexplorer.labs.dcui.frames import About, LogFrame, MenuFrame, MessageFrame, QuestionFrame
from vmexplorer.labs.dcui.handbook import KERNEL, MenuRow
from vmexplorer.labs.dcui.menus import chosen, menu_title
from vmexplorer.labs.dcui.network import cable
from vmexplorer.labs.dcui.password import password_hint
from vmexplorer.labs.dcui.state import ConsoleState, Terminal, has_no_console

_TERMINALS = {
    Terminal.SHELL: Place.SHELL,
    Terminal.SUMMARY: Place.SUMMARY,
    Terminal.KERNEL_LOG: Place.KERNEL_LOG,
}


class Subject(NamedTuple):
    """What is on the screen: a screen of its own, a row of a menu, or a log (by its id)."""

    place: Place | None = None
    row: MenuRow | None = None
    log: str = ""


class Notes(NamedTuple):
    """What stands beside the screen.

    ``here`` are sentences on this moment of the simulation, ``known`` the statements on the real
    thing with their evidence, ``touches`` the components that the subject works on in this era.
    """

    title: str
    here: tuple[str, ...]
    known: tuple[Statement, ...]
    touches: tuple[str, ...]
    links: tuple[str, ...]


def subject_of(state: ConsoleState) -> Subject:
    """What the person is looking at."""
    place = _screen_without_stack(state)
    if place is not None:
        return Subject(place)
    match state.top:
        case None:
            subject = Subject(Place.WELCOME)
        case MenuFrame() as frame:
            choice = chosen(state, frame)
            subject = Subject(row=choice.item, log=choice.log)
        case LogFrame() as frame:
            subject = Subject(Place.LOG, log=frame.log)
        case frame:
            subject = _about(state, frame.about)
    return subject


def _screen_without_stack(state: ConsoleState) -> Place | None:
    """The screen that hides menus and dialogs, if one does."""
    if not state.is_on:
        return Place.OFF
    if state.surroundings.trouble(KERNEL):
        return Place.PURPLE
    if state.terminal in _TERMINALS:
        return _TERMINALS[state.terminal]
    return Place.NO_DCUI if has_no_console(state) else None


def title_of(state: ConsoleState) -> str:
    """The name of the screen."""
    top = state.top
    if isinstance(top, MenuFrame) and subject_of(state).place is None:
        return menu_title(state, top.menu)
    return notes_of(state).title


def notes_of(state: ConsoleState) -> Notes:
    """The notes on what is being looked at."""
    subject = subject_of(state)
    parts = state.book.parts
    if subject.row is not None:
        item = subject.row.item
        title, known, touches, links = subject.row.name, subject.row.notes, item.touches, item.links
    elif subject.log:
        book = state.book.log(subject.log)
        title, known = book.log.name, (book.form.known, *book.log.help)
        touches, links = ("dcui", book.log.writer), ()
    else:
        place = state.book.places[subject.place or Place.WELCOME]
        title, known = place.name, state.book.place_notes[place.id]
        touches, links = place.touches, place.links
    return Notes(
        title,
        _here(state, subject),
        (*known, *_more(state, subject)),
        tuple([part for part in touches if part in parts]),
        tuple([link for link in links if link in parts]),
    )


def _about(state: ConsoleState, about: About) -> Subject:
    return Subject(about) if isinstance(about, Place) else Subject(row=state.book.row(about))


def _more(state: ConsoleState, subject: Subject) -> tuple[Statement, ...]:
    if subject.place is Place.WELCOME:
        return (state.book.product.known,)
    if subject.place is Place.LOG:
        return state.book.place_notes[Place.LOG]
    top = state.top
    if isinstance(top, MenuFrame) and top.menu is Menu.CUSTOMIZATION:
        return state.book.place_notes[Place.CUSTOMIZATION]
    return ()


def _here(state: ConsoleState, subject: Subject) -> tuple[str, ...]:
    top = state.top
    if subject.place in (Place.WELCOME, Place.LOG_IN, Place.SHELL):
        return (password_hint(state),)
    if isinstance(top, MessageFrame):
        return top.why
    if isinstance(top, MenuFrame) and state.pending not in (None, state.host.network):
        return ("What was entered is not in force yet: Esc asks whether to apply it.",)
    if isinstance(top, QuestionFrame):
        return ("Esc leaves without doing it.",)
    trouble = cable(state).why
    if trouble and "vmk-network-stack" in (subject.row.item.touches if subject.row else ()):
        return (f"The management network does not work: {trouble}.",)
    return ()
