-- What is each figure called in full: its city, question, indicator, unit and document? One row per printed figure.
create view figure_named as
select figure.figure_id, figure.city_id, city.name_zh as city_zh, city.name_en as city_en, indicator.family_id,
    family.name_zh as family_zh, family.name_en as family_en, indicator.theme, figure.indicator_id,
    indicator.name_zh as indicator_zh, indicator.name_en as indicator_en, figure.role, figure.period_start,
    figure.period_end, figure.is_year_inferred, figure.value, figure.unit, unit.name_zh as unit_zh,
    coalesce(unit.name_en, '') as unit_en, figure.comparator, figure.missing_reason, figure.printed, figure.binding,
    figure.document_id, document.title_zh as document_zh, document.title_en as document_en, document.document_number,
    document.publisher, document.published_on, document.tier, document.url, figure.section, figure.line,
    figure.yields_to, figure.yields_because, figure.task_id, figure.project_id, figure.note_zh, figure.note_en,
    city.sort_order, family.headline_order, indicator.table_number, indicator.aliases
from figure
join city on figure.city_id = city.city_id
join indicator on figure.indicator_id = indicator.indicator_id
join family on indicator.family_id = family.family_id
join document on figure.document_id = document.document_id
left join unit on figure.unit = unit.unit;
