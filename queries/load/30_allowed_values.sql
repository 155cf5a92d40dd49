-- Which words may stand in a column that is a list? One row per column name and word.
create table text.allowed as
select column_name, value
from (values
    ('level', 'city'), ('level', 'province'),
    ('kind', 'plan'), ('kind', 'work_points'), ('kind', 'report'), ('kind', 'news'),
    ('tier', 'official'), ('tier', 'official_news'), ('tier', 'secondary'),
    ('theme', 'cloud_network'), ('theme', 'data'), ('theme', 'one_stop'), ('theme', 'governance'),
    ('theme', 'society'), ('theme', 'industry'), ('theme', 'digital_economy'), ('theme', 'data_market'),
    ('theme', 'security'), ('theme', 'talent'),
    ('measure', 'share'), ('measure', 'count'), ('measure', 'amount'), ('measure', 'ratio'), ('measure', 'rank'),
    ('measure', 'growth'),
    ('scope', 'stock'), ('scope', 'flow'), ('scope', 'change'),
    ('direction', 'higher'), ('direction', 'lower'),
    ('role', 'baseline'), ('role', 'actual'), ('role', 'target'), ('role', 'commitment'),
    ('comparator', 'eq'), ('comparator', 'gt'), ('comparator', 'ge'), ('comparator', 'lt'), ('comparator', 'le'),
    ('comparator', 'approx'),
    ('missing_reason', 'printed_dash'), ('missing_reason', 'qualitative'),
    ('binding', 'binding'), ('binding', 'expected'),
    ('yields_because', 'repeat'), ('yields_because', 'conflict'), ('yields_because', 'superseded'),
    ('yields_because', 'restated'),
    ('is_year_inferred', 'true'), ('is_year_inferred', 'false'),
    ('and_others', 'true'), ('and_others', 'false'),
    ('responsibility_kind', 'lead'), ('responsibility_kind', 'support'), ('responsibility_kind', 'shared')
) as listed (column_name, value);
