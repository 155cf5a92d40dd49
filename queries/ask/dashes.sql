-- Which baselines does a document print as "--", not as a number? One row per such figure of the pairs of
-- a city and an indicator; their cities and indicators alone tell the engine what of the figures to skip.
select city_id, indicator_id, figure_id as dash_figure_id, missing_reason as baseline_missing
from figure
where role = 'baseline' and missing_reason = 'printed_dash' and yields_to is null
    and city_id in ($cities) and indicator_id in ($indicators)
    and city_id || ' ' || indicator_id in ($pairs)
order by city_id nulls last, indicator_id nulls last, period_end nulls last, figure_id nulls last
