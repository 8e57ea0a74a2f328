import { Button } from '@mantine/core';
import { body } from '@sellmeapen/api-client';
import { useFormats, useTranslation } from '@sellmeapen/i18n';
import { Section, useTell } from '@sellmeapen/ui';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api } from '../../shared/api';
import { Trouble } from '../../shared/problem';
import classes from './people-page.module.css';

export function Invitations() {
  const { t } = useTranslation();
  const { day } = useFormats();
  const tell = useTell();
  const queryClient = useQueryClient();
  const invitations = useQuery({
    queryKey: ['invitations'],
    queryFn: () => body(api.GET('/api/v1/invitations', { params: { query: { limit: 100 } } })),
  });
  const withdraw = useMutation({
    mutationFn: (id: string) => api.DELETE('/api/v1/invitations/{id}', { params: { path: { id } } }),
    onSuccess: () => {
      tell(t('people.withdrawn'));
      return queryClient.invalidateQueries({ queryKey: ['invitations'] });
    },
  });
  if (!invitations.data?.items.length) return null;
  return (
    <Section title={t('people.invitations')}>
      {withdraw.error && <Trouble error={withdraw.error} />}
      <ul className={classes.list}>
        {invitations.data.items.map((one) => (
          <li key={one.id} className={classes.invitation}>
            <strong>{one.email}</strong>
            <span className="quiet small">
              {t(`role.${one.role}`)}, {t('people.until', { day: day(one.expires_at) })}
            </span>
            <Button variant="subtle" onClick={() => withdraw.mutate(one.id)}>
              {t('people.withdraw')}
            </Button>
          </li>
        ))}
      </ul>
    </Section>
  );
}
