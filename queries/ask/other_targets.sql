-- For which other years has a city promised something on the same indicator? One row per other promise of the city and
-- indicator of the figure asked for.
select other.target_figure_id as figure_id, other.target_year
from figure
join progress as other on other.city_id = figure.city_id and other.indicator_id = figure.indicator_id
where figure.figure_id = $figure and other.target_figure_id is not null and other.target_figure_id <> $figure
order by other.target_year nulls last
