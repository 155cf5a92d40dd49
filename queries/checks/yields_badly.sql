-- Which figures yield to nothing, to themselves, to one that itself yields, or without a reason? One row per figure.
-- A circle is made of figures that yield to yielding figures, so it is found here too.
select 'figure' as table_name, giving.line_number,
    case when giving.yields_to is null or (giving.yields_to <> giving.figure_id and counting.yields_to is null
            and counting.figure_id is not null) then 'yields_because' else 'yields_to' end as column_name,
    coalesce(giving.yields_to, giving.yields_because) as value,
    case when giving.yields_to is null then 'reason_only'
        when giving.yields_to = giving.figure_id then 'itself'
        when counting.figure_id is null then 'nowhere'
        when counting.yields_to is not null then 'yielding'
        else 'no_reason' end as detail
from typed.figure as counting
right join (select * from typed.figure where yields_to is not null or yields_because is not null) as giving
    on giving.yields_to = counting.figure_id
where (giving.yields_to is not null and (counting.figure_id is null or counting.yields_to is not null
        or giving.yields_because is null))
    or (giving.yields_to is null and giving.yields_because is not null)
order by 1, 2, 3
