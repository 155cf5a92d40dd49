-- Which promises does Gaps list? One row per promise of a city; status_order goes from the worst to what cannot be told.
create view gap as
select *, baseline_value is null as is_without_baseline,
    case status when 'missed' then 1 when 'moving_away' then 2 when 'far_behind' then 3 when 'behind' then 4
        when 'on_track' then 5 when 'met' then 6
        else case reason when 'no_baseline' then 7 when 'no_result' then 8 when 'no_result_for_the_period' then 9
            when 'qualitative' then 10 when 'target_not_beyond_baseline' then 11 end
    end as status_order
from progress
where target_year is not null and level = 'city';
