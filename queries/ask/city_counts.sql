-- How much has one city promised and published? One row: its leading targets with how many are binding, have a baseline, a
-- result of their year or later, are met, or are overdue; and its indicators, figures and documents.
with promised as (
    select cast(count(*) as bigint) as target_count,
        cast(count(*) filter (where binding = 'binding') as bigint) as binding_count,
        cast(count(baseline_value) as bigint) as baseline_count,
        cast(count(*) filter (where result_year >= target_year) as bigint) as result_count,
        cast(count(*) filter (where status = 'met') as bigint) as met_count,
        cast(count(*) filter (where target_year < $as_of_year and coalesce(result_year < target_year, true)) as bigint)
            as overdue_count
    from progress
    where city_id = $city and is_leading_target and ($all_families or family_id in ($families))
),
printed as (
    select cast(count(*) as bigint) as figure_count, cast(count(distinct figure.indicator_id) as bigint) as indicator_count,
        cast(count(distinct figure.document_id) as bigint) as document_count
    from figure
    join indicator on figure.indicator_id = indicator.indicator_id
    where figure.city_id = $city and ($all_families or indicator.family_id in ($families))
)
select promised.target_count, promised.binding_count, promised.baseline_count, promised.result_count, promised.met_count,
    promised.overdue_count, printed.figure_count, printed.indicator_count, printed.document_count
from promised
cross join printed
