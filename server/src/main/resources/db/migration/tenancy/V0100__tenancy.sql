-- Organisations, people, memberships, teams.
--
-- Row security reads three settings that the transaction manager sets at the begin of each transaction and that are
-- empty otherwise, so that forgetting the scope shows nothing: app.org (the organisation), app.person (the account
-- that acts), app.email (an address somebody claims to own while signing in).

create table person (
    id uuid primary key,
    email text not null,
    name text not null,
    language text not null,
    appearance text not null default 'system' check (appearance in ('system', 'light', 'dark')),
    created_at timestamptz not null,
    version bigint not null default 1
);
create unique index person_email on person (email);

create table organisation (
    id uuid primary key,
    name text not null,
    language text not null,
    managers_see text not null default 'all' check (managers_see in ('all', 'shared')),
    owners_may_delete_sessions boolean not null default true,
    keep_sessions_days integer not null default 730 check (keep_sessions_days between 1 and 36500),
    demo boolean not null default false,
    created_at timestamptz not null,
    version bigint not null default 1
);

create table membership (
    organisation_id uuid not null references organisation (id),
    person_id uuid not null references person (id),
    role text not null check (role in ('owner', 'admin', 'manager', 'author', 'analyst', 'trainee', 'auditor')),
    active boolean not null default true,
    joined_at timestamptz not null,
    last_seen_at timestamptz,
    version bigint not null default 1,
    primary key (organisation_id, person_id)
);
create index membership_person on membership (person_id, organisation_id);

create table team (
    organisation_id uuid not null references organisation (id),
    id uuid not null,
    name text not null,
    created_at timestamptz not null,
    version bigint not null default 1,
    primary key (organisation_id, id)
);
create unique index team_name on team (organisation_id, lower(name));

create table team_member (
    organisation_id uuid not null,
    team_id uuid not null,
    person_id uuid not null,
    lead boolean not null default false,
    primary key (organisation_id, team_id, person_id),
    foreign key (organisation_id, team_id) references team (organisation_id, id) on delete cascade,
    foreign key (organisation_id, person_id) references membership (organisation_id, person_id) on delete cascade
);
create index team_member_person on team_member (organisation_id, person_id);

alter table person enable row level security;
alter table person force row level security;
alter table organisation enable row level security;
alter table organisation force row level security;
alter table membership enable row level security;
alter table membership force row level security;
alter table team enable row level security;
alter table team force row level security;
alter table team_member enable row level security;
alter table team_member force row level security;

-- Within an organisation: its memberships. Outside any: one's own, so that a person can choose where to go.
create policy membership_seen on membership for select using (
    organisation_id = nullif(current_setting('app.org', true), '')::uuid
    or (coalesce(current_setting('app.org', true), '') = ''
        and person_id = nullif(current_setting('app.person', true), '')::uuid));
create policy membership_made on membership for insert
    with check (organisation_id = nullif(current_setting('app.org', true), '')::uuid);
create policy membership_changed on membership for update
    using (organisation_id = nullif(current_setting('app.org', true), '')::uuid);
create policy membership_ended on membership for delete
    using (organisation_id = nullif(current_setting('app.org', true), '')::uuid);

-- One's own account, the account whose address one names, and everyone in the organisation.
create policy person_seen on person for select using (
    id = nullif(current_setting('app.person', true), '')::uuid
    or email = nullif(current_setting('app.email', true), '')
    or exists (select 1 from membership m where m.person_id = person.id));
create policy person_made on person for insert
    with check (id = nullif(current_setting('app.person', true), '')::uuid);
create policy person_changed on person for update
    using (id = nullif(current_setting('app.person', true), '')::uuid);
create policy person_removed on person for delete
    using (id = nullif(current_setting('app.person', true), '')::uuid);

create policy organisation_seen on organisation for select using (
    id = nullif(current_setting('app.org', true), '')::uuid
    or exists (select 1 from membership m where m.organisation_id = organisation.id));
create policy organisation_made on organisation for insert
    with check (id = nullif(current_setting('app.org', true), '')::uuid);
create policy organisation_changed on organisation for update
    using (id = nullif(current_setting('app.org', true), '')::uuid);
create policy organisation_removed on organisation for delete
    using (id = nullif(current_setting('app.org', true), '')::uuid);

create policy team_scope on team
    using (organisation_id = nullif(current_setting('app.org', true), '')::uuid);
create policy team_member_scope on team_member
    using (organisation_id = nullif(current_setting('app.org', true), '')::uuid);

grant select, insert, update, delete on person, organisation, membership, team, team_member to ${app};
