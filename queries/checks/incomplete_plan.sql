-- Which tasks and projects lack a title, a unit in charge (or a note why none), or a number of their document's sequence?
-- One row per task or project; detail says what it lacks.
with plans as (
    select 'task' as table_name, line_number, task_id as id, document_id, number, title_zh, title_en, note_zh,
        count(*) over (partition by document_id) as plan_count, max(number) over (partition by document_id) as last_number,
        count(*) over (partition by document_id, number) as alike
    from typed.task
    union all
    select 'project', line_number, project_id, document_id, number, title_zh, title_en, note_zh,
        count(*) over (partition by document_id), max(number) over (partition by document_id),
        count(*) over (partition by document_id, number)
    from typed.project
),
found as (
    select plans.*, case when title_zh is null or title_en is null then 'title'
        when alike > 1 then 'unique'
        when last_number <> plan_count and number = last_number then 'complete'
        when note_zh is null and not exists (select 1 from typed.responsibility
            where coalesce(responsibility.task_id, responsibility.project_id) = plans.id) then 'unit' end as detail
    from plans
)
select table_name, line_number, case when detail = 'title' and title_zh is null then 'title_zh'
        when detail = 'title' then 'title_en'
        when detail = 'unit' then 'note_zh'
        else 'number' end as column_name, id as value, detail
from found where detail is not null
order by 1, 2, 3
