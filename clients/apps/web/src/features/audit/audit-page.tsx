import { Button, TextInput } from '@mantine/core';
import { body, type AuditEntry } from '@sellmeapen/api-client';
import { useFormats, useTranslation } from '@sellmeapen/i18n';
import { Blank, Page, Section, VerdictMark } from '@sellmeapen/ui';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { api } from '../../shared/api';
import { Loaded } from '../../shared/loaded';
import { filled } from '../../shared/queries';
import type { AuditSearch } from '../../shared/search';
import { useTitle } from '../../shared/use-title';
import classes from './audit-page.module.css';

const startOfDay = (day: string | undefined) => (day ? new Date(`${day}T00:00:00`).toISOString() : undefined);
const endOfDay = (day: string | undefined) => (day ? new Date(`${day}T23:59:59.999`).toISOString() : undefined);

export function AuditPage() {
  const { t } = useTranslation();
  const filter = useSearch({ from: '/signed-in/shell/audit' });
  const navigate = useNavigate({ from: '/audit' });
  const entries = useInfiniteQuery({
    queryKey: ['audit', filter],
    queryFn: ({ pageParam }) =>
      body(
        api.GET('/api/v1/audit-entries', {
          params: {
            query: filled({
              ...filter,
              from: startOfDay(filter.from),
              to: endOfDay(filter.to),
              cursor: pageParam,
              limit: 50,
            }),
          },
        }),
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.next_cursor,
    placeholderData: (before) => before,
  });
  useTitle(t('audit.title'));
  const change = (part: AuditSearch) =>
    void navigate({ search: (before) => ({ ...before, ...part }), replace: true, resetScroll: false });
  const all = entries.data?.pages.flatMap(({ items }) => items);
  return (
    <Page wide title={t('audit.title')} lead={t('audit.lead')}>
      <Verification />
      <Section title={t('audit.entries')}>
        <div className={classes.filters}>
          <TextInput
            label={t('audit.action')}
            placeholder={t('audit.action_hint')}
            defaultValue={filter.action ?? ''}
            onChange={(event) => change({ action: event.target.value || undefined })}
          />
          <TextInput
            type="date"
            label={t('audit.from')}
            value={filter.from ?? ''}
            onChange={(event) => change({ from: event.target.value || undefined })}
          />
          <TextInput
            type="date"
            label={t('audit.to')}
            value={filter.to ?? ''}
            onChange={(event) => change({ to: event.target.value || undefined })}
          />
        </div>
        {filter.actor_id && (
          <p className={classes.only}>
            {t('audit.only', {
              name: all?.find(({ actor }) => actor?.id === filter.actor_id)?.actor?.name ?? filter.actor_id,
            })}
            <button type="button" className={classes.words} onClick={() => change({ actor_id: undefined })}>
              {t('audit.everybody')}
            </button>
          </p>
        )}
        <Loaded query={{ ...entries, data: all }} blank={<Blank lines={10} height="2.4rem" />}>
          {(found) =>
            found.length === 0 ? (
              <p className="quiet">{t('audit.empty')}</p>
            ) : (
              <Entries entries={found} onActor={(id) => change({ actor_id: id })} />
            )
          }
        </Loaded>
        {entries.hasNextPage && (
          <div>
            <Button variant="default" loading={entries.isFetchingNextPage} onClick={() => void entries.fetchNextPage()}>
              {t('common.more')}
            </Button>
          </div>
        )}
      </Section>
    </Page>
  );
}

function Verification() {
  const { t } = useTranslation();
  const verification = useQuery({
    queryKey: ['audit-verification'],
    queryFn: () => body(api.GET('/api/v1/audit-entries/verification')),
  });
  return (
    <Section title={t('audit.verify_title')}>
      <Loaded query={verification} blank={<Blank height="2.5rem" />}>
        {({ ok, entries, sealed, first_broken: broken }) => (
          <div className={classes.verification} role="status">
            <VerdictMark verdict={ok ? 'yes' : 'no'} />
            <p>
              <b>{ok ? t('audit.verify_ok') : t('audit.verify_broken', { n: broken ?? '' })}</b>{' '}
              {t('audit.verify_counts', { entries, sealed })}
            </p>
            <Button variant="subtle" loading={verification.isFetching} onClick={() => void verification.refetch()}>
              {t('audit.verify_again')}
            </Button>
          </div>
        )}
      </Loaded>
    </Section>
  );
}

function detailText(detail: AuditEntry['detail']): string {
  if (detail === undefined || typeof detail === 'string') return detail ?? '';
  return Object.entries(detail)
    .map(([name, value]) => `${name}: ${typeof value === 'object' ? JSON.stringify(value) : String(value)}`)
    .join(', ');
}

function Entries({ entries, onActor }: { entries: AuditEntry[]; onActor: (id: string) => void }) {
  const { t } = useTranslation();
  const { moment } = useFormats();
  return (
    <table className={classes.table}>
      <thead>
        <tr>
          <th scope="col">{t('audit.number')}</th>
          <th scope="col">{t('audit.when')}</th>
          <th scope="col">{t('audit.who')}</th>
          <th scope="col">{t('audit.what')}</th>
          <th scope="col">{t('audit.on')}</th>
        </tr>
      </thead>
      <tbody>
        {entries.map((entry) => (
          <tr key={entry.sequence}>
            <td className="num">
              {entry.sequence}
              {!entry.sealed && <span className="quiet"> ({t('audit.unsealed')})</span>}
            </td>
            <td className="num">{moment(entry.at)}</td>
            <td>{entry.actor ? <Actor actor={entry.actor} onActor={onActor} /> : t('audit.system')}</td>
            <td>
              <code>{entry.action}</code>
            </td>
            <td>
              {entry.subject} <span className="quiet">{detailText(entry.detail)}</span>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Actor({ actor, onActor }: { actor: NonNullable<AuditEntry['actor']>; onActor: (id: string) => void }) {
  const { t } = useTranslation();
  return (
    <button
      type="button"
      className={classes.words}
      title={t('audit.only_this', { name: actor.name })}
      onClick={() => onActor(actor.id)}
    >
      {actor.name}
    </button>
  );
}
