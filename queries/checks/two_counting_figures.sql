-- Which figures count twice: same city, indicator, role and period, none yielding? One row per figure after the first.
-- The few whose fingerprint stands twice are compared cell by cell.
with counting as not materialized (
    select line_number, figure_id, city_id, indicator_id, role, period_start, period_end,
        hash(city_id, indicator_id, role, period_start, period_end) as fingerprint
    from typed.figure where yields_to is null
),
suspects as (
    select * from counting
    where fingerprint in (select fingerprint from counting group by fingerprint having count(*) > 1)
),
crowded as (
    select city_id, indicator_id, role, period_start, period_end, min(line_number) as first_line
    from suspects group by city_id, indicator_id, role, period_start, period_end having count(*) > 1
)
select 'figure' as table_name, counting.line_number, 'yields_to' as column_name, counting.figure_id as value,
    cast(crowded.first_line as varchar) as detail
from suspects as counting
join crowded
    on counting.city_id = crowded.city_id and counting.indicator_id = crowded.indicator_id
    and counting.role = crowded.role and counting.period_start = crowded.period_start
    and counting.period_end = crowded.period_end
where counting.line_number > crowded.first_line
order by 1, 2, 3
