-- What is published as it was delivered? One table a file, typed, sorted so that a city's figures stand together.
create table city as select city_id, name_zh, name_en, level, parent_city_id, sort_order
from typed.city order by city_id nulls last;
create table document as
select document_id, city_id, file, title_zh, title_en, document_number, publisher, published_on, kind, tier, url, text_sha256
from typed.document order by document_id nulls last;
create table family as
select family_id, name_zh, name_en, question_zh, question_en, headline_order, headline_axis
from typed.family order by family_id nulls last;
create table unit as select unit, name_zh, name_en, base_unit, factor from typed.unit order by unit nulls last;
create table indicator as
select indicator_id, family_id, theme, axis, name_zh, name_en, aliases, unit, measure, scope, direction, maximum, category,
    table_number, reason_zh, reason_en, replaced_by
from typed.indicator order by indicator_id nulls last;
create table definition as
select indicator_id, document_id, meaning_zh, meaning_en, formula_zh, formula_en, basis
from typed.definition order by indicator_id nulls last, document_id nulls first;
create table figure as
select figure_id, city_id, indicator_id, role, period_start, period_end, is_year_inferred, value, unit, comparator,
    missing_reason, printed, document_id, section, line, binding, yields_to, yields_because, task_id, project_id,
    note_zh, note_en
from typed.figure
order by city_id nulls last, indicator_id nulls last, period_end nulls last, figure_id nulls last;
create table task as
select task_id, document_id, city_id, number, section, title_zh, title_en, line, note_zh, note_en
from typed.task order by task_id nulls last;
create table project as
select project_id, document_id, city_id, number, box, title_zh, title_en, line, note_zh, note_en
from typed.project order by project_id nulls last;
create table task_theme as
select task_id, project_id, theme
from typed.task_theme order by task_id nulls last, project_id nulls last, theme nulls last;
create table unit_in_charge as
select unit_id, city_id, name_zh, name_en, short_names
from typed.unit_in_charge order by unit_id nulls last;
create table responsibility as
select task_id, project_id, unit_id, kind, and_others
from typed.responsibility
order by task_id nulls last, project_id nulls last, unit_id nulls last, kind nulls last;
