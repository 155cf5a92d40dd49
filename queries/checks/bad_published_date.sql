-- Which documents have a date that is no ISO date, month or year? One row per document.
select 'document' as table_name, line_number, 'published_on' as column_name, published_on as value,
    cast(null as varchar) as detail
from typed.document
where published_on is not null
    and (not regexp_full_match(published_on, '[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?')
        or try_cast(case length(published_on) when 4 then published_on || '-01-01' when 7 then published_on || '-01'
            else published_on end as date) is null)
order by 1, 2, 3
