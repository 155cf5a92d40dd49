-- Which figures does a task or project carry, and how far has each come? One row per printed figure; status and result are
-- empty where the figure yields to another.
select figure.figure_id, figure.city_id, figure.yields_to, indicator.name_zh as indicator_zh,
    indicator.name_en as indicator_en, progress.status, progress.reason, progress.target_year, progress.result_year,
    progress.result_value, progress.result_comparator, unit_name.unit_zh, unit_name.unit_en, unit_name.unit_scale,
    progress.target_year < $as_of_year and coalesce(progress.result_year < progress.target_year, true) as is_overdue
from figure
join indicator on figure.indicator_id = indicator.indicator_id
join unit_name on indicator.unit = unit_name.unit
left join progress on progress.target_figure_id = figure.figure_id
where coalesce(figure.task_id, figure.project_id) = $plan
order by figure.yields_to nulls first, figure.line nulls last, figure.figure_id nulls last
