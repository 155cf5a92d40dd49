-- Which figures fit the filters? One page of them, one row per printed figure, sorted by city, indicator and year.
select figure_id, city_id, city_zh, city_en, family_id, family_zh, family_en, theme, indicator_id, indicator_zh,
    indicator_en, role, period_start, period_end, is_year_inferred, value, unit, unit_zh, unit_en, comparator,
    missing_reason, printed, binding, document_id, document_zh, document_en, document_number, publisher, published_on,
    tier, url, section, line, yields_to, yields_because, task_id, project_id, note_zh, note_en
from figure_named
where ($all_cities or city_id in ($cities)) and ($all_families or family_id in ($families))
    and ($all_indicators or indicator_id in ($indicators)) and ($all_themes or theme in ($themes))
    and ($all_bindings or binding in ($bindings)) and ($all_roles or role in ($roles))
    and ($all_years or period_end in ($years))
    and ($search = '' or contains(lower(indicator_zh || ' ' || indicator_en || ' ' || coalesce(aliases, '') || ' '
        || coalesce(document_number, '') || ' ' || printed), lower($search)))
order by sort_order nulls last, headline_order nulls last, family_id nulls last, table_number nulls last,
    indicator_id nulls last, period_end nulls last, figure_id nulls last
limit $row_count offset $first_row
