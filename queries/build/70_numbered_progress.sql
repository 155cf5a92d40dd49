-- How far has each city come on each indicator, and how fast? One row per city, indicator and target year; an indicator
-- without a target has one row, with no target year. Values in the indicator's unit, paces in that unit a year. A row is
-- found by its row_key. Cities and indicators stand here by number: a country's marts are then less work.
create table numbered_progress as
with paced as (
    select *, share_travelled / nullif(time_used, 0) as pace_ratio,
        case when scope = 'stock' and year_now < target_year and not is_enough
            then (target_value - value_now) / nullif(target_year - year_now, 0) end as needed_pace,
        case when scope = 'stock' and result_year < target_year
            then least(result_value + observed_pace * (target_year - result_year), maximum) end as value_at_target,
        case when scope = 'stock' and not is_met and sign * observed_pace > 0
            then result_year + (target_value - result_value) / nullif(observed_pace, 0) end as year_reached
    from travelled
),
assessed as (
    select *, case
            when is_met then 'met'
            when is_met = false and result_year >= target_year then 'missed'
            when target_year is null or target_value is null or result_value is null or baseline_value is null
                or way <= 0 then 'not_assessable'
            when pace_ratio >= 0.95e0 * (1 - 1e-9) then 'on_track'
            when pace_ratio >= 0.60e0 * (1 - 1e-9) then 'behind'
            when pace_ratio >= -1e-9 then 'far_behind'
            else 'moving_away'
        end as status
    from paced
),
explained as (
    select *, case when status <> 'not_assessable' then null
            when target_year is null then 'no_target'
            when target_value is null then 'qualitative'
            when result_value is null and scope = 'stock' then 'no_result'
            when result_value is null then 'no_result_for_the_period'
            when baseline_value is null then 'no_baseline'
            else 'target_not_beyond_baseline'
        end as reason
    from assessed
)
select pair * 10000 + coalesce(target_year, 0) as row_key, city_number, indicator_number, target_role, target_year,
    target_value, target_comparator, binding, baseline_year, baseline_value, is_baseline_assumed, result_year,
    result_value, result_comparator, sign * (target_value - value_now) as gap,
    sign * (target_value - value_now) / nullif(abs(target_value), 0) as gap_share,
    share_travelled, time_used, pace_ratio, needed_pace, observed_pace, value_at_target, year_reached, status, reason,
    case status when 'missed' then 1 when 'moving_away' then 2 when 'far_behind' then 3 when 'behind' then 4
        when 'on_track' then 5 when 'met' then 6
        else case reason when 'no_baseline' then 7 when 'no_result' then 8 when 'no_result_for_the_period' then 9
            when 'qualitative' then 10 when 'target_not_beyond_baseline' then 11 end
    end as status_order, is_leading_target, target_number, baseline_number, result_number,
    target_figure_id, baseline_figure_id, result_figure_id
from explained
order by pair nulls last, target_year nulls last;
