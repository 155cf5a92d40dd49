-- Which figures do these tasks and projects carry? One row per printed figure.
select figure_id from figure where coalesce(task_id, project_id) in ($plans) order by figure_id nulls last
