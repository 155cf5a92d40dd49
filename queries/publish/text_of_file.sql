-- What stands in a file, as texts? A view of it takes the place of its text table; an empty cell is null.
-- Cells beyond the last column would pass unseen if they read as null, so nothing does while the file is read.
drop table text.{table};
create view text.{table} as
select 0 as rowid, nullif(columns('(.*)'), '') as '\1'
from read_csv('{path}', columns = {columns}, header = true, auto_detect = false, sep = ',', quote = '"', escape = '"',
    hive_partitioning = false, nullstr = chr(0));
