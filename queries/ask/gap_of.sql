-- What is known of one promise, or of one result without a promise? One row: the progress behind the figure asked for.
select progress.*, city.name_zh as city_zh, city.name_en as city_en, indicator.name_zh as indicator_zh,
    indicator.name_en as indicator_en, indicator.axis, indicator.direction, indicator.scope, indicator.maximum,
    unit_name.unit_zh, unit_name.unit_en, unit_name.unit_scale,
    progress.target_year < $as_of_year as is_target_over,
    progress.target_year < $as_of_year and coalesce(progress.result_year < progress.target_year, true) as is_overdue
from progress
join city on progress.city_id = city.city_id
join indicator on progress.indicator_id = indicator.indicator_id
join unit_name on indicator.unit = unit_name.unit
where progress.target_figure_id = $figure
    or (progress.target_figure_id is null and progress.result_figure_id = $figure)
    or (progress.target_figure_id is null and progress.result_figure_id is null and progress.baseline_figure_id = $figure)
