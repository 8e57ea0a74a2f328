import { ActionIcon, Button } from '@mantine/core';
import { body, type ModelEntry, type ModelProvider, type ModelState } from '@sellmeapen/api-client';
import { useTranslation } from '@sellmeapen/i18n';
import { Confirm } from '@sellmeapen/ui';
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState, type KeyboardEvent } from 'react';
import { api } from '../../shared/api';
import { isAllowed, plainHost, type FunctionName } from '../../shared/hosts';
import { allowedHostsQuery } from '../../shared/outside';
import { Trouble } from '../../shared/problem';
import { titleOf, whereTo } from './draft';
import { EntryFacts } from './entry-facts';
import { EntryHealth } from './entry-health';
import classes from './models-page.module.css';
import { TestResult } from './test-result';

interface EntryRowProps {
  function: FunctionName;
  entry: ModelEntry;
  provider: ModelProvider | undefined;
  at: number;
  of: number;
  busy: boolean;
  state: ModelState | undefined;
  onMove: (to: number) => void;
  onOpen: () => void;
  onRemove: () => void;
  onAllow: (host: string) => void;
}

/** Where focus goes after an entry moved. */
export const rowId = (name: FunctionName, entry: ModelEntry): string =>
  `entry-${name}-${entry.provider}-${entry.model}`.replace(/\W+/g, '-');

export function EntryRow(props: EntryRowProps) {
  const { function: name, entry, provider, at, of, busy, state, onMove, onOpen, onRemove, onAllow } = props;
  const { t } = useTranslation();
  const queryClient = useQueryClient();
  const [asking, setAsking] = useState(false);
  const hosts = useQuery(allowedHostsQuery);
  const test = useMutation({
    mutationFn: () => body(api.POST('/api/v1/organisation/models/tests', { body: { function: name, entry } })),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: ['models', 'state'] }),
  });
  const title = titleOf(entry, provider);
  // For whoever hears the buttons read out, away from their row.
  const said = <span className="sr"> {title}</span>;
  const host = whereTo(entry, provider);
  const shut = host !== undefined && hosts.data !== undefined && !isAllowed(hosts.data.items, name, host);
  const byKeys = (event: KeyboardEvent) => {
    if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return;
    event.preventDefault();
    onMove(at + (event.key === 'ArrowUp' ? -1 : 1));
  };
  return (
    <li id={rowId(name, entry)} className={classes.entry} tabIndex={-1} onKeyDown={byKeys}>
      <div className={classes.head}>
        <span className={`${classes.place} num`} aria-hidden="true">
          {at + 1}
        </span>
        <div className={classes.who}>
          <h3 className={classes.name} dir="auto">
            {provider?.title ?? entry.provider} <span dir="ltr">{entry.model || provider?.usual_model}</span>
          </h3>
          <span className="quiet small">{t(at === 0 ? 'models.first' : 'models.next')}</span>
        </div>
        {of > 1 && (
          <div className={classes.moves}>
            <ActionIcon
              variant="subtle"
              size="lg"
              aria-label={t('models.up', { name: title })}
              title={t('models.up', { name: title })}
              disabled={at === 0 || busy}
              onClick={() => onMove(at - 1)}
            >
              <IconArrowUp size={18} aria-hidden="true" />
            </ActionIcon>
            <ActionIcon
              variant="subtle"
              size="lg"
              aria-label={t('models.down', { name: title })}
              title={t('models.down', { name: title })}
              disabled={at === of - 1 || busy}
              onClick={() => onMove(at + 1)}
            >
              <IconArrowDown size={18} aria-hidden="true" />
            </ActionIcon>
          </div>
        )}
      </div>
      <EntryFacts function={name} entry={entry} host={host} />
      <EntryHealth state={state} shut={shut} />
      {shut && (
        <div className={classes.trouble}>
          <p>{t('models.not_allowed', { host: plainHost(host) })}</p>
          <Button variant="default" onClick={() => onAllow(host)}>
            {t('models.allow_again', { host: plainHost(host) })}
          </Button>
        </div>
      )}
      <div className={classes.acts}>
        <Button variant="subtle" onClick={onOpen}>
          {t('common.change')}
          {said}
        </Button>
        {!shut && (
          <Button variant="subtle" loading={test.isPending} onClick={() => test.mutate()}>
            {t('models.form.test')}
            {said}
          </Button>
        )}
        <Button variant="subtle" onClick={() => setAsking(true)}>
          {t('common.remove')}
          {said}
        </Button>
      </div>
      <div role="status">{test.data && <TestResult function={name} tested={test.data} />}</div>
      {test.error && <Trouble error={test.error} />}
      <Confirm
        open={asking}
        title={t('models.remove_title', { name: title })}
        what={t('models.remove_what')}
        action={t('common.remove')}
        busy={busy}
        onClose={() => setAsking(false)}
        onConfirm={() => {
          setAsking(false);
          onRemove();
        }}
      />
    </li>
  );
}
