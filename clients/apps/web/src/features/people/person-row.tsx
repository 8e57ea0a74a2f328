import { Button, Checkbox, NativeSelect } from '@mantine/core';
import { body, versioned, type Person, type Role } from '@sellmeapen/api-client';
import { useFormats, useTranslation } from '@sellmeapen/i18n';
import { Confirm, CopyButton, Dialog, useTell } from '@sellmeapen/ui';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../../shared/api';
import { useMe } from '../../shared/me';
import { Trouble } from '../../shared/problem';
import { ROLES } from '../../shared/roles';
import classes from './people-page.module.css';

interface PersonRowProps {
  person: Person;
  self: boolean;
  chosen: boolean;
  onChoose: (on: boolean) => void;
  onActive: (active: boolean) => void;
}

export function PersonRow({ person, self, chosen, onChoose, onActive }: PersonRowProps) {
  const { t } = useTranslation();
  const { day } = useFormats();
  return (
    <li className={classes.row} data-inactive={!person.active || undefined}>
      <Checkbox
        aria-label={t('common.select', { name: person.name })}
        checked={chosen}
        disabled={self || !person.active}
        onChange={(event) => onChoose(event.target.checked)}
      />
      <div className={classes.who}>
        <strong>
          {person.name}
          {self && ` (${t('common.you')})`}
        </strong>
        <span className="quiet small">{person.email}</span>
      </div>
      <RoleChoice person={person} fixed={self} />
      <div className={classes.facts}>
        <span>
          {person.teams.map(({ name, lead }) => (lead ? `${name} (${t('people.lead_mark')})` : name)).join(', ')}
        </span>
        <span className="quiet">
          {person.active
            ? `${t('people.seen')}: ${person.last_seen_at ? day(person.last_seen_at) : t('common.never')}`
            : t('people.inactive')}
        </span>
      </div>
      <div className={classes.actions}>
        {!self && person.active && <RecoveryLink person={person} />}
        {!self && !person.active && (
          <Button variant="subtle" onClick={() => onActive(true)}>
            {t('people.reactivate')}
          </Button>
        )}
        {!self && !person.active && <Remove person={person} />}
        {!self && !person.active && <Erase person={person} />}
      </div>
    </li>
  );
}

function RoleChoice({ person, fixed }: { person: Person; fixed: boolean }) {
  const { t } = useTranslation();
  const me = useMe();
  const tell = useTell();
  const queryClient = useQueryClient();
  const change = useMutation({
    mutationFn: async (role: Role) => {
      const params = { path: { id: person.id } };
      const { etag } = await versioned(api.GET('/api/v1/people/{id}', { params }));
      return body(
        api.PATCH('/api/v1/people/{id}', { params: { ...params, header: { 'If-Match': etag } }, body: { role } }),
      );
    },
    onSuccess: (changed) => {
      const before = person.role;
      tell(t('people.role_changed', { name: person.name, role: t(`role.${changed.role}`) }), () =>
        change.mutate(before),
      );
    },
    onSettled: () => queryClient.invalidateQueries({ queryKey: ['people'] }),
  });
  // Only an owner makes owners; the server holds the same rule.
  const roles = ROLES.filter((role) => role !== 'owner' || me.role === 'owner' || person.role === 'owner');
  return (
    <div className={classes.role}>
      <NativeSelect
        aria-label={t('people.change_role', { name: person.name })}
        value={change.isPending ? change.variables : person.role}
        disabled={fixed || !person.active || (person.role === 'owner' && me.role !== 'owner')}
        onChange={(event) => change.mutate(event.target.value as Role)}
        data={roles.map((role) => ({ value: role, label: t(`role.${role}`) }))}
      />
      {change.error && <Trouble error={change.error} />}
    </div>
  );
}

function RecoveryLink({ person }: { person: Person }) {
  const { t } = useTranslation();
  const { day } = useFormats();
  const make = useMutation({
    mutationFn: () => body(api.POST('/api/v1/people/{id}/recovery-links', { params: { path: { id: person.id } } })),
  });
  return (
    <>
      <Button variant="subtle" onClick={() => make.mutate()} loading={make.isPending}>
        {t('people.recovery')}
      </Button>
      {make.error && <Trouble error={make.error} />}
      <Dialog
        open={make.data !== undefined}
        title={t('people.recovery_title', { name: person.name })}
        onClose={() => make.reset()}
      >
        {make.data && (
          <>
            <p>{t('people.recovery_what', { day: day(make.data.expires_at) })}</p>
            <code className={classes.link}>{make.data.link}</code>
            <div>
              <CopyButton text={make.data.link} />
            </div>
          </>
        )}
      </Dialog>
    </>
  );
}

function Remove({ person }: { person: Person }) {
  const { t } = useTranslation();
  const tell = useTell();
  const queryClient = useQueryClient();
  const [asking, setAsking] = useState(false);
  const remove = useMutation({
    mutationFn: () => api.DELETE('/api/v1/people/{id}', { params: { path: { id: person.id } } }),
    onSuccess: async () => {
      tell(t('people.removed', { name: person.name }));
      await queryClient.invalidateQueries({ queryKey: ['people'] });
    },
  });
  return (
    <>
      <Button variant="subtle" onClick={() => setAsking(true)}>
        {t('people.remove')}
      </Button>
      <Confirm
        open={asking}
        title={t('people.remove_title', { name: person.name })}
        what={
          <>
            <p>{t('people.remove_what')}</p>
            {remove.error && <Trouble error={remove.error} />}
          </>
        }
        action={t('people.remove')}
        busy={remove.isPending}
        onClose={() => setAsking(false)}
        onConfirm={() => remove.mutate()}
      />
    </>
  );
}

function Erase({ person }: { person: Person }) {
  const { t } = useTranslation();
  const tell = useTell();
  const queryClient = useQueryClient();
  const [asking, setAsking] = useState(false);
  const erase = useMutation({
    mutationFn: () => api.POST('/api/v1/people/{id}/erasure', { params: { path: { id: person.id } } }),
    onSuccess: async () => {
      tell(t('people.erased', { name: person.name }));
      await queryClient.invalidateQueries({ queryKey: ['people'] });
    },
  });
  return (
    <>
      <Button variant="subtle" onClick={() => setAsking(true)}>
        {t('people.erase')}
      </Button>
      <Confirm
        open={asking}
        title={t('people.erase_title', { name: person.name })}
        what={
          <>
            <p>{t('people.erase_what')}</p>
            {erase.error && <Trouble error={erase.error} />}
          </>
        }
        action={t('people.erase')}
        busy={erase.isPending}
        onClose={() => setAsking(false)}
        onConfirm={() => erase.mutate()}
      />
    </>
  );
}
