-- What does a document print, by its cards? One row per figure (dash: a table's "--"), task and project.
-- number is what is printed with it: the table's row for a dash, the task's or project's own number.
select case when figure.missing_reason = 'printed_dash' then 'dash' else 'figure' end as kind,
    figure.figure_id as print_id, figure.line, coalesce(figure.printed, '') as printed, indicator.table_number as number
from typed.figure
left join typed.indicator on figure.indicator_id = indicator.indicator_id
where figure.document_id = $document_id
union all
select 'task', task_id, line, coalesce(title_zh, ''), number from typed.task where document_id = $document_id
union all
select 'project', project_id, line, coalesce(title_zh, ''), number from typed.project where document_id = $document_id
