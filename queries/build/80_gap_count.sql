-- How many promises are alike in all that Gaps filters by, except their city? One row per such combination. A country has
-- millions of promises and a few thousand combinations.
create table gap_count as
select family_id, theme, binding, status, target_year, is_leading_target,
    cast(count(*) as bigint) as row_count,
    cast(count(baseline_value) as bigint) as baseline_count,
    cast(count(result_value) as bigint) as result_count,
    cast(count(*) filter (where coalesce(result_year < target_year, true)) as bigint) as unreported_count
from gap
group by family_id, theme, binding, status, target_year, is_leading_target
order by family_id nulls last, theme nulls last, binding nulls last, status nulls last, target_year nulls last,
    is_leading_target nulls last;
