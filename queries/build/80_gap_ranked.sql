-- Which promises stand first in Gaps while no city is chosen? One row per promise of a city, stored in the order in which
-- Gaps shows them unless asked for another, so that a country's first pages are its first rows; a city's rows lie together
-- in numbered_progress.
create table gap_ranked as
select promise.*
from numbered_promise as promise
join numbered_city as city on promise.city_number = city.city_number
join numbered_indicator as indicator on promise.indicator_number = indicator.indicator_number
order by promise.baseline_value is null nulls last, promise.gap_share desc nulls last, city.sort_order nulls last,
    indicator.table_number nulls last, promise.row_key nulls last;
