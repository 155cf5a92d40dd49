-- Which cells that every row needs are empty? One row per cell.
with cells as (
    select 'figure' as table_name, rowid + 2 as line_number, 'figure_id' as column_name from text.figure where figure_id is null
    union all select 'figure', rowid + 2, 'city_id' from text.figure where city_id is null
    union all select 'figure', rowid + 2, 'indicator_id' from text.figure where indicator_id is null
    union all select 'figure', rowid + 2, 'role' from text.figure where role is null
    union all select 'figure', rowid + 2, 'period_start' from text.figure where period_start is null
    union all select 'figure', rowid + 2, 'period_end' from text.figure where period_end is null
    union all select 'figure', rowid + 2, 'is_year_inferred' from text.figure where is_year_inferred is null
    union all select 'figure', rowid + 2, 'unit' from text.figure where unit is null
    union all select 'figure', rowid + 2, 'printed' from text.figure where printed is null
    union all select 'figure', rowid + 2, 'document_id' from text.figure where document_id is null
    union all select 'indicator', rowid + 2, 'indicator_id' from text.indicator where indicator_id is null
    union all select 'indicator', rowid + 2, 'family_id' from text.indicator where family_id is null
    union all select 'indicator', rowid + 2, 'theme' from text.indicator where theme is null
    union all select 'indicator', rowid + 2, 'name_zh' from text.indicator where name_zh is null
    union all select 'indicator', rowid + 2, 'name_en' from text.indicator where name_en is null
    union all select 'indicator', rowid + 2, 'unit' from text.indicator where unit is null
    union all select 'indicator', rowid + 2, 'measure' from text.indicator where measure is null
    union all select 'indicator', rowid + 2, 'scope' from text.indicator where scope is null
    union all select 'indicator', rowid + 2, 'direction' from text.indicator where direction is null
    union all select 'city', rowid + 2, 'city_id' from text.city where city_id is null
    union all select 'city', rowid + 2, 'name_zh' from text.city where name_zh is null
    union all select 'city', rowid + 2, 'name_en' from text.city where name_en is null
    union all select 'city', rowid + 2, 'level' from text.city where level is null
    union all select 'document', rowid + 2, 'document_id' from text.document where document_id is null
    union all select 'document', rowid + 2, 'city_id' from text.document where city_id is null
    union all select 'document', rowid + 2, 'title_zh' from text.document where title_zh is null
    union all select 'document', rowid + 2, 'title_en' from text.document where title_en is null
    union all select 'document', rowid + 2, 'tier' from text.document where tier is null
    union all select 'family', rowid + 2, 'family_id' from text.family where family_id is null
    union all select 'family', rowid + 2, 'name_zh' from text.family where name_zh is null
    union all select 'family', rowid + 2, 'name_en' from text.family where name_en is null
    union all select 'task', rowid + 2, 'task_id' from text.task where task_id is null
    union all select 'task', rowid + 2, 'document_id' from text.task where document_id is null
    union all select 'task', rowid + 2, 'city_id' from text.task where city_id is null
    union all select 'task', rowid + 2, 'number' from text.task where number is null
    union all select 'task', rowid + 2, 'section' from text.task where section is null
    union all select 'project', rowid + 2, 'project_id' from text.project where project_id is null
    union all select 'project', rowid + 2, 'document_id' from text.project where document_id is null
    union all select 'project', rowid + 2, 'city_id' from text.project where city_id is null
    union all select 'project', rowid + 2, 'number' from text.project where number is null
    union all select 'project', rowid + 2, 'box' from text.project where box is null
    union all select 'unit_in_charge', rowid + 2, 'unit_id' from text.unit_in_charge where unit_id is null
    union all select 'unit_in_charge', rowid + 2, 'city_id' from text.unit_in_charge where city_id is null
    union all select 'unit_in_charge', rowid + 2, 'name_zh' from text.unit_in_charge where name_zh is null
    union all select 'unit_in_charge', rowid + 2, 'name_en' from text.unit_in_charge where name_en is null
    union all select 'unit', rowid + 2, 'unit' from text.unit where unit is null
    union all select 'unit', rowid + 2, 'base_unit' from text.unit where base_unit is null
    union all select 'definition', rowid + 2, 'indicator_id' from text.definition where indicator_id is null
    union all select 'responsibility', rowid + 2, 'unit_id' from text.responsibility where unit_id is null
    union all select 'responsibility', rowid + 2, 'kind' from text.responsibility where kind is null
    union all select 'responsibility', rowid + 2, 'task_id' from text.responsibility
    where (task_id is null) = (project_id is null)
    union all select 'responsibility', rowid + 2, 'and_others' from text.responsibility where and_others is null
    union all select 'task_theme', rowid + 2, 'theme' from text.task_theme where theme is null
    union all select 'task_theme', rowid + 2, 'task_id' from text.task_theme where (task_id is null) = (project_id is null)
)
select table_name, line_number, column_name, cast(null as varchar) as value, cast(null as varchar) as detail from cells
order by 1, 2, 3
