-- How many tasks and projects of each city are about each theme, whatever cities and themes are chosen? One row per city
-- and theme that it has, and one per city with no theme: all it has. At most 13 cities; one that has none counts 0, but is
-- left out where units are chosen.
with matched as (
    select plan.plan_id, plan.city_id
    from plan
    where ($all_units or plan.plan_id in (select plan_id from plan_unit where unit_id in ($units)))
        and ($all_carried or case when plan.figure_count > 0 then 'figures' else 'no_figures' end in ($carried))
        and ($all_families or plan.plan_id in (
            select coalesce(figure.task_id, figure.project_id) from figure
            join indicator on figure.indicator_id = indicator.indicator_id where indicator.family_id in ($families)))
        and ($search = '' or contains(plan.searched, $search) or plan.number = $number
            or plan.plan_id in (select plan_id from plan_theme where theme in ($named_themes))
            or plan.plan_id in (
                select plan_unit.plan_id from plan_unit
                join unit_in_charge on plan_unit.unit_id = unit_in_charge.unit_id
                where contains(lower(unit_in_charge.name_zh || ' ' || unit_in_charge.name_en || ' '
                    || coalesce(unit_in_charge.short_names, '')), $search)))
),
per_city as (
    select city.city_id, city.name_zh as city_zh, city.name_en as city_en, city.sort_order,
        cast(count(matched.plan_id) as bigint) as plan_count,
        row_number() over (order by max(case when $all_cities or city.city_id in ($cities) then 0 else 1 end) nulls last,
            city.sort_order nulls last, city.city_id nulls last) as place
    from city left join matched on city.city_id = matched.city_id
    where city.city_id in (select city_id from plan)
    group by city.city_id, city.name_zh, city.name_en, city.sort_order
    having $all_units or count(matched.plan_id) > 0
),
counted_cells as (
    select city_id, cast(null as varchar) as theme, plan_count as cell_count from per_city
    union all
    select matched.city_id, plan_theme.theme, cast(count(*) as bigint)
    from matched join plan_theme on matched.plan_id = plan_theme.plan_id
    group by matched.city_id, plan_theme.theme
)
select per_city.city_id, per_city.city_zh, per_city.city_en, per_city.plan_count, counted_cells.theme,
    counted_cells.cell_count
from per_city
join counted_cells on per_city.city_id = counted_cells.city_id
where per_city.place <= 13
order by per_city.sort_order nulls last, per_city.city_id nulls last, counted_cells.theme nulls first
