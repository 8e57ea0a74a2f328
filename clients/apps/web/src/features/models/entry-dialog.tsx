import { Button } from '@mantine/core';
import type { ModelEntry, ModelProvider } from '@sellmeapen/api-client';
import { useTranslation } from '@sellmeapen/i18n';
import { Dialog } from '@sellmeapen/ui';
import { useQuery } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { isAllowed, plainHost, type FunctionName } from '../../shared/hosts';
import { allowedHostsQuery } from '../../shared/outside';
import { Trouble } from '../../shared/problem';
import { draftOf, emptyDraft, entryOf, titleOf, whereTo, type Draft } from './draft';
import { KeyField } from './key-field';
import { Leaving } from './leaving';
import { LimitFields } from './limit-fields';
import { ModelField } from './model-field';
import classes from './models-page.module.css';
import { TestResult } from './test-result';
import { useAsking } from './use-asking';
import { isOvertaken } from './use-setup';
import { WhoFields } from './who-fields';

/** The form is longer than many a screen; what came of it must not stay below the edge. */
const intoView = (node: HTMLElement | null) => node?.scrollIntoView({ block: 'nearest' });

export interface EntryDialogProps {
  function: FunctionName;
  providers: ModelProvider[];
  /** What is changed, or nothing for a new one. */
  entry: ModelEntry | undefined;
  error: Error | null;
  busy: boolean;
  /** A key was kept while the form was filled in; it may turn out not to be wanted. */
  onKeyMade: (id: string) => void;
  onSave: (entry: ModelEntry, allowHosts: string[]) => void;
  onClose: () => void;
}

/** Everything about one model: who, with which key, what may leave, how much it may cost; and whether it works. */
export function EntryDialog({ open, ...props }: EntryDialogProps & { open: boolean }) {
  const { t } = useTranslation();
  const named = props.providers.find(({ id }) => id === props.entry?.provider);
  return (
    <Dialog
      open={open}
      title={
        props.entry
          ? t('models.form.title_change', { name: titleOf(props.entry, named) })
          : t('models.add_to', { function: t(`models.function.${props.function}`) })
      }
      onClose={props.onClose}
    >
      <EntryForm {...props} />
    </Dialog>
  );
}

function EntryForm({ function: name, providers, entry, error, busy, onKeyMade, onSave, onClose }: EntryDialogProps) {
  const { t } = useTranslation();
  const [draft, setDraft] = useState<Draft>(() => (entry ? draftOf(entry) : emptyDraft(providers[0]?.id ?? '')));
  const [ticked, setTicked] = useState<string>();
  const hosts = useQuery(allowedHostsQuery);
  const provider = providers.find(({ id }) => id === draft.provider);
  const host = whereTo({ base_url: draft.baseUrl.trim() }, provider);
  const allowed = host !== undefined && isAllowed(hosts.data?.items ?? [], name, host);
  const allowHosts = !allowed && host !== undefined && ticked === host ? [host] : [];
  const mayLeave = allowed || allowHosts.length > 0;
  const asking = useAsking({
    name,
    draft,
    allowHosts,
    onKey: (keyId) => {
      onKeyMade(keyId);
      setDraft((before) => ({ ...before, keyId, newKey: '' }));
    },
  });
  const change = (part: Partial<Draft>) => {
    setDraft((before) => ({ ...before, ...part }));
    asking.forget();
  };
  const save = async (event: FormEvent) => {
    event.preventDefault();
    const keyId = await asking.keep();
    if (keyId !== undefined) onSave(entryOf({ ...draft, keyId }), allowHosts);
  };
  const stop = host !== undefined && !mayLeave ? t('models.form.must_allow', { host: plainHost(host) }) : undefined;
  return (
    <form className={classes.form} onSubmit={(event) => void save(event)}>
      <WhoFields draft={draft} providers={providers} fixed={entry !== undefined} onChange={change} />
      <KeyField draft={draft} provider={provider} onChange={change} />
      <Leaving
        function={name}
        host={host}
        allowed={allowed}
        ticked={ticked === host}
        onTick={(yes) => setTicked(yes ? host : undefined)}
        redact={draft.redact}
        onRedact={(redact) => change({ redact })}
      />
      <ModelField
        draft={draft}
        provider={provider}
        function={name}
        listed={asking.list.data}
        busy={asking.list.isPending}
        mayAsk={mayLeave}
        onList={() => asking.list.mutate()}
        onChange={change}
      />
      <LimitFields function={name} draft={draft} provider={provider} onChange={change} />
      {(asking.error ?? error) && (
        <div ref={intoView}>
          {error && isOvertaken(error) ? (
            <p role="alert" className={classes.warning}>
              {t('models.stale')}
            </p>
          ) : (
            <Trouble error={asking.error ?? error} />
          )}
        </div>
      )}
      <div role="status" className={classes.result}>
        {asking.test.isPending && <p className="quiet">{t('models.test.asking')}</p>}
        {asking.test.data && (
          <div ref={intoView}>
            <TestResult function={name} tested={asking.test.data} />
          </div>
        )}
        {stop && <p className="quiet small">{stop}</p>}
      </div>
      <div className={classes.actions}>
        <Button type="submit" loading={busy} disabled={!mayLeave}>
          {t('models.form.save')}
        </Button>
        <Button
          variant="default"
          loading={asking.test.isPending}
          disabled={!mayLeave || (draft.model.trim() === '' && provider?.usual_model === undefined)}
          onClick={() => asking.test.mutate()}
        >
          {t('models.form.test')}
        </Button>
        <Button variant="subtle" onClick={onClose}>
          {t('common.cancel')}
        </Button>
      </div>
    </form>
  );
}
