-- Which figures does a release hold? One row per figure.
select figure_id from figure
