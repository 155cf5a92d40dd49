-- Which promises stand first in Gaps while no city is chosen? One row per promise of a city, stored in the order in which
-- Gaps shows them unless asked for another, so that a country's first pages are its first rows; a city's rows lie together
-- in progress.
create table gap_ranked as
select * from gap
order by is_without_baseline nulls last, gap_share desc nulls last, sort_order nulls last, table_number nulls last,
    row_key nulls last;
