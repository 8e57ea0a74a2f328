create table site_idempotency_key (
    organisation_id uuid        not null,
    person_id       uuid        not null,
    key             text        not null,
    request_digest  text        not null,
    status          integer     not null,
    headers         text        not null,
    body            bytea       not null,
    stored_at       timestamptz not null,
    primary key (organisation_id, person_id, key)
);
create index site_idempotency_key_age on site_idempotency_key (stored_at);

alter table site_idempotency_key enable row level security;
alter table site_idempotency_key force row level security;
create policy site_idempotency_key_scope on site_idempotency_key
    using (organisation_id = nullif(current_setting('app.org', true), '')::uuid);

grant select, insert, update, delete on site_idempotency_key to ${app};
