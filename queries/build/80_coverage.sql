-- What does each city publish on each headline family, and what kind of empty is an empty cell?
-- One row per headline family, city and role (baseline, actual, target), on the family's headline axis.
create table coverage as
with cells as (
    select family.family_id, family.headline_axis, family.headline_order, city.city_id, city.sort_order, roles.role
    from family cross join city
    cross join (select 'baseline' as role union all select 'actual' union all select 'target') as roles
    where family.headline_order is not null and city.level = 'city'
),
parts as (
    select progress.city_id, indicator.axis, progress.indicator_id, progress.baseline_figure_id, progress.baseline_value,
        progress.result_figure_id, progress.result_value, progress.target_figure_id, progress.target_value
    from progress
    join indicator on progress.indicator_id = indicator.indicator_id
    join family on indicator.family_id = family.family_id and indicator.axis = family.headline_axis
    where progress.is_leading_target or progress.target_year is null
),
shown as (
    select city_id, axis, 'baseline' as role, indicator_id, baseline_figure_id as figure_id from parts
    where baseline_value is not null
    union all
    select city_id, axis, 'actual', indicator_id, result_figure_id from parts where result_value is not null
    union all
    select city_id, axis, 'target', indicator_id, target_figure_id from parts where target_value is not null
),
found as (
    select *, row_number() over (partition by city_id, axis, role order by indicator_id nulls last) as pick from shown
),
own as (  -- work promised is a promise, as a target is
    select counted.family_id, counted.city_id, replace(counted.role, 'commitment', 'target') as role,
        max(case when counted.missing_reason = 'printed_dash' then 1 else 0 end) as has_dash,
        max(case when counted.missing_reason = 'qualitative' then 1 else 0 end) as has_words,
        max(case when counted.value is not null then 1 else 0 end) as has_value
    from counted
    join family on counted.family_id = family.family_id and counted.axis = family.headline_axis
    group by counted.family_id, counted.city_id, replace(counted.role, 'commitment', 'target')
),
beside as (
    select distinct counted.family_id, counted.city_id
    from counted
    join family on counted.family_id = family.family_id and counted.axis is distinct from family.headline_axis
)
select cells.family_id, cells.city_id, cells.role, found.figure_id,
    case when found.figure_id is not null then 'figure'
        when own.has_dash = 1 then 'printed_dash'
        when own.has_words = 1 then 'qualitative'
        when own.has_value = 1 then 'other_year'
        when beside.city_id is not null then 'context_only'
        else 'no_source'
    end as state
from cells
left join own on own.family_id = cells.family_id and own.city_id = cells.city_id and own.role = cells.role
left join beside on beside.family_id = cells.family_id and beside.city_id = cells.city_id
left join found
    on found.city_id = cells.city_id and found.axis = cells.headline_axis and found.role = cells.role and found.pick = 1
order by cells.headline_order nulls last, cells.sort_order nulls last, cells.city_id nulls last, cells.role nulls last;
