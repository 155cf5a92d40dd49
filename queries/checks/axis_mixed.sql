-- Which indicators stand on an axis with others of another base unit, direction or scope? One row per indicator that
-- differs from the axis's first.
with placed as (
    select indicator.line_number, indicator.indicator_id, indicator.axis, indicator.direction, indicator.scope,
        unit.base_unit, row_number() over (partition by indicator.axis order by indicator.line_number) as place
    from typed.indicator left join typed.unit on indicator.unit = unit.unit
    where indicator.axis is not null
)
select 'indicator' as table_name, placed.line_number, 'axis' as column_name, placed.axis as value,
    lead.indicator_id as detail
from placed join placed as lead on placed.axis = lead.axis and lead.place = 1
where placed.base_unit <> lead.base_unit or placed.direction <> lead.direction or placed.scope <> lead.scope
order by 1, 2, 3
