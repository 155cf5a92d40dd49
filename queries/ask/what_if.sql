-- What would follow from assumptions about one promise, or one result without a promise? One row: where the city would
-- stand against its own target or an assumed level, and, if the pace since the baseline went on, what comes of it and when.
with asked as (
    select progress.target_year, progress.target_value, progress.target_comparator, progress.baseline_year,
        progress.baseline_value, progress.result_year, progress.result_value, progress.result_comparator,
        indicator.maximum, indicator.scope, case indicator.direction when 'lower' then -1 else 1 end as sign
    from progress
    join indicator on progress.indicator_id = indicator.indicator_id
    where progress.target_figure_id = $figure
        or (progress.target_figure_id is null and progress.result_figure_id = $figure)
),
stood as (
    select *, cast($result as double) as assumed_value, coalesce(cast($level as double), target_value) as goal,
        case when $level is null then target_comparator else 'eq' end as goal_comparator,
        coalesce(cast($result as double), result_value, baseline_value) as standing_value,
        case when $result is not null then target_year when result_value is not null then result_year else baseline_year
        end as standing_year,
        case when $result is not null then 'assumed' when result_value is not null then 'result' else 'baseline'
        end as standing_part
    from asked
),
compared as (
    select *, 1e-9 * greatest(abs(standing_value), abs(goal)) as close, sign * (goal - standing_value) as gap,
        case when scope = 'stock' and $is_pace_kept and standing_year > baseline_year
            then (standing_value - baseline_value) / nullif(standing_year - baseline_year, 0) end as pace,
        case when standing_part = 'assumed' and sign * (target_value - baseline_value) > 0
            then (assumed_value - baseline_value) / nullif(target_value - baseline_value, 0) end as share_travelled
    from stood
),
reached as (
    select *, case
            when goal_comparator in ('gt', 'lt')
                and not (standing_part = 'result' and coalesce(result_comparator, 'eq') = goal_comparator) then gap < -close
            else gap <= close
        end as is_reached
    from compared
)
select assumed_value, goal, standing_value, standing_year, standing_part, gap, share_travelled, is_reached, pace,
    case when scope = 'stock' and not is_reached and target_year > standing_year
        then (goal - standing_value) / nullif(target_year - standing_year, 0) end as needed_pace,
    case when target_year > standing_year
        then least(standing_value + pace * (target_year - standing_year), maximum) end as value_at_target,
    case when not is_reached and sign * pace > 0 and (maximum is null or goal <= maximum)
        then standing_year + (goal - standing_value) / nullif(pace, 0) end as year_reached
from reached
