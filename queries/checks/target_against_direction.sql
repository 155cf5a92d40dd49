-- Which targets have a comparator that points against their indicator's direction? One row per target.
select 'figure' as table_name, figure.line_number, 'comparator' as column_name, figure.comparator as value,
    indicator.direction as detail
from typed.figure
join typed.indicator on figure.indicator_id = indicator.indicator_id
where figure.role in ('target', 'commitment')
    and ((indicator.direction = 'higher' and figure.comparator in ('lt', 'le'))
        or (indicator.direction = 'lower' and figure.comparator in ('gt', 'ge')))
order by 1, 2, 3
