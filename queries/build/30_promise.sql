-- What did each city promise? One row per city, indicator and target year; an indicator without a promise has one row
-- with no target year. A target printed as a dash promises nothing. Where a level and work are promised for one year,
-- the level is the target.
create view promise as
with promises as (
    select *, row_number() over (
        partition by city_id, indicator_id, period_end
        order by case role when 'target' then 0 else 1 end nulls last, period_start desc nulls last,
            figure_id nulls last) as pick
    from counted
    where role in ('target', 'commitment') and (missing_reason is null or missing_reason <> 'printed_dash')
)
select city_id, indicator_id, family_id, scope, period_start as target_start, period_end as target_year,
    role as target_role, value as target_value, comparator as target_comparator, missing_reason, binding,
    document_id, figure_id as target_figure_id
from promises where pick = 1
union all
select distinct city_id, indicator_id, family_id, scope, cast(null as integer), cast(null as integer),
    cast(null as varchar), cast(null as double), cast(null as varchar), cast(null as varchar),
    cast(null as varchar), cast(null as varchar), cast(null as varchar)
from counted
where not exists (
    select 1 from promises
    where promises.city_id = counted.city_id and promises.indicator_id = counted.indicator_id);
