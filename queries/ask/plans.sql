-- Which tasks and key projects fit the filters? One page of them, in the order of their documents; on the desk of one unit
-- first what it leads, then what it shares, then what it supports. One row per task or project.
select plan.plan_id, plan.kind, plan.city_id, city.name_zh as city_zh, city.name_en as city_en, plan.document_id,
    document.title_zh as document_zh, document.title_en as document_en, document.document_number,
    document.url, plan.number, plan.section,
    plan.title_zh, plan.title_en, plan.line, plan.note_zh, plan.note_en, plan.figure_count,
    case desk.kind_order when 1 then 'lead' when 2 then 'shared' when 3 then 'support' end as desk_kind
from plan
join city on plan.city_id = city.city_id
join document on plan.document_id = document.document_id
left join (
    select plan_id, min(kind_order) as kind_order from plan_unit where unit_id = $desk group by plan_id
) as desk on plan.plan_id = desk.plan_id
where ($all_cities or plan.city_id in ($cities))
    and ($all_themes or plan.plan_id in (select plan_id from plan_theme where theme in ($themes)))
    and ($all_units or plan.plan_id in (select plan_id from plan_unit where unit_id in ($units)))
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
order by city.sort_order nulls last, plan.city_id nulls last, desk.kind_order nulls last, plan.document_id nulls last,
    plan.number nulls last, plan.plan_id nulls last
limit $row_count offset $first_row
