-- What is the number of each city, indicator and document, by its id? One row per city, per indicator, per document. Numbers
-- join and sort a million figures faster than texts; a city's and an indicator's added up name the pair.
create view numbered_city as
select city_id, level, sort_order, row_number() over (order by city_id nulls last) * 1000000 as city_number from city;
create view numbered_indicator as
select *, row_number() over (order by indicator_id nulls last) as indicator_number from indicator;
create view numbered_document as
select document_id, row_number() over (order by document_id nulls last) as document_number from document;
