import { Button, Checkbox, NativeSelect, TextInput } from '@mantine/core';
import type { SessionLine } from '@sellmeapen/api-client';
import { useTranslation } from '@sellmeapen/i18n';
import { Blank, EmptyState, LEVELS, Page, Section } from '@sellmeapen/ui';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { LinkButton } from '../../shared/link-button';
import { Loaded } from '../../shared/loaded';
import { scenariosQuery, sessionsQuery, trendQuery } from '../../shared/queries';
import type { HistorySearch } from '../../shared/search';
import { SessionList } from '../../shared/session-list';
import { useMe } from '../../shared/me';
import { useTitle } from '../../shared/use-title';
import classes from './history-page.module.css';
import { TrendPlot } from './trend-plot';

export function HistoryPage() {
  const { t } = useTranslation();
  const me = useMe();
  const filter = useSearch({ from: '/signed-in/shell/history' });
  const navigate = useNavigate({ from: '/history' });
  // Without a person the server shows all one may see; this page is one person's.
  const whose = filter.person_id ?? me.person.id;
  const sessions = useInfiniteQuery(sessionsQuery({ ...filter, person_id: whose }));
  const trend = useQuery(trendQuery(whose, filter.scenario_id));
  const lines = sessions.data?.pages.flatMap(({ items }) => items);
  const name = whose === me.person.id ? undefined : lines?.[0]?.person.name;
  const title = name ? t('history.title_of', { name }) : t('history.title');
  useTitle(title);
  const filtered = Boolean(filter.q ?? filter.level ?? filter.scenario_id);
  const change = (part: HistorySearch) =>
    void navigate({ search: (before) => ({ ...before, ...part }), replace: true, resetScroll: false });
  return (
    <Page title={title}>
      <Section title={t('history.trend')}>
        <Loaded query={trend} blank={<Blank height="200px" />}>
          {({ items }) =>
            items.length > 1 ? (
              <>
                <p className="quiet small">{t('history.trend_lead')}</p>
                <TrendPlot points={items} />
              </>
            ) : (
              <p className="quiet">{t('history.trend_few')}</p>
            )
          }
        </Loaded>
      </Section>
      <Section title={t('history.list')}>
        <Filters filter={filter} onChange={change} />
        <Loaded query={{ ...sessions, data: lines }} blank={<Blank lines={6} height="3rem" />}>
          {(all) =>
            all.length > 0 ? (
              <Lines lines={all} mine={whose === me.person.id} />
            ) : filtered ? (
              <p className="quiet">{t('history.empty_filter')}</p>
            ) : (
              <EmptyState title={t('history.empty_title')} why={t('history.empty')}>
                <LinkButton to="/library">{t('history.to_library')}</LinkButton>
              </EmptyState>
            )
          }
        </Loaded>
        {sessions.hasNextPage && (
          <div>
            <Button
              variant="default"
              loading={sessions.isFetchingNextPage}
              onClick={() => void sessions.fetchNextPage()}
            >
              {t('common.more')}
            </Button>
          </div>
        )}
      </Section>
    </Page>
  );
}

function Filters({ filter, onChange }: { filter: HistorySearch; onChange: (part: HistorySearch) => void }) {
  const { t } = useTranslation();
  const scenarios = useQuery(scenariosQuery({}));
  return (
    <div className={classes.filters}>
      <TextInput
        type="search"
        label={t('history.search')}
        defaultValue={filter.q ?? ''}
        onChange={(event) => onChange({ q: event.target.value || undefined })}
      />
      <NativeSelect
        label={t('history.scenario')}
        value={filter.scenario_id ?? ''}
        onChange={(event) => onChange({ scenario_id: event.target.value || undefined })}
        data={[
          { value: '', label: t('history.any_scenario') },
          ...(scenarios.data?.items ?? []).map(({ id, title }) => ({ value: id, label: title })),
        ]}
      />
      <NativeSelect
        label={t('history.level')}
        value={filter.level ?? ''}
        onChange={(event) => onChange({ level: event.target.value || undefined })}
        data={[
          { value: '', label: t('history.any_level') },
          ...LEVELS.map((level) => ({ value: level, label: t(`level.${level}`) })),
        ]}
      />
    </div>
  );
}

function Lines({ lines, mine }: { lines: SessionLine[]; mine: boolean }) {
  const { t } = useTranslation();
  const [chosen, setChosen] = useState<string[]>([]);
  const [one, two] = chosen;
  const choose = (id: string, on: boolean) =>
    setChosen((before) => (on ? [...before.slice(-1), id] : before.filter((known) => known !== id)));
  return (
    <>
      <div className={classes.selection} aria-live="polite">
        {one && two ? (
          <LinkButton to="/sessions/$id/compare/$other" params={{ id: one, other: two }} variant="default">
            {t('history.compare_two')}
          </LinkButton>
        ) : (
          <span className="quiet small">
            {chosen.length > 0 ? t('common.selected', { count: chosen.length }) : t('history.compare_hint')}
          </span>
        )}
      </div>
      <SessionList
        lines={lines}
        named={!mine}
        before={(line) => (
          <Checkbox
            aria-label={t('common.select', { name: line.scenario.title })}
            checked={chosen.includes(line.id)}
            disabled={line.stage !== 'scored'}
            onChange={(event) => choose(line.id, event.target.checked)}
          />
        )}
      />
    </>
  );
}
