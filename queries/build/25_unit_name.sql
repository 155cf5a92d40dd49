-- How is each unit called, and what power of ten does its Chinese name carry (万, 亿) that English says with the number?
-- One row per unit.
create view unit_name as
select unit.unit, unit.name_zh as unit_zh,
    case when unit.factor in (1e4, 1e8, 1e12) then coalesce(base.name_en, '') else coalesce(unit.name_en, '') end as unit_en,
    case when unit.factor in (1e4, 1e8, 1e12) then unit.factor else 1e0 end as unit_scale
from unit
left join unit as base on unit.base_unit = base.unit;
