-- Misspelt and inflected words are found by their threes of letters; the extension is one of PostgreSQL's own.
create extension if not exists pg_trgm;

-- What an organisation knows of what it sells, in its own words.
create table knowledge_document (
    organisation_id uuid        not null,
    id              uuid        not null,
    title           text        not null,
    source          text        not null,
    language        text        not null,
    body            text        not null,
    added_by        uuid        not null,
    added_at        timestamptz not null,
    changed_at      timestamptz not null,
    version         bigint      not null default 1,
    primary key (organisation_id, id)
);
create index knowledge_document_title on knowledge_document (organisation_id, lower(title), id);

-- A document cut into pieces as long as an answer can be. `meaning` is a vector of length one, each part times 127;
-- vectors of different models are not compared.
create table knowledge_passage (
    organisation_id uuid     not null,
    document_id     uuid     not null,
    n               integer  not null,
    text            text     not null,
    words           tsvector not null,
    meaning         bytea,
    meaning_model   text,
    primary key (organisation_id, document_id, n),
    foreign key (organisation_id, document_id) references knowledge_document (organisation_id, id) on delete cascade
);
create index knowledge_passage_words on knowledge_passage using gin (words);
create index knowledge_passage_threes on knowledge_passage using gin (text gin_trgm_ops);
create index knowledge_passage_unread on knowledge_passage (organisation_id) where meaning is null;

alter table knowledge_document enable row level security;
alter table knowledge_document force row level security;
create policy knowledge_document_scope on knowledge_document
    using (organisation_id = nullif(current_setting('app.org', true), '')::uuid);

alter table knowledge_passage enable row level security;
alter table knowledge_passage force row level security;
create policy knowledge_passage_scope on knowledge_passage
    using (organisation_id = nullif(current_setting('app.org', true), '')::uuid);

grant select, insert, update, delete on knowledge_document, knowledge_passage to ${app};
