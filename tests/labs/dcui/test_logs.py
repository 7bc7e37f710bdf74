"""Logs: the form of their lines by era, what is done adds lines, and reading them."""

from __future__ import annotations

import re

import pytest

from tests.helpers.console import ERAS, among, fresh, inside, log_in, text, to, typed
from vmexplorer.atlas.console import Behaviour
from vmexplorer.labs.dcui.frames import LogFrame, MenuFrame
from vmexplorer.labs.dcui.logs import log_lines
from vmexplorer.labs.dcui.state import ConsoleState
from vmexplorer.labs.dcui.surroundings import Surroundings

_ISO = r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z"
_LOCAL = r"\d{4}-\d\d-\d\d \d\d:\d\d:\d\d\.\d{3}"
_DAY = r"[A-Z][a-z]{2} [ \d]\d \d\d:\d\d:\d\d"
_LEVEL = r"(verbose|info|warning|error)"
_MARK = r"(Db|In|Wa|Er)\(\d+\)"

# The forms of the reference for each log, by the first era that has them.
FORMS = {
    ("hostd", "e3"): rf"\[{_LOCAL} '[\w.-]+' 1840 {_LEVEL}\] .+",
    ("hostd", "e4"): rf"\[{_LOCAL} [0-9A-F]{{8}} {_LEVEL} '[\w.-]+'( opID=\S+)?( user=\S+)?\] .+",
    ("hostd", "e5"): rf"{_ISO} \[[0-9A-F]{{8}} {_LEVEL} '[\w.-]+'( opID=\S+)?( user=\S+)?\] .+",
    ("hostd", "e7"): rf"{_ISO} {_LEVEL} hostd\[\d+\] \[Originator@6876 sub=[\w.-]+( opID=\S+)?( user=\S+)?\] .+",
    ("hostd", "e8"): rf"{_ISO} {_MARK} Hostd\[\d+\]: \[Originator@6876 sub=[\w.-]+( opID=\S+)?( user=\S+)?\] .+",
    ("vpxa", "e8"): rf"{_ISO} {_MARK} Vpxa\[\d+\]: \[Originator@6876 sub=[\w.-]+( opID=\S+)?\] .+",
    ("vmkernel", "e7"): rf"{_ISO} cpu\d+:\d+\).+",
    ("vmkernel", "e8"): rf"{_ISO} {_MARK} vmkernel: cpu\d+:\d+\).+",
    ("vobd", "e7"): rf"{_ISO}: \[\w+\] \d+us: \[[\w.]+\] .+",
    ("vobd", "e9"): rf"{_ISO} {_MARK} vobd\[\d+\]:  \[\w+\] \d+us: \[[\w.]+\] .+",
    ("messages", "e4"): rf"{_DAY} (vmkernel: \d:\d\d:\d\d:\d\d\.\d{{3}} cpu\d+:\d+\)|[\w-]+: ).+",
}


def done_a_lot(era: str) -> ConsoleState:
    """A console at which everything was done that leaves lines."""
    state = typed(fresh(era), 'F2 "wrong" Enter Esc').state
    state = typed(state, f"{log_in(era)}").state
    return typed(to(state, Behaviour.RESTART_NETWORK), "F11 Wait Enter Esc").state


@pytest.mark.parametrize(("log", "era"), FORMS)
def test_every_line_has_the_form_of_its_era(log: str, era: str) -> None:
    lines = log_lines(done_a_lot(era), log)
    assert len(lines) >= 6
    assert [line for line in lines if not re.fullmatch(FORMS[log, era], line)] == []


@pytest.mark.parametrize("era", ERAS)
def test_lines_stand_in_the_order_of_their_times(era: str) -> None:
    for book in fresh(era).book.logs:
        lines = log_lines(done_a_lot(era), book.log.id)
        stamps = [found.group() for line in lines if (found := re.search(f"{_ISO}|{_LOCAL}|{_DAY}", line))]
        assert len(stamps) == len(lines)
        assert stamps == sorted(stamps)


