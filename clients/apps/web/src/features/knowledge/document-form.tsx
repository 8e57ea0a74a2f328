import { Button, FileButton, Textarea, TextInput } from '@mantine/core';
import { body, versioned, type KnowledgeDocument } from '@sellmeapen/api-client';
import { useTranslation } from '@sellmeapen/i18n';
import { Blank, Confirm, useTell } from '@sellmeapen/ui';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useRef, useState, type FormEvent } from 'react';
import { api } from '../../shared/api';
import { Loaded } from '../../shared/loaded';
import { Trouble } from '../../shared/problem';
import classes from './knowledge-page.module.css';

const LONGEST = 300_000;

/** Writes a document, new or once more. */
export function DocumentForm({ id, onDone }: { id: string | undefined; onDone: () => void }) {
  const found = useQuery({
    queryKey: ['knowledge-document', id],
    queryFn: () => versioned(api.GET('/api/v1/knowledge/{id}', { params: { path: { id: id ?? '' } } })),
    enabled: id !== undefined,
    gcTime: 0,
  });
  if (id === undefined) return <Fields onDone={onDone} />;
  return (
    <Loaded query={found} blank={<Blank lines={5} height="2.4rem" />}>
      {({ value, etag }) => <Fields document={value} etag={etag} onDone={onDone} />}
    </Loaded>
  );
}

function Fields({ document, etag, onDone }: { document?: KnowledgeDocument; etag?: string; onDone: () => void }) {
  const { t, i18n } = useTranslation();
  const tell = useTell();
  const queryClient = useQueryClient();
  const form = useRef<HTMLFormElement>(null);
  const [words, setWords] = useState(document?.body ?? '');
  const [asking, setAsking] = useState(false);
  const done = async (said: string) => {
    await queryClient.invalidateQueries({ queryKey: ['knowledge'] });
    tell(said);
    onDone();
  };
  const save = useMutation({
    mutationFn: (draft: { title: string; source: string; language: string; body: string }) =>
      document
        ? body(
            api.PUT('/api/v1/knowledge/{id}', {
              params: { path: { id: document.id }, header: { 'If-Match': etag ?? '' } },
              body: draft,
            }),
          )
        : body(api.POST('/api/v1/knowledge', { body: draft })),
    onSuccess: () => done(t('common.saved')),
  });
  const remove = useMutation({
    mutationFn: () => api.DELETE('/api/v1/knowledge/{id}', { params: { path: { id: document?.id ?? '' } } }),
    onSuccess: () => done(t('knowledge.removed', { title: document?.title })),
  });
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const said = new FormData(event.currentTarget);
    const text = (name: string) => String(said.get(name)).trim();
    save.mutate({ title: text('title'), source: text('source'), language: text('language'), body: words });
  };
  const read = async (file: File | null) => {
    if (!file) return;
    setWords(await file.text());
    const title = form.current?.elements.namedItem('title');
    if (title instanceof HTMLInputElement && !title.value) title.value = file.name.replace(/\.[^.]+$/, '');
  };
  return (
    <form ref={form} className={classes.form} onSubmit={submit}>
      <TextInput
        name="title"
        label={t('knowledge.name')}
        defaultValue={document?.title}
        required
        maxLength={200}
        withAsterisk={false}
      />
      <div className={classes.pair}>
        <TextInput
          name="source"
          label={t('knowledge.source')}
          description={t('knowledge.source_why')}
          defaultValue={document?.source}
          maxLength={300}
        />
        <TextInput
          name="language"
          label={t('knowledge.language')}
          description={t('knowledge.language_why')}
          defaultValue={document?.language ?? i18n.language.slice(0, 2)}
          required
          maxLength={35}
          pattern="[a-z]{2,3}(-[A-Za-z0-9]{2,8})*"
          withAsterisk={false}
        />
      </div>
      <Textarea
        label={t('knowledge.words')}
        description={t('knowledge.words_why')}
        value={words}
        onChange={(event) => setWords(event.target.value)}
        required
        maxLength={LONGEST}
        rows={10}
        withAsterisk={false}
        dir="auto"
      />
      <FileButton accept=".txt,.md,text/plain,text/markdown" onChange={(file) => void read(file)}>
        {(props) => (
          <button type="button" className={classes.file} {...props}>
            {t('knowledge.from_file')}
          </button>
        )}
      </FileButton>
      {(save.error ?? remove.error) && <Trouble error={save.error ?? remove.error} />}
      <div className={classes.actions}>
        <Button type="submit" loading={save.isPending}>
          {t('common.save')}
        </Button>
        {document && (
          <Button variant="subtle" onClick={() => setAsking(true)}>
            {t('common.delete')}
          </Button>
        )}
      </div>
      <Confirm
        open={asking}
        title={t('knowledge.remove_title', { title: document?.title })}
        what={t('knowledge.remove_what')}
        action={t('common.delete')}
        busy={remove.isPending}
        onClose={() => setAsking(false)}
        onConfirm={() => remove.mutate()}
      />
    </form>
  );
}
