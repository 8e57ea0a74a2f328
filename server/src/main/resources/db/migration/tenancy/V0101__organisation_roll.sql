-- The ids of all organisations and nothing else of them, for jobs that go from one to the next and enter its scope.
-- Without row security, because a job begins outside any organisation.
create table organisation_roll (
    organisation_id uuid primary key
);

create function organisation_enrolled() returns trigger language plpgsql as $$
begin
    if tg_op = 'INSERT' then
        insert into organisation_roll values (new.id);
        return new;
    end if;
    delete from organisation_roll where organisation_id = old.id;
    return old;
end $$;
create trigger organisation_enrolled after insert or delete on organisation
    for each row execute function organisation_enrolled();

grant select, insert, delete on organisation_roll to ${app};
