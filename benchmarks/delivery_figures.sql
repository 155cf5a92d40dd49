-- Which figures does a synthetic delivery hold? Five per city and indicator, in the shares of the real ones: 38 % results,
-- 37 % targets, 14 % commitments, 11 % baselines; 7 % yield to a repetition, 13 % are dashes or words, 62 % carry a note.
insert into text.figure by name
with cells as (
    select city.city_id, indicator.indicator_id, indicator.unit, indicator.scope, indicator.direction, slot.n as slot,
        indicator.rowid as place, city.rowid * 7919 % cities() as shuffled,
        (city.rowid * 7919 + indicator.rowid * 104729 + 31) % 1009 as pair_chance,
        (city.rowid * 611953 + indicator.rowid * 7907 + slot.n * 15485863) % 997 as chance
    from text.city cross join text.indicator cross join number as slot where slot.n < 5
),
cast_roles as (  -- slot 3 repeats the target of slot 4 in a third of the pairs
    select *, slot = 3 and pair_chance % 3 = 0 as is_repeat,
        case when slot = 0 and pair_chance % 20 < 11 then 'baseline'
            when slot = 4 or (slot = 3 and pair_chance % 3 = 0) or (slot = 2 and pair_chance % 2 = 0) then 'target'
            when slot = 3 then 'commitment'
            else 'actual' end as role
    from cells
),
dated as (
    select *, case when is_repeat then 2025 else 2021 + slot end as year,
        case when role = 'baseline' and chance % 2 = 0 then 'printed_dash'
            when role = 'target' and not is_repeat and chance % 4 = 0 then 'qualitative' end as missing_reason,
        case when is_repeat then 'news' when slot in (0, 4) then 'plan' when slot = 3 then 'work_points' else 'report' end as kind,
        10 + slot * 15 + chance % 13 + (chance % 10) / 10.0 as number
    from cast_roles
),
told as (
    select *, format('{}.{}.{}.{}', city_id, indicator_id, role, year) as base_id, chance % 100 < 46 as is_year_inferred,
        case when unit = '条' then '万条' else unit end as printed_unit,
        case when missing_reason is not null then null when chance % 6 > 0 or direction = 'lower' then 'eq'
            when role = 'target' then 'ge' else 'gt' end as comparator
    from dated
)
select case when is_repeat then base_id || '.repeat' else base_id end as figure_id, city_id, indicator_id, role,
    case when scope = 'change' then year - 1 else year end as period_start, year as period_end, is_year_inferred,
    case when missing_reason is null then number end as value, printed_unit as unit, comparator, missing_reason,
    case missing_reason when 'printed_dash' then '--' when 'qualitative' then '明显提升'
        else number || printed_unit || case comparator when 'ge' then '以上' when 'gt' then '多' else '' end end as printed,
    city_id || '.' || kind as document_id, '(' || (1 + place // 10) || ')重点任务' as section,
    case when chance % 20 > 0 then 10 + place * 7 + slot end as line,
    case when role = 'target' and chance % 3 = 0 then 'expected' end as binding,
    case when is_repeat then base_id end as yields_to, case when is_repeat then 'repeat' end as yields_because,
    case when role = 'commitment' then city_id || '.task.' || place % 5 end as task_id,
    case when is_year_inferred then '未注明年份,按成文时间计为' || year || '年。'
        when chance % 6 = 0 then indicator_id || '在' || city_id || '的口径与上年不同,见第' || chance || '行。' end as note_zh,
    case when is_year_inferred then 'No year is printed; ' || year || ', the year of the review, is assumed.'
        when chance % 6 = 0 then 'What ' || indicator_id || ' counts in ' || city_id || ' differs from the year before; see line '
            || chance || '.' end as note_en
from told
order by shuffled, document_id, place, slot;
