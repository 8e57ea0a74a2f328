-- An order carries the words to be judged, because this module knows no activity to ask for them. They are dropped once judged.
create table scoring_order (
    organisation_id uuid        not null,
    id              uuid        not null,
    conversation_id uuid        not null,
    rubric          text        not null,
    hints_used      integer     not null,
    transcript      text,
    context         text,
    ordered_at      timestamptz not null,
    done_at         timestamptz,
    primary key (organisation_id, id)
);
create index scoring_order_by_conversation on scoring_order (organisation_id, conversation_id, ordered_at desc);

-- Never updated: a second judging is a second revision.
create table scoring_scorecard (
    organisation_id uuid        not null,
    id              uuid        not null,
    conversation_id uuid        not null,
    revision        integer     not null,
    by              text        not null check (by in ('judge', 'person')),
    issued_at       timestamptz not null,
    hints_used      integer     not null,
    total           integer,
    card            text        not null,
    primary key (organisation_id, id),
    unique (organisation_id, conversation_id, revision)
);
create function scoring_scorecard_stays() returns trigger language plpgsql as $$
begin
    raise exception 'a scorecard is never changed';
end $$;
create trigger scoring_scorecard_stays before update on scoring_scorecard
    for each row execute function scoring_scorecard_stays();

alter table scoring_order enable row level security;
alter table scoring_order force row level security;
create policy scoring_order_scope on scoring_order
    using (organisation_id = nullif(current_setting('app.org', true), '')::uuid);

alter table scoring_scorecard enable row level security;
alter table scoring_scorecard force row level security;
create policy scoring_scorecard_scope on scoring_scorecard
    using (organisation_id = nullif(current_setting('app.org', true), '')::uuid);

grant select, insert, update, delete on scoring_order to ${app};
grant select, insert, delete on scoring_scorecard to ${app};
