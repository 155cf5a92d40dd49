-- How many rows of Gaps does each city have under the other filters? One row per city, and its count as an option.
with found as (  -- by the names of cities and indicators, document numbers and printed words
    select distinct city_id, indicator_id from figure where $search <> '' and (contains(lower(printed), lower($search))
        or city_id in (select city_id from numbered_city where contains(searched, lower($search)))
        or indicator_id in (select indicator_id from numbered_indicator where contains(searched, lower($search)))
        or document_id in (select document_id from numbered_document where contains(searched, lower($search))))
),
counts as (  -- by number: a country has thousands of cities and millions of promises
    select city_number, cast(count(*) as bigint) as row_count
    from gap_ranked
    where (($all_years and is_leading_target) or target_year in ($years))
        and ($all_bindings or binding in ($bindings)) and ($all_statuses or status in ($statuses))
        and (($all_families and $all_themes and $all_indicators) or indicator_number in (
            select indicator_number from numbered_indicator
            where ($all_families or family_id in ($families)) and ($all_themes or theme in ($themes))
                and ($all_indicators or indicator_id in ($indicators))))
        and ($search = '' or (city_number, indicator_number) in (
            select (city.city_number, indicator.indicator_number)
            from found
            join numbered_city as city on found.city_id = city.city_id
            join numbered_indicator as indicator on found.indicator_id = indicator.indicator_id))
    group by city_number
)
select 'city' as field, city.city_id as option, counts.row_count
from counts
join numbered_city as city on counts.city_number = city.city_number
order by city.city_id nulls last
