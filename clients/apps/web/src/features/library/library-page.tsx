import { TextInput } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { useTranslation } from '@sellmeapen/i18n';
import { Blank, EmptyState, Page } from '@sellmeapen/ui';
import { IconSearch } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { LinkButton } from '../../shared/link-button';
import { Loaded } from '../../shared/loaded';
import { useMay } from '../../shared/me';
import { scenariosQuery } from '../../shared/queries';
import type { LibrarySearch } from '../../shared/search';
import { useTitle } from '../../shared/use-title';
import { FilterSentence } from './filter-sentence';
import classes from './library-page.module.css';
import { ScenarioProblems } from './scenario-problems';
import { Shelf } from './shelf';

const TYPING_MS = 150;

export function LibraryPage() {
  const { t } = useTranslation();
  const filter = useSearch({ from: '/signed-in/shell/library' });
  const navigate = useNavigate({ from: '/library' });
  const mayAuthor = useMay('author_scenarios');
  const scenarios = useQuery(scenariosQuery(filter));
  const everything = useQuery(scenariosQuery({}));
  useTitle(t('library.title'));
  const change = (part: LibrarySearch) =>
    void navigate({ search: (before) => ({ ...before, ...part }), replace: true, resetScroll: false });
  return (
    <Page title={t('library.title')} lead={t('library.lead')} wide>
      <div className={classes.tools}>
        <Search value={filter.q ?? ''} onChange={(q) => change({ q: q || undefined })} />
        <FilterSentence filter={filter} all={everything.data?.items ?? []} onChange={change} />
      </div>
      <Loaded query={scenarios} blank={<Blank lines={6} height="7rem" />}>
        {({ items }) =>
          items.length > 0 ? (
            <>
              <p className="quiet small" role="status">
                {t('library.count', { count: items.length })}
              </p>
              <Shelf scenarios={items} level={filter.level} />
            </>
          ) : (
            <EmptyState title={t('library.empty_title')} why={t('library.empty')}>
              <LinkButton to="/library" search={{}} variant="default">
                {t('library.clear')}
              </LinkButton>
            </EmptyState>
          )
        }
      </Loaded>
      {mayAuthor && <ScenarioProblems />}
    </Page>
  );
}

function Search({ value, onChange }: { value: string; onChange: (q: string) => void }) {
  const { t } = useTranslation();
  const input = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState(value);
  const [known, setKnown] = useState(value);
  if (value !== known) {
    setKnown(value);
    // Cleared from outside; what is being typed right now must not come back.
    if (value === '') setTyped('');
  }
  const tell = useRef(onChange);
  useEffect(() => {
    tell.current = onChange;
  });
  useHotkeys([['/', () => input.current?.focus()]]);
  useEffect(() => {
    if (typed === value) return undefined;
    const wait = setTimeout(() => tell.current(typed), TYPING_MS);
    return () => clearTimeout(wait);
  }, [typed, value]);
  return (
    <TextInput
      ref={input}
      type="search"
      className={classes.search ?? ''}
      aria-label={t('library.search')}
      placeholder={t('library.search_hint')}
      leftSection={<IconSearch size={18} aria-hidden="true" />}
      value={typed}
      onChange={(event) => setTyped(event.target.value)}
    />
  );
}
