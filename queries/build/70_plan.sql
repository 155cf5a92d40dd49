-- Which tasks and key projects are there, in one list, and how many figures does each carry, one printed twice as one? One
-- row per task or project. `searched` is its titles and section in simplified characters, small letters; the section of a
-- project is its box.
create table plan as
with listed as (
    select task_id as plan_id, 'task' as kind, city_id, document_id, number, section, title_zh, title_en, line, note_zh,
        note_en, searched
    from typed.task
    union all
    select project_id, 'project', city_id, document_id, number, box, title_zh, title_en, line, note_zh, note_en, searched
    from typed.project
),
carried as (
    select coalesce(task_id, project_id) as plan_id, cast(count(distinct coalesce(yields_to, figure_id)) as bigint) as figure_count
    from figure where task_id is not null or project_id is not null
    group by coalesce(task_id, project_id)
)
select listed.plan_id, listed.kind, listed.city_id, listed.document_id, listed.number, listed.section, listed.title_zh,
    listed.title_en, listed.line, listed.note_zh, listed.note_en, listed.searched,
    coalesce(carried.figure_count, 0) as figure_count
from listed
left join carried on listed.plan_id = carried.plan_id
order by listed.city_id nulls last, listed.document_id nulls last, listed.number nulls last, listed.plan_id nulls last;
