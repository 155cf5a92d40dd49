-- Which figures does the newest release, attached as before, hold? One row per figure.
select figure_id from before.figure
