-- Which figures lie above their indicator's maximum, below zero, or beyond what a number can hold in its unit?
-- One row per figure; only a ratio, a rank and a growth may lie below zero.
select 'figure' as table_name, figure.line_number, 'value' as column_name,
    regexp_replace(cast(figure.value as varchar), '[.]0$', '') as value,
    case when figure.value < 0 then '0'
        else regexp_replace(cast(coalesce(indicator.maximum, 1.79e308) as varchar), '[.]0$', '') end as detail
from typed.figure
join typed.indicator on figure.indicator_id = indicator.indicator_id
left join typed.unit on figure.unit = unit.unit
left join typed.unit as base on indicator.unit = base.unit
where figure.value * unit.factor / base.factor > indicator.maximum * (1 + 1e-9)
    or isinf(figure.value * unit.factor / base.factor)
    or (figure.value < 0 and indicator.measure in ('share', 'count', 'amount') and indicator.scope <> 'change')
order by 1, 2, 3
