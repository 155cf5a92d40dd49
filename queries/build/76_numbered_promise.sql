-- What did each city promise, and what became of it, by numbers alone? One row per promise of a city, without the figures'
-- ids, which a page of Gaps looks up by their numbers.
create view numbered_promise as
select progress.row_key, progress.city_number, progress.indicator_number, progress.target_role, progress.target_year,
    progress.target_value, progress.target_comparator, progress.binding, progress.baseline_year, progress.baseline_value,
    progress.is_baseline_assumed, progress.result_year, progress.result_value, progress.result_comparator, progress.gap,
    progress.gap_share, progress.share_travelled, progress.time_used, progress.pace_ratio, progress.needed_pace,
    progress.observed_pace, progress.value_at_target, progress.year_reached, progress.status, progress.reason,
    progress.status_order, progress.is_leading_target, progress.target_number, progress.baseline_number,
    progress.result_number
from numbered_progress as progress
join numbered_city as city on progress.city_number = city.city_number
where progress.target_year is not null and city.level = 'city';
