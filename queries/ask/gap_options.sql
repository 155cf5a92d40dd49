-- How many rows of Gaps would each option of a filter leave, the other filters as they are? One row per filter and option
-- but for cities; of all rows that are left, also how many have a baseline, how many a result, and how many are overdue.
with found as (  -- by the names of cities and indicators, document numbers and printed words
    select distinct city_id, indicator_id from figure where $search <> '' and (contains(lower(printed), lower($search))
        or city_id in (select city_id from numbered_city where contains(searched, lower($search)))
        or indicator_id in (select indicator_id from numbered_indicator where contains(searched, lower($search)))
        or document_id in (select document_id from numbered_document where contains(searched, lower($search))))
),
alike as (  -- all promises are counted beforehand; those of a few cities or indicators, or searched for, here
    select * from gap_count where $all_cities and $all_indicators and $search = ''
    union all
    select gap.family_id, gap.theme, gap.binding, gap.status, gap.target_year, gap.is_leading_target,
        cast(count(*) as bigint), cast(count(gap.baseline_value) as bigint), cast(count(gap.result_value) as bigint),
        cast(count(*) filter (where coalesce(gap.result_year < gap.target_year, true)) as bigint)
    from gap
    where not ($all_cities and $all_indicators and $search = '') and ($all_cities or gap.city_id in ($cities))
        and ($all_indicators or gap.indicator_id in ($indicators))
        and ($search = '' or (gap.city_id, gap.indicator_id) in (
            select (city_id, indicator_id) from found))
    group by gap.family_id, gap.theme, gap.binding, gap.status, gap.target_year, gap.is_leading_target
),
matched as (
    select *, ($all_families or family_id in ($families)) as in_family, ($all_themes or theme in ($themes)) as in_theme,
        ($all_bindings or binding in ($bindings)) as in_binding, ($all_statuses or status in ($statuses)) as in_status,
        (($all_years and is_leading_target) or target_year in ($years)) as in_year
    from alike
),
options as (
    select 'family' as field, family_id as option, row_count from matched
    where in_theme and in_binding and in_status and in_year
    union all
    select 'theme', theme, row_count from matched where in_family and in_binding and in_status and in_year
    union all
    select 'binding', binding, row_count from matched
    where in_family and in_theme and in_status and in_year and binding is not null
    union all
    select 'status', status, row_count from matched where in_family and in_theme and in_binding and in_year
    union all
    select 'year', cast(target_year as varchar), row_count from matched
    where in_family and in_theme and in_binding and in_status
    union all
    select 'all', 'all', row_count from matched where in_family and in_theme and in_binding and in_status and in_year
    union all
    select 'all', 'baselines', baseline_count from matched
    where in_family and in_theme and in_binding and in_status and in_year
    union all
    select 'all', 'results', result_count from matched
    where in_family and in_theme and in_binding and in_status and in_year
    union all
    select 'all', 'overdue', unreported_count from matched
    where in_family and in_theme and in_binding and in_status and in_year and target_year < $as_of_year
)
select field, option, cast(sum(row_count) as bigint) as row_count
from options
group by field, option
order by field nulls last, row_count desc nulls last, option nulls last
