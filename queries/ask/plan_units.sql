-- Who answers for these tasks and projects? One row per task or project, unit and kind: leads first, then those who share,
-- then support; `desk_count` is how many tasks and projects the unit has in all.
with desks as (
    select unit_id, cast(count(distinct plan_id) as bigint) as desk_count from plan_unit
    where unit_id in (select unit_id from plan_unit where plan_id in ($plans))
    group by unit_id
)
select plan_unit.plan_id, plan_unit.unit_id, plan_unit.kind, plan_unit.and_others, unit_in_charge.city_id,
    unit_in_charge.name_zh as unit_zh, unit_in_charge.name_en as unit_en, unit_in_charge.short_names, desks.desk_count
from plan_unit
join unit_in_charge on plan_unit.unit_id = unit_in_charge.unit_id
join desks on plan_unit.unit_id = desks.unit_id
where plan_unit.plan_id in ($plans)
order by plan_unit.plan_id nulls last, plan_unit.kind_order nulls last,
    case when contains(unit_in_charge.name_zh, '各') then 1 else 0 end nulls last, desks.desk_count desc nulls last,
    plan_unit.unit_id nulls last
