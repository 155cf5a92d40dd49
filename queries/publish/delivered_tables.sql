-- Which tables of the release were delivered as files? One row per table, by name.
select table_name
from information_schema.tables
where table_catalog = 'text' and table_name <> 'allowed'
order by table_name
