-- Which cities are compared, and which province is the benchmark? One row per city and province.
select city_id, name_zh, name_en, level, sort_order from city order by sort_order nulls last, city_id nulls last
