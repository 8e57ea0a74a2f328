-- Who worded a turn of the counterpart, by what, and why not by a model. The model's own words are kept, so that a session can be
-- played again without it.
create table training_wording (
    organisation_id uuid    not null,
    session_id      uuid    not null,
    i               integer not null,
    worded_by       text    not null check (worded_by in ('model', 'both', 'built_in')),
    why             text,
    provider        text,
    model           text,
    prompt          text,
    raw             text    not null,
    input_tokens    integer,
    output_tokens   integer,
    first_ms        integer not null,
    whole_ms        integer not null,
    primary key (organisation_id, session_id, i),
    foreign key (organisation_id, session_id) references training_session (organisation_id, id) on delete cascade
);

alter table training_wording enable row level security;
alter table training_wording force row level security;
create policy training_wording_scope on training_wording
    using (organisation_id = nullif(current_setting('app.org', true), '')::uuid);

grant select, insert, update, delete on training_wording to ${app};
