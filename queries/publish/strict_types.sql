-- What is a text as a whole number, a finite number, a factor, a yes or no? A text that is none is an error: the delivery
-- is then read a second time to say where.
create or replace macro typed.whole(text) as case
        when text is null or cast(try_cast(text as integer) as varchar) = text
            or (regexp_full_match(text, '[0-9]+') and try_cast(text as integer) is not null) then try_cast(text as integer)
        else cast(error('not a whole number') as integer) end;
create or replace macro typed.needed_whole(text) as typed.whole(coalesce(text, ''));
create or replace macro typed.number(text) as case
        when text is null or isfinite(try_cast(text as double)) then try_cast(text as double)
        else cast(error('not a finite number') as double) end;
create or replace macro typed.factor(text) as case
        when isfinite(try_cast(text as double)) and try_cast(text as double) > 0 then cast(text as double)
        else cast(error('not a finite number above zero') as double) end;
create or replace macro typed.truth(text) as case
        when text is null or text in ('true', 'false') then cast(text as boolean)
        else cast(error('neither true nor false') as boolean) end;
