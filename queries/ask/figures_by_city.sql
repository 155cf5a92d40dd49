-- How many figures fit the filters in each city? One row per city that has any, in the order of the figures.
select city_id, sort_order, cast(count(*) as bigint) as figure_count
from figure_named
where ($all_cities or city_id in ($cities)) and ($all_families or family_id in ($families))
    and ($all_indicators or indicator_id in ($indicators)) and ($all_themes or theme in ($themes))
    and ($all_bindings or binding in ($bindings)) and ($all_roles or role in ($roles))
    and ($all_years or period_end in ($years))
    and ($search = '' or contains(lower(indicator_zh || ' ' || indicator_en || ' ' || coalesce(aliases, '') || ' '
        || coalesce(document_number, '') || ' ' || printed), lower($search)))
group by city_id, sort_order
order by sort_order nulls last, city_id nulls last
