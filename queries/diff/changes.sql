-- What changed between two editions? One row per figure added, changed (with the first field that differs) or removed, and
-- per status that flipped; kind_count is how many rows of its kind there are, names are those of the later edition.
with paired as (
    select earlier.figure_id as earlier_id, later.figure_id as later_id, earlier, later,
        case when earlier.figure_id is null then 'added'
            when later.figure_id is null then 'removed'
            when earlier.printed is distinct from later.printed then 'printed'
            when earlier.value is distinct from later.value then 'value'
            when earlier.unit is distinct from later.unit then 'unit'
            when earlier.comparator is distinct from later.comparator then 'comparator'
            when earlier.missing_reason is distinct from later.missing_reason then 'missing_reason'
            when (earlier.period_start, earlier.period_end) is distinct from (later.period_start, later.period_end)
                then 'period_end'
            when earlier.binding is distinct from later.binding then 'binding'
            when earlier.role is distinct from later.role then 'role'
            when earlier.yields_to is distinct from later.yields_to then 'yields_to'
            when (earlier.city_id, earlier.indicator_id) is distinct from (later.city_id, later.indicator_id)
                then 'indicator_id' end as difference
    from before.figure as earlier
    full join after.figure as later on earlier.figure_id = later.figure_id
),
told as (
    select case when difference in ('added', 'removed') then difference else 'changed' end as kind,
        case when difference in ('added', 'removed') then 'printed' else difference end as field,
        coalesce(later_id, earlier_id) as figure_id, coalesce(later.city_id, earlier.city_id) as city_id,
        coalesce(later.indicator_id, earlier.indicator_id) as indicator_id, coalesce(later.role, earlier.role) as role,
        coalesce(later.period_end, earlier.period_end) as year, earlier, later
    from paired where difference is not null
),
worded as (
    select * exclude (earlier, later), json_extract_string(to_json(earlier), field) as before_text, json_extract_string(to_json(later), field) as after_text
    from told
    union all
    select 'flipped', 'status', later.target_figure_id, later.city_id, later.indicator_id, 'target', later.target_year,
        coalesce(earlier.reason, earlier.status), coalesce(later.reason, later.status)
    from before.progress as earlier
    join after.progress as later on earlier.city_id = later.city_id and earlier.indicator_id = later.indicator_id
        and earlier.target_year = later.target_year
    where earlier.status is distinct from later.status
)
select kind, field, figure_id, worded.city_id, worded.indicator_id, role, year, before_text, after_text,
    coalesce(city.name_zh, old_city.name_zh) as city_zh, coalesce(city.name_en, old_city.name_en) as city_en,
    coalesce(indicator.name_zh, old_indicator.name_zh) as indicator_zh,
    coalesce(indicator.name_en, old_indicator.name_en) as indicator_en,
    count(*) over (partition by kind) as kind_count,
    row_number() over (partition by kind
        order by coalesce(city.sort_order, old_city.sort_order), worded.indicator_id, year, figure_id) as place
from worded
left join after.city as city on worded.city_id = city.city_id
left join before.city as old_city on worded.city_id = old_city.city_id
left join after.indicator as indicator on worded.indicator_id = indicator.indicator_id
left join before.indicator as old_indicator on worded.indicator_id = old_indicator.indicator_id
qualify place <= $row_count
order by case kind when 'flipped' then 1 when 'changed' then 2 when 'added' then 3 else 4 end, place
