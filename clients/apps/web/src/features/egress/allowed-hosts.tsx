import { Button } from '@mantine/core';
import type { AllowedHost } from '@sellmeapen/api-client';
import { useFormats, useTranslation } from '@sellmeapen/i18n';
import { Blank, Confirm, Section, useTell } from '@sellmeapen/ui';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../../shared/api';
import { plainHost } from '../../shared/hosts';
import { LinkButton } from '../../shared/link-button';
import { Loaded } from '../../shared/loaded';
import { allowedHostsQuery } from '../../shared/outside';
import { Trouble } from '../../shared/problem';
import classes from './egress-page.module.css';

/** Where something may go, for what, and the way to take that back. */
export function AllowedHosts() {
  const { t } = useTranslation();
  const { day } = useFormats();
  const tell = useTell();
  const queryClient = useQueryClient();
  const [asking, setAsking] = useState<AllowedHost | null>(null);
  const hosts = useQuery(allowedHostsQuery);
  const name = ({ host, port }: AllowedHost) => plainHost(`${host}:${port}`);
  const takeBack = useMutation({
    mutationFn: ({ id }: AllowedHost) =>
      api.DELETE('/api/v1/organisation/allowed-hosts/{id}', { params: { path: { id } } }),
    onSuccess: async (_, host) => {
      await Promise.all(
        [['allowed-hosts'], ['models', 'state']].map((queryKey) => queryClient.invalidateQueries({ queryKey })),
      );
      tell(t('egress.taken_back', { host: name(host) }));
      setAsking(null);
    },
  });
  return (
    <Section title={t('egress.hosts')}>
      <p className="quiet">{t('egress.hosts_lead')}</p>
      <Loaded query={hosts} blank={<Blank lines={2} height="2.6rem" />}>
        {({ items }) =>
          items.length === 0 ? (
            <div className={classes.none}>
              <p>{t('egress.hosts_empty')}</p>
              <LinkButton to="/models" variant="subtle">
                {t('egress.hosts_empty_link')}
              </LinkButton>
            </div>
          ) : (
            <ul className={classes.hosts}>
              {items.map((one) => (
                <li key={one.id}>
                  <div>
                    <b dir="ltr">{name(one)}</b>
                    <span className="quiet small">
                      {t(`models.purpose.${one.purpose}`)} · {t('egress.allowed', { when: day(one.allowed_at) })}
                    </span>
                  </div>
                  <Button variant="subtle" onClick={() => setAsking(one)}>
                    {t('egress.take_back')}
                    <span className="sr">
                      {' '}
                      {t('egress.of', { host: name(one), purpose: t(`models.purpose.${one.purpose}`) })}
                    </span>
                  </Button>
                </li>
              ))}
            </ul>
          )
        }
      </Loaded>
      <Confirm
        open={asking !== null}
        title={t('egress.take_back_title', { host: asking && name(asking) })}
        what={
          <>
            <p>
              {t('egress.take_back_what', {
                host: asking && name(asking),
                purpose: asking && t(`models.purpose.${asking.purpose}`),
              })}
            </p>
            {takeBack.error && <Trouble error={takeBack.error} />}
          </>
        }
        action={t('egress.take_back')}
        busy={takeBack.isPending}
        onClose={() => setAsking(null)}
        onConfirm={() => asking && takeBack.mutate(asking)}
      />
    </Section>
  );
}
