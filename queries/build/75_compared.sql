-- What may each figure be compared with? One row per row of numbered_comparison, with the ids of its city and indicator; the
-- figure is still a number.
create view compared as
select city.city_id, indicator.indicator_id, indicator.family_id, indicator.axis, numbered.*
from numbered_comparison as numbered
join numbered_city as city on numbered.city_number = city.city_number
join numbered_indicator as indicator on numbered.indicator_number = indicator.indicator_number;
