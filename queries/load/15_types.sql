-- What is a text as a whole number, a number, a yes or no? One macro a type: null for a text that is not of the type, which
-- the check not_a_number names. publish/strict_types has the same types for a first read, where such a text is an error.
create or replace macro typed.whole(text) as try_cast(text as integer);
create or replace macro typed.needed_whole(text) as try_cast(text as integer);
create or replace macro typed.number(text) as try_cast(text as double);
create or replace macro typed.factor(text) as try_cast(text as double);
create or replace macro typed.truth(text) as try_cast(text as boolean);
