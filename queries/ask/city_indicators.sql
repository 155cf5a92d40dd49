-- Where does one city stand on each of its indicators? One page of rows, one per indicator under its theme: its leading
-- target with what became of it, or a result without a target.
select progress.*, city.name_zh as city_zh, city.name_en as city_en, indicator.name_zh as indicator_zh,
    indicator.name_en as indicator_en, indicator.direction, indicator.scope, indicator.maximum, unit_name.unit_zh,
    unit_name.unit_en, unit_name.unit_scale,
    progress.target_year < $as_of_year and coalesce(progress.result_year < progress.target_year, true) as is_overdue,
    cast(count(*) over (partition by indicator.theme) as bigint) as theme_count, cast(count(*) over () as bigint) as all_count
from progress
join city on progress.city_id = city.city_id
join indicator on progress.indicator_id = indicator.indicator_id
join family on indicator.family_id = family.family_id
join unit_name on indicator.unit = unit_name.unit
where progress.city_id = $city and (progress.is_leading_target or progress.target_year is null)
    and coalesce(progress.target_figure_id, progress.result_figure_id, progress.baseline_figure_id) is not null
    and ($all_families or progress.family_id in ($families))
    and ($all_indicators or progress.indicator_id in ($indicators))
order by case indicator.theme when 'cloud_network' then 1 when 'data' then 2 when 'one_stop' then 3
        when 'governance' then 4 when 'society' then 5 when 'industry' then 6 when 'digital_economy' then 7
        when 'data_market' then 8 when 'security' then 9 when 'talent' then 10 end nulls last,
    family.headline_order nulls last, indicator.family_id nulls last, indicator.table_number nulls last,
    progress.indicator_id nulls last, progress.target_year nulls last
limit $row_count offset $first_row
