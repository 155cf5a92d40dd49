-- What may each figure be compared with? One row per figure that counts, with its id. For who asks the release itself; the
-- questions look up ids for what they show.
create view comparison as
select figure.figure_id, compared.family_id, compared.axis, compared.indicator_id, compared.city_id, compared.role,
    compared.year, compared.value, compared.definition_number, compared.cities_same, compared.reason
from compared
join numbered_figure as figure on compared.figure_number = figure.figure_number;
