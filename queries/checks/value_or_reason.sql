-- Which figures have neither a value nor a reason why not, or both? One row per figure; detail says which of the four it is.
select 'figure' as table_name, rowid + 2 as line_number,
    case when value is null and missing_reason is null then 'value'
        when value is not null and missing_reason is not null then 'missing_reason'
        else 'comparator' end as column_name,
    coalesce(cast(value as varchar), comparator) as value,
    case when value is null and missing_reason is null then 'neither'
        when value is not null and missing_reason is not null then 'both'
        when missing_reason is null then 'no_comparator'
        else 'comparator_without_value' end as detail
from text.figure
where (value is null) = (missing_reason is null) or (comparator is null) <> (missing_reason is not null)
order by 1, 2, 3
