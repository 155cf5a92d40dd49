-- Which cells that must hold a finite number, or a whole number, do not? One row per cell.
with cells as (
    select 'figure' as table_name, rowid + 2 as line_number, 'value' as column_name, value, 'number' as detail from text.figure
    union all select 'indicator', rowid + 2, 'maximum', maximum, 'number' from text.indicator
    union all select 'unit', rowid + 2, 'factor', coalesce(factor, ''), 'number' from text.unit
    union all select 'figure', rowid + 2, 'period_start', period_start, 'whole' from text.figure
    union all select 'figure', rowid + 2, 'period_end', period_end, 'whole' from text.figure
    union all select 'figure', rowid + 2, 'line', line, 'whole' from text.figure
    union all select 'indicator', rowid + 2, 'table_number', table_number, 'whole' from text.indicator
    union all select 'city', rowid + 2, 'sort_order', coalesce(sort_order, ''), 'whole' from text.city
    union all select 'family', rowid + 2, 'headline_order', headline_order, 'whole' from text.family
    union all select 'task', rowid + 2, 'number', coalesce(number, ''), 'whole' from text.task
    union all select 'task', rowid + 2, 'line', line, 'whole' from text.task
    union all select 'project', rowid + 2, 'number', coalesce(number, ''), 'whole' from text.project
    union all select 'project', rowid + 2, 'line', line, 'whole' from text.project
)
select table_name, line_number, column_name, value, detail
from cells
where value is not null and case
        when detail = 'whole' then not regexp_full_match(value, '[0-9]+') or try_cast(value as integer) is null
        else not coalesce(isfinite(try_cast(value as double)), false)
            or (column_name = 'factor' and try_cast(value as double) <= 0)
    end
order by 1, 2, 3
