"""The management network as a whole: apply, restart, disable, test and restore it."""

from __future__ import annotations

from dataclasses import replace

from vmexplorer.atlas.console import Behaviour
from vmexplorer.atlas.console_log import Happening
from vmexplorer.labs.dcui.configuration import NetworkSettings, Switch, default_network
from vmexplorer.labs.dcui.effects import NetworkRestarted, NetworkSwitched, SwitchRestored
from vmexplorer.labs.dcui.frames import BAD, GOOD, Answer, Field, FormFrame, ProgressFrame, QuestionFrame, Stage
from vmexplorer.labs.dcui.network import Reply, full_name, network_of, ping, resolve
from vmexplorer.labs.dcui.state import ConsoleState, Outcome
from vmexplorer.labs.dcui.task import asked, flow_of, refused, told
from vmexplorer.labs.dcui.validation import address6_error, address_error, losses, name_error

_STACK = "vmk-network-stack"
_STAGES = (
    Stage("vmk0 goes down", _STACK, runs=False),
    Stage("vmk0 comes up", _STACK, runs=True),
)
_YES, _NO = Answer("y", "Yes"), Answer("n", "No")
_TESTED = ("address1", "address2", "address3")


def leave_network_menu(state: ConsoleState) -> Outcome:
    """Asks whether to apply what was entered, and warns of what it costs."""
    if state.pending is None or state.pending == state.host.network:
        return Outcome(replace(state.pop(), pending=None))
    lines = ("Apply changes and restart the management network?", "", *losses(state, state.pending))
    title = f"{state.book.row(Behaviour.NETWORK_MENU).name}: Confirm"
    frame = QuestionFrame(Behaviour.NETWORK_MENU, title, lines, (_YES, _NO), "Leave without applying", _NO.key)
    return Outcome(state.push(frame))


def answer_changes(state: ConsoleState, key: str) -> Outcome:
    """Applies what was entered, or forgets it; either way the menu closes."""
    back = state.pop().pop()
    if key == _NO.key or state.pending is None:
        return Outcome(replace(back, pending=None))
    return Outcome(back.push(ProgressFrame(Behaviour.NETWORK_MENU, "Management Network", _STAGES)))


def finish_changes(state: ConsoleState, _progress: ProgressFrame) -> Outcome:
    """The new settings are in force."""
    wanted = state.settings
    done = replace(state.pop(), pending=None)
    return _restarted(done, Behaviour.NETWORK_MENU, wanted, "The new settings are in force.")


def ask_restart(state: ConsoleState) -> Outcome:
    """Asks before the network is restarted."""
    lines = ("The management network goes down for a moment.", "Whoever is connected to the host loses it.")
    return asked(state, Behaviour.RESTART_NETWORK, "Restart Management Network: Confirm", *lines)


def begin_restart(state: ConsoleState, _key: str) -> Outcome:
    """Takes the network down and up."""
    return Outcome(state.swap(ProgressFrame(Behaviour.RESTART_NETWORK, "Restart Management Network", _STAGES)))


def finish_restart(state: ConsoleState, _progress: ProgressFrame) -> Outcome:
    """The network is up again."""
    again = state.pop()
    return _restarted(again, Behaviour.RESTART_NETWORK, state.host.network, "The management network was restarted.")


def open_test(state: ConsoleState) -> Outcome:
    """Asks what to ping and which name to look up, with the usual answers filled in."""
    lease = network_of(state)
    targets = (lease.gateway, *lease.name_servers, "", "", "")[: len(_TESTED)]
    fields = [
        Field(id, f"Ping Address #{number}", value=target, room=39)
        for number, (id, target) in enumerate(zip(_TESTED, targets, strict=True), start=1)
    ]
    name = Field("name", "Resolve Hostname", value=full_name(state), room=40)
    return Outcome(state.push(FormFrame(Behaviour.TEST_NETWORK, "Test Management Network", (*fields, name))))


def submit_test(state: ConsoleState, form: FormFrame) -> Outcome:
    """Pings and looks up, and tells which of them answered."""
    for id in _TESTED:
        target = form.value(id)
        error = address6_error(target) if ":" in target else address_error(target, "Address", needed=False)
        if error:
            return refused(state, form, error, id)
    if form.value("name") and name_error(form.value("name")):
        return refused(state, form, name_error(form.value("name")), "name")
    results: list[tuple[str, Reply]] = []
    for number, id in enumerate(_TESTED, start=1):
        if form.value(id):
            results.append((f"Pinging address #{number} ({form.value(id)})", ping(state, form.value(id))))
    if form.value("name"):
        results.append((f"Resolving hostname ({form.value('name')})", resolve(state, form.value("name"))))
    lines = [f"{what + ' ':.<52.52}{GOOD if reply.good else BAD}" for what, reply in results]
    why = tuple(dict.fromkeys([f"{what}: {reply.why}." for what, reply in results if not reply.good]))
    shown = told(
        state.pop(), Behaviour.TEST_NETWORK, form.title, *(lines or ["Nothing to test."]), wrong=bool(why), why=why
    )
    return Outcome(shown)


