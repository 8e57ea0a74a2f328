-- The outbox: Spring Modulith's event publication registry, structure version 2 of 2.1. A job table, global by nature:
-- the organisation stands in the event. The serialized event is compared by its hash because a btree row is limited.
create table event_publication (
    id uuid not null primary key,
    listener_id text not null,
    event_type text not null,
    serialized_event text not null,
    publication_date timestamptz not null,
    completion_date timestamptz,
    status text,
    completion_attempts int,
    last_resubmission_date timestamptz
);
create index event_publication_serialized_event on event_publication using hash (serialized_event);
create index event_publication_completion_date on event_publication (completion_date);

grant select, insert, update, delete on event_publication to ${app};
