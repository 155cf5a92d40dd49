-- Which prints of a family give way to another, and why? One row per print that yields, repeats left out on request.
select figure.figure_id, indicator.family_id, indicator.axis, figure.city_id, city.name_zh as city_zh, city.name_en as city_en,
    indicator.name_zh as indicator_zh, indicator.name_en as indicator_en, figure.role, figure.period_end as year,
    figure.printed, figure.yields_to, figure.yields_because, counting.printed as counting_printed,
    document.title_zh as document_zh
from figure
join figure as counting on figure.yields_to = counting.figure_id
join indicator on figure.indicator_id = indicator.indicator_id
join city on figure.city_id = city.city_id
join document on figure.document_id = document.document_id
where ($all_families or indicator.family_id in ($families))
    and ($all_cities or figure.city_id in ($cities) or city.level = 'province')
    and ($with_repeats or figure.yields_because <> 'repeat')
order by indicator.family_id nulls last, city.sort_order nulls last, figure.figure_id nulls last
