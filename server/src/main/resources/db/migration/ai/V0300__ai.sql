-- Which models an organisation set up for what, in its order of fall-back: one document a organisation.
create table ai_setup (
    organisation_id uuid        primary key,
    functions       jsonb       not null,
    changed_by      uuid        not null,
    changed_at      timestamptz not null,
    version         bigint      not null default 1,
    -- Counts what else makes models be put together anew, such as a rotated key.
    made            bigint      not null default 1
);

-- What was spent in a month, in millionths of a dollar. Nodes take from the cap in advance and settle later, so that no
-- answer waits for this row: what is taken is never more than the cap, what is spent follows.
create table ai_spend (
    organisation_id uuid        not null,
    month           date        not null,
    purpose         text        not null,
    provider        text        not null,
    model           text        not null,
    taken_micros    bigint      not null default 0,
    spent_micros    bigint      not null default 0,
    answers         bigint      not null default 0,
    input_tokens    bigint      not null default 0,
    output_tokens   bigint      not null default 0,
    primary key (organisation_id, month, purpose, provider, model)
);

alter table ai_setup enable row level security;
alter table ai_setup force row level security;
create policy ai_setup_scope on ai_setup
    using (organisation_id = nullif(current_setting('app.org', true), '')::uuid);

alter table ai_spend enable row level security;
alter table ai_spend force row level security;
create policy ai_spend_scope on ai_spend
    using (organisation_id = nullif(current_setting('app.org', true), '')::uuid);

grant select, insert, update, delete on ai_setup, ai_spend to ${app};
