import { Button, NativeSelect, TextInput } from '@mantine/core';
import { body } from '@sellmeapen/api-client';
import { useFormats, useTranslation } from '@sellmeapen/i18n';
import { Blank, EmptyState, Page, Section } from '@sellmeapen/ui';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { api } from '../../shared/api';
import { FUNCTIONS } from '../../shared/hosts';
import { Loaded } from '../../shared/loaded';
import { useMay } from '../../shared/me';
import { filled } from '../../shared/queries';
import type { EgressSearch } from '../../shared/search';
import { useTitle } from '../../shared/use-title';
import { AllowedHosts } from './allowed-hosts';
import classes from './egress-page.module.css';
import { Lines } from './lines';

export function EgressPage() {
  const { t } = useTranslation();
  const filter = useSearch({ from: '/signed-in/shell/egress' });
  const navigate = useNavigate({ from: '/egress' });
  const administers = useMay('manage_organisation');
  const lines = useInfiniteQuery({
    queryKey: ['egress', filter],
    queryFn: ({ pageParam }) =>
      body(api.GET('/api/v1/egress', { params: { query: filled({ ...filter, cursor: pageParam, limit: 50 }) } })),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.next_cursor,
    placeholderData: (before) => before,
  });
  useTitle(t('egress.title'));
  const change = (part: EgressSearch) =>
    void navigate({ search: (before) => ({ ...before, ...part }), replace: true, resetScroll: false });
  const all = lines.data?.pages.flatMap(({ items }) => items);
  const filtered = Object.keys(filled(filter)).length > 0;
  const nothing = all?.length === 0 && !filtered;
  return (
    <Page wide title={t('egress.title')} lead={t('egress.lead')}>
      {nothing ? (
        <EmptyState title={t('egress.empty_title')} why={t('egress.empty')} />
      ) : (
        <Section title={t('egress.list')} aside={<Export filter={filter} />}>
          <div className={classes.filters} role="search" aria-label={t('egress.list')}>
            <NativeSelect
              label={t('egress.purpose')}
              value={filter.purpose ?? ''}
              onChange={(event) => change({ purpose: event.target.value || undefined })}
              data={[
                { value: '', label: t('egress.any_purpose') },
                ...FUNCTIONS.map((name) => ({ value: name, label: t(`models.purpose.${name}`) })),
              ]}
            />
            <TextInput
              key={filter.host}
              label={t('egress.host_exact')}
              dir="ltr"
              defaultValue={filter.host ?? ''}
              onBlur={(event) => change({ host: event.target.value.trim() || undefined })}
              onKeyDown={(event) => {
                if (event.key === 'Enter') change({ host: event.currentTarget.value.trim() || undefined });
              }}
            />
            <TextInput
              type="date"
              label={t('egress.day')}
              value={filter.day ?? ''}
              onChange={(event) => change({ day: event.target.value || undefined })}
            />
          </div>
          <Loaded query={{ ...lines, data: all }} blank={<Blank lines={10} height="2.4rem" />}>
            {(found) =>
              found.length === 0 ? (
                <div className={classes.none} role="status">
                  <p className="quiet">{t('egress.nothing_fits')}</p>
                  <Button
                    variant="subtle"
                    onClick={() => change({ purpose: undefined, host: undefined, day: undefined })}
                  >
                    {t('egress.all')}
                  </Button>
                </div>
              ) : (
                <Lines lines={found} onHost={(host) => change({ host })} />
              )
            }
          </Loaded>
          {lines.hasNextPage && (
            <div>
              <Button variant="default" loading={lines.isFetchingNextPage} onClick={() => void lines.fetchNextPage()}>
                {t('common.more')}
              </Button>
            </div>
          )}
        </Section>
      )}
      <Gaps />
      {administers && <AllowedHosts />}
    </Page>
  );
}

/** The same rows as a file, by the browser's own download. */
function Export({ filter }: { filter: EgressSearch }) {
  const { t } = useTranslation();
  const query = new URLSearchParams(filled(filter) as Record<string, string>).toString();
  return (
    <a href={`/api/v1/egress/export${query ? `?${query}` : ''}`} download>
      {t('egress.export')}
    </a>
  );
}

/** A list that may have holes says where. */
function Gaps() {
  const { t } = useTranslation();
  const { moment } = useFormats();
  const gaps = useQuery({ queryKey: ['egress-gaps'], queryFn: () => body(api.GET('/api/v1/egress/gaps')) });
  const items = gaps.data?.items ?? [];
  if (items.length === 0) return null;
  return (
    <div className={classes.gaps}>
      <p>{t('egress.gaps', { count: items.length })}</p>
      <ul className="num">
        {items.map(({ from, to }) => (
          <li key={from}>{t('egress.gap', { from: moment(from), to: moment(to) })}</li>
        ))}
      </ul>
    </div>
  );
}
