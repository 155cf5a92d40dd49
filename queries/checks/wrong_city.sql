-- Which plans, units and figures are tied across cities? One row per reference; detail is the city that it leads to.
with plans as (
    select 'task' as table_name, line_number, task_id as id, document_id, city_id from typed.task
    union all
    select 'project', line_number, project_id, document_id, city_id from typed.project
),
referring as (
    select plans.table_name, plans.line_number, 'document_id' as column_name, plans.document_id as value, plans.city_id,
        document.city_id as other_city_id
    from plans join typed.document on plans.document_id = document.document_id
    union all
    select 'responsibility', responsibility.line_number, 'unit_id', responsibility.unit_id, plans.city_id,
        unit_in_charge.city_id
    from typed.responsibility
    join plans on plans.id = coalesce(responsibility.task_id, responsibility.project_id)
    join typed.unit_in_charge on responsibility.unit_id = unit_in_charge.unit_id
    union all
    select 'figure', figure.line_number, 'task_id', figure.task_id, figure.city_id, task.city_id
    from typed.figure join typed.task on figure.task_id = task.task_id
    union all
    select 'figure', figure.line_number, 'project_id', figure.project_id, figure.city_id, project.city_id
    from typed.figure join typed.project on figure.project_id = project.project_id
)
select table_name, line_number, column_name, value, other_city_id as detail
from referring
where other_city_id <> city_id
order by 1, 2, 3
