-- Where may the cities of one family be ranked? One row per city in every group of the same indicator, definition, role
-- and year with at least two cities; place 1 is the best in the indicator's good direction.
select comparison.axis, comparison.indicator_id, indicator.name_zh as indicator_zh, indicator.name_en as indicator_en,
    comparison.role, comparison.year, comparison.city_id, city.name_zh as city_zh, city.name_en as city_en,
    figure.figure_id, comparison.value, figure.comparator, unit_name.unit_zh, unit_name.unit_en, unit_name.unit_scale,
    comparison.cities_same, cast(rank() over (
        partition by comparison.axis, comparison.definition_number, comparison.role, comparison.year
        order by case indicator.direction when 'lower' then comparison.value else -comparison.value end nulls last)
        as integer) as place
from compared as comparison
join numbered_figure as figure on comparison.figure_number = figure.figure_number
join city on comparison.city_id = city.city_id
join indicator on comparison.indicator_id = indicator.indicator_id
join unit_name on indicator.unit = unit_name.unit
where comparison.family_id = $family and comparison.cities_same >= 2 and city.level = 'city'
    and comparison.value is not null and comparison.axis is not null
order by comparison.year nulls last, comparison.role nulls last, place nulls last, city.sort_order nulls last
