-- Which ids may a link name? One row per field of a link and id.
select 'city' as field, city_id as id from city where level = 'city'
union all
select 'family' as field, family_id as id from family
union all
select 'indicator' as field, indicator_id as id from indicator
order by field nulls last, id nulls last
