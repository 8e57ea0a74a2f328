-- A ticket is found by its secret before anyone knows for which organisation; so it is global, like what signs in.
create table voice_ticket (
    token_hash      bytea       primary key,
    id              uuid        not null unique,
    organisation_id uuid        not null,
    person_id       uuid        not null,
    session_id      uuid        not null,
    holder          uuid,
    by_token        boolean     not null,
    credential_id   uuid        not null,
    origin          text,
    brief           text        not null,
    clock_ms        bigint      not null,
    up_rate         integer     not null,
    created_at      timestamptz not null,
    expires_at      timestamptz not null,
    used_at         timestamptz
);
create index voice_ticket_expiry on voice_ticket (expires_at);

create table voice_call (
    organisation_id uuid   not null,
    session_id      uuid   not null,
    clock_ms        bigint not null,
    primary key (organisation_id, session_id)
);

-- How long each answer took, stage by stage.
create table voice_stage (
    organisation_id uuid        not null,
    session_id      uuid        not null,
    turn            integer     not null,
    waited_ms       bigint      not null,
    text_ms         bigint      not null,
    first_word_ms   bigint      not null,
    first_audio_ms  bigint,
    playing_ms      bigint,
    at              timestamptz not null,
    primary key (organisation_id, session_id, turn)
);

alter table voice_call enable row level security;
alter table voice_call force row level security;
create policy voice_call_scope on voice_call
    using (organisation_id = nullif(current_setting('app.org', true), '')::uuid);

alter table voice_stage enable row level security;
alter table voice_stage force row level security;
create policy voice_stage_scope on voice_stage
    using (organisation_id = nullif(current_setting('app.org', true), '')::uuid);

grant select, insert, update, delete on voice_ticket, voice_call, voice_stage to ${app};
