-- Which figures share the scale of a headline family, and under whose definition? One row per figure that counts and has a
-- value on a family's headline axis.
select comparison.family_id, comparison.axis, figure.figure_id, comparison.city_id, city.name_zh as city_zh,
    city.name_en as city_en, city.level, comparison.indicator_id, indicator.name_zh as indicator_zh,
    indicator.name_en as indicator_en, indicator.reason_zh as reason_text_zh, indicator.reason_en as reason_text_en,
    comparison.role, comparison.year, comparison.value, comparison.definition_number, comparison.reason
from compared as comparison
join numbered_figure as figure on comparison.figure_number = figure.figure_number
join family on comparison.family_id = family.family_id
join indicator on comparison.indicator_id = indicator.indicator_id
join city on comparison.city_id = city.city_id
where family.headline_order is not null and comparison.axis = family.headline_axis and comparison.value is not null
    and ($all_families or comparison.family_id in ($families))
    and ($all_cities or comparison.city_id in ($cities) or city.level = 'province')
order by family.headline_order nulls last, city.sort_order nulls last, comparison.indicator_id nulls last,
    comparison.year nulls last, comparison.role nulls last, comparison.figure_number nulls last
