-- Where did each promise start, and which result is it judged by? One row per promise. Its baseline is the one that its own
-- document prints, else the latest other baseline before the target year, else (assumed) the earliest of at least two
-- results of a stock. Its result is that of the target year, else the first after it, else the latest before it that is
-- later than the baseline; for a flow or a change only that of the target's own period.
create view judged as
with results as (select * from result),
baselines as (  -- of two of one year the first counts, so it comes last
    select *,
        lead(period_end) over (
            partition by pair order by period_end nulls last, figure_number desc nulls last) as next_year,
        lead(period_end) over (
            partition by pair, document_id
            order by period_end nulls last, figure_number desc nulls last) as next_year_in_document
    from counted where role = 'baseline' and value is not null
),
based as (
    select promise.*, coalesce(own.figure_number, other.figure_number, earliest.figure_number) as baseline_number,
        coalesce(own.figure_id, other.figure_id, earliest.figure_id) as baseline_figure_id,
        coalesce(own.period_end, other.period_end, earliest.period_end) as baseline_year,
        coalesce(own.value, other.value, earliest.value) as baseline_value,
        other.figure_number is null and earliest.figure_number is not null as is_baseline_assumed
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
    left join results as earliest
        on earliest.pair = promise.pair
        and earliest.scope = 'stock' and earliest.result_count >= 2 and earliest.previous_year is null
        and (promise.target_year is null or earliest.period_end < promise.target_year)
)
select based.*, result.figure_number as result_number, result.figure_id as result_figure_id,
    result.period_end as result_year, result.value as result_value, result.comparator as result_comparator,
    case indicator.direction when 'lower' then -1 else 1 end as sign, indicator.maximum
from based
join numbered_indicator as indicator on based.indicator_number = indicator.indicator_number
left join results as result
    on result.pair = based.pair
    and case
        when based.target_year is null or (based.scope = 'stock' and result.period_end < based.target_year)
            then result.period_end = result.latest_year
                and (result.previous_year is null or result.previous_year < result.period_end)
                and (based.baseline_year is null or result.period_end > based.baseline_year)
        when based.scope = 'stock' then result.previous_year is null or result.previous_year < based.target_year
        else result.period_start = based.target_start and result.period_end = based.target_year
            and (result.previous_year is distinct from result.period_end
                or result.previous_start is distinct from result.period_start)
    end;
