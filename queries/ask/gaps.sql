-- How far is each promise from kept, at what pace, and what may be said of it? One page of rows, one per city, indicator
-- and target year: the leading target, or the asked years' targets; rows without a baseline stand after the others.
with chosen as (
    select progress.*, city.name_zh as city_zh, city.name_en as city_en, city.sort_order, city.level,
        indicator.name_zh as indicator_zh, indicator.name_en as indicator_en, indicator.theme, indicator.direction,
        indicator.scope, indicator.maximum, indicator.table_number, unit_name.unit_zh, unit_name.unit_en,
        unit_name.unit_scale, family.name_zh as family_zh, family.name_en as family_en,
        progress.target_year < $as_of_year and coalesce(progress.result_year < progress.target_year, true) as is_overdue
    from progress
    join city on progress.city_id = city.city_id
    join indicator on progress.indicator_id = indicator.indicator_id
    join family on indicator.family_id = family.family_id
    join unit_name on indicator.unit = unit_name.unit
    left join figure on progress.target_figure_id = figure.figure_id
    left join document on figure.document_id = document.document_id
    where progress.target_year is not null and city.level = 'city'
        and (($all_years and progress.is_leading_target) or progress.target_year in ($years))
        and ($all_cities or progress.city_id in ($cities)) and ($all_families or progress.family_id in ($families))
        and ($all_themes or indicator.theme in ($themes)) and ($all_bindings or progress.binding in ($bindings))
        and ($all_statuses or progress.status in ($statuses))
        and ($search = '' or contains(lower(indicator.name_zh || ' ' || indicator.name_en || ' '
            || coalesce(indicator.aliases, '') || ' ' || coalesce(document.document_number, '')), lower($search)))
),
keyed as (
    select *, case $sort
            when 'city' then cast(sort_order as double) when 'baseline' then baseline_value
            when 'result' then result_value when 'target' then target_value when 'gap' then gap
            when 'gap_share' then gap_share when 'share_travelled' then share_travelled when 'time_used' then time_used
            when 'needed_pace' then needed_pace when 'observed_pace' then observed_pace
            when 'target_year' then cast(target_year as double) end as number_key,
        case $sort when 'indicator' then indicator_zh when 'status' then status || coalesce(reason, '')
            when 'binding' then binding end as text_key
    from chosen
)
select * from keyed
order by case when baseline_value is null and result_value is null then 1 else 0 end nulls last,
    case when $is_descending then -number_key else number_key end nulls last,
    case when $is_descending then null else text_key end nulls last,
    case when $is_descending then text_key end desc nulls last,
    sort_order nulls last, table_number nulls last, indicator_id nulls last, target_year nulls last
limit $row_count offset $first_row
