"""Log-in at the console, and the password of root."""

from __future__ import annotations

from vmexplorer.atlas.console import Behaviour, Menu, Place
from vmexplorer.atlas.console_log import Happening
from vmexplorer.labs.dcui.effects import PasswordChanged
from vmexplorer.labs.dcui.frames import Answer, Field, FieldKind, FormFrame, MenuFrame, QuestionFrame
from vmexplorer.labs.dcui.state import ConsoleState, Outcome
from vmexplorer.labs.dcui.task import flow_of, refused, told
from vmexplorer.labs.dcui.validation import LONGEST_PASSWORD, password_error

ROOT = "root"
CUSTOMIZE, POWER = "customize", "power"


def password_hint(state: ConsoleState) -> str:
    """Where the log-in of the simulated host can be known from, as a sentence."""
    password = state.host.password
    if not password:
        return "The simulated host has no password: log in as root and leave it empty."
    if password == state.book.product.password:
        return f"The simulated host takes the user root with the password {password}"
    return "The simulated host takes the user root with the password that you have set."


def log_in(state: ConsoleState, then: str) -> Outcome:
    """Asks who is there before the menus or the power menu open."""
    fields = (
        Field("name", "Login Name", value=ROOT),
        Field("password", "Password", FieldKind.SECRET, room=LONGEST_PASSWORD),
    )
    return Outcome(state.push(FormFrame(Place.LOG_IN, "Authentication Required", fields, row=1, then=then)))


def _ask_to_log_in(state: ConsoleState) -> Outcome:
    return log_in(state, CUSTOMIZE)


def submit_log_in(state: ConsoleState, form: FormFrame) -> Outcome:
    """Opens what the log-in was asked for, or says that name or password are wrong."""
    if form.value("name") != ROOT or form.value("password") != state.host.password:
        wrong = state.note(Happening.LOG_IN_FAILED)
        cleared = tuple([_cleared(field) for field in form.fields])
        again = FormFrame(form.about, form.title, cleared, row=1, then=form.then)
        return refused(wrong, again, f"Wrong user name or password. {password_hint(state)}")
    inside = state.note(Happening.LOGGED_IN).pop()
    if form.then == CUSTOMIZE:
        return Outcome(inside.push(MenuFrame(Menu.CUSTOMIZATION)))
    return Outcome(inside.push(_power_question(state)))


def _cleared(field: Field) -> Field:
    return Field(field.id, field.label, field.kind, room=field.room) if field.kind is FieldKind.SECRET else field


def _power_question(state: ConsoleState) -> QuestionFrame:
    machines = state.host.machines
    lines = ["The host stops when it is shut down or restarted."]
    if machines:
        lines.append(f"{machines} virtual machines run on it. They stop too.")
    return QuestionFrame(
        Place.POWER, "Shut Down/Restart", tuple(lines), (Answer("F2", "Shut Down"), Answer("F11", "Restart"))
    )


def open_password(state: ConsoleState) -> Outcome:
    """Asks for the old password, when there is one, and twice for the new."""
    old = (_secret("old", "Old Password"),) if state.host.password else ()
    fields = (*old, _secret("new", "New Password"), _secret("again", "Confirm Password"))
    title = state.book.row(Behaviour.PASSWORD).name
    return Outcome(state.push(FormFrame(Behaviour.PASSWORD, title, fields)))


def submit_password(state: ConsoleState, form: FormFrame) -> Outcome:
    """Sets the new password when it is good."""
    if state.host.password and form.value("old") != state.host.password:
        return refused(state, form, "The old password is wrong.", "old")
    error = password_error(form.value("new"))
    if error:
        return refused(state, form, error, "new")
    if form.value("new") != form.value("again"):
        return refused(state, form, "The two new passwords differ.", "again")
    done = state.pop().setting(password=form.value("new")).note(Happening.PASSWORD_CHANGED)
    told_so = told(
        done,
        Behaviour.PASSWORD,
        form.title,
        "The password of root has been changed.",
        why=("Until the next hourly save the new password is in memory only.",),
    )
    return Outcome(told_so, (PasswordChanged(), *flow_of(state, Behaviour.PASSWORD)))


def _secret(id: str, label: str) -> Field:
    return Field(id, label, FieldKind.SECRET, room=LONGEST_PASSWORD)
