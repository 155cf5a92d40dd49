-- Which prints stand behind these figures? One row per figure asked for and per print that yields to one of them.
select figure_id, city_id, city_zh, city_en, family_id, family_zh, family_en, theme, indicator_id, indicator_zh,
    indicator_en, role, period_start, period_end, is_year_inferred, value, unit, unit_zh, unit_en, comparator,
    missing_reason, printed, binding, document_id, document_zh, document_en, document_number, publisher, published_on,
    tier, url, section, line, yields_to, yields_because, task_id, project_id, note_zh, note_en
from figure_named
where figure_id in ($figures) or yields_to in ($figures)
order by sort_order nulls last, headline_order nulls last, family_id nulls last, table_number nulls last,
    indicator_id nulls last, period_end nulls last, figure_id nulls last
