-- Which headline families name no axis, or one that none of their indicators stands on? One row per family.
select 'family' as table_name, family.line_number, 'headline_axis' as column_name, family.headline_axis as value,
    family.family_id as detail
from typed.family
where family.headline_order is not null
    and not exists (select 1 from typed.indicator
        where indicator.family_id = family.family_id and indicator.axis = family.headline_axis)
order by 1, 2, 3
