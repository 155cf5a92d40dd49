-- Is each promise kept, and how much of the way is made good? One row per promise, on top of its judged result.
-- share_travelled is linear and not clipped; it is null unless the target lies beyond the baseline.
create view travelled as
with placed as (
    select *, coalesce(result_value, baseline_value) as value_now, coalesce(result_year, baseline_year) as year_now
    from judged
),
measured as (  -- way and beyond are positive in the good direction; close is equality within a relative 1e-9
    select *,
        case when abs(target_value - baseline_value) <= 1e-9 * greatest(abs(target_value), abs(baseline_value)) then 0e0
            else sign * (target_value - baseline_value) end as way,
        sign * (value_now - target_value) as beyond,
        1e-9 * greatest(abs(value_now), abs(target_value)) as close
    from placed
),
compared as (
    select *, case
            when target_comparator in ('gt', 'lt') and coalesce(result_comparator, 'eq') <> target_comparator
                then beyond > close
            else beyond >= -close
        end as is_enough
    from measured
)
select *,
    case when result_value is not null then is_enough end as is_met,
    case when way > 0 and result_year > baseline_year
        then (result_value - baseline_value) / nullif(target_value - baseline_value, 0) end as share_travelled,
    case when way > 0 and result_year > baseline_year
        then cast(least(result_year, target_year) - baseline_year as double) / nullif(target_year - baseline_year, 0)
    end as time_used,
    case when result_year > baseline_year
        then (result_value - baseline_value) / nullif(result_year - baseline_year, 0) end as observed_pace
from compared;
