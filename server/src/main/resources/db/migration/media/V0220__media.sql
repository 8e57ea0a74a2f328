-- One row a recording; the sound lies in files. What is recorded (a session) has one recording.
create table media_recording (
    organisation_id uuid        not null,
    id              uuid        not null,
    subject_id      uuid        not null,
    person_id       uuid        not null,
    state           text        not null check (state in ('open', 'complete', 'expired')),
    retention       text        not null,
    kept_until      timestamptz not null,
    started_at      timestamptz not null,
    completed_at    timestamptz,
    samples         bigint      not null default 0,
    bytes           bigint      not null default 0,
    -- The folder in which it lies unfinished, and what it is called in the store once it is there.
    spool           uuid,
    stored_as       text,
    version         bigint      not null default 1,
    primary key (organisation_id, id),
    unique (organisation_id, subject_id)
);
create index media_recording_person on media_recording (organisation_id, person_id);
create index media_recording_due on media_recording (organisation_id, kept_until) where state = 'complete';

-- An organisation's keys, wrapped by the master key, which lies outside the database.
create table media_key (
    organisation_id uuid        primary key,
    keyset          bytea       not null,
    master_id       integer     not null,
    rotated_at      timestamptz not null,
    version         bigint      not null default 1
);

-- Who writes or finishes a recording, and which files are still to be removed. A job table, global by nature: it is
-- read before any organisation is known.
create table media_work (
    organisation_id uuid        not null,
    recording_id    uuid        not null,
    task            text        not null check (task in ('record', 'remove')),
    holder          uuid,
    held_until      timestamptz not null,
    tries           integer     not null default 0,
    primary key (organisation_id, recording_id, task)
);
create index media_work_holder on media_work (holder) where task = 'record';
create index media_work_removals on media_work (held_until) where task = 'remove';

alter table media_recording enable row level security;
alter table media_recording force row level security;
create policy media_recording_scope on media_recording
    using (organisation_id = nullif(current_setting('app.org', true), '')::uuid);

alter table media_key enable row level security;
alter table media_key force row level security;
create policy media_key_scope on media_key
    using (organisation_id = nullif(current_setting('app.org', true), '')::uuid);

grant select, insert, update, delete on media_recording, media_key, media_work to ${app};
