-- What is the number of each city and each indicator, by its id? One row per city, and one per indicator. One number for
-- both together, the pair, joins and sorts a million figures faster than two texts.
create view numbered_city as
select city_id, level, sort_order, row_number() over (order by city_id nulls last) * 1000000 as city_number from city;
create view numbered_indicator as
select *, row_number() over (order by indicator_id nulls last) as indicator_number from indicator;
