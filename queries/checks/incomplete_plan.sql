-- Which tasks and projects lack a title, a theme, a unit in charge (or a note why none), or a number of their sequence?
-- One row per task or project; detail says what it lacks.
with plans as (
    select 'task' as table_name, line_number, task_id as id, document_id, number, title_zh, title_en, note_zh, note_en
    from typed.task
    union all
    select 'project', line_number, project_id, document_id, number, title_zh, title_en, note_zh, note_en
    from typed.project
),
counted as (
    select plans.*, max(number) over document as last_number,
        min(number) over document = 1 and max(number) over document = count(*) over document as is_complete,
        count(*) over (partition by table_name, document_id, number) as alike
    from plans window document as (partition by table_name, document_id)
),
found as (
    select counted.*, case when title_zh is null or title_en is null then 'title'
        when alike > 1 then 'unique'
        when not is_complete and number = last_number then 'complete'
        when (note_zh is null or note_en is null) and not exists (select 1 from typed.responsibility
            where coalesce(responsibility.task_id, responsibility.project_id) = counted.id) then 'unit'
        when not exists (select 1 from typed.task_theme
            where coalesce(task_theme.task_id, task_theme.project_id) = counted.id) then 'theme' end as detail
    from counted
)
select table_name, line_number, case detail when 'theme' then table_name || '_id'
        when 'title' then case when title_zh is null then 'title_zh' else 'title_en' end
        when 'unit' then case when note_zh is null then 'note_zh' else 'note_en' end
        else 'number' end as column_name, id as value, detail
from found where detail is not null
order by 1, 2, 3
