-- What a session showed, as it was told then.
create table coaching_analysis (
    organisation_id uuid             not null,
    session_id      uuid             not null,
    person_id       uuid             not null,
    language        text             not null,
    ended_at        timestamptz      not null,
    -- Which recording was heard, and how long it was then.
    recording_id    uuid             not null,
    recording_s     double precision not null,
    measured        text             not null,
    findings        text             not null,
    primary key (organisation_id, session_id)
);
create index coaching_analysis_person on coaching_analysis (organisation_id, person_id, ended_at);

-- The figures of the person's own side, for comparing.
create table coaching_figure (
    organisation_id uuid             not null,
    session_id      uuid             not null,
    name            text             not null,
    value           double precision not null,
    primary key (organisation_id, session_id, name),
    foreign key (organisation_id, session_id) references coaching_analysis (organisation_id, session_id) on delete cascade
);

create table coaching_drill (
    organisation_id uuid        not null,
    id              uuid        not null,
    person_id       uuid        not null,
    kind            text        not null,
    -- The person's own weak moment: where it was, and what was said.
    what            text        not null,
    session_id      uuid        not null,
    start_s         double precision,
    language        text        not null,
    words           text,
    created_at      timestamptz not null,
    -- How often it went well in a row, and when it is to come back.
    stage           int         not null default 0,
    due_at          timestamptz not null,
    version         bigint      not null default 0,
    primary key (organisation_id, id)
);
create unique index coaching_drill_kind on coaching_drill (organisation_id, person_id, kind);

-- Takes are measured and not kept: no sound lies here.
create table coaching_take (
    organisation_id uuid        not null,
    id              uuid        not null,
    drill_id        uuid        not null,
    at              timestamptz not null,
    score           int         not null,
    checks          text        not null,
    primary key (organisation_id, id),
    foreign key (organisation_id, drill_id) references coaching_drill (organisation_id, id) on delete cascade
);
create index coaching_take_drill on coaching_take (organisation_id, drill_id, at);

create table coaching_weights (
    organisation_id uuid   not null primary key,
    weights         text   not null,
    version         bigint not null default 1
);

alter table coaching_analysis enable row level security;
alter table coaching_analysis force row level security;
create policy coaching_analysis_scope on coaching_analysis
    using (organisation_id = nullif(current_setting('app.org', true), '')::uuid);

alter table coaching_figure enable row level security;
alter table coaching_figure force row level security;
create policy coaching_figure_scope on coaching_figure
    using (organisation_id = nullif(current_setting('app.org', true), '')::uuid);

alter table coaching_drill enable row level security;
alter table coaching_drill force row level security;
create policy coaching_drill_scope on coaching_drill
    using (organisation_id = nullif(current_setting('app.org', true), '')::uuid);

alter table coaching_take enable row level security;
alter table coaching_take force row level security;
create policy coaching_take_scope on coaching_take
    using (organisation_id = nullif(current_setting('app.org', true), '')::uuid);

alter table coaching_weights enable row level security;
alter table coaching_weights force row level security;
create policy coaching_weights_scope on coaching_weights
    using (organisation_id = nullif(current_setting('app.org', true), '')::uuid);

grant select, insert, update, delete
    on coaching_analysis, coaching_figure, coaching_drill, coaching_take, coaching_weights to ${app};
