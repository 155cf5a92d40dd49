-- How far is each promise from kept, at what pace, and what may be said of it? One page of rows, one per city, indicator
-- and target year: the leading target, or the asked years' targets; rows without a baseline stand after the others.
with found as (  -- by the names of cities and indicators, document numbers and printed words
    select distinct city_id, indicator_id from figure
    where $search <> '' and (contains(lower(printed), lower($search))
        or city_id in (select city_id from city where contains(lower(name_zh || ' ' || name_en), lower($search)))
        or indicator_id in (select indicator_id from indicator
            where contains(lower(name_zh || ' ' || name_en || ' ' || coalesce(aliases, '')), lower($search)))
        or document_id in (select document_id from document where contains(lower(document_number), lower($search))))
),
placed as not materialized (  -- each where its page is read fastest
    select *, rowid as spot from gap_ranked where $all_cities
    union all select *, row_key as spot from gap where not $all_cities and city_id in ($cities)
),
named as (  -- the place of an indicator by its name
    select indicator_id, rank() over (
            order by case when $is_english then name_en else name_zh end nulls last) as place
    from indicator where $sort = 'indicator'
),
keyed as not materialized (  -- only what filters and sorts: a country has millions of promises, and a page two hundred
    select gap.spot, gap.row_key, gap.is_without_baseline, gap.sort_order, gap.table_number,
        case when $is_descending then -1 else 1 end * case $sort
            when 'indicator' then named.place
            when 'binding' then case gap.binding when 'binding' then 1 when 'expected' then 2 end
            when 'city' then gap.sort_order when 'baseline' then gap.baseline_value when 'result' then gap.result_value
            when 'target' then gap.target_value when 'target_year' then gap.target_year when 'gap' then gap.gap
            when 'gap_share' then gap.gap_share when 'share_travelled' then gap.share_travelled
            when 'time_used' then gap.time_used when 'needed_pace' then gap.needed_pace
            when 'observed_pace' then gap.observed_pace when 'status' then gap.status_order
        end as sort_key
    from placed as gap
    left join named on gap.indicator_id = named.indicator_id
    where (($all_years and gap.is_leading_target) or gap.target_year in ($years))
        and ($all_families or gap.family_id in ($families))
        and ($all_indicators or gap.indicator_id in ($indicators)) and ($all_themes or gap.theme in ($themes))
        and ($all_bindings or gap.binding in ($bindings)) and ($all_statuses or gap.status in ($statuses))
        and ($search = '' or (gap.city_id, gap.indicator_id) in (select (city_id, indicator_id) from found))
),
page as (  -- in the usual order the first rows that pass, without a look at the others
    (select spot, sort_key from keyed where $sort = 'gap_share' and $is_descending and $all_cities
    order by spot nulls last limit $row_count offset $first_row)
    union all
    (select spot, sort_key from keyed where not ($sort = 'gap_share' and $is_descending and $all_cities)
    order by is_without_baseline nulls last, sort_key nulls last, sort_order nulls last, table_number nulls last,
        row_key nulls last
    limit $row_count offset $first_row)
)
select gap.*, city.name_zh as city_zh, city.name_en as city_en, indicator.name_zh as indicator_zh,
    indicator.name_en as indicator_en, indicator.direction, indicator.scope, indicator.maximum, unit_name.unit_zh,
    unit_name.unit_en, unit_name.unit_scale, family.name_zh as family_zh, family.name_en as family_en,
    gap.target_year < $as_of_year and coalesce(gap.result_year < gap.target_year, true) as is_overdue
from page
join placed as gap on page.spot = gap.spot
join city on gap.city_id = city.city_id
join indicator on gap.indicator_id = indicator.indicator_id
join family on indicator.family_id = family.family_id
join unit_name on indicator.unit = unit_name.unit
order by gap.is_without_baseline nulls last, page.sort_key nulls last, gap.sort_order nulls last,
    gap.table_number nulls last, gap.row_key nulls last
