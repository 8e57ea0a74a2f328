-- What is remembered beside a recording: why there is none, and where its pauses lie, measured once.
create table training_recording (
    organisation_id uuid not null,
    session_id      uuid not null,
    absent          text check (absent in ('not_agreed', 'switched_off', 'removed')),
    -- Which recording was measured, and how long it was then: one that goes on after a drop is measured again.
    measured        uuid,
    measured_s      double precision,
    pauses          text,
    primary key (organisation_id, session_id),
    foreign key (organisation_id, session_id) references training_session (organisation_id, id) on delete cascade
);

-- When somebody else's listening was last noted in the audit, so that a seek is not a second listening.
create table training_listening (
    organisation_id uuid        not null,
    session_id      uuid        not null,
    person_id       uuid        not null,
    noted_at        timestamptz not null,
    primary key (organisation_id, session_id, person_id),
    foreign key (organisation_id, session_id) references training_session (organisation_id, id) on delete cascade
);

alter table training_recording enable row level security;
alter table training_recording force row level security;
create policy training_recording_scope on training_recording
    using (organisation_id = nullif(current_setting('app.org', true), '')::uuid);

alter table training_listening enable row level security;
alter table training_listening force row level security;
create policy training_listening_scope on training_listening
    using (organisation_id = nullif(current_setting('app.org', true), '')::uuid);

grant select, insert, update, delete on training_recording, training_listening to ${app};
