-- What makes room for a table's rows? The empty declaration goes: a table made from its rows loads on all processors.
drop table text.{table};
