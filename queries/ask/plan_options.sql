-- How many tasks and projects would each choice leave, the other filters kept? One row per filter and choice, of
-- units only the 200 with the most, and one for all filters together.
with matched as (
    select plan.plan_id, plan.city_id, case when plan.figure_count > 0 then 'figures' else 'no_figures' end as carried,
        ($all_cities or plan.city_id in ($cities)) as in_city,
        ($all_themes or plan.plan_id in (select plan_id from plan_theme where theme in ($themes))) as in_theme,
        ($all_units or plan.plan_id in (select plan_id from plan_unit where unit_id in ($units))) as in_unit,
        ($all_carried or case when plan.figure_count > 0 then 'figures' else 'no_figures' end in ($carried)) as in_carried
    from plan
    where ($all_families or plan.plan_id in (
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
per_unit as (
    select plan_unit.unit_id, cast(count(distinct matched.plan_id) as bigint) as row_count
    from matched join plan_unit on matched.plan_id = plan_unit.plan_id
    where in_city and in_theme and in_carried group by plan_unit.unit_id
),
ranked as (
    select unit_id, row_count, row_number() over (order by row_count desc nulls last, unit_id nulls last) as place
    from per_unit
),
counted_options as (
    select 'theme' as field, plan_theme.theme as option, cast(count(*) as bigint) as row_count
    from matched join plan_theme on matched.plan_id = plan_theme.plan_id
    where in_city and in_unit and in_carried group by plan_theme.theme
    union all
    select 'unit', unit_id, row_count from ranked where place <= 200
    union all
    select 'carried', carried, cast(count(*) as bigint) from matched
    where in_city and in_theme and in_unit group by carried
    union all
    select 'all', 'all', cast(count(*) as bigint) from matched where in_city and in_theme and in_unit and in_carried
)
select field, option, row_count from counted_options order by field nulls last, row_count desc nulls last, option nulls last
