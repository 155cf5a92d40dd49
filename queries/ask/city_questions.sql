-- Which questions has one city figures on, and which have only others? One row per question and city, the city asked for
-- first, then at most three others; beside it how many cities have figures.
with published as (
    select counted.family_id, counted.city_id, cast(count(*) as bigint) as figure_count
    from counted
    join city on counted.city_id = city.city_id
    where city.level = 'city'
    group by counted.family_id, counted.city_id
),
placed as (
    select published.*, city.name_zh as city_zh, city.name_en as city_en, city.sort_order,
        row_number() over (
            partition by published.family_id
            order by case when published.city_id = $city then 0 else 1 end nulls last, city.sort_order nulls last,
                city.city_id nulls last) as place,
        cast(count(*) over (partition by published.family_id) as bigint) as city_count
    from published
    join city on published.city_id = city.city_id
)
select placed.family_id, family.name_zh as family_zh, family.name_en as family_en, placed.city_id, placed.city_zh,
    placed.city_en, placed.figure_count, placed.city_count
from placed
join family on placed.family_id = family.family_id
where placed.place <= 4 and ($all_families or placed.family_id in ($families))
order by family.headline_order nulls last, placed.family_id nulls last, placed.place nulls last
