-- What is known of one task or project? One row, if there is one of this id.
select plan.plan_id, plan.kind, plan.city_id, city.name_zh as city_zh, city.name_en as city_en, plan.document_id,
    document.title_zh as document_zh, document.title_en as document_en, document.document_number,
    document.url, plan.number, plan.section,
    plan.title_zh, plan.title_en, plan.line, plan.note_zh, plan.note_en, plan.figure_count, cast(null as varchar) as desk_kind
from plan
join city on plan.city_id = city.city_id
join document on plan.document_id = document.document_id
where plan.plan_id = $plan
