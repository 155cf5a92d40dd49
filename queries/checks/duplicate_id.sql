-- Which ids, or pairs of ids where these name a row, stand twice in their table? One row per row after the first.
with ids as not materialized (
    select 'city' as table_name, line_number, 'city_id' as column_name, city_id as value from typed.city
    union all select 'document', line_number, 'document_id', document_id from typed.document
    union all select 'family', line_number, 'family_id', family_id from typed.family
    union all select 'unit', line_number, 'unit', unit from typed.unit
    union all select 'indicator', line_number, 'indicator_id', indicator_id from typed.indicator
    union all select 'task', line_number, 'task_id', task_id from typed.task
    union all select 'project', line_number, 'project_id', project_id from typed.project
    union all select 'unit_in_charge', line_number, 'unit_id', unit_id from typed.unit_in_charge
    union all select 'figure', line_number, 'figure_id', figure_id from typed.figure
    union all select 'definition', line_number, 'indicator_id', indicator_id || coalesce(', ' || document_id, '')
    from typed.definition
    union all select 'task_theme', line_number, 'theme', coalesce(task_id, project_id) || ', ' || theme from typed.task_theme
    union all select 'responsibility', line_number, 'unit_id', coalesce(task_id, project_id) || ', ' || unit_id || ', ' || kind
    from typed.responsibility
),
suspects as (
    select * from ids
    where value is not null and hash(table_name, value) in (
        select hash(table_name, value) as fingerprint from ids group by fingerprint having count(*) > 1)
),
repeated as (
    select table_name, value, min(line_number) as first_line from suspects group by table_name, value having count(*) > 1
)
select ids.table_name, ids.line_number, ids.column_name, ids.value, cast(repeated.first_line as varchar) as detail
from suspects as ids join repeated on ids.table_name = repeated.table_name and ids.value = repeated.value
where ids.line_number > repeated.first_line
order by 1, 2, 3
