-- How far is each promise from kept, at what pace, and what may be said of it? One page of rows, one per city, indicator
-- and target year: the leading target, or the asked years' targets; rows without a baseline stand after the others.
with found as (  -- by the names of cities and indicators, document numbers and printed words
    select distinct city_id, indicator_id from figure where $search <> '' and (contains(lower(printed), lower($search))
        or city_id in (select city_id from numbered_city where contains(searched, lower($search)))
        or indicator_id in (select indicator_id from numbered_indicator where contains(searched, lower($search)))
        or document_id in (select document_id from numbered_document where contains(searched, lower($search))))
),
placed as not materialized (  -- each where its page is read fastest
    select *, rowid as spot from gap_ranked where $all_cities
    union all select *, row_key as spot from numbered_promise where not $all_cities
),
keyed as not materialized (  -- only what filters and sorts: a country has millions of promises, and a page two hundred
    select gap.spot, gap.row_key, gap.baseline_value, city.sort_order, indicator.table_number,
        case when $is_descending then -1 else 1 end * case $sort
            when 'indicator' then case when $is_english then indicator.place_en else indicator.place_zh end
            when 'binding' then case gap.binding when 'binding' then 1 when 'expected' then 2 end
            when 'city' then city.sort_order when 'baseline' then gap.baseline_value when 'result' then gap.result_value
            when 'target' then gap.target_value when 'target_year' then gap.target_year when 'gap' then gap.gap
            when 'gap_share' then gap.gap_share when 'share_travelled' then gap.share_travelled
            when 'time_used' then gap.time_used when 'needed_pace' then gap.needed_pace
            when 'observed_pace' then gap.observed_pace when 'status' then gap.status_order
        end as sort_key
    from placed as gap
    join numbered_city as city on gap.city_number = city.city_number
    join numbered_indicator as indicator on gap.indicator_number = indicator.indicator_number
    where ($all_cities or city.city_id in ($cities))
        and (($all_years and gap.is_leading_target) or gap.target_year in ($years))
        and ($all_families or indicator.family_id in ($families)) and ($all_themes or indicator.theme in ($themes))
        and ($all_indicators or indicator.indicator_id in ($indicators)) and ($all_bindings or gap.binding in ($bindings))
        and ($all_statuses or gap.status in ($statuses)) and ($search = ''
            or (city.city_id, indicator.indicator_id) in (select (city_id, indicator_id) from found))
),
page as (  -- in the usual order the first rows that pass, without a look at the others
    (select spot, sort_key from keyed where $sort = 'gap_share' and $is_descending and $all_cities
    order by spot nulls last limit $row_count offset $first_row)
    union all (select spot, sort_key from keyed where not ($sort = 'gap_share' and $is_descending and $all_cities)
    order by baseline_value is null nulls last, sort_key nulls last, sort_order nulls last, table_number nulls last,
        row_key nulls last limit $row_count offset $first_row)
),
shown as (select page.sort_key, placed.* from page join placed on page.spot = placed.spot),
prints as (
    select figure_number, figure_id from numbered_figure where figure_number in (select target_number from shown
        union select baseline_number from shown union select result_number from shown)
)
select gap.*, gap.baseline_value is null as is_without_baseline, target.figure_id as target_figure_id,
    baseline.figure_id as baseline_figure_id, result.figure_id as result_figure_id, city.city_id, city.name_zh as city_zh,
    city.name_en as city_en, city.level, city.sort_order, indicator.indicator_id, indicator.indicator_zh,
    indicator.indicator_en, indicator.direction, indicator.scope, indicator.maximum, indicator.theme,
    indicator.table_number, indicator.unit_zh, indicator.unit_en, indicator.unit_scale, indicator.family_id,
    indicator.family_zh, indicator.family_en, gap.target_year < $as_of_year
        and coalesce(gap.result_year < gap.target_year, true) as is_overdue
from shown as gap
join numbered_city as city on gap.city_number = city.city_number
join indicator_named as indicator on gap.indicator_number = indicator.indicator_number
left join prints as target on gap.target_number = target.figure_number
left join prints as baseline on gap.baseline_number = baseline.figure_number
left join prints as result on gap.result_number = result.figure_number
order by gap.baseline_value is null nulls last, gap.sort_key nulls last, city.sort_order nulls last,
    indicator.table_number nulls last, gap.row_key nulls last
