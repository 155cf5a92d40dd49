-- What may each figure be compared with? One row per figure that counts. On an axis, one letter = one indicator under one
-- definition; a document that prints and cites none gets a letter of its own. Without an axis a figure is context.
create table numbered_comparison as
with defined as (  -- null document = published for all
    select distinct indicator.indicator_number, document.document_number
    from definition
    join numbered_indicator as indicator on definition.indicator_id = indicator.indicator_id
    left join numbered_document as document on definition.document_id = document.document_id
),
explained as (
    select counted.figure_number, counted.city_number, counted.indicator_number, counted.level, counted.role,
        counted.period_end as year, counted.value, document.document_number,
        case when counted.axis is null then 'no_axis'
            when published.indicator_number is not null then 'standard'
            when printed.indicator_number is not null then 'defined'
            else 'no_definition' end as reason
    from counted
    join numbered_document as document on counted.document_id = document.document_id
    left join defined as published
        on published.indicator_number = counted.indicator_number and published.document_number is null
    left join defined as printed
        on printed.indicator_number = counted.indicator_number and printed.document_number = document.document_number
),
keyed as (  -- one number for a definition: its indicator's, and its document's where that stands alone
    select *, case reason when 'no_axis' then null when 'no_definition' then document_number else 0 end
        + indicator_number * 1000000 as definition
    from explained
),
letters as (
    select own.definition, cast(row_number() over (
            partition by indicator.axis order by own.definition nulls last) as integer) as definition_number
    from (select distinct definition, indicator_number from keyed where definition is not null) as own
    join numbered_indicator as indicator on own.indicator_number = indicator.indicator_number
),
alike as (
    select definition, role, year, cast(count(distinct city_number) as bigint) as cities_same
    from keyed
    where definition is not null and value is not null and level = 'city'
    group by definition, role, year
)
select keyed.figure_number, keyed.city_number, keyed.indicator_number, keyed.role, keyed.year, keyed.value,
    letters.definition_number, coalesce(alike.cities_same, 0) as cities_same, keyed.reason
from keyed
left join letters on keyed.definition = letters.definition
left join alike on keyed.definition = alike.definition and keyed.role = alike.role and keyed.year = alike.year
order by keyed.figure_number nulls last;
