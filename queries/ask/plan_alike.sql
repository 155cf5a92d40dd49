-- What do the other cities do about the same thing? One row per task or project of another city with a theme in common, the
-- first 5 of each of 12 cities: those with most themes in common, then those that carry figures. `alike_count` is how many the
-- city has.
with own as (
    select plan_theme.theme, plan.city_id from plan_theme
    join plan on plan_theme.plan_id = plan.plan_id where plan.plan_id = $plan
),
alike as (
    select plan_theme.plan_id, cast(count(*) as bigint) as shared_themes
    from plan_theme join own on plan_theme.theme = own.theme
    group by plan_theme.plan_id
),
placed as (
    select plan.plan_id, plan.kind, plan.city_id, plan.number, plan.title_zh, plan.title_en, plan.figure_count,
        alike.shared_themes,
        count(*) over (partition by plan.city_id) as alike_count,
        row_number() over (partition by plan.city_id order by alike.shared_themes desc nulls last,
            case when plan.figure_count > 0 then 0 else 1 end nulls last, plan.number nulls last,
            plan.plan_id nulls last) as place
    from alike
    join plan on alike.plan_id = plan.plan_id
    where plan.city_id not in (select city_id from own)
)
select placed.plan_id, placed.kind, placed.city_id, city.name_zh as city_zh, city.name_en as city_en, placed.number,
    placed.title_zh, placed.title_en, placed.figure_count, placed.shared_themes, placed.alike_count
from placed
join city on placed.city_id = city.city_id
where placed.place <= 5
order by city.sort_order nulls last, placed.city_id nulls last, placed.place nulls last
limit 60
