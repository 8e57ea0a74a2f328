import { Button, TextInput } from '@mantine/core';
import { body } from '@sellmeapen/api-client';
import { useTranslation } from '@sellmeapen/i18n';
import { Blank } from '@sellmeapen/ui';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../../shared/api';
import { Loaded } from '../../shared/loaded';
import classes from './knowledge-page.module.css';

/** What the counterpart and the judge would be given for a sentence. */
export function Find() {
  const { t, i18n } = useTranslation();
  const [asked, setAsked] = useState('');
  const passages = useQuery({
    queryKey: ['knowledge', 'passages', asked],
    queryFn: () =>
      body(
        api.GET('/api/v1/knowledge/passages', {
          params: { query: { q: asked, language: i18n.language.slice(0, 2), limit: 5 } },
        }),
      ),
    enabled: asked !== '',
  });
  return (
    <div className={classes.find}>
      <p className="quiet">{t('knowledge.find_why')}</p>
      <form
        className={classes.ask}
        onSubmit={(event) => {
          event.preventDefault();
          setAsked(String(new FormData(event.currentTarget).get('q')).trim());
        }}
      >
        <TextInput name="q" label={t('knowledge.question')} required maxLength={1000} withAsterisk={false} dir="auto" />
        <Button type="submit" variant="default" loading={passages.isFetching}>
          {t('knowledge.look')}
        </Button>
      </form>
      {asked && (
        <Loaded query={passages} blank={<Blank lines={3} height="3rem" />}>
          {({ items }) =>
            items.length === 0 ? (
              <p role="status">{t('knowledge.nothing')}</p>
            ) : (
              <ol className={classes.passages}>
                {items.map((one) => (
                  <li key={`${one.document_id}-${one.n}`}>
                    <blockquote dir="auto">{one.text}</blockquote>
                    <p className="quiet small">
                      <cite dir="auto">{one.source ? `${one.title}, ${one.source}` : one.title}</cite> ·{' '}
                      {one.found_by.map((way) => t(`knowledge.by_${way}`)).join(', ')}
                    </p>
                  </li>
                ))}
              </ol>
            )
          }
        </Loaded>
      )}
    </div>
  );
}
