"""What people type in answer to the shipped questions, and what a teacher would say to it."""

from __future__ import annotations

from functools import cache

import pytest

from tests.helpers.questions import names
from tests.helpers.shipped import shipped_atlas
from vmexplorer.atlas.question import Question
from vmexplorer.lessons.quiz.asked import ask
from vmexplorer.lessons.quiz.map_facts import fact_questions
from vmexplorer.lessons.quiz.map_hops import hop_questions
from vmexplorer.lessons.quiz.map_ports import port_questions
from vmexplorer.lessons.quiz.marking import Marked, Verdict, mark
from vmexplorer.lessons.quiz.typed import typed
from vmexplorer.lessons.quiz.wording import words_of

ATLAS = shipped_atlas()

# By question; texts are parted by strokes.
RIGHT = {
    "SQ07": "hostd | HOSTD. | the hostd process | hostd daemon | host agent | the host agent | host-agent | host daemon"
    " | vmware-hostd | hosdt | the hosdt process | hotsd | I think it is hostd | it's hostd, not vpxa"
    " | hostd (host agent)",
    "SQ13": "vpxa | VPXA | vpx-a | vpx a | vxpa | vpxaa | VPX agent | the vCenter agent | vCenter agent (vpxa)"
    " | vpxa on the host | the agent vpxa | vpxa, not vpxd | probably vpxa | VirtualCenter agent",
    "Q08": "Envoy | envoy proxy | the Envoy process | envoi | Envoy, not rhttpproxy | envoy reverse proxy",
    "Q07": "vpxuser | vpx-user | vpx user | VPXUSER account | the vpxuser | vpxusr | vpxuser:DOMAIN\\anna",
    "Q21": "Host Client | the host client | ESXi Host Client | HostClient | host-client | the Host Clients "
    "| Hots Client | the web interface of the host | the web page of the host",
    "Q06": "vmware.log | VMware.Log | vmware log | vmwarelog | the vmware.log file | vmware.log in the VM folder"
    " | vmwre.log",
    "Q14": "RAM | ram. | from RAM | RAM disk | ramdisk | memory | main memory | in the main memory | It runs in RAM"
    " | RAM, not the boot device | system memory",
    "Q16": "datastore heartbeats | datastore heartbeat | Datastore-Heartbeats | heart beat on the datastore | datastore"
    " | data store heartbeats | heartbeats it writes to shared storage | heartbeat datastores | datastor heartbeats",
    "Q03": "60 | 60 s | 60s | 60 sec. | sixty seconds | one minute | 1 min | a minute | about 60 seconds | ~60 | 60.0"
    " | 60,0 | 60000 ms | 60 seconds (six heartbeats) | after 6 missed heartbeats, so 60 seconds | 6 x 10 s = 60 s"
    " | not 10 but 60",
    "Q09": "128 | 128 connections | up to 128 | one hundred and twenty-eight | a hundred and twenty eight"
    " | 128 HTTPS connections on port 443",
    "Q04": "false | F | no | No, the hosts do it | not true | it isn't true | that's false | wrong | 2"
    " | that is not right",
    "SQ05": "false | no, it is a standard | incorrect",
    "Q01": "nothing | Nothing; they run on, and the watchdog starts hostd again",
    "Q11": "the larger updated | the one with the largest updated | updated",
    "Q12": "next power-on | at the next reset | at the next power on",
    "Q15": "AAM, FDM, 8182 | AAM, then FDM, port 8182",
    "Q19": "localcli | local cli | LOCALCLI",
    "Q20": "ab12cd34-01-9f and ab12cd34-01",
    "Q24": "DCUI and local shell | DCUI, ESXi Shell | at the dcui and in the esxi shell | ESXi Shell; DCUI",
    "Q25": "No, normal",
    "SQ09": "vpxd, vpxa, hostd, vmx | vpxd -> vpxa -> hostd -> VMX | vpxd then vpxa then hostd then vmx"
    " | vpxd vpxa hostd vmx | 1. vpxd 2. vpxa 3. hostd 4. vmx",
    "Q10": "valid, upgrading, dirty, invalid | valid; upgrading; dirty; invalid | valid upgrading dirty invalid",
    "SQ01": "the kernel of ESXi that runs VMs and controls the hardware | core OS which manages resources and hardware"
    " | an operating system that runs processes"
    " | it is not Linux, it is the operating system that shares out resources",
    "SQ03": "Direct Console User Interface | a BIOS-like menu on the host's console | menu at the console for initial"
    " configuration | text menu to configure the host",
    "SQ08": "vCenter agent | the agent of vCenter on the host | the agent that links vpxd and hostd"
    " | intermediary between hostd and vCenter | the go-between of vCenter and hostd",
    "which-port-vmauthd": "902/tcp | TCP 902 | tcp/902 | 902 | port 902 | TCP port 902",
    "which-port-ssh": "22 | TCP 22 | 22/tcp | port 22",
    "which-port-ntpd": "123 | UDP 123 | UDP/123 | 123 (UDP)",
    "port-udp-902": "vpxd | vCenter | the vCenter Server | vpxd in vCenter",
    "next-F01-6-e8": "hostd | host agent",
}
WRONG = {
    "SQ07": "host | hosts | the host | vpxa | vpxd | hostd or vpxa | hostd and vpxa | not hostd | hostd-probe | daemon"
    " | the agent | vCenter agent | hst | VMkernel | the process",
    "SQ13": "vpxd | vpx | vpxad | vpxb | vCenter | vpxuser | management agents | vpxa or vpxd | not vpxa"
    " | vpxd, not vpxa | hostd",
    "port-udp-902": "vpxa | vpx | vpxuser | vCenter agent | vpxa, not vpxd",
    "Q08": "rhttpproxy | reverse proxy | hostd | convoy | envoy or rhttpproxy",
    "Q07": "root | vpxa | anna | dcui | vpxd | root, not vpxuser | user",
    "Q21": "vSphere Client | web client | vim-cmd | PowerCLI | client | host",
    "Q06": "vmkernel.log | hostd.log | the .vmx file | vmware | hostd.log, not vmware.log",
    "Q14": "boot bank | the bootbank | disk | not RAM | ROM | datastore | boot device | RAM or datastore",
    "Q16": "vCenter | ping | storage | network heartbeat | DNS | no datastore",
    "Q03": "10 | 6 | 15 | 30 | 30 or 60 | 10-60 s | 10 to 60 seconds | 60 minutes | 1 hour | 60 % | not 60 | 600",
    "Q09": "256 | 443 | 12.8 | 127 | 64 or 128 | 128000",
    "Q04": "true | yes | not false | T | 1",
    "Q01": "they stop | they freeze",
    "Q11": "bootstate | file date",
    "Q12": "at once | after three failed starts",
    "Q19": "esxcli | vim-cmd | none",
    "Q20": "the same in both",
    "Q24": "DCUI and SSH | SSH | Host Client",
    "SQ09": "vmx, hostd, vpxa, vpxd",
    "Q10": "invalid, dirty, upgrading, valid",
    "SQ01": "a Linux kernel | Linux | a VM | vCenter | something",
    "SQ03": "a shell | the ESXi Shell | the vSphere Client | hostd",
    "SQ08": "vpxd | hostd | vpxuser | the daemon of vCenter | the vpxd process",
    "which-port-vmauthd": "445 | 389 | TCP 443",
    "next-F01-6-e8": "vpxa | vpxd | VMX",
}
PARTLY = {
    "Q24": "DCUI | the local shell",
    "SQ09": "vpxa, vpxd, hostd, vmx",
    "SQ01": "hypervisor | an operating system",
    "SQ03": "the yellow screen",
    "SQ08": "an agent",
}


