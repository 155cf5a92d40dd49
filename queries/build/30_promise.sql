-- What did each city promise? One row per city, indicator and target year; an indicator without a promise has one row
-- with no target year. A target printed as a dash promises nothing. Where a level and work are promised for one year,
-- the level is the target. The leading target is the one for 2025, else the latest.
create view promise as
with ranked as (  -- by numbers alone: no text is carried through the windows
    select pair, figure_number, period_end, period_end = coalesce(
            max(case when period_end = 2025 then period_end end) over (partition by pair),
            max(period_end) over (partition by pair)) as is_leading,
        lag(period_end) over (
            partition by pair
            order by period_end nulls last, case role when 'target' then 0 else 1 end nulls last,
                period_start desc nulls last, figure_number nulls last) as previous_year
    from counted
    where role in ('target', 'commitment') and (missing_reason is null or missing_reason <> 'printed_dash')
)
select counted.pair, counted.city_number, counted.indicator_number, counted.scope, counted.period_start as target_start,
    counted.period_end as target_year, counted.role as target_role, counted.value as target_value,
    counted.comparator as target_comparator, counted.binding, counted.document_id,
    counted.figure_number as target_number, counted.figure_id as target_figure_id, ranked.is_leading as is_leading_target
from counted
join ranked on counted.figure_number = ranked.figure_number
where ranked.previous_year is null or ranked.previous_year < ranked.period_end
union all
select distinct pair, city_number, indicator_number, scope, cast(null as integer), cast(null as integer),
    cast(null as varchar), cast(null as double), cast(null as varchar), cast(null as varchar),
    cast(null as varchar), cast(null as bigint), cast(null as varchar), false
from counted
where not exists (
    select 1 from ranked
    where ranked.pair = counted.pair);
