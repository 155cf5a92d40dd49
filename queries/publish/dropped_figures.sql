-- Which figures of the newest release does this delivery lack? One row per figure; newest_figure holds that release's ids.
select 'figure' as table_name, cast(null as bigint) as line_number, 'figure_id' as column_name,
    newest_figure.figure_id as value, cast(null as varchar) as detail
from newest_figure
where not exists (select 1 from figure where figure.figure_id = newest_figure.figure_id)
order by newest_figure.figure_id
