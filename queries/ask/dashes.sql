-- Which baselines does a document print as "--", not as a number? One row per such figure of some cities and indicators.
select city_id, indicator_id, figure_id as dash_figure_id, missing_reason as baseline_missing
from figure
where role = 'baseline' and missing_reason = 'printed_dash' and yields_to is null
    and city_id in ($cities) and indicator_id in ($indicators)
order by city_id nulls last, indicator_id nulls last, period_end nulls last, figure_id nulls last
