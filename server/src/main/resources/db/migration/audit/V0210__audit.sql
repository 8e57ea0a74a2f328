-- What was changed, by whom, when. Rows are only ever added; a sequencer seals them soon after into a chain per
-- organisation whose key lies outside the database. The organisation of what belongs to none is the nil UUID.

create table audit_entry (
    organisation_id uuid not null,
    id uuid not null,
    at timestamptz not null,
    actor_id uuid,
    action text not null,
    subject text not null,
    detail text not null,
    primary key (organisation_id, id)
);
create index audit_entry_action on audit_entry (organisation_id, action, id);
create index audit_entry_actor on audit_entry (organisation_id, actor_id, id);

create table audit_seal (
    organisation_id uuid not null,
    sequence bigint not null,
    entry_id uuid not null,
    mac bytea not null,
    primary key (organisation_id, sequence),
    unique (organisation_id, entry_id)
);

-- Where the chain of an organisation stands; its row is what a sequencer claims.
create table audit_chain (
    organisation_id uuid primary key,
    sequence bigint not null,
    mac bytea not null,
    key_id text not null
);

-- The sequencer's job table: read before any organisation is known, so global.
create table audit_pending (
    organisation_id uuid not null,
    entry_id uuid not null,
    primary key (organisation_id, entry_id)
);

create function audit_stays() returns trigger language plpgsql as $$
begin
    raise exception 'what was audited stays';
end $$;
create trigger audit_entry_stays before update or delete on audit_entry
    for each row execute function audit_stays();
create trigger audit_entry_stays_whole before truncate on audit_entry
    for each statement execute function audit_stays();
create trigger audit_seal_stays before update or delete on audit_seal
    for each row execute function audit_stays();
create trigger audit_seal_stays_whole before truncate on audit_seal
    for each statement execute function audit_stays();

alter table audit_entry enable row level security;
alter table audit_entry force row level security;
alter table audit_seal enable row level security;
alter table audit_seal force row level security;
alter table audit_chain enable row level security;
alter table audit_chain force row level security;

create policy audit_entry_seen on audit_entry for select
    using (organisation_id = nullif(current_setting('app.org', true), '')::uuid);
create policy audit_entry_added on audit_entry for insert
    with check (organisation_id = nullif(current_setting('app.org', true), '')::uuid
        or organisation_id = '00000000-0000-0000-0000-000000000000');
create policy audit_seal_scope on audit_seal
    using (organisation_id = nullif(current_setting('app.org', true), '')::uuid);
create policy audit_chain_scope on audit_chain
    using (organisation_id = nullif(current_setting('app.org', true), '')::uuid);

grant select, insert on audit_entry, audit_seal to ${app};
grant select, insert, update on audit_chain to ${app};
grant select, insert, delete on audit_pending to ${app};
