-- How is each indicator defined, by which document? One row per definition.
select definition.indicator_id, indicator.name_zh as indicator_zh, indicator.name_en as indicator_en,
    family.name_zh as family_zh, family.name_en as family_en, definition.meaning_zh, definition.meaning_en,
    definition.formula_zh, definition.formula_en, definition.basis, document.title_zh as document_zh,
    document.document_number
from definition
join indicator on definition.indicator_id = indicator.indicator_id
join family on indicator.family_id = family.family_id
left join document on definition.document_id = document.document_id
where $all_families or indicator.family_id in ($families)
order by family.headline_order nulls last, indicator.family_id nulls last, indicator.table_number nulls last,
    definition.indicator_id nulls last, definition.document_id nulls last
