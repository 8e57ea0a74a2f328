import { Button, Checkbox, TextInput } from '@mantine/core';
import { body } from '@sellmeapen/api-client';
import { useFormats, useTranslation } from '@sellmeapen/i18n';
import { Blank, CopyButton, Dialog, useTell } from '@sellmeapen/ui';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useRef, type FormEvent } from 'react';
import { api } from '../../shared/api';
import { Loaded } from '../../shared/loaded';
import { Trouble } from '../../shared/problem';
import classes from './me-page.module.css';

const SCOPES = ['read', 'write', 'admin'] as const;

export function Tokens() {
  const { t } = useTranslation();
  const { day } = useFormats();
  const tell = useTell();
  const queryClient = useQueryClient();
  const tokens = useQuery({
    queryKey: ['tokens'],
    queryFn: () => body(api.GET('/api/v1/tokens')),
  });
  const takeBack = useMutation({
    mutationFn: (id: string) => api.DELETE('/api/v1/tokens/{id}', { params: { path: { id } } }),
    onSuccess: () => {
      tell(t('me.taken_back'));
      return queryClient.invalidateQueries({ queryKey: ['tokens'] });
    },
  });
  return (
    <>
      <p className="quiet">{t('me.tokens_lead')}</p>
      {takeBack.error && <Trouble error={takeBack.error} />}
      <Loaded query={tokens} blank={<Blank lines={2} height="2.6rem" />}>
        {({ items }) =>
          items.length === 0 ? (
            <p className="quiet">{t('me.no_tokens')}</p>
          ) : (
            <ul className={classes.list}>
              {items.map((one) => (
                <li key={one.id}>
                  <div className={classes.words}>
                    <strong>{one.name}</strong>
                    <span className="quiet small">
                      {[
                        one.scopes.join(', '),
                        one.last_used_at ? t('me.token_used', { when: day(one.last_used_at) }) : t('me.token_unused'),
                        one.expires_at && t('me.token_expires', { day: day(one.expires_at) }),
                      ]
                        .filter(Boolean)
                        .join(' · ')}
                    </span>
                  </div>
                  <Button variant="subtle" onClick={() => takeBack.mutate(one.id)}>
                    {t('me.take_back')}
                  </Button>
                </li>
              ))}
            </ul>
          )
        }
      </Loaded>
      <NewToken />
    </>
  );
}

function NewToken() {
  const { t } = useTranslation();
  const queryClient = useQueryClient();
  const form = useRef<HTMLFormElement>(null);
  const make = useMutation({
    mutationFn: (fields: FormData) => {
      const days = Number(fields.get('expires_in_days'));
      return body(
        api.POST('/api/v1/tokens', {
          body: {
            name: String(fields.get('name')).trim(),
            scopes: fields.getAll('scope').map(String),
            ...(days > 0 ? { expires_in_days: days } : {}),
          },
        }),
      );
    },
    onSuccess: () => {
      form.current?.reset();
      return queryClient.invalidateQueries({ queryKey: ['tokens'] });
    },
  });
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    make.mutate(new FormData(event.currentTarget));
  };
  return (
    <form ref={form} onSubmit={submit} className={classes.form}>
      {make.error && <Trouble error={make.error} />}
      <TextInput name="name" label={t('me.token_name')} required maxLength={120} withAsterisk={false} />
      <fieldset className={classes.scopes}>
        <legend>{t('me.scopes')}</legend>
        {SCOPES.map((scope) => (
          <Checkbox
            key={scope}
            name="scope"
            value={scope}
            label={t(`me.scope.${scope}`)}
            defaultChecked={scope === 'read'}
          />
        ))}
      </fieldset>
      <TextInput name="expires_in_days" type="number" min={1} max={3650} label={t('me.expires')} />
      <div>
        <Button type="submit" variant="default" loading={make.isPending}>
          {t('me.make')}
        </Button>
      </div>
      <Dialog open={make.data !== undefined} title={t('me.token_title')} onClose={() => make.reset()}>
        {make.data && (
          <>
            <p>{t('me.token_once')}</p>
            <code className={classes.code}>{make.data.token}</code>
            <div>
              <CopyButton text={make.data.token} />
            </div>
          </>
        )}
      </Dialog>
    </form>
  );
}
