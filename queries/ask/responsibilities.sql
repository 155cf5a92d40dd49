-- Who answers for what? One page of rows, one per task or project, unit in charge and kind of responsibility.
select plan.plan_id, plan.kind as plan_kind, plan.city_id, plan.document_id, plan.number, plan.section, plan.title_zh,
    plan.title_en, plan_unit.unit_id, unit_in_charge.name_zh as unit_zh, unit_in_charge.name_en as unit_en,
    unit_in_charge.short_names, plan_unit.kind, plan_unit.and_others
from plan_unit
join plan on plan_unit.plan_id = plan.plan_id
join unit_in_charge on plan_unit.unit_id = unit_in_charge.unit_id
where ($all_cities or plan.city_id in ($cities)) and ($all_units or plan_unit.unit_id in ($units))
order by plan.city_id nulls last, plan.document_id nulls last, plan.number nulls last, plan.plan_id nulls last,
    plan_unit.kind_order nulls last, plan_unit.unit_id nulls last
limit $row_count offset $first_row
