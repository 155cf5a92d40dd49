-- Which result is each promise judged by? One row per promise: the result of the target year, else the first after it,
-- else the latest before it that is later than the baseline. For a flow or a change only the target's own period.
create view judged as
with actuals as (
    select * from counted where role = 'actual' and value is not null
),
results as (  -- the target's own year, else the first after it, else the latest before it that is later than the baseline
    select based.city_id, based.indicator_id, based.target_year, actuals.figure_id, actuals.period_end, actuals.value,
        actuals.comparator, row_number() over (
            partition by based.city_id, based.indicator_id, based.target_year
            order by case when actuals.period_end < based.target_year then 1 else 0 end nulls last,
                case when actuals.period_end >= based.target_year then actuals.period_end else -actuals.period_end end
                    nulls last,
                actuals.period_start nulls last, actuals.figure_id nulls last) as pick
    from based
    join actuals
        on actuals.city_id = based.city_id and actuals.indicator_id = based.indicator_id
        and case
            when based.target_year is null or (based.scope = 'stock' and actuals.period_end < based.target_year)
                then based.baseline_year is null or actuals.period_end > based.baseline_year
            when based.scope = 'stock' then true
            else actuals.period_start = based.target_start and actuals.period_end = based.target_year
        end
)
select based.*, results.figure_id as result_figure_id, results.period_end as result_year,
    results.value as result_value, results.comparator as result_comparator,
    case indicator.direction when 'lower' then -1 else 1 end as sign, indicator.maximum
from based
join indicator on based.indicator_id = indicator.indicator_id
left join results
    on results.city_id = based.city_id and results.indicator_id = based.indicator_id
    and results.target_year is not distinct from based.target_year and results.pick = 1;
