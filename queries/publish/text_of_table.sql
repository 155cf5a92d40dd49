-- What was read of a file? A view of its published table takes the place of its text table: what follows asks that.
create or replace view text.{table} as select rowid, * from {database}.main.{table};
