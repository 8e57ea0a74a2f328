-- Where an organisation lets something go, for one purpose at a time.
create table connections_host (
    organisation_id uuid        not null,
    id              uuid        not null,
    purpose         text        not null,
    host            text        not null,
    port            integer     not null check (port between 1 and 65535),
    allowed_by      uuid        not null,
    allowed_at      timestamptz not null,
    primary key (organisation_id, id),
    unique (organisation_id, purpose, host, port)
);

-- What left: one row a request or socket, written in batches. Ids are ordered by time.
create table connections_egress (
    organisation_id uuid        not null,
    id              uuid        not null,
    at              timestamptz not null,
    purpose         text        not null,
    host            text        not null,
    port            integer     not null,
    sent_bytes      bigint      not null,
    received_bytes  bigint      not null,
    redacted        boolean     not null,
    state           text        not null check (state in ('under-way', 'ended', 'failed')),
    primary key (organisation_id, id)
);
create index connections_egress_at on connections_egress (organisation_id, at);

-- Which processes write such rows. One that stopped without a farewell may have taken a second of them with it. Global by
-- nature: it tells of processes, and of no organisation.
create table connections_node (
    id       uuid        primary key,
    began_at timestamptz not null,
    alive_at timestamptz not null,
    ended_at timestamptz
);

-- Keys of other houses, sealed under the organisation's own key, which is wrapped by a master key outside the database.
create table connections_secret (
    organisation_id uuid        not null,
    id              uuid        not null,
    name            text        not null,
    sealed          bytea       not null,
    ending          text        not null,
    set_by          uuid        not null,
    set_at          timestamptz not null,
    version         bigint      not null default 1,
    primary key (organisation_id, id)
);

create table connections_key (
    organisation_id uuid        primary key,
    keyset          bytea       not null,
    master_id       integer     not null,
    rotated_at      timestamptz not null,
    version         bigint      not null default 1
);

alter table connections_host enable row level security;
alter table connections_host force row level security;
create policy connections_host_scope on connections_host
    using (organisation_id = nullif(current_setting('app.org', true), '')::uuid);

alter table connections_egress enable row level security;
alter table connections_egress force row level security;
create policy connections_egress_scope on connections_egress
    using (organisation_id = nullif(current_setting('app.org', true), '')::uuid);

alter table connections_secret enable row level security;
alter table connections_secret force row level security;
create policy connections_secret_scope on connections_secret
    using (organisation_id = nullif(current_setting('app.org', true), '')::uuid);

alter table connections_key enable row level security;
alter table connections_key force row level security;
create policy connections_key_scope on connections_key
    using (organisation_id = nullif(current_setting('app.org', true), '')::uuid);

grant select, insert, update, delete
    on connections_host, connections_egress, connections_node, connections_secret, connections_key to ${app};
