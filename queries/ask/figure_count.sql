-- How many figures fit the filters? One row.
select cast(count(*) as bigint) as figure_count
from figure
join indicator on figure.indicator_id = indicator.indicator_id
join document on figure.document_id = document.document_id
where ($all_cities or figure.city_id in ($cities))
    and ($all_families or indicator.family_id in ($families))
    and ($all_roles or figure.role in ($roles))
    and ($search = '' or contains(lower(indicator.name_zh || ' ' || indicator.name_en || ' '
        || coalesce(indicator.aliases, '') || ' ' || coalesce(document.document_number, '') || ' ' || figure.printed),
        lower($search)))
