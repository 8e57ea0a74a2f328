-- Whether spoken rehearsals are recorded here at all, and for how long recordings are kept.
alter table organisation add column record_voice boolean not null default true;
alter table organisation add column keep_recordings_days integer not null default 90 check (keep_recordings_days between 1 and 36500);
