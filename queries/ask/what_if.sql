-- What would follow from an assumption about one promise? One row: with the assumed result, the gap, the way made good and
-- whether the promise would be kept; at the observed pace, the value in the target year and the year a level is reached.
with asked as (
    select progress.*, indicator.maximum, case indicator.direction when 'lower' then -1 else 1 end as sign
    from progress
    join indicator on progress.indicator_id = indicator.indicator_id
    where progress.target_figure_id = $figure
        or (progress.target_figure_id is null and progress.result_figure_id = $figure)
),
assumed as (
    select *, cast($result as double) as assumed_value, coalesce(cast($level as double), target_value) as goal from asked
)
select assumed_value, sign * (target_value - assumed_value) as gap,
    (assumed_value - baseline_value) / nullif(target_value - baseline_value, 0) as share_travelled,
    case when target_comparator in ('gt', 'lt')
            then sign * (assumed_value - target_value) > 1e-9 * greatest(abs(assumed_value), abs(target_value))
        else sign * (assumed_value - target_value) >= -1e-9 * greatest(abs(assumed_value), abs(target_value))
    end as is_met,
    goal, observed_pace, result_year, result_value, value_at_target, target_year,
    sign * (result_value - goal) >= -1e-9 * greatest(abs(result_value), abs(goal)) as is_goal_reached,
    case when sign * observed_pace > 0 and sign * (goal - result_value) > 0 and (maximum is null or goal <= maximum)
        then result_year + (goal - result_value) / nullif(observed_pace, 0) end as year_reached
from assumed
