-- Which targets are not later than the baseline that their own document sets them against? One row per target.
select 'figure' as table_name, target.line_number, 'period_end' as column_name, cast(target.period_end as varchar) as value,
    cast(max(baseline.period_end) as varchar) as detail
from typed.figure as target
join typed.figure as baseline
    on target.city_id = baseline.city_id and target.indicator_id = baseline.indicator_id
    and target.document_id = baseline.document_id and baseline.role = 'baseline' and baseline.yields_to is null
where target.role in ('target', 'commitment') and target.yields_to is null
    and target.period_end <= baseline.period_end
group by target.line_number, target.period_end
order by 1, 2, 3
