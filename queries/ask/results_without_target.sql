-- Which indicators have a result and no target? One row per city and indicator, the headline families first.
with found as (  -- by the names of cities and indicators, document numbers and printed words
    select distinct city_id, indicator_id from figure where $search <> '' and (contains(lower(printed), lower($search))
        or city_id in (select city_id from numbered_city where contains(searched, lower($search)))
        or indicator_id in (select indicator_id from numbered_indicator where contains(searched, lower($search)))
        or document_id in (select document_id from numbered_document where contains(searched, lower($search))))
),
page as (  -- only what filters and sorts: a country has a million such results, and a list two hundred
    select progress.row_key, cast(count(*) over () as bigint) as all_count,
        case when progress.observed_pace is null then 1 else 0 end as without_pace, family.headline_order,
        progress.sort_order, progress.indicator_id, progress.city_id
    from progress
    join family on progress.family_id = family.family_id
    where progress.target_year is null and progress.result_value is not null and progress.level = 'city'
        and ($all_cities or progress.city_id in ($cities)) and ($all_families or progress.family_id in ($families))
        and ($all_indicators or progress.indicator_id in ($indicators)) and ($all_themes or progress.theme in ($themes))
        and ($search = '' or (progress.city_id, progress.indicator_id) in (select (city_id, indicator_id) from found))
    order by without_pace nulls last, family.headline_order nulls last, progress.sort_order nulls last,
        progress.indicator_id nulls last, progress.city_id nulls last
    limit $row_count offset $first_row
),
shown as (
    select progress.*, page.all_count, page.without_pace
    from page
    join progress on page.row_key = progress.row_key
)
select shown.city_id, shown.indicator_id, shown.family_id, city.name_zh as city_zh, city.name_en as city_en,
    indicator.indicator_zh, indicator.indicator_en, shown.baseline_year, shown.baseline_value, shown.result_year,
    shown.result_value, shown.result_comparator, shown.observed_pace, shown.result_figure_id,
    shown.baseline_figure_id, indicator.direction, indicator.scope, indicator.maximum,
    cast(null as double) as target_value, indicator.unit_zh, indicator.unit_en, indicator.unit_scale, shown.all_count
from shown
join city on shown.city_id = city.city_id
join indicator_named as indicator on shown.indicator_number = indicator.indicator_number
order by shown.without_pace nulls last, indicator.headline_order nulls last, shown.sort_order nulls last,
    shown.indicator_id nulls last, shown.city_id nulls last
