-- Which results follow one another? One row per result that counts and has a value, in the order of a city's years on an
-- indicator; of two of one year the first stands for both.
create view result as
select pair, scope, figure_number, figure_id, period_start, period_end, value, comparator,
    count(*) over (partition by pair) as result_count,
    max(period_end) over (partition by pair) as latest_year,
    lag(period_end) over (
        partition by pair
        order by period_end nulls last, period_start nulls last, figure_number nulls last) as previous_year,
    lag(period_start) over (
        partition by pair
        order by period_end nulls last, period_start nulls last, figure_number nulls last) as previous_start
from counted
where role = 'actual' and value is not null;
