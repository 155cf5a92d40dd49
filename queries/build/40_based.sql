-- Where did each promise start? One row per promise: the baseline that its own document prints, else the latest other
-- baseline before the target year, else (assumed) the earliest of at least two results of a stock.
create view based as
with actuals as (
    select *, count(*) over (partition by city_id, indicator_id) as actual_count
    from counted where role = 'actual' and value is not null
),
starts as (  -- printed by the target's own document, else the latest other one, else the earliest actual of a stock
    select promise.city_id, promise.indicator_id, promise.target_year, start.figure_id, start.period_end, start.value,
        start.is_assumed, row_number() over (
            partition by promise.city_id, promise.indicator_id, promise.target_year
            order by start.is_assumed nulls last,
                case when not start.is_assumed and start.document_id = promise.document_id then 0 else 1 end nulls last,
                case when start.is_assumed then start.period_end else -start.period_end end nulls last,
                start.figure_id nulls last) as pick
    from promise
    join (
        select city_id, indicator_id, figure_id, document_id, period_end, value, false as is_assumed
        from counted where role = 'baseline' and value is not null
        union all
        select city_id, indicator_id, figure_id, document_id, period_end, value, true
        from actuals where scope = 'stock' and actual_count >= 2
    ) as start
        on start.city_id = promise.city_id and start.indicator_id = promise.indicator_id
        and (promise.target_year is null or start.period_end < promise.target_year)
)
select promise.*, starts.figure_id as baseline_figure_id, starts.period_end as baseline_year,
    starts.value as baseline_value, coalesce(starts.is_assumed, false) as is_baseline_assumed
from promise
left join starts
    on starts.city_id = promise.city_id and starts.indicator_id = promise.indicator_id
    and starts.target_year is not distinct from promise.target_year and starts.pick = 1;
