-- Which figures count, and what are they in their indicator's unit? One row per figure that yields to no other. Figures are
-- numbered by city, indicator, year and id, so their number sorts as these do; pair is the number of city and indicator.
create view counted as
select city.city_number, indicator.indicator_number, city.city_number * 1000000 + indicator.indicator_number as pair,
    figure.figure_number, figure.figure_id, figure.city_id, city.level, figure.indicator_id, indicator.family_id,
    indicator.axis, figure.role, figure.period_start, figure.period_end,
    figure.value * unit.factor / nullif(base.factor, 0) as value, figure.comparator, figure.missing_reason,
    figure.document_id, figure.binding, indicator.scope
from numbered_figure as figure
join numbered_city as city on figure.city_id = city.city_id
join numbered_indicator as indicator on figure.indicator_id = indicator.indicator_id
left join unit on figure.unit = unit.unit
left join unit as base on indicator.unit = base.unit
where figure.yields_to is null;
