-- Which indicators are there, in which unit and under which rule? One page, one row per indicator.
select indicator.indicator_id, indicator.family_id, family.name_zh as family_zh, family.name_en as family_en,
    indicator.theme, indicator.axis, indicator.name_zh, indicator.name_en, indicator.aliases, indicator.unit,
    indicator.measure, indicator.scope, indicator.direction, indicator.maximum, indicator.category,
    indicator.table_number, indicator.reason_zh, indicator.reason_en, indicator.replaced_by
from indicator
join family on indicator.family_id = family.family_id
where ($all_families or indicator.family_id in ($families))
    and ($all_indicators or indicator.indicator_id in ($indicators)) and ($all_themes or indicator.theme in ($themes))
    and ($search = '' or contains(lower(indicator.name_zh || ' ' || indicator.name_en || ' '
        || coalesce(indicator.aliases, '')), lower($search)))
order by family.headline_order nulls last, indicator.family_id nulls last, indicator.table_number nulls last,
    indicator.indicator_id nulls last
limit $row_count offset $first_row
