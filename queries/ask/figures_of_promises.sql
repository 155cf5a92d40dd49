-- Which prints stand behind Gaps? One row per target, baseline (or its dash) and result of a promise that fits the
-- filters, or of a result without a target where no filter asks for targets, and per print that yields to one of them.
with found as (  -- by the names of cities and indicators, document numbers and printed words
    select distinct city_id, indicator_id from figure where $search <> '' and (contains(lower(printed), lower($search))
        or city_id in (select city_id from numbered_city where contains(searched, lower($search)))
        or indicator_id in (select indicator_id from numbered_indicator where contains(searched, lower($search)))
        or document_id in (select document_id from numbered_document where contains(searched, lower($search))))
),
promise as (
    select gap.city_id, gap.indicator_id, gap.target_figure_id, gap.baseline_figure_id, gap.result_figure_id
    from progress as gap
    left join found on gap.city_id = found.city_id and gap.indicator_id = found.indicator_id
    where gap.level = 'city'
        and (($all_years and gap.is_leading_target) or gap.target_year in ($years)
            or ($all_years and $all_statuses and gap.target_year is null and gap.result_value is not null))
        and ($all_cities or gap.city_id in ($cities)) and ($all_families or gap.family_id in ($families))
        and ($all_indicators or gap.indicator_id in ($indicators)) and ($all_themes or gap.theme in ($themes))
        and ($all_bindings or gap.binding in ($bindings)) and ($all_statuses or gap.status in ($statuses))
        and ($search = '' or found.city_id is not null)
),
behind as (
    select target_figure_id as figure_id from promise where target_figure_id is not null
    union select baseline_figure_id from promise where baseline_figure_id is not null
    union select result_figure_id from promise where result_figure_id is not null
    union select dash.figure_id from promise
    join figure as dash on promise.city_id = dash.city_id and promise.indicator_id = dash.indicator_id
    where promise.baseline_figure_id is null and dash.role = 'baseline' and dash.missing_reason = 'printed_dash'
        and dash.yields_to is null
)
select figure_id, city_id, city_zh, city_en, family_id, family_zh, family_en, theme, indicator_id, indicator_zh,
    indicator_en, role, period_start, period_end, is_year_inferred, value, unit, unit_zh, unit_en, comparator,
    missing_reason, printed, binding, document_id, document_zh, document_en, document_number, publisher, published_on,
    tier, url, section, line, yields_to, yields_because, task_id, project_id, note_zh, note_en
from figure_named
where ($all_cities or city_id in ($cities))
    and (figure_id in (select figure_id from behind) or yields_to in (select figure_id from behind))
order by sort_order nulls last, headline_order nulls last, family_id nulls last, table_number nulls last,
    indicator_id nulls last, period_end nulls last, figure_id nulls last
