-- What are these units in charge called? One row per unit.
select unit_id, city_id, name_zh as unit_zh, name_en as unit_en, short_names
from unit_in_charge where unit_id in ($units)
order by unit_id nulls last
