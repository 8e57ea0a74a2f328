import { Button } from '@mantine/core';
import type { FunctionModels, FunctionState, ModelEntry, ModelProvider } from '@sellmeapen/api-client';
import { useTranslation } from '@sellmeapen/i18n';
import { Confirm, Section } from '@sellmeapen/ui';
import { useQueryClient } from '@tanstack/react-query';
import { lazy, Suspense, useRef, useState } from 'react';
import { api } from '../../shared/api';
import { plainHost, type FunctionName } from '../../shared/hosts';
import { setupQuery } from '../../shared/outside';
import { Trouble } from '../../shared/problem';
import { entriesOf, entryKey, isSpeech, moved, providerFor, putEntry, titleOf } from './draft';
import { EntryRow, rowId } from './entry-row';
import { JudgeComparison } from './judge-comparison';
import classes from './models-page.module.css';
import { isOvertaken, keysQuery, shutOf, useChange, type Change, type Shut } from './use-setup';

const EntryDialog = lazy(async () => ({ default: (await import('./entry-dialog')).EntryDialog }));

interface FunctionSectionProps {
  name: FunctionName;
  functions: FunctionModels[];
  providers: ModelProvider[];
  state: FunctionState | undefined;
}

const BUILT_IN = ['talk', 'judge', 'embed'] as const;
const builtIn = (name: FunctionName) => BUILT_IN.find((one) => one === name);

/** One function: who is asked in which order, down to what is built in. */
export function FunctionSection({ name, functions, providers, state }: FunctionSectionProps) {
  const { t } = useTranslation();
  const queryClient = useQueryClient();
  const change = useChange(name);
  const [open, setOpen] = useState<ModelEntry | 'new' | null>(null);
  const [pending, setPending] = useState<{ change: Change; shut: Shut } | null>(null);
  const keysMade = useRef<string[]>([]);
  const able = providers.filter((provider) => provider.functions.includes(name));
  const entries = entriesOf(functions, name);
  const title = (entry: ModelEntry) => titleOf(entry, providerFor(providers, name, entry.provider));

  const close = () => {
    setOpen(null);
    change.reset();
    const used = new Set(
      queryClient.getQueryData(setupQuery.queryKey)?.value.functions.flatMap((one) => one.entries.map((e) => e.key_id)),
    );
    // A key that was only tried is not kept.
    const unwanted = keysMade.current.filter((id) => !used.has(id));
    keysMade.current = [];
    void Promise.all(unwanted.map((id) => api.DELETE('/api/v1/organisation/keys/{id}', { params: { path: { id } } })))
      .catch(() => undefined)
      .then(() => queryClient.invalidateQueries({ queryKey: keysQuery.queryKey }));
  };
  /** A host may have lost its leave meanwhile; that is asked for, never given in passing. */
  const apply = (wanted: Change) =>
    void change.mutateAsync(wanted).then(close, (error) => {
      const shut = shutOf(error);
      if (shut) setPending({ change: wanted, shut });
    });
  const move = (from: number, to: number) => {
    const entry = entries[from];
    if (!entry || to < 0 || to >= entries.length) return;
    const key = entryKey(entry);
    void change
      .mutateAsync({
        edit: (now) => {
          const at = now.findIndex((one) => entryKey(one) === key);
          return at < 0 ? now : moved(now, at, Math.min(to, now.length - 1));
        },
        said: t('models.moved', { name: title(entry), n: to + 1 }),
      })
      .then(
        () => requestAnimationFrame(() => document.getElementById(rowId(name, entry))?.focus()),
        () => undefined,
      );
  };
  const remove = (entry: ModelEntry) =>
    apply({
      edit: (now) => now.filter((one) => entryKey(one) !== entryKey(entry)),
      said: t('models.removed', { name: title(entry) }),
    });
  const mayAdd = able.length > 0 && !(name === 'embed' && entries.length > 0) && entries.length < 5;
  return (
    <Section
      id={name}
      title={t(`models.function.${name}`)}
      aside={
        mayAdd && (
          <Button variant={entries.length > 0 ? 'subtle' : 'default'} onClick={() => setOpen('new')}>
            {t('models.add')}
            <span className="sr"> ({t(`models.function.${name}`)})</span>
          </Button>
        )
      }
    >
      <p className="quiet">{t(`models.what.${name}`)}</p>
      {change.error &&
        open === null &&
        (isOvertaken(change.error) ? (
          <p role="alert" className={classes.warning}>
            {t('models.stale')}
          </p>
        ) : (
          <Trouble error={change.error} />
        ))}
      <ol
        className={classes.order}
        aria-label={t('models.order', { function: t(`models.function.${name}`) })}
        title={entries.length > 1 ? t('models.order_keys') : undefined}
      >
        {entries.map((entry, at) => (
          <EntryRow
            key={entryKey(entry)}
            function={name}
            entry={entry}
            provider={providerFor(providers, name, entry.provider)}
            at={at}
            of={entries.length}
            busy={change.isPending}
            state={state?.entries.find((one) => entryKey(one) === entryKey(entry))}
            onMove={(to) => move(at, to)}
            onOpen={() => setOpen(entry)}
            onRemove={() => remove(entry)}
            onAllow={(host) => setPending({ change: { edit: (now) => now }, shut: { host, purpose: name } })}
          />
        ))}
        {isSpeech(name) && (
          <li className={classes.builtIn}>
            <span className={classes.name}>{t(`models.operators.${name}`)}</span>
            <span className="quiet small">{t(`models.operators_why.${name}`)}</span>
          </li>
        )}
        {builtIn(name) && (
          <li className={classes.builtIn}>
            <span className={classes.name}>{t(`models.built_in.${builtIn(name) ?? 'talk'}`)}</span>
            <span className="quiet small">
              {t(entries.length > 0 ? 'models.built_in_last' : 'models.built_in_only')}
            </span>
          </li>
        )}
      </ol>
      {name === 'judge' && entries.length > 0 && <JudgeComparison />}
      {open !== null && (
        <Suspense fallback={null}>
          <EntryDialog
            open
            function={name}
            providers={able}
            entry={open === 'new' ? undefined : open}
            error={change.error}
            busy={change.isPending}
            onKeyMade={(id) => keysMade.current.push(id)}
            onSave={(entry, allowHosts) =>
              apply({
                edit: (now) => putEntry(now, open === 'new' ? undefined : entryKey(open), entry),
                allowHosts,
              })
            }
            onClose={close}
          />
        </Suspense>
      )}
      <Confirm
        open={pending !== null}
        title={t('models.allow_title')}
        what={
          pending && (
            <p>
              {t('models.allow_what', {
                host: plainHost(pending.shut.host),
                purpose: t(`models.purpose.${pending.shut.purpose}`),
              })}{' '}
              {t(`models.leaves.${pending.shut.purpose}`)}
            </p>
          )
        }
        action={t('models.allow_save')}
        harmless
        onClose={() => setPending(null)}
        onConfirm={() => {
          if (!pending) return;
          setPending(null);
          apply({ ...pending.change, allowHosts: [...(pending.change.allowHosts ?? []), pending.shut.host] });
        }}
      />
    </Section>
  );
}