def open_disable(state: ConsoleState) -> Outcome:
    """Asks before the network is disabled; enables it at once."""
    if not state.host.network_on:
        return answer_disable(state, "")
    lines = (
        "Nobody reaches the host until the network is enabled here again.",
        "Virtual machines keep their networks.",
    )
    return asked(state, Behaviour.DISABLE_NETWORK, "Disable Management Network: Confirm", *lines)


def answer_disable(state: ConsoleState, key: str) -> Outcome:
    """Switches the network off when asked with a key, on otherwise."""
    switched_on = not key
    base = state if switched_on else state.pop()
    done = base.setting(network_on=switched_on)
    done = done.note(Happening.NETWORK_RESTARTED if switched_on else Happening.NETWORK_DISABLED)
    said = "enabled" if switched_on else "disabled"
    shown = told(done, Behaviour.DISABLE_NETWORK, "Management Network", f"The management network is {said}.")
    return Outcome(shown, (NetworkSwitched(switched_on),))


def ask_restore(state: ConsoleState) -> Outcome:
    """Asks before the settings of the network are set back."""
    lines = ("Adapters, VLAN, addresses, DNS and the host name are set back.", "The host asks DHCP for an address.")
    return asked(state, Behaviour.RESTORE_NETWORK, "Restore Network Settings: Confirm", *lines)


def answer_restore(state: ConsoleState, _key: str) -> Outcome:
    """Sets the network back to what it is after the installation."""
    back = state.pop().setting(network_on=True)
    fresh = default_network(state.book.host)
    return _restarted(back, Behaviour.RESTORE_NETWORK, fresh, "The network settings have been set back.")


def _restarted(state: ConsoleState, about: Behaviour, settings: NetworkSettings, said: str) -> Outcome:
    before = network_of(state)
    done = state.setting(network=settings).note(Happening.NETWORK_RESTARTED)
    after = network_of(done)
    trouble = ping(done, after.gateway).why if after.gateway else "the host has no gateway"
    lines = [said, f"Address: {after.address or 'none'}"]
    if trouble:
        lines.append("The gateway does not answer: use Test Management Network.")
    reachable = not trouble and before.address == after.address
    effect = NetworkRestarted(before.address, after.address, reachable)
    shown = told(
        done, about, "Management Network", *lines, wrong=bool(trouble), why=(f"{trouble}.",) if trouble else ()
    )
    return Outcome(shown, (effect, *flow_of(state, about, failed=bool(trouble))))


def ask_standard_switch(state: ConsoleState) -> Outcome:
    """Asks before management moves to a new standard switch."""
    said = "Management moves from the distributed switch to a new standard switch."
    return _ask_move(state, Behaviour.RESTORE_STANDARD_SWITCH, Switch.STANDARD, said)


def answer_standard_switch(state: ConsoleState, _key: str) -> Outcome:
    """Moves management to a standard switch."""
    return _moved(state, Behaviour.RESTORE_STANDARD_SWITCH, Switch.STANDARD)


def ask_distributed_switch(state: ConsoleState) -> Outcome:
    """Asks before management goes back to the distributed switch."""
    said = "Management goes back to the distributed switch as the host last knew it."
    return _ask_move(state, Behaviour.RESTORE_DISTRIBUTED_SWITCH, Switch.DISTRIBUTED, said)


def answer_distributed_switch(state: ConsoleState, _key: str) -> Outcome:
    """Moves management to the distributed switch."""
    return _moved(state, Behaviour.RESTORE_DISTRIBUTED_SWITCH, Switch.DISTRIBUTED)


def _ask_move(state: ConsoleState, about: Behaviour, switch: Switch, said: str) -> Outcome:
    title = state.book.row(about).name
    if state.host.switch is switch:
        return Outcome(told(state, about, title, f"Management stands on a {switch} switch already."))
    return asked(state, about, f"{title}: Confirm", said)


def _moved(state: ConsoleState, about: Behaviour, switch: Switch) -> Outcome:
    done = state.pop().setting(switch=switch).note(Happening.NETWORK_RESTARTED)
    shown = told(done, about, state.book.row(about).name, f"Management stands on a {switch} switch now.")
    address = network_of(done).address
    restarted = NetworkRestarted(address, address, reachable=True)
    return Outcome(shown, (SwitchRestored(switch is Switch.STANDARD), restarted))
