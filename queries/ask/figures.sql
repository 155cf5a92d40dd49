-- Which figures fit the filters? One page of them, one row per printed figure, sorted by city, indicator and year.
select figure.figure_id, city.name_zh as city_zh, city.name_en as city_en, family.name_zh as family_zh,
    family.name_en as family_en, indicator.name_zh as indicator_zh, indicator.name_en as indicator_en, figure.role,
    figure.period_start, figure.period_end, figure.is_year_inferred, figure.value, figure.comparator, unit.name_zh as unit_zh,
    coalesce(unit.name_en, '') as unit_en, figure.missing_reason, figure.printed, figure.binding, document.title_zh as document_zh, document.document_number,
    figure.section, figure.line, document.published_on, document.tier, figure.yields_to, figure.yields_because,
    figure.note_zh, figure.note_en
from figure
join city on figure.city_id = city.city_id
join indicator on figure.indicator_id = indicator.indicator_id
join family on indicator.family_id = family.family_id
join document on figure.document_id = document.document_id
left join unit on figure.unit = unit.unit
where ($all_cities or figure.city_id in ($cities))
    and ($all_families or indicator.family_id in ($families))
    and ($all_roles or figure.role in ($roles))
    and ($search = '' or contains(lower(indicator.name_zh || ' ' || indicator.name_en || ' '
        || coalesce(indicator.aliases, '') || ' ' || coalesce(document.document_number, '') || ' ' || figure.printed),
        lower($search)))
order by city.sort_order nulls last, family.headline_order nulls last, indicator.family_id nulls last,
    indicator.table_number nulls last, figure.indicator_id nulls last, figure.period_end nulls last, figure.figure_id nulls last
limit $row_count offset $first_row
