-- Which tasks and projects carry any of these figures? One row per task or project.
select distinct plan.plan_id, plan.kind, plan.city_id, plan.number, plan.section, plan.title_zh, plan.title_en,
    document.title_zh as document_zh, plan.figure_count
from figure
join plan on coalesce(figure.task_id, figure.project_id) = plan.plan_id
join document on plan.document_id = document.document_id
where figure.figure_id in ($figures) or figure.yields_to in ($figures)
order by plan.city_id nulls last, plan.number nulls last, plan.plan_id nulls last
