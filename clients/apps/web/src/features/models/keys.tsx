import { Button, PasswordInput } from '@mantine/core';
import { body, versioned, type FunctionModels, type ModelKey } from '@sellmeapen/api-client';
import { useFormats, useTranslation } from '@sellmeapen/i18n';
import { Blank, Confirm, Dialog, Section, useTell } from '@sellmeapen/ui';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../../shared/api';
import { Loaded } from '../../shared/loaded';
import { Trouble } from '../../shared/problem';
import classes from './models-page.module.css';
import { keysQuery } from './use-setup';

/** The keys that are kept: replaced or forgotten, never shown. */
export function Keys({ functions }: { functions: FunctionModels[] }) {
  const { t } = useTranslation();
  const keys = useQuery(keysQuery);
  const uses = (id: string) =>
    functions.flatMap(({ entries }) => entries).filter(({ key_id: used }) => used === id).length;
  if (keys.data?.items.length === 0) return null;
  return (
    <Section id="keys" title={t('models.keys.title')}>
      <p className="quiet">{t('models.keys.lead')}</p>
      <Loaded query={keys} blank={<Blank lines={2} height="3rem" />}>
        {({ items }) => (
          <ul className={classes.keys}>
            {items.map((key) => (
              <KeyLine key={key.id} line={key} uses={uses(key.id)} />
            ))}
          </ul>
        )}
      </Loaded>
    </Section>
  );
}

function KeyLine({ line, uses }: { line: ModelKey; uses: number }) {
  const { t } = useTranslation();
  const { day } = useFormats();
  const tell = useTell();
  const queryClient = useQueryClient();
  const [doing, setDoing] = useState<'replace' | 'remove' | null>(null);
  const done = async (said: string) => {
    await Promise.all([['keys'], ['models', 'state']].map((queryKey) => queryClient.invalidateQueries({ queryKey })));
    tell(said);
    setDoing(null);
  };
  const path = { id: line.id };
  const said = <span className="sr"> {line.name}</span>;
  const replace = useMutation({
    mutationFn: async (value: string) => {
      const { etag } = await versioned(api.GET('/api/v1/organisation/keys/{id}', { params: { path } }));
      return body(
        api.PUT('/api/v1/organisation/keys/{id}', {
          params: { path, header: { 'If-Match': etag } },
          body: { value },
        }),
      );
    },
    onSuccess: ({ ending }) => done(t('models.keys.replaced', { ending })),
  });
  const remove = useMutation({
    mutationFn: () => api.DELETE('/api/v1/organisation/keys/{id}', { params: { path } }),
    onSuccess: () => done(t('models.keys.removed')),
  });
  return (
    <li>
      <div className={classes.who}>
        <strong>{line.name}</strong>
        <span className="quiet small">
          {[
            line.ending ? t('models.keys.ending', { ending: line.ending }) : t('models.keys.no_ending'),
            t('models.keys.set', { when: day(line.set_at) }),
            uses > 0 ? t('models.keys.used', { count: uses }) : t('models.keys.unused'),
          ].join(' · ')}
        </span>
      </div>
      <div className={classes.acts}>
        <Button variant="subtle" onClick={() => setDoing('replace')}>
          {t('models.keys.replace')}
          {said}
        </Button>
        <Button variant="subtle" onClick={() => setDoing('remove')}>
          {t('common.remove')}
          {said}
        </Button>
      </div>
      <Dialog
        open={doing === 'replace'}
        title={t('models.keys.replace_of', { name: line.name })}
        onClose={() => setDoing(null)}
      >
        <form
          className={classes.form}
          onSubmit={(event) => {
            event.preventDefault();
            replace.mutate(String(new FormData(event.currentTarget).get('value')).trim());
          }}
        >
          <p>{t('models.keys.replace_what')}</p>
          <PasswordInput
            name="value"
            label={t('models.form.key_value')}
            description={t('models.form.key_value_why')}
            required
            withAsterisk={false}
            maxLength={8192}
            autoComplete="off"
            dir="ltr"
          />
          {replace.error && <Trouble error={replace.error} />}
          <div className={classes.actions}>
            <Button type="submit" loading={replace.isPending}>
              {t('models.keys.replace')}
            </Button>
            <Button variant="subtle" onClick={() => setDoing(null)}>
              {t('common.cancel')}
            </Button>
          </div>
        </form>
      </Dialog>
      <Confirm
        open={doing === 'remove'}
        title={t('models.keys.remove_title', { name: line.name })}
        what={
          <>
            <p>{t('models.keys.remove_what')}</p>
            {remove.error && <Trouble error={remove.error} />}
          </>
        }
        action={t('common.remove')}
        busy={remove.isPending}
        onClose={() => setDoing(null)}
        onConfirm={() => remove.mutate()}
      />
    </li>
  );
}
