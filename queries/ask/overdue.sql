-- Which promises are overdue: whose year is over and for which no result of that year or later is published? The first few
-- of each city, binding targets before others; each with how many the city has in all, how many of them binding.
with promised as (  -- no more than counts and ranks them: a country has a million
    select row_key, city_number, indicator_number, target_year, gap_share,
        target_year < $as_of_year and coalesce(result_year < target_year, true) as is_overdue,
        coalesce(binding = 'binding', false) as is_binding
    from progress
    where is_leading_target and level = 'city'
        and ($all_cities or city_id in ($cities)) and ($all_families or family_id in ($families))
),
counts as (
    select city_number, cast(count(*) filter (where is_overdue) as bigint) as overdue_count,
        cast(count(*) as bigint) as all_count,
        cast(count(*) filter (where is_overdue and is_binding) as bigint) as binding_count
    from promised group by city_number
),
ranked as (
    select row_key, row_number() over (partition by city_number
        order by is_binding desc nulls last, gap_share desc nulls last, target_year nulls last,
            indicator_number nulls last) as place
    from promised where is_overdue
),
first_few as (
    select progress.*, ranked.place
    from ranked
    join progress on ranked.row_key = progress.row_key
    where ranked.place <= $row_count
)
select city.city_id, city.name_zh as city_zh, city.name_en as city_en, counts.overdue_count, counts.all_count,
    counts.binding_count, indicator.indicator_id, indicator.indicator_zh, indicator.indicator_en, placed.target_year,
    placed.target_value, placed.target_comparator, placed.binding, placed.target_figure_id, indicator.unit_zh,
    indicator.unit_en, indicator.unit_scale
from first_few as placed
join counts on placed.city_number = counts.city_number
join city on placed.city_id = city.city_id
join indicator_named as indicator on placed.indicator_number = indicator.indicator_number
order by city.sort_order nulls last, placed.place nulls last
