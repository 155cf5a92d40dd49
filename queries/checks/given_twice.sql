-- Which prints are entered twice: same document, line, indicator, role, period and print? One row per figure after the first.
-- The few whose fingerprint stands twice are compared cell by cell.
with placed as not materialized (
    select line_number, figure_id, document_id, line, indicator_id, role, period_start, period_end, printed,
        hash(document_id, line, indicator_id, role, period_start, period_end, printed) as fingerprint
    from typed.figure where line is not null
),
suspects as (
    select * from placed
    where fingerprint in (select fingerprint from placed group by fingerprint having count(*) > 1)
),
crowded as (
    select document_id, line, indicator_id, role, period_start, period_end, printed, min(line_number) as first_line
    from suspects group by document_id, line, indicator_id, role, period_start, period_end, printed having count(*) > 1
)
select 'figure' as table_name, placed.line_number, 'printed' as column_name, placed.printed as value,
    cast(crowded.first_line as varchar) as detail
from suspects as placed
join crowded
    on placed.document_id = crowded.document_id and placed.line = crowded.line
    and placed.indicator_id = crowded.indicator_id and placed.role = crowded.role
    and placed.period_start = crowded.period_start and placed.period_end = crowded.period_end
    and placed.printed = crowded.printed
where placed.line_number > crowded.first_line
order by 1, 2, 3