@pytest.mark.parametrize(("era", "marks"), [("e8", {"Db(167)", "In(166)", "Wa(164)"}), ("e3", set())])
def test_priority_is_facility_and_severity(era: str, marks: set[str]) -> None:
    hung = among(fresh(era), Surroundings(hung=frozenset({"hostd"})))
    assert set(re.findall(r" (\w\w\(\d+\)) ", "\n".join(log_lines(hung, "hostd")))) == marks


class TestWhatIsDone:
    @pytest.mark.parametrize(
        ("era", "log", "says"),
        [
            ("e8", "syslog", "authentication of user root failed"),
            ("e8", "syslog", "authentication of user root succeeded"),
            ("e8", "syslog", "user root logged out"),
            ("e8", "vobd", "esx.audit.dcui.network.restart"),
            ("e3", "messages", "authentication of user root failed"),
        ],
    )
    def test_it_leaves_lines(self, era: str, log: str, says: str) -> None:
        assert not any(says in line for line in log_lines(fresh(era), log))
        assert any(says in line for line in log_lines(done_a_lot(era), log))

    @pytest.mark.parametrize("stopped", ["vmsyslogd", "vobd"])
    def test_a_program_that_does_not_run_writes_nothing(self, stopped: str) -> None:
        state = among(done_a_lot("e8"), Surroundings(stopped=frozenset({stopped})))
        assert not any("esx.audit" in line for line in log_lines(state, "vobd"))

    def test_a_hanging_hostd_is_told_by_the_kernel(self) -> None:
        hung = among(fresh(), Surroundings(hung=frozenset({"hostd"})))
        says = "hostd detected to be non-responsive"
        assert any(says in line for line in log_lines(hung, "vmkernel"))
        assert not any(says in line for line in log_lines(fresh(), "vmkernel"))


class TestReading:
    def opened(self, keys: str = "4") -> ConsoleState:
        return typed(to(inside(), Behaviour.LOGS_MENU), keys).state

    def test_a_digit_or_enter_opens_a_log_at_its_end(self) -> None:
        assert self.opened("4").top == self.opened("Down x3 Enter").top
        assert text(self.opened()).splitlines()[22] in "\n".join(log_lines(self.opened(), "hostd")[-1:])

    def test_logs_can_be_read_while_hostd_is_stopped(self) -> None:
        dead = typed(among(fresh(), Surroundings(stopped=frozenset({"hostd"}))), log_in()).state
        assert isinstance(typed(to(dead, Behaviour.LOGS_MENU), "4").state.top, LogFrame)

    def test_scrolling_stays_inside(self) -> None:
        bottom = self.opened()
        assert typed(bottom, "Down").state.top == bottom.top
        top = typed(bottom, "Home").state
        assert typed(top, "Up PageUp").state.top == top.top
        assert typed(top, "PageDown").state.top == LogFrame("hostd", 22)
        assert typed(top, "End").state.top == bottom.top

    def test_searching_goes_from_find_to_find(self) -> None:
        first = typed(self.opened(), '/ "task created" Enter').state
        assert "Task Created" in text(first).splitlines()[0]
        second = typed(first, "n").state
        assert isinstance(first.top, LogFrame)
        assert isinstance(second.top, LogFrame)
        assert second.top.top > first.top.top
        nowhere = typed(second, '/ "no such words" Enter').state
        assert isinstance(nowhere.top, LogFrame)
        assert nowhere.top.top == second.top.top

    def test_letters_belong_to_the_search_while_it_is_typed(self) -> None:
        typing = typed(self.opened(), '/ "qqn"').state
        assert isinstance(typing.top, LogFrame)
        assert typing.top.search == "qqn"
        corrected = typed(typing, "Backspace x2").state
        assert isinstance(corrected.top, LogFrame)
        assert corrected.top.search == "q"
        assert isinstance(typed(typing, "Esc").state.top, LogFrame)

    @pytest.mark.parametrize("key", ["Esc", "q"])
    def test_it_is_left(self, key: str) -> None:
        assert isinstance(typed(self.opened(), key).state.top, MenuFrame)

    @pytest.mark.parametrize("key", ["0", "7", "9", "²"])
    def test_a_digit_without_a_log_does_nothing(self, key: str) -> None:
        assert isinstance(self.opened(key).top, MenuFrame)
