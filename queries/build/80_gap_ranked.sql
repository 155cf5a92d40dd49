-- Which promises stand first in Gaps while no city is chosen? One row per promise of a city, stored in that order, so that a
-- country's first page lies together; a city's rows lie so in progress.
create table gap_ranked as
select * from gap
order by is_without_baseline nulls last, gap_share desc nulls last, row_key nulls last;
