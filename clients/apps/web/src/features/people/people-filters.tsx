import { NativeSelect, TextInput } from '@mantine/core';
import { useTranslation } from '@sellmeapen/i18n';
import { useQuery } from '@tanstack/react-query';
import { teamsQuery } from '../../shared/queries';
import { ROLES } from '../../shared/roles';
import type { PeopleSearch } from '../../shared/search';
import classes from './people-page.module.css';

export function PeopleFilters({ filter, onChange }: { filter: PeopleSearch; onChange: (part: PeopleSearch) => void }) {
  const { t } = useTranslation();
  const teams = useQuery(teamsQuery);
  return (
    <div className={classes.filters} role="search" aria-label={t('people.filters')}>
      <TextInput
        type="search"
        label={t('people.search')}
        defaultValue={filter.q ?? ''}
        onChange={(event) => onChange({ q: event.target.value || undefined })}
      />
      <NativeSelect
        label={t('people.role')}
        value={filter.role ?? ''}
        onChange={(event) => onChange({ role: event.target.value || undefined })}
        data={[
          { value: '', label: t('people.any_role') },
          ...ROLES.map((role) => ({ value: role, label: t(`role.${role}`) })),
        ]}
      />
      <NativeSelect
        label={t('people.team')}
        value={filter.team_id ?? ''}
        onChange={(event) => onChange({ team_id: event.target.value || undefined })}
        data={[
          { value: '', label: t('people.any_team') },
          ...(teams.data?.items ?? []).map(({ id, name }) => ({ value: id, label: name })),
        ]}
      />
      <NativeSelect
        label={t('people.state')}
        value={filter.active ?? ''}
        onChange={(event) => onChange({ active: event.target.value || undefined })}
        data={[
          { value: '', label: t('people.any_state') },
          { value: 'true', label: t('people.active') },
          { value: 'false', label: t('people.inactive') },
        ]}
      />
    </div>
  );
}
