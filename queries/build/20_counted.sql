-- Which figures count, and what are they in their indicator's unit? One row per figure that yields to no other. Its place is
-- its row in the published table, which is sorted by city, indicator, year and id: a number sorts faster than these.
create view counted as
select
    city.city_number + indicator.indicator_number as pair, figure.rowid as place, figure.figure_id,
    figure.city_id, figure.indicator_id, indicator.family_id, indicator.axis, figure.role, figure.period_start,
    figure.period_end, figure.value * unit.factor / nullif(base.factor, 0) as value, figure.comparator, figure.missing_reason,
    figure.document_id, figure.binding, indicator.scope
from figure
join numbered_city as city on figure.city_id = city.city_id
join numbered_indicator as indicator on figure.indicator_id = indicator.indicator_id
left join unit on figure.unit = unit.unit
left join unit as base on indicator.unit = base.unit
where figure.yields_to is null;
