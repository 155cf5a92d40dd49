-- Which questions do the indicators answer, and how many figures does each have? One row per family, headlines first.
select family.family_id, family.name_zh, family.name_en, family.question_zh, family.question_en, family.headline_order,
    family.headline_axis, cast(count(counted.figure_id) as bigint) as figure_count
from family
left join counted on counted.family_id = family.family_id
group by family.family_id, family.name_zh, family.name_en, family.question_zh, family.question_en,
    family.headline_order, family.headline_axis
order by family.headline_order nulls last, figure_count desc nulls last, family.family_id nulls last
