-- How steadily a judge judges here: the same conversations judged several times.
create table scoring_check (
    organisation_id uuid             not null,
    id              uuid             not null,
    judge           text             not null,
    checked_at      timestamptz      not null,
    conversations   integer          not null,
    times           integer          not null,
    deviation       double precision not null,
    criteria        text             not null,
    primary key (organisation_id, id)
);
create index scoring_check_latest on scoring_check (organisation_id, judge, checked_at desc);

-- Conversations with the verdicts people gave, for comparing one judge with another before it judges.
create table scoring_golden (
    organisation_id uuid    not null,
    n               integer not null,
    rubric          text    not null,
    transcript      text    not null,
    verdicts        text    not null,
    primary key (organisation_id, n)
);

-- Who was compared, and whether it may judge; a regression only with somebody's reason.
create table scoring_comparison (
    organisation_id uuid             not null,
    id              uuid             not null,
    judge           text             not null,
    compared_at     timestamptz      not null,
    conversations   integer          not null,
    agreement       double precision not null,
    built_in        double precision not null,
    admitted        boolean          not null,
    reason          text,
    primary key (organisation_id, id)
);
create index scoring_comparison_latest on scoring_comparison (organisation_id, judge, compared_at desc);

alter table scoring_check enable row level security;
alter table scoring_check force row level security;
create policy scoring_check_scope on scoring_check
    using (organisation_id = nullif(current_setting('app.org', true), '')::uuid);

alter table scoring_golden enable row level security;
alter table scoring_golden force row level security;
create policy scoring_golden_scope on scoring_golden
    using (organisation_id = nullif(current_setting('app.org', true), '')::uuid);

alter table scoring_comparison enable row level security;
alter table scoring_comparison force row level security;
create policy scoring_comparison_scope on scoring_comparison
    using (organisation_id = nullif(current_setting('app.org', true), '')::uuid);

grant select, insert, delete on scoring_check, scoring_golden, scoring_comparison to ${app};
