-- Who answers for each task and project? One row per task or project, unit and kind of responsibility.
create view plan_unit as
select coalesce(task_id, project_id) as plan_id, unit_id, kind, and_others,
    case kind when 'lead' then 1 when 'shared' then 2 else 3 end as kind_order
from responsibility;
