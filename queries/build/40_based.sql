-- Where did each promise start? One row per promise: the baseline that its own document prints, else the latest other
-- baseline before the target year, else (assumed) the earliest of at least two results of a stock.
create view based as
with baselines as (  -- of two of one year the first counts, so it comes last
    select *,
        lead(period_end) over (
            partition by pair order by period_end nulls last, figure_id desc nulls last) as next_year,
        lead(period_end) over (
            partition by pair, document_id
            order by period_end nulls last, figure_id desc nulls last) as next_year_in_document
    from counted where role = 'baseline' and value is not null
)
select promise.*, coalesce(own.figure_id, other.figure_id, earliest.figure_id) as baseline_figure_id,
    coalesce(own.period_end, other.period_end, earliest.period_end) as baseline_year,
    coalesce(own.value, other.value, earliest.value) as baseline_value,
    other.figure_id is null and earliest.figure_id is not null as is_baseline_assumed
from promise
left join baselines as own
    on own.pair = promise.pair
    and own.document_id = promise.document_id and own.period_end < promise.target_year
    and (own.next_year_in_document is null or own.next_year_in_document >= promise.target_year)
left join baselines as other
    on other.pair = promise.pair
    and case
        when promise.target_year is null then other.next_year is null
        else other.period_end < promise.target_year
            and (other.next_year is null or other.next_year >= promise.target_year)
    end
left join result as earliest
    on earliest.pair = promise.pair
    and earliest.scope = 'stock' and earliest.result_count >= 2 and earliest.previous_year is null
    and (promise.target_year is null or earliest.period_end < promise.target_year);
