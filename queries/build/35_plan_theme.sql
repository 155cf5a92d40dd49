-- What is each task and project about? One row per task or project and theme.
create view plan_theme as select coalesce(task_id, project_id) as plan_id, theme from task_theme;
