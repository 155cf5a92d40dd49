-- What did an edition, attached as before, hold as delivered? One of its tables, its rows in their order.
create table {table} as select * from before.{table}
