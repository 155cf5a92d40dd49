-- What may each figure be compared with? One row per figure that counts. On an axis, one letter = one indicator under one
-- definition; a document that prints and cites none gets a letter of its own. Without an axis a figure is context.
create table comparison as
with explained as (
    select counted.*, numbered_document.document_number, published.indicator_id is not null as is_standard,
        printed.indicator_id is not null as is_defined
    from counted
    join numbered_document on counted.document_id = numbered_document.document_id
    left join (select distinct indicator_id from definition where document_id is null) as published
        on published.indicator_id = counted.indicator_id
    left join (select distinct indicator_id, document_id from definition where document_id is not null) as printed
        on printed.indicator_id = counted.indicator_id and printed.document_id = counted.document_id
),
keyed as (  -- one number for a definition: its indicator's, and its document's where that stands alone
    select *, case when axis is not null then pair % 1000000 * 1000000
            + case when is_standard or is_defined then 0 else document_number end end as definition
    from explained
),
letters as (
    select definition, cast(row_number() over (partition by axis order by definition nulls last) as integer) as definition_number
    from (select distinct axis, definition from keyed where axis is not null) as definitions
),
alike as (
    select keyed.definition, keyed.role, keyed.period_end, cast(count(distinct keyed.city_id) as bigint) as cities_same
    from keyed
    join city on keyed.city_id = city.city_id
    where city.level = 'city' and keyed.value is not null and keyed.axis is not null
    group by keyed.definition, keyed.role, keyed.period_end
)
select keyed.figure_id, keyed.family_id, keyed.axis, keyed.indicator_id, keyed.city_id, keyed.role,
    keyed.period_end as year, keyed.value, letters.definition_number, coalesce(alike.cities_same, 0) as cities_same,
    case when keyed.axis is null then 'no_axis'
        when keyed.is_standard then 'standard'
        when keyed.is_defined then 'defined'
        else 'no_definition'
    end as reason
from keyed
left join letters on keyed.definition = letters.definition
left join alike
    on keyed.definition = alike.definition and keyed.role = alike.role and keyed.period_end = alike.period_end
order by keyed.place nulls last;
