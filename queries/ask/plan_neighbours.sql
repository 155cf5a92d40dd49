-- What else is on the desks of those who answer for a task or project? One row per unit and other task or project, the
-- first 8 of each unit: what it leads, then what it shares, then what it supports.
with others as (
    select plan_unit.unit_id, plan_unit.plan_id, plan_unit.kind, plan_unit.kind_order, plan.kind as plan_kind, plan.number,
        plan.title_zh, plan.title_en, plan.figure_count,
        row_number() over (partition by plan_unit.unit_id, plan_unit.plan_id order by plan_unit.kind_order nulls last) as turn
    from plan_unit
    join plan on plan_unit.plan_id = plan.plan_id
    where plan_unit.plan_id <> $plan and plan_unit.unit_id in (select unit_id from plan_unit where plan_id = $plan)
),
placed as (
    select *, row_number() over (
        partition by unit_id order by kind_order nulls last, number nulls last, plan_id nulls last) as place
    from others where turn = 1
)
select unit_id, plan_id, kind, plan_kind, number, title_zh, title_en, figure_count
from placed where place <= 8
order by unit_id nulls last, place nulls last
