-- Which figures count, and what are they in their indicator's unit? One row per figure that yields to no other.
-- pair is one number for a city and an indicator: a million figures join and sort by it faster than by two texts.
create view counted as
with city_place as (select city_id, row_number() over (order by city_id nulls last) as place from city),
indicator_place as (select *, row_number() over (order by indicator_id nulls last) as place from indicator)
select
    city_place.place * 1000000 + indicator.place as pair, figure.figure_id, figure.city_id, figure.indicator_id,
    indicator.family_id, indicator.axis, figure.role, figure.period_start, figure.period_end,
    figure.value * unit.factor / nullif(base.factor, 0) as value, figure.comparator, figure.missing_reason,
    figure.document_id, figure.binding, indicator.scope
from figure
join city_place on figure.city_id = city_place.city_id
join indicator_place as indicator on figure.indicator_id = indicator.indicator_id
left join unit on figure.unit = unit.unit
left join unit as base on indicator.unit = base.unit
where figure.yields_to is null;
