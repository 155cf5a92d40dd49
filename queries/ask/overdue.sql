-- Which promises are overdue: whose year is over and for which no result of that year or later is published? The first few
-- of each city, binding targets before others; each with how many the city has in all, how many of them binding.
with promised as (
    select progress.*, city.name_zh as city_zh, city.name_en as city_en,
        case when progress.target_year < $as_of_year
            and (progress.result_year is null or progress.result_year < progress.target_year) then 1 else 0 end as overdue,
        case when progress.binding = 'binding' then 1 else 0 end as is_binding
    from progress
    join city on progress.city_id = city.city_id
    where progress.is_leading_target and city.level = 'city'
        and ($all_cities or progress.city_id in ($cities)) and ($all_families or progress.family_id in ($families))
),
counted_promises as (
    select *, cast(sum(overdue) over (partition by city_id) as bigint) as overdue_count,
        cast(count(*) over (partition by city_id) as bigint) as all_count,
        cast(sum(overdue * is_binding) over (partition by city_id) as bigint) as binding_count
    from promised
),
placed as (
    select *, row_number() over (partition by city_id
        order by is_binding desc nulls last, gap_share desc nulls last, target_year nulls last, indicator_id nulls last)
        as place
    from counted_promises
    where overdue = 1
)
select placed.city_id, placed.city_zh, placed.city_en, placed.overdue_count, placed.all_count, placed.binding_count,
    placed.indicator_id, indicator.name_zh as indicator_zh, indicator.name_en as indicator_en, placed.target_year,
    placed.target_value, placed.target_comparator, placed.binding, placed.target_figure_id, unit_name.unit_zh,
    unit_name.unit_en, unit_name.unit_scale
from placed
join indicator on placed.indicator_id = indicator.indicator_id
join unit_name on indicator.unit = unit_name.unit
where placed.place <= $row_count
order by placed.sort_order nulls last, placed.place nulls last
