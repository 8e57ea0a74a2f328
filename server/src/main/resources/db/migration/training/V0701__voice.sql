-- Where a spoken turn lies on the call clock, and whether the counterpart was cut off in it (then the text is what was heard).
alter table training_turn add column start_ms bigint;
alter table training_turn add column end_ms bigint;
alter table training_turn add column cut_off boolean not null default false;
