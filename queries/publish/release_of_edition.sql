-- Which edition was that? One row, as it was published; what was attached to read it is let go.
create table release as select * from before.release;
detach before;
