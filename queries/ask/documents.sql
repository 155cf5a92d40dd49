-- Which documents do the figures come from? One row per document, with how many figures each prints.
select document.document_id, document.city_id, city.name_zh as city_zh, city.name_en as city_en, document.title_zh, document.title_en,
    document.document_number, document.publisher, document.published_on, document.kind, document.tier, document.url,
    document.file is not null as is_held, cast(count(figure.figure_id) as bigint) as figure_count
from document
join city on document.city_id = city.city_id
left join figure on figure.document_id = document.document_id
where $all_cities or document.city_id in ($cities) or city.level = 'province'
group by document.document_id, document.city_id, city.name_zh, city.name_en, city.sort_order, document.title_zh, document.title_en,
    document.document_number, document.publisher, document.published_on, document.kind, document.tier, document.url,
    document.file
order by city.sort_order nulls last, document.published_on nulls last, document.document_id nulls last
