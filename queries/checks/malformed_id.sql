-- Which ids are not lower-case ASCII (letters, digits, dot, underscore, hyphen)? One row per id.
select table_name, line_number, column_name, value, cast(null as varchar) as detail
from (
    select 'city' as table_name, line_number, 'city_id' as column_name, city_id as value from typed.city
    union all select 'document', line_number, 'document_id', document_id from typed.document
    union all select 'family', line_number, 'family_id', family_id from typed.family
    union all select 'indicator', line_number, 'indicator_id', indicator_id from typed.indicator
    union all select 'task', line_number, 'task_id', task_id from typed.task
    union all select 'project', line_number, 'project_id', project_id from typed.project
    union all select 'unit_in_charge', line_number, 'unit_id', unit_id from typed.unit_in_charge
    union all select 'figure', line_number, 'figure_id', figure_id from typed.figure
) as ids
where not regexp_full_match(value, '[a-z0-9][a-z0-9._-]*')
order by 1, 2, 3
