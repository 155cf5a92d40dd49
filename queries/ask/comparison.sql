-- What may each figure be compared with? One page, one row per figure that counts; values in the indicator's unit.
with page as (
    select comparison.*, city.name_zh as city_zh, city.name_en as city_en, city.sort_order
    from compared as comparison
    join city on comparison.city_id = city.city_id
    where ($all_cities or comparison.city_id in ($cities)) and ($all_families or comparison.family_id in ($families))
        and ($all_indicators or comparison.indicator_id in ($indicators))
        and ($all_roles or comparison.role in ($roles)) and ($all_years or comparison.year in ($years))
    order by comparison.family_id nulls last, comparison.axis nulls last, city.sort_order nulls last,
        comparison.indicator_id nulls last, comparison.year nulls last, comparison.figure_number nulls last
    limit $row_count offset $first_row
)
select figure.figure_id, page.family_id, page.axis, page.indicator_id, indicator.name_zh as indicator_zh,
    indicator.name_en as indicator_en, page.city_id, page.city_zh, page.city_en, page.role, page.year, page.value,
    indicator.unit, page.definition_number, page.cities_same, page.reason
from page
join numbered_figure as figure on page.figure_number = figure.figure_number
join indicator on page.indicator_id = indicator.indicator_id
order by page.family_id nulls last, page.axis nulls last, page.sort_order nulls last, page.indicator_id nulls last,
    page.year nulls last, page.figure_number nulls last
