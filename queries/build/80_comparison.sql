-- What may each figure be compared with? One row per figure that counts. On an axis, one letter = one indicator under one
-- definition; a document that prints and cites none gets a letter of its own. Without an axis a figure is context.
create table comparison as
with explained as (
    select counted.*, published.indicator_id is not null as is_standard, printed.indicator_id is not null as is_defined
    from counted
    left join (select distinct indicator_id from definition where document_id is null) as published
        on published.indicator_id = counted.indicator_id
    left join (select distinct indicator_id, document_id from definition where document_id is not null) as printed
        on printed.indicator_id = counted.indicator_id and printed.document_id = counted.document_id
),
keyed as (
    select *, case
            when axis is null then null
            when is_standard or is_defined then indicator_id || '|'
            else indicator_id || '|' || document_id
        end as definition_key
    from explained
),
letters as (
    select axis, definition_key,
        cast(row_number() over (partition by axis order by definition_key nulls last) as integer) as definition_number
    from (select distinct axis, definition_key from keyed where axis is not null) as definitions
),
lettered as (
    select keyed.*, letters.definition_number
    from keyed
    left join letters on keyed.axis = letters.axis and keyed.definition_key = letters.definition_key
),
alike as (
    select lettered.axis, lettered.definition_number, lettered.role, lettered.period_end,
        cast(count(distinct lettered.city_id) as bigint) as cities_same
    from lettered
    join city on lettered.city_id = city.city_id
    where city.level = 'city' and lettered.value is not null and lettered.axis is not null
    group by lettered.axis, lettered.definition_number, lettered.role, lettered.period_end
)
select lettered.figure_id, lettered.family_id, lettered.axis, lettered.indicator_id, lettered.city_id, lettered.role,
    lettered.period_end as year, lettered.value, lettered.definition_number,
    coalesce(alike.cities_same, 0) as cities_same,
    case when lettered.axis is null then 'no_axis'
        when lettered.is_standard then 'standard'
        when lettered.is_defined then 'defined'
        else 'no_definition'
    end as reason
from lettered
left join alike
    on alike.axis = lettered.axis and alike.definition_number = lettered.definition_number
    and alike.role = lettered.role and alike.period_end = lettered.period_end
order by lettered.city_id nulls last, lettered.indicator_id nulls last, lettered.period_end nulls last,
    lettered.figure_id nulls last;
