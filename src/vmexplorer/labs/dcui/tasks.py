"""Which functions stand behind each row of the menus and each question of the console."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from vmexplorer.atlas.console import OPENS, Behaviour, Place
from vmexplorer.labs.dcui import agents, networking, password, power, services, settings_forms
from vmexplorer.labs.dcui.frames import About, MenuFrame
from vmexplorer.labs.dcui.state import ConsoleState, Outcome
from vmexplorer.labs.dcui.task import Task, told

TASKS: Mapping[About, Task] = MappingProxyType(
    {
        Place.LOG_IN: Task(power.nothing, submit=password.submit_log_in),
        Place.POWER: Task(power.nothing, answer=power.answer_power, finish=power.finish_power),
        Behaviour.PASSWORD: Task(password.open_password, submit=password.submit_password),
        Behaviour.LOCKDOWN: Task(services.open_lockdown, submit=services.submit_lockdown),
        Behaviour.NETWORK_MENU: Task(power.nothing, answer=networking.answer_changes, finish=networking.finish_changes),
        Behaviour.ADAPTERS: Task(settings_forms.open_adapters, submit=settings_forms.submit_adapters),
        Behaviour.VLAN: Task(settings_forms.open_vlan, submit=settings_forms.submit_vlan),
        Behaviour.IPV4: Task(settings_forms.open_ipv4, submit=settings_forms.submit_ipv4),
        Behaviour.IPV6: Task(settings_forms.open_ipv6, submit=settings_forms.submit_ipv6),
        Behaviour.DNS: Task(settings_forms.open_dns, submit=settings_forms.submit_dns),
        Behaviour.SUFFIXES: Task(settings_forms.open_suffixes, submit=settings_forms.submit_suffixes),
        Behaviour.RESTART_NETWORK: Task(
            networking.ask_restart, answer=networking.begin_restart, finish=networking.finish_restart
        ),
        Behaviour.TEST_NETWORK: Task(networking.open_test, submit=networking.submit_test),
        Behaviour.DISABLE_NETWORK: Task(networking.open_disable, answer=networking.answer_disable),
        Behaviour.RESTORE_NETWORK: Task(networking.ask_restore, answer=networking.answer_restore),
        Behaviour.RESTORE_STANDARD_SWITCH: Task(
            networking.ask_standard_switch, answer=networking.answer_standard_switch
        ),
        Behaviour.RESTORE_DISTRIBUTED_SWITCH: Task(
            networking.ask_distributed_switch, answer=networking.answer_distributed_switch
        ),
        Behaviour.KEYBOARD: Task(services.open_keyboard, submit=services.submit_keyboard),
        Behaviour.SHELL: Task(services.switch_shell),
        Behaviour.SSH: Task(services.switch_ssh),
        Behaviour.TIME_OUTS: Task(services.open_time_outs, submit=services.submit_time_outs),
        Behaviour.RESTART_AGENTS: Task(
            agents.ask_restart_agents, answer=agents.begin_restart_agents, finish=agents.finish_restart_agents
        ),
        Behaviour.SUPPORT: Task(services.open_support),
        Behaviour.RESET: Task(power.ask_reset, answer=power.begin_reset, finish=power.finish_reset),
    }
)


def open_row(state: ConsoleState, behaviour: Behaviour) -> Outcome:
    """Does what a row says, unless a part that it needs is out of order."""
    row = state.book.row(behaviour)
    for part in row.item.needs:
        trouble = state.surroundings.trouble(part)
        if trouble:
            lines = (f"This does not work now: {part} {trouble}.",)
            why = (f"In this lab the row needs {part}; the notes say how sure that is.",)
            return Outcome(told(state, behaviour, row.name, *lines, wrong=True, why=why))
    if behaviour in OPENS:
        return Outcome(state.push(MenuFrame(OPENS[behaviour])))
    return TASKS[behaviour].open(state)
