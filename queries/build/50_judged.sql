-- Which result is each promise judged by? One row per promise: the result of the target year, else the first after it,
-- else the latest before it that is later than the baseline. For a flow or a change only the target's own period.
create view judged as
select based.*, city.city_id, indicator.indicator_id, indicator.family_id, result.figure_id as result_figure_id, result.period_end as result_year,
    result.value as result_value, result.comparator as result_comparator,
    case indicator.direction when 'lower' then -1 else 1 end as sign, indicator.maximum, indicator.theme,
    indicator.table_number, city.level, city.sort_order
from based
join numbered_indicator as indicator on based.pair % 1000000 = indicator.indicator_number
join numbered_city as city on based.pair - based.pair % 1000000 = city.city_number
left join result
    on result.pair = based.pair
    and case
        when based.target_year is null or (based.scope = 'stock' and result.period_end < based.target_year)
            then result.period_end = result.latest_year
                and (result.previous_year is null or result.previous_year < result.period_end)
                and (based.baseline_year is null or result.period_end > based.baseline_year)
        when based.scope = 'stock' then result.previous_year is null or result.previous_year < based.target_year
        else result.period_start = based.target_start and result.period_end = based.target_year
            and (result.previous_year is distinct from result.period_end
                or result.previous_start is distinct from result.period_start)
    end;
