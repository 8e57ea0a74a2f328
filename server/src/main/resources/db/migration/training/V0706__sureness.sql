-- How sure the recogniser was of the words of a spoken turn, on average. Nobody knows it of turns from before.
alter table training_turn add column sureness double precision;
