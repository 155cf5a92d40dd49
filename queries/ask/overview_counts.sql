-- How many targets and commitments for a year are there, how many have a result, and how many figures stand behind it all?
-- One row per city; counts with the denominators beside them.
with promised as (
    select city_id,
        cast(count(*) as bigint) as target_count,
        cast(count(*) filter (where binding = 'binding') as bigint) as binding_count,
        cast(count(*) filter (where result_year >= target_year) as bigint) as result_count,
        cast(count(*) filter (where status = 'met') as bigint) as met_count,
        cast(count(*) filter (where baseline_value is not null) as bigint) as baseline_count,
        cast(count(*) filter (where (result_year is null or result_year < target_year)
            and target_year < $as_of_year) as bigint) as overdue_count
    from progress
    where is_leading_target and target_year = $target_year and ($all_families or family_id in ($families))
    group by city_id
),
printed as (
    select figure.city_id, cast(count(*) as bigint) as figure_count
    from figure join indicator on figure.indicator_id = indicator.indicator_id
    where $all_families or indicator.family_id in ($families)
    group by figure.city_id
)
select city.city_id, city.name_zh as city_zh, city.name_en as city_en, city.level,
    coalesce(promised.target_count, 0) as target_count, coalesce(promised.binding_count, 0) as binding_count,
    coalesce(promised.result_count, 0) as result_count, coalesce(promised.met_count, 0) as met_count,
    coalesce(promised.baseline_count, 0) as baseline_count, coalesce(promised.overdue_count, 0) as overdue_count,
    coalesce(printed.figure_count, 0) as figure_count
from city
left join promised on promised.city_id = city.city_id
left join printed on printed.city_id = city.city_id
where $all_cities or city.city_id in ($cities)
order by city.sort_order nulls last
