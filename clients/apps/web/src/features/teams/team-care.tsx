import { Button, Checkbox, NativeSelect, TextInput } from '@mantine/core';
import { body, versioned, type Team, type TeamMember } from '@sellmeapen/api-client';
import { useTranslation } from '@sellmeapen/i18n';
import { Blank, Confirm, useTell } from '@sellmeapen/ui';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../../shared/api';
import { Loaded } from '../../shared/loaded';
import { Trouble } from '../../shared/problem';
import classes from './teams-page.module.css';

type Change =
  { person: { id: string; name: string }; lead: boolean } | { person: { id: string; name: string }; out: true };

/** Members, leads, name and end of one team. */
export function TeamCare({ team }: { team: Team }) {
  const { t } = useTranslation();
  const tell = useTell();
  const queryClient = useQueryClient();
  const members = useQuery({
    queryKey: ['team-members', team.id],
    queryFn: () => body(api.GET('/api/v1/teams/{id}/members', { params: { path: { id: team.id } } })),
  });
  const refresh = () =>
    Promise.all([['teams'], ['team-members', team.id]].map((queryKey) => queryClient.invalidateQueries({ queryKey })));
  const change = useMutation({
    mutationFn: (what: Change) => {
      const params = { path: { id: team.id, personId: what.person.id } };
      return 'out' in what
        ? api.DELETE('/api/v1/teams/{id}/members/{personId}', { params })
        : api.PUT('/api/v1/teams/{id}/members/{personId}', { params, body: { lead: what.lead } });
    },
    onSuccess: (_, what) => {
      if (!('out' in what)) return;
      tell(t('teams.taken_out', { name: what.person.name }), () => change.mutate({ person: what.person, lead: false }));
    },
    onSettled: refresh,
  });
  return (
    <div className={classes.care}>
      {change.error && <Trouble error={change.error} />}
      <Loaded query={members} blank={<Blank lines={3} height="2rem" />}>
        {({ items }) => (
          <>
            <ul className={classes.members}>
              {items.map((member) => (
                <Member key={member.id} member={member} onChange={(what) => change.mutate(what)} />
              ))}
            </ul>
            <Add team={team} members={items} onAdd={(person) => change.mutate({ person, lead: false })} />
          </>
        )}
      </Loaded>
      <Rename team={team} onDone={refresh} />
      <Delete team={team} onDone={refresh} />
    </div>
  );
}

function Member({ member, onChange }: { member: TeamMember; onChange: (what: Change) => void }) {
  const { t } = useTranslation();
  return (
    <li className={classes.member}>
      <span>{member.name}</span>
      <Checkbox
        label={t('teams.is_lead')}
        aria-label={t('teams.lead_label', { name: member.name })}
        checked={member.lead}
        onChange={(event) => onChange({ person: member, lead: event.target.checked })}
      />
      <Button
        variant="subtle"
        aria-label={t('teams.take_out_label', { name: member.name })}
        onClick={() => onChange({ person: member, out: true })}
      >
        {t('teams.take_out')}
      </Button>
    </li>
  );
}

function Add({
  team,
  members,
  onAdd,
}: {
  team: Team;
  members: TeamMember[];
  onAdd: (person: { id: string; name: string }) => void;
}) {
  const { t } = useTranslation();
  const people = useQuery({
    queryKey: ['people', 'to-add'],
    queryFn: () => body(api.GET('/api/v1/people', { params: { query: { active: true, limit: 100 } } })),
  });
  const others = (people.data?.items ?? []).filter(({ id }) => members.every((member) => member.id !== id));
  return (
    <NativeSelect
      label={t('teams.add')}
      aria-label={t('teams.add_label', { name: team.name })}
      value=""
      onChange={(event) => {
        const person = others.find(({ id }) => id === event.target.value);
        if (person) onAdd(person);
      }}
      data={[{ value: '', label: t('teams.choose') }, ...others.map(({ id, name }) => ({ value: id, label: name }))]}
    />
  );
}

function Rename({ team, onDone }: { team: Team; onDone: () => Promise<unknown> }) {
  const { t } = useTranslation();
  const tell = useTell();
  const rename = useMutation({
    mutationFn: async (name: string) => {
      const params = { path: { id: team.id } };
      const { etag } = await versioned(api.GET('/api/v1/teams/{id}', { params }));
      return body(
        api.PATCH('/api/v1/teams/{id}', { params: { ...params, header: { 'If-Match': etag } }, body: { name } }),
      );
    },
    onSuccess: async () => {
      await onDone();
      tell(t('teams.renamed'));
    },
  });
  return (
    <form
      className={classes.inline}
      onSubmit={(event) => {
        event.preventDefault();
        rename.mutate(String(new FormData(event.currentTarget).get('name')).trim());
      }}
    >
      <TextInput
        name="name"
        label={t('teams.name')}
        defaultValue={team.name}
        required
        maxLength={120}
        withAsterisk={false}
      />
      <Button type="submit" variant="default" loading={rename.isPending}>
        {t('teams.rename')}
      </Button>
      {rename.error && <Trouble error={rename.error} />}
    </form>
  );
}

function Delete({ team, onDone }: { team: Team; onDone: () => Promise<unknown> }) {
  const { t } = useTranslation();
  const tell = useTell();
  const [asking, setAsking] = useState(false);
  const remove = useMutation({
    mutationFn: () => api.DELETE('/api/v1/teams/{id}', { params: { path: { id: team.id } } }),
    onSuccess: async () => {
      tell(t('teams.deleted'));
      await onDone();
    },
  });
  return (
    <div>
      <Button variant="danger" onClick={() => setAsking(true)}>
        {t('common.delete')}
      </Button>
      {remove.error && <Trouble error={remove.error} />}
      <Confirm
        open={asking}
        title={t('teams.delete_title', { name: team.name })}
        what={t('teams.delete_what')}
        action={t('common.delete')}
        busy={remove.isPending}
        onClose={() => setAsking(false)}
        onConfirm={() => remove.mutate()}
      />
    </div>
  );
}
