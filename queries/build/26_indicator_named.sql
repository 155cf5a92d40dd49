-- What is each indicator called, with its family and its unit? One row per indicator.
create view indicator_named as
select indicator.indicator_number, indicator.indicator_id, indicator.name_zh as indicator_zh,
    indicator.name_en as indicator_en, indicator.direction, indicator.scope, indicator.maximum, indicator.theme,
    indicator.axis, indicator.table_number, indicator.family_id, family.name_zh as family_zh, family.name_en as family_en,
    family.headline_order, unit_name.unit_zh, unit_name.unit_en, unit_name.unit_scale
from numbered_indicator as indicator
join family on indicator.family_id = family.family_id
join unit_name on indicator.unit = unit_name.unit;
