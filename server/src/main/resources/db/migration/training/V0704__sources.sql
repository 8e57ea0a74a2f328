-- What the model was given of the organisation's own documents, as titles and sources.
alter table training_wording add column sources text[] not null default '{}';
