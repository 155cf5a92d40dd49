-- Which document prints each of these figures? One row per figure asked for and per print that yields to one of them.
select figure_id, document_id
from figure
where figure_id in ($figures) or yields_to in ($figures)
order by figure_id nulls last
