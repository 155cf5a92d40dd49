-- Which references lead to nothing? One row per reference; detail is the file that should hold it.
with known as (
    select 'city' as target, city_id as id from text.city
    union all select 'indicator', indicator_id from text.indicator
    union all select 'document', document_id from text.document
    union all select 'family', family_id from text.family
    union all select 'unit', unit from text.unit
    union all select 'task', task_id from text.task
    union all select 'project', project_id from text.project
    union all select 'unit_in_charge', unit_id from text.unit_in_charge
),
referring as (
    select 'figure' as table_name, line_number, 'city_id' as column_name, city_id as value, 'city' as target from typed.figure
    union all select 'figure', line_number, 'indicator_id', indicator_id, 'indicator' from typed.figure
    union all select 'figure', line_number, 'document_id', document_id, 'document' from typed.figure
    union all select 'figure', line_number, 'unit', unit, 'unit' from typed.figure
    union all select 'figure', line_number, 'task_id', task_id, 'task' from typed.figure where task_id is not null
    union all select 'figure', line_number, 'project_id', project_id, 'project' from typed.figure where project_id is not null
    union all select 'city', line_number, 'parent_city_id', parent_city_id, 'city' from typed.city
    union all select 'document', line_number, 'city_id', city_id, 'city' from typed.document
    union all select 'indicator', line_number, 'family_id', family_id, 'family' from typed.indicator
    union all select 'indicator', line_number, 'unit', unit, 'unit' from typed.indicator
    union all select 'indicator', line_number, 'replaced_by', replaced_by, 'indicator' from typed.indicator
    union all select 'unit', line_number, 'base_unit', base_unit, 'unit' from typed.unit
    union all select 'definition', line_number, 'indicator_id', indicator_id, 'indicator' from typed.definition
    union all select 'definition', line_number, 'document_id', document_id, 'document' from typed.definition
    union all select 'task', line_number, 'document_id', document_id, 'document' from typed.task
    union all select 'task', line_number, 'city_id', city_id, 'city' from typed.task
    union all select 'project', line_number, 'document_id', document_id, 'document' from typed.project
    union all select 'project', line_number, 'city_id', city_id, 'city' from typed.project
    union all select 'task_theme', line_number, 'task_id', task_id, 'task' from typed.task_theme
    union all select 'task_theme', line_number, 'project_id', project_id, 'project' from typed.task_theme
    union all select 'unit_in_charge', line_number, 'city_id', city_id, 'city' from typed.unit_in_charge
    union all select 'responsibility', line_number, 'task_id', task_id, 'task' from typed.responsibility
    union all select 'responsibility', line_number, 'project_id', project_id, 'project' from typed.responsibility
    union all select 'responsibility', line_number, 'unit_id', unit_id, 'unit_in_charge' from typed.responsibility
)
select referring.table_name, referring.line_number, referring.column_name, referring.value,
    referring.target || '.csv' as detail
from referring
where referring.value is not null
    and not exists (select 1 from known where known.target = referring.target and known.id = referring.value)
order by 1, 2, 3
