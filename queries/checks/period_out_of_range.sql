-- Which periods end before they start, lie outside 2000 to 2100, or span years for a level or a target? One row per figure.
select 'figure' as table_name, figure.line_number, 'period_end' as column_name,
    figure.period_start || '-' || figure.period_end as value,
    case when figure.period_end < figure.period_start then 'backwards'
        when figure.period_start < 2000 or figure.period_end > 2100 then 'outside'
        else 'spans' end as detail
from typed.figure
left join typed.indicator on figure.indicator_id = indicator.indicator_id
where figure.period_end < figure.period_start or figure.period_start < 2000 or figure.period_end > 2100
    or (figure.period_start <> figure.period_end and (indicator.scope = 'stock' or figure.role in ('target', 'baseline'))
        and coalesce(indicator.scope, 'stock') <> 'change')
order by 1, 2, 3
