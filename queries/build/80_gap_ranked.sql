-- Which promises stand first in Gaps while no city or year is chosen? One row per leading target of a city, stored as its
-- numbering leaves them, so that a country's first page lies together at its spots; a city's rows lie so in progress.
create table gap_ranked as
select gap.*, row_number() over (
        order by is_without_baseline nulls last, gap_share desc nulls last, row_key nulls last) as spot
from gap
where is_leading_target;
