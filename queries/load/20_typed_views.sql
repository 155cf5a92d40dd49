-- What do the delivered texts mean as types? One view a table; line_number is the physical line of its file (header = 1).
-- `simplified` is given by etl/load.py.
create view typed.city as
select rowid + 2 as line_number, city_id, name_zh, name_en, level, parent_city_id,
    typed.needed_whole(sort_order) as sort_order
from text.city;
create view typed.document as select rowid + 2 as line_number, * from text.document;
create view typed.family as
select rowid + 2 as line_number, family_id, name_zh, name_en, question_zh, question_en,
    typed.whole(headline_order) as headline_order, headline_axis
from text.family;
create view typed.unit as
select rowid + 2 as line_number, unit, name_zh, name_en, base_unit, typed.factor(factor) as factor
from text.unit;
create view typed.indicator as
select rowid + 2 as line_number, indicator_id, family_id, theme, axis, name_zh, name_en, aliases, unit, measure, scope,
    direction, typed.number(maximum) as maximum, category, typed.whole(table_number) as table_number,
    reason_zh, reason_en, replaced_by
from text.indicator;
create view typed.definition as select rowid + 2 as line_number, * from text.definition;
create view typed.figure as
select rowid + 2 as line_number, figure_id, city_id, indicator_id, role,
    typed.whole(period_start) as period_start, typed.whole(period_end) as period_end,
    typed.truth(is_year_inferred) as is_year_inferred, typed.number(value) as value, unit, comparator,
    missing_reason, printed, document_id, section, typed.whole(line) as line, binding, yields_to, yields_because,
    task_id, project_id, note_zh, note_en
from text.figure;
create view typed.task as
select rowid + 2 as line_number, task_id, document_id, city_id, typed.whole(number) as number, section,
    title_zh, title_en, typed.whole(line) as line, note_zh, note_en,
    lower(simplified(title_zh || ' ' || coalesce(section, '')) || ' ' || coalesce(title_en, '')) as searched
from text.task;
create view typed.project as
select rowid + 2 as line_number, project_id, document_id, city_id, typed.whole(number) as number, box,
    title_zh, title_en, typed.whole(line) as line, note_zh, note_en,
    lower(simplified(title_zh || ' ' || coalesce(box, '')) || ' ' || coalesce(title_en, '')) as searched
from text.project;
create view typed.task_theme as select rowid + 2 as line_number, * from text.task_theme;
create view typed.unit_in_charge as select rowid + 2 as line_number, * from text.unit_in_charge;
create view typed.responsibility as
select rowid + 2 as line_number, task_id, project_id, unit_id, kind, typed.truth(and_others) as and_others
from text.responsibility;
