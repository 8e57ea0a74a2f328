import { Button } from '@mantine/core';
import { body } from '@sellmeapen/api-client';
import { useFormats, useTranslation } from '@sellmeapen/i18n';
import { Blank, useTell } from '@sellmeapen/ui';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api } from '../../shared/api';
import { Loaded } from '../../shared/loaded';
import { Trouble } from '../../shared/problem';
import classes from './me-page.module.css';
import { deviceOf } from './device';

export function SignIns() {
  const { t } = useTranslation();
  const { moment } = useFormats();
  const tell = useTell();
  const queryClient = useQueryClient();
  const signIns = useQuery({
    queryKey: ['sign-ins'],
    queryFn: () => body(api.GET('/api/v1/me/sign-ins')),
  });
  const end = useMutation({
    mutationFn: (id: string) => api.DELETE('/api/v1/me/sign-ins/{id}', { params: { path: { id } } }),
    onSuccess: () => {
      tell(t('me.ended'));
      return queryClient.invalidateQueries({ queryKey: ['sign-ins'] });
    },
  });
  return (
    <>
      {end.error && <Trouble error={end.error} />}
      <Loaded query={signIns} blank={<Blank lines={2} height="2.6rem" />}>
        {({ items }) => (
          <ul className={classes.list}>
            {items.map((one) => (
              <li key={one.id}>
                <div className={classes.words}>
                  <strong title={one.user_agent}>{deviceOf(one.user_agent)}</strong>
                  <span className="quiet small">
                    {one.current ? t('me.here') : t('me.last_seen', { when: moment(one.last_seen_at) })}
                  </span>
                </div>
                {!one.current && (
                  <Button variant="subtle" onClick={() => end.mutate(one.id)}>
                    {t('me.end')}
                  </Button>
                )}
              </li>
            ))}
          </ul>
        )}
      </Loaded>
    </>
  );
}
