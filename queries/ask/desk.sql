-- What is on the desk of one unit? One row: how many tasks and projects it leads, shares and supports, of how many in its
-- city, and how many printed figures they carry.
with own as (
    select plan_id, kind, row_number() over (partition by plan_id order by kind_order nulls last) as turn
    from plan_unit where unit_id = $unit
),
counted_desk as (
    select cast(count(*) as bigint) as desk_count,
        cast(count(*) filter (where own.kind = 'lead') as bigint) as lead_count,
        cast(count(*) filter (where own.kind = 'shared') as bigint) as shared_count,
        cast(count(*) filter (where own.kind = 'support') as bigint) as support_count,
        cast(sum(plan.figure_count) as bigint) as figure_count
    from own join plan on own.plan_id = plan.plan_id where own.turn = 1
)
select unit_in_charge.unit_id, unit_in_charge.city_id, unit_in_charge.name_zh as unit_zh,
    unit_in_charge.name_en as unit_en, unit_in_charge.short_names, city.name_zh as city_zh, city.name_en as city_en,
    counted_desk.desk_count, counted_desk.lead_count, counted_desk.shared_count, counted_desk.support_count,
    coalesce(counted_desk.figure_count, 0) as figure_count,
    (select cast(count(*) as bigint) from plan where plan.city_id = unit_in_charge.city_id) as plan_count
from unit_in_charge
join city on unit_in_charge.city_id = city.city_id
cross join counted_desk
where unit_in_charge.unit_id = $unit
