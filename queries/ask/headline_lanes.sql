-- Where does each city, and the province, stand on the headline families? One row per headline family and city, with its
-- baseline, judged result and leading target on the family's headline axis; values in the indicator's unit.
with placed as (
    select progress.*, indicator.axis, indicator.unit, indicator.name_zh as indicator_zh, indicator.name_en as indicator_en,
        indicator.maximum, row_number() over (partition by progress.city_id, indicator.axis
            order by progress.indicator_id nulls last) as pick
    from progress
    join indicator on progress.indicator_id = indicator.indicator_id
    where (progress.is_leading_target or progress.target_year is null)
        and indicator.axis in (select headline_axis from family where headline_order is not null)
),
states as (
    select family_id, city_id,
        max(case when role = 'baseline' then state end) as baseline_state,
        max(case when role = 'actual' then state end) as result_state,
        max(case when role = 'target' then state end) as target_state
    from coverage group by family_id, city_id
)
select family.family_id, family.name_zh as family_zh, family.name_en as family_en, family.headline_order,
    family.headline_axis, city.city_id, city.name_zh as city_zh, city.name_en as city_en, city.level, city.sort_order,
    placed.indicator_id, placed.indicator_zh, placed.indicator_en, unit_name.unit_zh, unit_name.unit_en,
    unit_name.unit_scale, placed.maximum, placed.target_year, placed.target_value, placed.target_comparator,
    placed.binding, placed.baseline_year, placed.baseline_value, placed.is_baseline_assumed, placed.result_year,
    placed.result_value, placed.result_comparator, placed.gap, placed.gap_share, placed.observed_pace, placed.status,
    placed.reason, placed.target_figure_id, placed.baseline_figure_id, placed.result_figure_id,
    states.baseline_state, states.result_state, states.target_state, compared.definition_number
from family
cross join city
left join placed on placed.city_id = city.city_id and placed.axis = family.headline_axis and placed.pick = 1
left join unit_name on placed.unit = unit_name.unit
left join states on states.family_id = family.family_id and states.city_id = city.city_id
left join numbered_comparison as compared
    on compared.figure_number = coalesce(placed.target_number, placed.result_number, placed.baseline_number)
where family.headline_order is not null
    and ($all_families or family.family_id in ($families))
    and ($all_cities or city.city_id in ($cities) or city.level = 'province')
order by family.headline_order nulls last, city.sort_order nulls last
