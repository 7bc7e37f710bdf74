"""Who added which part of an operation id."""

from __future__ import annotations

import pytest

from tests.helpers.shipped import shipped_atlas
from vmexplorer.app.operation_id import IdPart, id_parts
from vmexplorer.atlas.flow import Step
from vmexplorer.atlas.step_kind import StepKind


def chain(*hops: tuple[str, str, str]) -> tuple[Step, ...]:
    return tuple(Step(source, target, "do it", StepKind.REQUEST, (), op_id=id) for source, target, id in hops)


def test_each_part_is_told_with_who_added_it_and_where() -> None:
    steps = chain(("client", "vpxd", "order-5c"), ("vpxd", "vpxd", "order-5c-01"), ("vpxd", "vpxa", "order-5c-01-a7"))
    assert id_parts(steps, 2) == (
        IdPart("order", "", 0),
        IdPart("-5c", "vpxd", 0),
        IdPart("-01", "vpxd", 1),
        IdPart("-a7", "vpxa", 2),
    )


def test_part_that_is_passed_on_belongs_to_the_step_that_added_it() -> None:
    steps = chain(("client", "proxy", "order"), ("proxy", "hostd", "order-1f4c"), ("hostd", "vmx", "order-1f4c"))
    assert id_parts(steps, 2) == (IdPart("order", "", 0), IdPart("-1f4c", "hostd", 1))


def test_answer_with_an_earlier_id_has_only_the_parts_of_that() -> None:
    steps = chain(("client", "vpxd", "order-5c"), ("vpxd", "vpxa", "order-5c-a7"), ("vpxd", "client", "order-5c"))
    assert [part.text for part in id_parts(steps, 2)] == ["order", "-5c"]


def test_later_steps_say_nothing_about_an_earlier_one() -> None:
    steps = chain(("client", "proxy", "order"), ("proxy", "hostd", "order-5c"))
    assert id_parts(steps, 0) == (IdPart("order", "", 0),)


def test_number_of_its_own_is_one_part() -> None:
    steps = chain(("client", "vpxd", "order-5c"), ("vmx", "vmkernel", "6b0d91e2"))
    assert id_parts(steps, 1) == (IdPart("6b0d91e2", "", 1),)


def test_longer_id_with_the_same_letters_but_no_dash_is_another() -> None:
    steps = chain(("client", "vpxd", "order"), ("client", "vpxd", "orders-9"))
    assert id_parts(steps, 1) == (IdPart("orders", "", 1), IdPart("-9", "vpxd", 1))


def test_own_work_appends_nothing_to_the_first_id() -> None:
    assert id_parts(chain(("vpxa", "vpxa", "WFU-7")), 0) == (IdPart("WFU-7", "", 0),)


def test_step_without_an_id_has_no_parts() -> None:
    assert id_parts(chain(("a", "b", "order"), ("a", "b", "")), 1) == ()


@pytest.mark.parametrize("flow", ["F01", "F02"])
def test_parts_of_every_shipped_id_make_the_whole(flow: str) -> None:
    atlas, told = shipped_atlas(), 0
    for era in atlas.era_ids:
        steps = atlas.steps_in(atlas.flow(flow), era)
        for index, step in enumerate(steps):
            parts = id_parts(steps, index)
            told += len(parts)
            assert "".join(part.text for part in parts) == step.op_id
            assert all(part.step <= index for part in parts)
            assert {part.by for part in parts} <= {"", "vpxd", "vpxa", "hostd"}
    assert told > 20
