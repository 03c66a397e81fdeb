-- What an import does to the figures is told unit by unit and year by year; what was tried before told sums alone. Whoever
-- looks at it next has it tried again.
update catalogue_import set tried = null, tried_version = null where tried is not null;
