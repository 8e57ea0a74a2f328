import type { ModelEntry } from '@sellmeapen/api-client';
import { useFormats, useTranslation } from '@sellmeapen/i18n';
import { useQuery } from '@tanstack/react-query';
import { plainHost, type FunctionName } from '../../shared/hosts';
import { draftOf, isInWords } from './draft';
import { WITHIN } from './within';
import classes from './models-page.module.css';
import { ModelPrice } from './model-price';
import { keysQuery } from './use-setup';

/** How an entry is set up, in one quiet line, and what it costs. */
export function EntryFacts({
  function: name,
  entry,
  host,
}: {
  function: FunctionName;
  entry: ModelEntry;
  host: string | undefined;
}) {
  const { t } = useTranslation();
  const { number } = useFormats();
  const keys = useQuery(keysQuery);
  const key = keys.data?.items.find(({ id }) => id === entry.key_id);
  const facts = [
    host && t('models.at_host', { host: plainHost(host) }),
    !entry.key_id
      ? t('models.no_key')
      : key && (key.ending ? t('models.key_ending', { ending: key.ending }) : t('models.key_named', { key: key.name })),
    isInWords(name) && t(entry.redact === false ? 'models.unredacted' : 'models.redacted'),
    entry.voice && t('models.voice_named', { voice: entry.voice }),
    entry.latency_cap_ms &&
      t(`models.${WITHIN[name]}_within`, {
        ms: number(entry.latency_cap_ms),
      }),
    entry.data_region,
  ].filter(Boolean);
  return (
    <div className={classes.facts}>
      <p className="quiet small">{facts.join(' · ')}</p>
      <ModelPrice function={name} draft={draftOf(entry)} />
      {entry.key_id && keys.data && !key && <p className={classes.trouble}>{t('models.key_gone')}</p>}
    </div>
  );
}
