-- Which printed lines stand behind these figures? One row per figure asked for and per print that yields to one of them.
select figure.figure_id, figure.city_id, figure.document_id, city.name_zh as city_zh, city.name_en as city_en,
    indicator.name_zh as indicator_zh, indicator.name_en as indicator_en, figure.role, figure.period_start,
    figure.period_end, figure.is_year_inferred, figure.value, figure.comparator, figure.missing_reason, unit_name.unit_zh,
    unit_name.unit_en, unit_name.unit_scale, figure.printed, figure.section, figure.line, figure.binding, figure.yields_to,
    figure.yields_because, figure.note_zh, figure.note_en, document.title_zh as document_zh,
    document.title_en as document_en, document.document_number, document.publisher, document.published_on, document.tier,
    document.url, document.file, coalesce(own.meaning_zh, standard.meaning_zh) as meaning_zh,
    coalesce(own.meaning_en, standard.meaning_en) as meaning_en, coalesce(own.formula_zh, standard.formula_zh) as formula_zh,
    coalesce(own.formula_en, standard.formula_en) as formula_en, coalesce(own.basis, standard.basis) as basis
from figure
join city on figure.city_id = city.city_id
join indicator on figure.indicator_id = indicator.indicator_id
join unit_name on figure.unit = unit_name.unit
join document on figure.document_id = document.document_id
left join definition as own on own.indicator_id = figure.indicator_id and own.document_id = figure.document_id
left join definition as standard on standard.indicator_id = figure.indicator_id and standard.document_id is null
where figure.figure_id in ($figures) or figure.yields_to in ($figures)
order by city.sort_order nulls last, figure.indicator_id nulls last, figure.period_end nulls last, figure.role nulls last,
    figure.yields_to nulls first, figure.figure_id nulls last
