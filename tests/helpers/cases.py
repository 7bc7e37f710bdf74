"""A troubleshooting case for the tiny pack, and a simulator that knows the states it was given."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from tests.helpers.packs import atlas_of, copy_tiny_pack, write
from vmexplorer.atlas.atlas import Atlas
from vmexplorer.atlas.fault_words import Trouble
from vmexplorer.lessons.breaking import FaultKind, HiddenFault
from vmexplorer.lessons.health import HEALTHY, Health
from vmexplorer.lessons.simulator import Simulation

FAULTS = """\
clocks:
  - begins: "2026-03-02T08:16:00.000"
headers:
  - {log: agent, file: /var/log/agent.log, form: "{time} {level} agent [sub={sub}] {text}", eras: e5}
  - {log: agent, file: /var/log/agent.log, form: "{time} {level} Agent[7]: {text}", info: In(166), eras: e8}
  - {log: door, file: /var/log/door.log, form: "{short} {text}", eras: e8}
conditions:
  - {id: sleepy, name: Sleepy agent, note: "It sleeps. [gk]", client: "Nothing moves. [gk]", component: agent}
"""

SHELL = """\
id: shell
name: Shell
how: At the keyboard.
order: 1
prompt: "$"
hindrances:
  - id: no-kernel
    when: [kernel stopped]
    output: |
      (dark)
    shows: Nothing answers.
  - id: no-door
    when: [proxy stopped]
    begins: [ask]
    eras: e8
    output: |
      refused
    shows: The door is shut.
checks:
  - id: status
    name: Does the agent run?
    run: agent status
    otherwise:
      - {run: ps agent, eras: e5}
    looks_at: agent
    tells: It looks for the process. [v:S1]
    answers:
      - when: [agent stopped]
        output: |
          not running
        shows: The agent is gone.
      - output: |
          running
        shows: The agent is there.
  - id: question
    name: Does the agent answer?
    run: ask agent
    looks_at: agent
    tells: It wants an answer. [gk]
    answers:
      - when: [agent hung|stopped, condition sleepy]
        output: |
          (nothing)
        shows: The agent keeps silent.
      - eras: e5
        output: |
          yes, sir
        shows: The agent answers politely.
      - output: |
          yes
        shows: The agent answers.
  - id: log
    name: What does the agent log?
    run: tail agent.log
    looks_at: agent
    tells: It writes what it does. [v:S1]
    answers:
      - when: [agent faulty]
        output: |
          @agent -60 error Work | cannot go on
          (nothing since {clock -60})
        shows: The agent had trouble a minute ago.
      - output: |
          @agent -1.5 info Work | done
        shows: The agent works.
"""

DESK = """\
id: desk
name: Desk
how: At the desk.
order: 2
checks:
  - id: door
    name: Is the door open?
    run: knock
    looks_at: L2
    tells: It tries the door. [v:S2]
    answers:
      - when: [L2 faulty]
        output: |
          @door -2 info | nobody
        shows: The door does not open.
      - output: |
          open
        shows: The door opens.
"""

CASE = """\
id: T01
name: The silent agent
summary: Nobody gets an answer.
era: e8
view: all
faults: [hang agent]
told_by: Kim, desk, Monday
story:
  - It does not answer.
symptom: The agent is silent. [v:S1]
path: [status, question]
hypotheses:
  - {id: hung, says: The agent hangs., right: true, why: ["It runs and is silent. [v:S1]"]}
  - {id: gone, says: The agent is gone., why: ["It runs. [v:S1]"]}
  - {id: shut, says: The door is shut., why: ["It opens. [v:S2]"]}
finding:
  - The agent hangs. [v:S1]
repairs:
  - {id: restart, says: Restart it., right: true, leads_to: ["It answers. [gk]"]}
  - {id: knock, says: Knock louder., leads_to: ["Nothing. [gk]"]}
  - {id: wait, says: Wait., for_a_while: true, leads_to: ["It answers once. [gk]"]}
hints:
  - Ask it. [gk]
  - It runs. [gk]
lights:
  - {part: agent, light: fault, badge: hangs, says: "It hangs. [v:S1]"}
  - {part: L3, light: affected, says: "No answer. [v:S2]"}
  - {part: proxy, light: good, says: "The door is open. [v:S2]"}
flow: F01
debrief:
  - Running is not answering. [gk]
evidence:
  - check: door
    output: |
      open, as ever at {clock}
    shows: The door is open.
"""

PATH = ("status", "question")


def add_cases(pack: Path) -> Path:
    """Gives a copy of the tiny pack checks at two places and the case T01."""
    (pack / "checks").mkdir()
    (pack / "cases").mkdir()
    write(pack, "faults.yaml", FAULTS)
    write(pack, "checks/shell.yaml", SHELL)
    write(pack, "checks/desk.yaml", DESK)
    write(pack, "cases/T01.yaml", CASE)
    return pack


def cases_atlas(folder: Path) -> Atlas:
    """The tiny atlas with checks and the case T01."""
    return atlas_of(add_cases(copy_tiny_pack(folder)))


class KnownSimulator:
    """Answers from a table of states by fault; every fault shows ``shows``."""

    def __init__(self, healths: Mapping[str, Health], shows: str = "Nobody gets an answer.") -> None:
        self.healths = healths
        self.shows = shows

    def simulate(self, era: str, faults: Sequence[str]) -> Simulation:
        health = self.health(era, faults)
        notes = {part: f"{part} suffers." for part in health.states}
        return Simulation(health, self.shows, tuple(health.states)[:1], notes, ("mend it",), "F01")

    def health(self, era: str, faults: Sequence[str]) -> Health:
        return self.healths.get(faults[0], HEALTHY)

    def single_faults(self, era: str) -> Sequence[HiddenFault]:
        kinds = {"stop": FaultKind.STOPPED, "hang": FaultKind.HUNG, "cut": FaultKind.CUT}
        pairs = [(fault, *fault.split(" ")) for fault in self.healths]
        return [HiddenFault(part, kinds[verb], fault) for fault, verb, part in pairs]


def simulator() -> KnownSimulator:
    """The agent can stop or hang, the door be cut; a stopped client shows nowhere."""
    return KnownSimulator(
        {
            "hang agent": Health({"agent": Trouble.HUNG, "client": Trouble.DEGRADED}),
            "stop agent": Health({"agent": Trouble.STOPPED}),
            "cut L2": Health({"L2": Trouble.CUT}),
            "cut L3": Health({"L3": Trouble.CUT, "L2": Trouble.DOWN}),
            "stop client": Health({"client": Trouble.STOPPED}),
        }
    )
