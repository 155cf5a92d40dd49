-- Which tables are delivered, and what columns do they have? One row per table and column, in file order.
select table_name, column_name
from information_schema.columns
where table_catalog = 'text' and table_name <> 'allowed'
order by table_name, ordinal_position
