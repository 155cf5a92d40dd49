-- Which cells hold a word that is not in their column's list? One row per cell; detail is the list.
with cells as (
    select 'figure' as table_name, rowid + 2 as line_number, 'role' as column_name, role as value from text.figure
    union all select 'figure', rowid + 2, 'comparator', comparator from text.figure
    union all select 'figure', rowid + 2, 'missing_reason', missing_reason from text.figure
    union all select 'figure', rowid + 2, 'binding', binding from text.figure
    union all select 'figure', rowid + 2, 'yields_because', yields_because from text.figure
    union all select 'figure', rowid + 2, 'is_year_inferred', is_year_inferred from text.figure
    union all select 'indicator', rowid + 2, 'theme', theme from text.indicator
    union all select 'indicator', rowid + 2, 'measure', measure from text.indicator
    union all select 'indicator', rowid + 2, 'scope', scope from text.indicator
    union all select 'indicator', rowid + 2, 'direction', direction from text.indicator
    union all select 'city', rowid + 2, 'level', level from text.city
    union all select 'document', rowid + 2, 'kind', kind from text.document
    union all select 'document', rowid + 2, 'tier', tier from text.document
    union all select 'task_theme', rowid + 2, 'theme', theme from text.task_theme
    union all select 'responsibility', rowid + 2, 'and_others', and_others from text.responsibility
    union all select 'responsibility', rowid + 2, 'responsibility_kind', kind from text.responsibility
)
select cells.table_name, cells.line_number, replace(cells.column_name, 'responsibility_', '') as column_name, cells.value,
    (select string_agg(allowed.value, ', ') from text.allowed where allowed.column_name = cells.column_name) as detail
from cells
where cells.value is not null
    and not exists (select 1 from text.allowed
        where allowed.column_name = cells.column_name and allowed.value = cells.value)
order by 1, 2, 3
