-- Which promises does Gaps list, and in which order? One row per promise of a city, stored as Gaps lists them when nothing
-- is chosen: first those with a baseline, then by the share of the target that is missing. A page is found at its place.
create table gap as
select cast(row_number() over (
        order by case when progress.baseline_value is null then 1 else 0 end nulls last,
            progress.gap_share desc nulls last, city.sort_order nulls last, indicator.table_number nulls last,
            progress.indicator_id nulls last, progress.city_id nulls last, progress.target_year nulls last)
        as integer) as place,
    progress.baseline_value is null as is_without_baseline, city.sort_order, indicator.theme,
    case progress.status when 'missed' then 1 when 'moving_away' then 2 when 'far_behind' then 3 when 'behind' then 4
        when 'on_track' then 5 when 'met' then 6 else 7 end as status_order,
    progress.*
from progress
join city on progress.city_id = city.city_id
join indicator on progress.indicator_id = indicator.indicator_id
where progress.target_year is not null and city.level = 'city'
order by place nulls last;
