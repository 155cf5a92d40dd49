-- How many rows of Gaps does each city have under the other filters? One row per city, and its count as an option.
with found as (  -- by the names of cities and indicators, document numbers and printed words
    select distinct city_id, indicator_id from figure
    where $search <> '' and (contains(lower(printed), lower($search))
        or city_id in (select city_id from city where contains(lower(name_zh || ' ' || name_en), lower($search)))
        or indicator_id in (select indicator_id from indicator
            where contains(lower(name_zh || ' ' || name_en || ' ' || coalesce(aliases, '')), lower($search)))
        or document_id in (select document_id from document where contains(lower(document_number), lower($search))))
)
select 'city' as field, gap.city_id as option, cast(count(*) as bigint) as row_count
from gap
where (($all_years and gap.is_leading_target) or gap.target_year in ($years))
    and ($all_families or gap.family_id in ($families))
    and ($all_indicators or gap.indicator_id in ($indicators)) and ($all_themes or gap.theme in ($themes))
    and ($all_bindings or gap.binding in ($bindings)) and ($all_statuses or gap.status in ($statuses))
    and ($search = '' or (gap.city_id, gap.indicator_id) in (select (city_id, indicator_id) from found))
group by gap.city_id
order by gap.city_id nulls last
