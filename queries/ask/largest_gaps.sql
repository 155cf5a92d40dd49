-- Which promises are furthest from kept, by the share of the target that is missing? One row per city, indicator and
-- leading target with a gap, the largest first.
select progress.city_id, city.name_zh as city_zh, city.name_en as city_en, indicator.name_zh as indicator_zh,
    indicator.name_en as indicator_en, unit_name.unit_zh, unit_name.unit_en, unit_name.unit_scale, progress.binding,
    progress.baseline_year, progress.baseline_value, progress.result_year, progress.result_value, progress.target_year,
    progress.target_value, progress.target_comparator, progress.gap, progress.gap_share, progress.status, progress.reason,
    case when progress.target_year < $as_of_year
        and (progress.result_year is null or progress.result_year < progress.target_year) then true else false end
        as is_overdue,
    progress.target_figure_id, progress.baseline_figure_id, progress.result_figure_id
from progress
join city on progress.city_id = city.city_id
join indicator on progress.indicator_id = indicator.indicator_id
join unit_name on indicator.unit = unit_name.unit
where progress.is_leading_target and progress.gap > 0 and progress.gap_share is not null and city.level = 'city'
    and ($all_cities or progress.city_id in ($cities)) and ($all_families or progress.family_id in ($families))
order by progress.gap_share desc nulls last, city.sort_order nulls last, progress.indicator_id nulls last
limit $row_count
