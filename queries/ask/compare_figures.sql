-- What does everybody publish on one family, over the years? One row per figure that counts; values in the indicator's unit.
select figure.figure_id, comparison.axis, comparison.indicator_id, indicator.name_zh as indicator_zh,
    indicator.name_en as indicator_en, indicator.reason_zh as reason_text_zh,
    indicator.reason_en as reason_text_en, indicator.direction,
    comparison.city_id, city.name_zh as city_zh, city.name_en as city_en, city.level, city.sort_order, comparison.role, comparison.year,
    figure.period_start, comparison.value, figure.comparator, figure.missing_reason, figure.binding,
    figure.printed, own.unit_zh, own.unit_en, own.unit_scale, figure.value as printed_value,
    printed_unit.unit_zh as printed_unit_zh, printed_unit.unit_en as printed_unit_en,
    printed_unit.unit_scale as printed_unit_scale, comparison.definition_number, comparison.cities_same, comparison.reason,
    document.title_zh as document_zh, document.document_number, figure.note_zh, figure.note_en
from compared as comparison
join numbered_figure as figure on comparison.figure_number = figure.figure_number
join indicator on comparison.indicator_id = indicator.indicator_id
join city on comparison.city_id = city.city_id
join document on figure.document_id = document.document_id
join unit_name as own on indicator.unit = own.unit
join unit_name as printed_unit on figure.unit = printed_unit.unit
where comparison.family_id = $family and ($all_cities or comparison.city_id in ($cities) or city.level = 'province')
order by comparison.axis nulls last, city.sort_order nulls last, comparison.indicator_id nulls last,
    comparison.year nulls last, comparison.role nulls last, comparison.figure_number nulls last
