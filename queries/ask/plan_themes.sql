-- What are these tasks and projects about? One row per task or project and theme.
select plan_id, theme from plan_theme where plan_id in ($plans) order by plan_id nulls last, theme nulls last
