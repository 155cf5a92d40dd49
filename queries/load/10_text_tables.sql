-- What columns does each delivered table have? One text table a CSV file, in the file's column order; nothing is typed yet.
attach ':memory:' as text;
attach ':memory:' as typed;

create table text.city (city_id varchar, name_zh varchar, name_en varchar, level varchar, parent_city_id varchar,
    sort_order varchar);
create table text.document (document_id varchar, city_id varchar, file varchar, title_zh varchar, title_en varchar,
    document_number varchar, publisher varchar, published_on varchar, kind varchar, tier varchar, url varchar,
    text_sha256 varchar);
create table text.family (family_id varchar, name_zh varchar, name_en varchar, question_zh varchar,
    question_en varchar, headline_order varchar, headline_axis varchar);
create table text.unit (unit varchar, name_zh varchar, name_en varchar, base_unit varchar, factor varchar);
create table text.indicator (indicator_id varchar, family_id varchar, theme varchar, axis varchar, name_zh varchar,
    name_en varchar, aliases varchar, unit varchar, measure varchar, scope varchar, direction varchar,
    maximum varchar, category varchar, table_number varchar, reason_zh varchar, reason_en varchar,
    replaced_by varchar);
create table text.definition (indicator_id varchar, document_id varchar, meaning_zh varchar, meaning_en varchar,
    formula_zh varchar, formula_en varchar, basis varchar);
create table text.figure (figure_id varchar, city_id varchar, indicator_id varchar, role varchar,
    period_start varchar, period_end varchar, is_year_inferred varchar, value varchar, unit varchar,
    comparator varchar, missing_reason varchar, printed varchar, document_id varchar, section varchar,
    line varchar, binding varchar, yields_to varchar, yields_because varchar, task_id varchar,
    project_id varchar, note_zh varchar, note_en varchar);
create table text.task (task_id varchar, document_id varchar, city_id varchar, number varchar, section varchar,
    title_zh varchar, title_en varchar, line varchar, note_zh varchar, note_en varchar);
create table text.project (project_id varchar, document_id varchar, city_id varchar, number varchar, box varchar,
    title_zh varchar, title_en varchar, line varchar, note_zh varchar, note_en varchar);
create table text.task_theme (task_id varchar, project_id varchar, theme varchar);
create table text.unit_in_charge (unit_id varchar, city_id varchar, name_zh varchar, name_en varchar,
    short_names varchar);
create table text.responsibility (task_id varchar, project_id varchar, unit_id varchar, kind varchar,
    and_others varchar);
