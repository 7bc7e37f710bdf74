"""The restart of the management agents: the order in which they stop and start."""

from __future__ import annotations

from dataclasses import replace

from vmexplorer.atlas.console import Behaviour, ConsoleAgent
from vmexplorer.atlas.console_log import Happening
from vmexplorer.labs.dcui.effects import AgentsRestarted
from vmexplorer.labs.dcui.frames import ProgressFrame, Stage
from vmexplorer.labs.dcui.state import ConsoleState, Outcome
from vmexplorer.labs.dcui.task import asked, flow_of, told

_TITLE = "Restart Management Agents"


def ask_restart_agents(state: ConsoleState) -> Outcome:
    """Asks before the agents are restarted."""
    lines = (
        "hostd, vpxa and the other agents stop and start again.",
        "Clients lose their sessions, and tasks that run fail.",
        "Virtual machines are not touched.",
    )
    return asked(state, Behaviour.RESTART_AGENTS, f"{_TITLE}: Confirm", *lines)


def begin_restart_agents(state: ConsoleState, _key: str) -> Outcome:
    """Stops one after the other and starts them in the reverse order."""
    agents = _running(state)
    stages = [Stage(f"Stopping {agent.id}", agent.component or "", runs=False) for agent in agents]
    stages += [Stage(f"Starting {agent.id}", agent.component or "", runs=True) for agent in reversed(agents)]
    return Outcome(state.swap(ProgressFrame(Behaviour.RESTART_AGENTS, _TITLE, tuple(stages))))


def finish_restart_agents(state: ConsoleState, progress: ProgressFrame) -> Outcome:
    """All agents run again, also those that had been stopped or had hung."""
    stopped = _components(progress, runs=False)
    started = _components(progress, runs=True)
    done = told(
        state.pop().note(Happening.AGENTS_RESTARTED),
        Behaviour.RESTART_AGENTS,
        _TITLE,
        "The management agents have been restarted.",
        why=("What made an agent hang may make it hang again: look for the cause in the logs.",),
    )
    return Outcome(
        _with_running(done, frozenset(started)),
        (AgentsRestarted(stopped, started), *flow_of(state, Behaviour.RESTART_AGENTS)),
    )


def _with_running(state: ConsoleState, components: frozenset[str]) -> ConsoleState:
    return replace(state, surroundings=state.surroundings.without(components))


def _running(state: ConsoleState) -> tuple[ConsoleAgent, ...]:
    """The agents of this host; those that are switched off or belong to no vCenter are left out."""
    off = {"esxi-shell": not state.host.shell_on, "ssh": not state.host.ssh_on}
    off |= dict.fromkeys(("vpxa", "ha-fdm"), not state.host.managed)
    return tuple([agent for agent in state.book.agents if not off.get(agent.component or "", False)])


def _components(progress: ProgressFrame, *, runs: bool) -> tuple[str, ...]:
    found = [stage.component for stage in progress.stages if stage.component and stage.runs is runs]
    return tuple(dict.fromkeys(found))
