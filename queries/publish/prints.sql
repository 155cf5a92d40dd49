-- What does a document print, by its cards? One row per figure (dash: a table's "--"), task title and project title.
select case when figure.missing_reason = 'printed_dash' then 'dash' else 'figure' end as kind,
    figure.figure_id as print_id, figure.line, figure.printed, indicator.table_number
from typed.figure
left join typed.indicator on figure.indicator_id = indicator.indicator_id
where figure.document_id = $document_id
union all
select 'task', task_id, line, title_zh, null from typed.task where document_id = $document_id
union all
select 'project', project_id, line, title_zh, null from typed.project where document_id = $document_id
