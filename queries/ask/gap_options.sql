-- How many rows of Gaps would each option of a filter leave, the other filters as they are? One row per filter and option.
with matched as (
    select progress.city_id, progress.family_id, indicator.theme, progress.binding, progress.status,
        cast(progress.target_year as varchar) as target_year,
        ($all_cities or progress.city_id in ($cities)) as in_city,
        ($all_families or progress.family_id in ($families)) as in_family,
        ($all_themes or indicator.theme in ($themes)) as in_theme,
        ($all_bindings or progress.binding in ($bindings)) as in_binding,
        ($all_statuses or progress.status in ($statuses)) as in_status,
        (($all_years and progress.is_leading_target) or progress.target_year in ($years)) as in_year
    from progress
    join city on progress.city_id = city.city_id
    join indicator on progress.indicator_id = indicator.indicator_id
    left join figure on progress.target_figure_id = figure.figure_id
    left join document on figure.document_id = document.document_id
    where progress.target_year is not null and city.level = 'city'
        and ($search = '' or contains(lower(indicator.name_zh || ' ' || indicator.name_en || ' '
            || coalesce(indicator.aliases, '') || ' ' || coalesce(document.document_number, '')), lower($search)))
),
counted_options as (
    select 'city' as field, city_id as option, cast(count(*) as bigint) as row_count from matched
    where in_family and in_theme and in_binding and in_status and in_year group by city_id
    union all
    select 'family' as field, family_id as option, cast(count(*) as bigint) as row_count from matched
    where in_city and in_theme and in_binding and in_status and in_year group by family_id
    union all
    select 'theme' as field, theme as option, cast(count(*) as bigint) as row_count from matched
    where in_city and in_family and in_binding and in_status and in_year group by theme
    union all
    select 'binding' as field, binding as option, cast(count(*) as bigint) as row_count from matched
    where in_city and in_family and in_theme and in_status and in_year and binding is not null group by binding
    union all
    select 'status' as field, status as option, cast(count(*) as bigint) as row_count from matched
    where in_city and in_family and in_theme and in_binding and in_year group by status
    union all
    select 'year' as field, target_year as option, cast(count(*) as bigint) as row_count from matched
    where in_city and in_family and in_theme and in_binding and in_status group by target_year
    union all
    select 'all' as field, 'all' as option, cast(count(*) as bigint) as row_count from matched
    where in_city and in_family and in_theme and in_binding and in_status and in_year
)
select field, option, row_count from counted_options
order by field nulls last, row_count desc nulls last, option nulls last
