-- What else do the cities publish on the headline families that no scale can show? At most two figures a family and city,
-- first those counted like the headline, then those that most cities publish.
with spread as (
    select indicator_id, count(distinct city_id) as city_count from compared group by indicator_id
),
headline_unit as (
    select indicator.axis, min(unit.base_unit) as base_unit
    from indicator join unit on indicator.unit = unit.unit group by indicator.axis
),
beside as (
    select family.family_id, counted.city_id, figure.figure_id, counted.role, counted.year,
        figure.value, figure.comparator, figure.printed, indicator.name_zh as indicator_zh,
        indicator.name_en as indicator_en, unit_name.unit_zh, unit_name.unit_en, unit_name.unit_scale,
        row_number() over (
            partition by family.family_id, counted.city_id
            order by case when unit.base_unit = headline_unit.base_unit then 0 else 1 end nulls last,
                spread.city_count desc nulls last, counted.figure_number nulls last) as place
    from compared as counted
    join family on counted.family_id = family.family_id
    join city on counted.city_id = city.city_id
    join numbered_figure as figure on counted.figure_number = figure.figure_number
    join indicator on counted.indicator_id = indicator.indicator_id
    join unit on indicator.unit = unit.unit
    join unit_name on figure.unit = unit_name.unit
    join spread on counted.indicator_id = spread.indicator_id
    left join headline_unit on headline_unit.axis = family.headline_axis
    where family.headline_order is not null and city.level = 'city' and counted.value is not null
        and counted.axis is distinct from family.headline_axis
)
select family_id, city_id, figure_id, role, year, value, comparator, printed, indicator_zh, indicator_en, unit_zh, unit_en,
    unit_scale
from beside
where place <= 2 and ($all_families or family_id in ($families)) and ($all_cities or city_id in ($cities))
order by family_id nulls last, city_id nulls last, place nulls last
