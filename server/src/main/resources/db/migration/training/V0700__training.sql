-- One row a rehearsal. What the lists show of the latest scorecard is copied here when it is issued, so that a list is one index walk.
create table training_session (
    organisation_id  uuid        not null,
    id               uuid        not null,
    person_id        uuid        not null,
    scenario_id      text        not null,
    scenario_address text        not null,
    scenario_digest  text        not null,
    title            text        not null,
    category         text        not null,
    persona_name     text        not null,
    level            text        not null,
    seat             text        not null,
    language         text        not null,
    seed             bigint      not null,
    stage            text        not null check (stage in ('lobby', 'live', 'paused', 'ended', 'scored')),
    created_at       timestamptz not null,
    started_at       timestamptz,
    live_since       timestamptz,
    played_ms        bigint      not null default 0,
    last_activity_at timestamptz not null,
    ended_at         timestamptz,
    end_reason       text check (end_reason in ('decided', 'ended_by_person', 'time_limit', 'abandoned')),
    time_limit_s     integer     not null,
    outcome          text,
    ending_turn      integer,
    ending_sentence  text,
    hints_used       integer     not null default 0,
    memento          text        not null,
    retry_session    uuid,
    retry_turn       integer,
    shared           boolean     not null default false,
    lease_holder     uuid,
    lease_until      timestamptz,
    total            integer,
    band_low         integer,
    band_high        integer,
    fix_criterion    text,
    fix_name         text,
    fix_turn         integer,
    score_revision   integer,
    version          bigint      not null default 0,
    primary key (organisation_id, id)
);
create index training_session_by_person on training_session (organisation_id, person_id, created_at desc, id desc);
create index training_session_by_time on training_session (organisation_id, created_at desc, id desc);
create index training_session_best on training_session (organisation_id, person_id, scenario_id, total desc nulls last, id, level);
create index training_session_open on training_session (organisation_id, last_activity_at) where stage in ('live', 'paused', 'lobby');
create index training_session_takes on training_session (organisation_id, retry_session) where retry_session is not null;
create index training_session_ended on training_session (organisation_id, ended_at) where ended_at is not null;
create index training_session_trend on training_session (organisation_id, person_id, ended_at desc) where total is not null;

-- What a session was played with, to the letter; shared by all sessions of the same digest.
create table training_snapshot (
    organisation_id uuid not null,
    digest          text not null,
    content         text not null,
    primary key (organisation_id, digest)
);

-- The mind after a turn stands beside the turn, so that a retry can branch anywhere and a restart resumes at the same word.
create table training_turn (
    organisation_id uuid        not null,
    session_id      uuid        not null,
    i               integer     not null,
    speaker         text        not null check (speaker in ('rep', 'buyer')),
    text            text        not null,
    phase           text        not null,
    at              timestamptz not null,
    played_ms       bigint      not null,
    acts            text        not null,
    state           text        not null,
    moved           text        not null,
    technique       text,
    technique_tag   text,
    memento         text,
    request_key     text,
    primary key (organisation_id, session_id, i),
    foreign key (organisation_id, session_id) references training_session (organisation_id, id) on delete cascade
);
create unique index training_turn_request on training_turn (organisation_id, session_id, request_key) where request_key is not null;

create table training_hint (
    organisation_id uuid        not null,
    session_id      uuid        not null,
    n               integer     not null,
    turn            integer     not null,
    text            text        not null,
    at              timestamptz not null,
    primary key (organisation_id, session_id, n),
    foreign key (organisation_id, session_id) references training_session (organisation_id, id) on delete cascade
);

alter table training_session enable row level security;
alter table training_session force row level security;
create policy training_session_scope on training_session
    using (organisation_id = nullif(current_setting('app.org', true), '')::uuid);

alter table training_snapshot enable row level security;
alter table training_snapshot force row level security;
create policy training_snapshot_scope on training_snapshot
    using (organisation_id = nullif(current_setting('app.org', true), '')::uuid);

alter table training_turn enable row level security;
alter table training_turn force row level security;
create policy training_turn_scope on training_turn
    using (organisation_id = nullif(current_setting('app.org', true), '')::uuid);

alter table training_hint enable row level security;
alter table training_hint force row level security;
create policy training_hint_scope on training_hint
    using (organisation_id = nullif(current_setting('app.org', true), '')::uuid);

grant select, insert, update, delete on training_session, training_snapshot, training_turn, training_hint to ${app};
