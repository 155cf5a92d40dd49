-- What is the number of each city, indicator, document and figure, and by which words is it found? One row each, numbered in
-- the order of the published tables. Numbers join and sort a million figures faster than texts.
create table numbered_city as
select *, row_number() over (order by city_id nulls last) as city_number, lower(name_zh || ' ' || name_en) as searched
from city;
create table numbered_indicator as
select *, row_number() over (order by indicator_id nulls last) as indicator_number,
    rank() over (order by name_zh nulls last) as place_zh, rank() over (order by name_en nulls last) as place_en,
    lower(name_zh || ' ' || name_en || ' ' || coalesce(aliases, '')) as searched
from indicator;
create table numbered_document as
select document_id, row_number() over (order by document_id nulls last) as document_number,
    lower(document_number) as searched
from document;
create view numbered_figure as select *, rowid as figure_number from figure;