@cache
def asked(id: str) -> Question:
    made = (*fact_questions(ATLAS, "e8"), *port_questions(ATLAS, "e8"), *hop_questions(ATLAS, "e8"))
    return next(question for question in (*ATLAS.questions.values(), *made) if question.id == id)


def told(id: str, text: str) -> Marked:
    question = asked(id)
    return mark(question, typed(ask(question, 3), text), names("e8"))


def rows(table: dict[str, str]) -> list[tuple[str, str]]:
    return [(id, text.strip()) for id, texts in table.items() for text in texts.split(" | ")]


@pytest.mark.parametrize(("id", "text"), rows(RIGHT))
def test_a_teacher_accepts(id: str, text: str) -> None:
    marked = told(id, text)
    assert (marked.verdict, marked.remarks) == (Verdict.RIGHT, ())
    assert marked.reason == asked(id).reason


@pytest.mark.parametrize(("id", "text"), rows(WRONG))
def test_a_teacher_rejects(id: str, text: str) -> None:
    marked = told(id, text)
    assert marked.verdict in (Verdict.WRONG, Verdict.NONE)
    assert (marked.score, marked.reason) == (0.0, asked(id).reason)


@pytest.mark.parametrize(("id", "text"), rows(PARTLY))
def test_a_teacher_gives_a_part_of_the_mark(id: str, text: str) -> None:
    assert told(id, text).verdict is Verdict.PARTLY


def test_the_tables_are_long() -> None:
    assert len(rows(RIGHT)) + len(rows(WRONG)) + len(rows(PARTLY)) > 250


@pytest.mark.parametrize("one", sorted(ATLAS.components))
def test_no_id_of_a_part_is_a_slip_of_another(one: str) -> None:
    era = ATLAS.component_eras[one][-1]
    assert names(era).named_in(one) == {one}
    assert one in names(era).named_in(ATLAS.component(one).name)


@pytest.mark.parametrize("id", sorted(names("e8").called))
def test_a_slip_never_makes_another_part_of_a_name(id: str) -> None:
    known = names("e8")
    for form in {id.replace("-", " "), known.called[id].casefold()}:
        ends = range(len(form))
        missing = {form[:place] + form[place + 1 :] for place in ends}
        wrong = {form[:place] + letter + form[place + 1 :] for place in ends for letter in "adex"}
        swapped = {form[:place] + form[place + 1 : place + 2] + form[place] + form[place + 2 :] for place in ends}
        for slip in missing | wrong | swapped:
            found = known.named_in(slip)
            assert not found or id in found or words_of(slip) in known.loose, slip


@pytest.mark.parametrize("era", ATLAS.era_ids)
def test_what_a_part_is_also_called_means_it(era: str) -> None:
    known = names(era)
    for part in ATLAS.components.values():
        if era in ATLAS.component_eras[part.id]:
            for name in part.also_called:
                assert part.id in known.named_in(name), (part.id, name)
                assert part.id in known.named_in(f"the {name}".upper()), (part.id, name)
