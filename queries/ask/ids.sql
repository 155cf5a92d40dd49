-- Which ids may a link name, and what are they called? One row per field of a link and id.
select 'city' as field, city_id as id, name_zh, name_en from city where level = 'city'
union all
select 'family' as field, family_id as id, name_zh, name_en from family
union all
select 'indicator' as field, indicator_id as id, name_zh, name_en from indicator
union all
select 'unit' as field, unit_id as id, name_zh, name_en from unit_in_charge
order by field nulls last, id nulls last
