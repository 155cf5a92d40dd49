-- Which promises does Gaps list? One row per promise of a city.
create view gap as
select * from progress where target_year is not null and level = 'city';
