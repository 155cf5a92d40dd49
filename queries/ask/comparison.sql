-- What may each figure be compared with? One page, one row per figure that counts; values in the indicator's unit.
select comparison.figure_id, comparison.family_id, comparison.axis, comparison.indicator_id,
    indicator.name_zh as indicator_zh, indicator.name_en as indicator_en, comparison.city_id, city.name_zh as city_zh,
    city.name_en as city_en, comparison.role, comparison.year, comparison.value, indicator.unit,
    comparison.definition_number, comparison.cities_same, comparison.reason
from comparison
join indicator on comparison.indicator_id = indicator.indicator_id
join city on comparison.city_id = city.city_id
where ($all_cities or comparison.city_id in ($cities)) and ($all_families or comparison.family_id in ($families))
    and ($all_indicators or comparison.indicator_id in ($indicators))
    and ($all_roles or comparison.role in ($roles)) and ($all_years or comparison.year in ($years))
order by comparison.family_id nulls last, comparison.axis nulls last, city.sort_order nulls last,
    comparison.indicator_id nulls last, comparison.year nulls last, comparison.figure_id nulls last
limit $row_count offset $first_row
