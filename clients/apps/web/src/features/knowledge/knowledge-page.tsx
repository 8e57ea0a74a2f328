import { Button } from '@mantine/core';
import { body, type KnowledgeLine } from '@sellmeapen/api-client';
import { useFormats, useTranslation } from '@sellmeapen/i18n';
import { Blank, Dialog, EmptyState, Page, Section } from '@sellmeapen/ui';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../../shared/api';
import { Loaded } from '../../shared/loaded';
import { filled } from '../../shared/queries';
import { useTitle } from '../../shared/use-title';
import { DocumentForm } from './document-form';
import { Find } from './find';
import classes from './knowledge-page.module.css';

export function KnowledgePage() {
  const { t } = useTranslation();
  const [writing, setWriting] = useState<string | 'new' | null>(null);
  const documents = useInfiniteQuery({
    queryKey: ['knowledge'],
    queryFn: ({ pageParam }) =>
      body(api.GET('/api/v1/knowledge', { params: { query: filled({ cursor: pageParam, limit: 50 }) } })),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.next_cursor,
  });
  useTitle(t('knowledge.title'));
  const all = documents.data?.pages.flatMap(({ items }) => items);
  return (
    <Page
      title={t('knowledge.title')}
      lead={t('knowledge.lead')}
      aside={<Button onClick={() => setWriting('new')}>{t('knowledge.add')}</Button>}
    >
      <Loaded query={{ ...documents, data: all }} blank={<Blank lines={4} height="4rem" />}>
        {(found) =>
          found.length === 0 ? (
            <EmptyState title={t('knowledge.empty_title')} why={t('knowledge.empty')} />
          ) : (
            <>
              <ul className={classes.list}>
                {found.map((line) => (
                  <Line key={line.id} line={line} onOpen={() => setWriting(line.id)} />
                ))}
              </ul>
              {documents.hasNextPage && (
                <div>
                  <Button
                    variant="default"
                    loading={documents.isFetchingNextPage}
                    onClick={() => void documents.fetchNextPage()}
                  >
                    {t('common.more')}
                  </Button>
                </div>
              )}
              <Section title={t('knowledge.find')}>
                <Find />
              </Section>
            </>
          )
        }
      </Loaded>
      <Dialog
        open={writing !== null}
        title={t(writing === 'new' ? 'knowledge.add' : 'knowledge.edit')}
        onClose={() => setWriting(null)}
      >
        {writing && <DocumentForm id={writing === 'new' ? undefined : writing} onDone={() => setWriting(null)} />}
      </Dialog>
    </Page>
  );
}

function Line({ line, onOpen }: { line: KnowledgeLine; onOpen: () => void }) {
  const { t } = useTranslation();
  const { day } = useFormats();
  return (
    <li>
      <button type="button" className={classes.line} onClick={onOpen}>
        <span className={classes.name} dir="auto">
          {line.title}
        </span>
        <span className="quiet small" dir="auto">
          {line.source || t('knowledge.no_source')}
        </span>
        <span className={classes.facts}>
          {t('knowledge.passages', { count: line.passages })} · {line.language} · {day(line.changed_at)}
        </span>
      </button>
    </li>
  );
}
