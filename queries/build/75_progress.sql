-- How far has each city come on each indicator, and how fast? One row per city, indicator and target year; an indicator
-- without a target has one row, with no target year.
create view progress as
select city.city_id, city.level, city.sort_order, indicator.indicator_id, indicator.family_id, indicator.theme,
    indicator.table_number, numbered.*
from numbered_progress as numbered
join numbered_city as city on numbered.city_number = city.city_number
join numbered_indicator as indicator on numbered.indicator_number = indicator.indicator_number;
