-- Which levels of others could one assume as a goal? One row per counting figure of the province or another city on the
-- same axis as the figure asked for; values in the indicator's unit, thirty at most.
select figure.figure_id, figure.city_id, city.name_zh as city_zh, city.name_en as city_en, figure.role,
    figure.period_end as year, figure.value, figure.comparator, unit_name.unit_zh, unit_name.unit_en, unit_name.unit_scale
from counted as asked
join counted as figure on figure.axis = asked.axis and figure.city_id <> asked.city_id
join city on figure.city_id = city.city_id
join indicator on figure.indicator_id = indicator.indicator_id
join unit_name on indicator.unit = unit_name.unit
where asked.figure_id = $figure and figure.value is not null
order by case city.level when 'province' then 0 else 1 end nulls last, city.sort_order nulls last,
    figure.period_end desc nulls last, figure.role nulls last, figure.figure_id nulls last
limit 30
