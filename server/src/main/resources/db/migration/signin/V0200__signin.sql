-- Passwords, web sessions, one-time links, API tokens, attempts. All but the invitation are read before anyone knows
-- for which organisation, and found by a secret or by the account alone; so they are global (see docs/decisions).

create table password (
    person_id uuid primary key,
    hash text not null,
    changed_at timestamptz not null
);

create table web_session (
    token_hash bytea primary key,
    id uuid not null unique,
    person_id uuid not null,
    organisation_id uuid not null,
    user_agent text not null,
    created_at timestamptz not null,
    last_seen_at timestamptz not null,
    expires_at timestamptz not null
);
create index web_session_person on web_session (person_id);
create index web_session_expiry on web_session (expires_at);

create table one_time_link (
    token_hash bytea primary key,
    kind text not null check (kind in ('first_administrator', 'invitation', 'recovery')),
    organisation_id uuid,
    person_id uuid,
    invitation_id uuid,
    created_at timestamptz not null,
    expires_at timestamptz not null,
    used_at timestamptz
);
create index one_time_link_person on one_time_link (person_id);
create index one_time_link_expiry on one_time_link (expires_at);

create table invitation (
    organisation_id uuid not null,
    id uuid not null,
    email text not null,
    role text not null,
    team_ids uuid[] not null,
    invited_by uuid not null,
    created_at timestamptz not null,
    expires_at timestamptz not null,
    accepted_at timestamptz,
    primary key (organisation_id, id)
);
alter table invitation enable row level security;
alter table invitation force row level security;
create policy invitation_scope on invitation
    using (organisation_id = nullif(current_setting('app.org', true), '')::uuid);

create table api_token (
    token_hash bytea primary key,
    id uuid not null unique,
    organisation_id uuid not null,
    person_id uuid not null,
    name text not null,
    scopes text[] not null,
    created_at timestamptz not null,
    last_used_at timestamptz,
    expires_at timestamptz
);
create index api_token_person on api_token (organisation_id, person_id);

create table attempt (
    key text primary key,
    taken integer not null,
    until timestamptz not null
);
create index attempt_until on attempt (until);

-- One row: whether the first administrator has come.
create table installation (
    one integer primary key check (one = 1),
    claimed_at timestamptz
);
insert into installation (one) values (1);

grant select, insert, update, delete on password, web_session, one_time_link, invitation, api_token, attempt to ${app};
grant select, update on installation to ${app};
