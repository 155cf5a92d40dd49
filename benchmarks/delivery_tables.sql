-- What stands around a synthetic delivery's figures? Cities and indicators as many as asked for (2,000 and 100), 25
-- families, a city's 4 documents, 5 tasks and 1 project, themes and units; all arithmetic, so every run gets the same.
create macro cities() as getvariable('city_count');
create table number as select range as n from range(5 * cities());

insert into text.city by name
select format('city_{:04d}', n) as city_id, '市' || n as name_zh, 'City ' || n as name_en,
    case when n < 31 then 'province' else 'city' end as level,
    case when n >= 31 then format('city_{:04d}', n % 31) end as parent_city_id, n as sort_order
from number where n < cities();
insert into text.document by name
select format('city_{:04d}.{}', n % cities(), kind) as document_id, format('city_{:04d}', n % cities()) as city_id,
    '市' || n % cities() || '文件' || kind as title_zh, format('Document {} of city {}', kind, n % cities()) as title_en,
    '市政府' as publisher, '2022-03-01' as published_on, kind, 'official' as tier
from (select n, ['plan', 'report', 'work_points', 'news'][1 + n // cities()] as kind from number where n < 4 * cities());
insert into text.family by name
select 'family_' || n as family_id, '领域' || n as name_zh, 'Family ' || n as name_en, '做到多少?' as question_zh,
    'How much is done?' as question_en, case when n < 5 then n + 1 end as headline_order,
    case when n < 5 then 'axis_' || n end as headline_axis
from number where n < 25;
insert into text.unit by name
select * from (values ('%', '%', 1), ('个', '个', 1), ('家', '个', 1), ('条', '条', 1), ('万条', '条', 10000),
    ('元', '元', 1), ('亿元', '元', 100000000)) as listed (unit, base_unit, factor);
insert into text.indicator by name
select format('smart_government_service_{:02d}', n) as indicator_id, 'family_' || n % 25 as family_id,
    (select list(value order by value) from text.allowed where column_name = 'theme')[1 + n % 10] as theme,
    case when n < 50 then 'axis_' || n % 25 end as axis, '指标' || n as name_zh, 'Indicator ' || n as name_en,
    ['%', '个', '条', '亿元'][1 + n % 25 % 4] as unit, ['share', 'count', 'count', 'amount'][1 + n % 25 % 4] as measure,
    case n % 25 % 10 when 8 then 'flow' when 9 then 'change' else 'stock' end as scope,
    case when n % 25 = 12 then 'lower' else 'higher' end as direction, case when n % 25 % 4 = 0 then 100 end as maximum
from number where n < getvariable('indicator_count');
insert into text.definition by name
select indicator_id, document_id, '怎样计算' as meaning_zh, 'How it is counted' as meaning_en
from text.indicator
join (select document_id from text.document where kind = 'plan' and document_id < 'city_0020' union all select null) as citing
    on citing.document_id is not null or indicator.rowid % 10 = 0;
insert into text.task by name
select format('city_{:04d}.task.{}', n % cities(), n // cities()) as task_id, format('city_{:04d}', n % cities()) as city_id,
    format('city_{:04d}.work_points', n % cities()) as document_id, n // cities() + 1 as number, '一、重点任务' as section,
    '推进第' || n // cities() || '项任务' as title_zh, 'Advance task ' || n // cities() as title_en, n // cities() + 9 as line
from number;
insert into text.project by name
select format('city_{:04d}.project', n) as project_id, format('city_{:04d}', n) as city_id,
    format('city_{:04d}.plan', n) as document_id, 1 as number, '专栏1' as box,
    '建设平台' as title_zh, 'Build a platform' as title_en, 99 as line
from number where n < cities();
insert into text.unit_in_charge by name
select city_id || '.bureau' as unit_id, city_id, '数据局' as name_zh, 'Data bureau' as name_en from text.city;
insert into text.responsibility by name
select task_id, null as project_id, city_id || '.bureau' as unit_id, 'lead' as kind, false as and_others from text.task
union all select null, project_id, city_id || '.bureau', 'lead', true from text.project;
insert into text.task_theme by name
select task_id, null as project_id, 'data' as theme from text.task union all select null, project_id, 'data' from text.project;
