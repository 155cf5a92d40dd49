-- Is there a figure of this id? One row if so.
select figure_id from figure where figure_id = $figure
