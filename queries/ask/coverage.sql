-- What does each city publish on the headline families? One row per headline family, city and role, with the figure or why not.
select coverage.family_id, family.name_zh as family_zh, family.name_en as family_en, coverage.city_id,
    city.name_zh as city_zh, city.name_en as city_en, coverage.role, coverage.state, coverage.figure_id,
    figure.period_end as year, figure.value, figure.comparator, unit_name.unit_zh, unit_name.unit_en, unit_name.unit_scale
from coverage
join family on coverage.family_id = family.family_id
join city on coverage.city_id = city.city_id
left join figure on coverage.figure_id = figure.figure_id
left join unit_name on figure.unit = unit_name.unit
where ($all_cities or coverage.city_id in ($cities)) and ($all_families or coverage.family_id in ($families))
order by family.headline_order nulls last, city.sort_order nulls last, coverage.role nulls last
