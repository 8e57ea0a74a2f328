import { Button, Checkbox } from '@mantine/core';
import { body, versioned, type Person } from '@sellmeapen/api-client';
import { useTranslation } from '@sellmeapen/i18n';
import { Blank, Confirm, Page, useTell } from '@sellmeapen/ui';
import { IconUserPlus } from '@tabler/icons-react';
import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { api } from '../../shared/api';
import { Loaded } from '../../shared/loaded';
import { useMe } from '../../shared/me';
import { Trouble } from '../../shared/problem';
import { filled } from '../../shared/queries';
import type { PeopleSearch } from '../../shared/search';
import { useTitle } from '../../shared/use-title';
import { Invitations } from './invitations';
import { Invite } from './invite';
import { PeopleFilters } from './people-filters';
import classes from './people-page.module.css';
import { PersonRow } from './person-row';

export function PeoplePage() {
  const { t } = useTranslation();
  const filter = useSearch({ from: '/signed-in/shell/people' });
  const navigate = useNavigate({ from: '/people' });
  const [inviting, setInviting] = useState(false);
  const people = useInfiniteQuery({
    queryKey: ['people', filter],
    queryFn: ({ pageParam }) => {
      const active = filter.active === undefined ? undefined : filter.active === 'true';
      return body(
        api.GET('/api/v1/people', { params: { query: filled({ ...filter, active, cursor: pageParam, limit: 50 }) } }),
      );
    },
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.next_cursor,
    placeholderData: (before) => before,
  });
  const all = people.data?.pages.flatMap(({ items }) => items);
  useTitle(t('people.title'));
  const change = (part: PeopleSearch) =>
    void navigate({ search: (before) => ({ ...before, ...part }), replace: true, resetScroll: false });
  return (
    <Page
      wide
      title={t('people.title')}
      lead={t('people.lead')}
      aside={
        <Button leftSection={<IconUserPlus size={18} />} onClick={() => setInviting(true)}>
          {t('people.invite')}
        </Button>
      }
    >
      <PeopleFilters filter={filter} onChange={change} />
      <Loaded query={{ ...people, data: all }} blank={<Blank lines={8} height="3.2rem" />}>
        {(found) =>
          found.length === 0 ? <p className="quiet">{t('people.empty')}</p> : <PeopleTable people={found} />
        }
      </Loaded>
      {people.hasNextPage && (
        <div>
          <Button variant="default" loading={people.isFetchingNextPage} onClick={() => void people.fetchNextPage()}>
            {t('common.more')}
          </Button>
        </div>
      )}
      <Invitations />
      <Invite open={inviting} onClose={() => setInviting(false)} />
    </Page>
  );
}

async function setActive(id: string, active: boolean): Promise<Person> {
  const params = { path: { id } };
  const { etag } = await versioned(api.GET('/api/v1/people/{id}', { params }));
  return body(
    api.PATCH('/api/v1/people/{id}', { params: { ...params, header: { 'If-Match': etag } }, body: { active } }),
  );
}

function PeopleTable({ people }: { people: Person[] }) {
  const { t } = useTranslation();
  const me = useMe();
  const tell = useTell();
  const queryClient = useQueryClient();
  const [chosen, setChosen] = useState<string[]>([]);
  const [asking, setAsking] = useState(false);
  const selectable = people.filter(({ id, active }) => active && id !== me.person.id).map(({ id }) => id);
  const selected = chosen.filter((id) => selectable.includes(id));
  const change = useMutation({
    mutationFn: ({ ids, active }: { ids: string[]; active: boolean }) =>
      Promise.all(ids.map((id) => setActive(id, active))),
    onSuccess: (_, { ids, active }) => {
      setAsking(false);
      setChosen([]);
      if (!active) tell(t('people.deactivated', { count: ids.length }), () => change.mutate({ ids, active: true }));
    },
    onSettled: () => queryClient.invalidateQueries({ queryKey: ['people'] }),
  });
  const choose = (id: string, on: boolean) =>
    setChosen((before) => (on ? [...before, id] : before.filter((known) => known !== id)));
  return (
    <div className={classes.frame}>
      <div className={classes.bulk}>
        <Checkbox
          label={selected.length > 0 ? t('common.selected', { count: selected.length }) : t('common.select_all')}
          checked={selected.length > 0 && selected.length === selectable.length}
          indeterminate={selected.length > 0 && selected.length < selectable.length}
          onChange={(event) => setChosen(event.target.checked ? selectable : [])}
        />
        {selected.length > 0 && (
          <Button variant="danger" onClick={() => setAsking(true)}>
            {t('people.deactivate')}
          </Button>
        )}
      </div>
      {change.error && <Trouble error={change.error} />}
      <ul className={classes.list}>
        {people.map((person) => (
          <PersonRow
            key={person.id}
            person={person}
            self={person.id === me.person.id}
            chosen={selected.includes(person.id)}
            onChoose={(on) => choose(person.id, on)}
            onActive={(active) => change.mutate({ ids: [person.id], active })}
          />
        ))}
      </ul>
      <Confirm
        open={asking}
        title={t('people.deactivate_title', { count: selected.length })}
        what={t('people.deactivate_what')}
        action={t('people.deactivate')}
        busy={change.isPending}
        onClose={() => setAsking(false)}
        onConfirm={() => change.mutate({ ids: selected, active: false })}
      />
    </div>
  );
}
