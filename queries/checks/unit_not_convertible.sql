-- Which figures are in a unit that cannot be turned into their indicator's? One row per figure.
select 'figure' as table_name, figure.line_number, 'unit' as column_name, figure.unit as value, indicator.unit as detail
from typed.figure
join typed.indicator on figure.indicator_id = indicator.indicator_id
join typed.unit on figure.unit = unit.unit
join typed.unit as base on indicator.unit = base.unit
where unit.base_unit <> base.base_unit
order by 1, 2, 3
