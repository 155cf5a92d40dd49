-- Which indicators have a result and no target? One row per city and indicator, the headline families first.
with found as (  -- by the names of cities and indicators, document numbers and printed words
    select distinct city_id, indicator_id from figure
    where $search <> '' and (contains(lower(printed), lower($search))
        or city_id in (select city_id from city where contains(lower(name_zh || ' ' || name_en), lower($search)))
        or indicator_id in (select indicator_id from indicator
            where contains(lower(name_zh || ' ' || name_en || ' ' || coalesce(aliases, '')), lower($search)))
        or document_id in (select document_id from document where contains(lower(document_number), lower($search))))
),
page as (  -- only what filters and sorts: a country has a million such results, and a list two hundred
    select progress.city_id, progress.indicator_id, cast(count(*) over () as bigint) as all_count,
        case when progress.observed_pace is null then 1 else 0 end as without_pace, family.headline_order,
        progress.sort_order
    from progress
    join family on progress.family_id = family.family_id
    left join found on progress.city_id = found.city_id and progress.indicator_id = found.indicator_id
    where progress.target_year is null and progress.result_value is not null and progress.level = 'city'
        and ($all_cities or progress.city_id in ($cities)) and ($all_families or progress.family_id in ($families))
        and ($all_indicators or progress.indicator_id in ($indicators)) and ($all_themes or progress.theme in ($themes))
        and ($search = '' or found.city_id is not null)
    order by without_pace nulls last, family.headline_order nulls last, progress.sort_order nulls last,
        progress.indicator_id nulls last, progress.city_id nulls last
    limit $row_count offset $first_row
)
select progress.city_id, progress.indicator_id, progress.family_id, city.name_zh as city_zh, city.name_en as city_en,
    indicator.name_zh as indicator_zh, indicator.name_en as indicator_en, progress.baseline_year,
    progress.baseline_value, progress.result_year, progress.result_value, progress.result_comparator,
    progress.observed_pace, progress.result_figure_id, progress.baseline_figure_id, indicator.direction,
    indicator.scope, indicator.maximum, cast(null as double) as target_value, unit_name.unit_zh, unit_name.unit_en,
    unit_name.unit_scale, page.all_count
from page
join progress on page.city_id = progress.city_id and page.indicator_id = progress.indicator_id
    and progress.target_year is null
join city on progress.city_id = city.city_id
join indicator on progress.indicator_id = indicator.indicator_id
join unit_name on indicator.unit = unit_name.unit
order by page.without_pace nulls last, page.headline_order nulls last, page.sort_order nulls last,
    progress.indicator_id nulls last, progress.city_id nulls last
