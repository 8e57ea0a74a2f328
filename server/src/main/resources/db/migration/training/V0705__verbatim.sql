-- Whether no hesitation was left out when a spoken turn was written down. Nobody knows it of turns from before.
alter table training_turn add column verbatim boolean not null default false;
