import { type Session, type Turn } from '@sellmeapen/api-client';
import { useTranslation } from '@sellmeapen/i18n';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api } from '../../shared/api';
import { Trouble } from '../../shared/problem';
import { scenarioQuery } from '../../shared/queries';
import { mergeTurns } from './pending-turn';
import { patchSession } from './session-cache';
import classes from './technique-tag.module.css';

/** The buyer's seat: name the technique the seller just used. */
export function TechniqueTag({ session, turn }: { session: Session; turn: Turn }) {
  const { t } = useTranslation();
  const queryClient = useQueryClient();
  const techniques = useQuery({ ...scenarioQuery(session.scenario.id), staleTime: Infinity }).data?.techniques;
  const tag = useMutation({
    mutationFn: async (technique: string) => {
      const path = { id: session.id, turn: turn.i };
      if (technique === '') await api.DELETE('/api/v1/sessions/{id}/technique-tags/{turn}', { params: { path } });
      else await api.PUT('/api/v1/sessions/{id}/technique-tags/{turn}', { params: { path }, body: { technique } });
      return technique;
    },
    onSuccess: (technique) =>
      patchSession(queryClient, session.id, (known) => ({
        ...known,
        turns: mergeTurns(known.turns, [{ ...turn, technique_tag: technique || undefined }]),
      })),
  });
  if (!techniques) return null;
  const value = tag.isPending ? tag.variables : (turn.technique_tag ?? '');
  return (
    <div className={classes.tag}>
      <select
        aria-label={t('room.tag_label', { n: turn.i + 1 })}
        className={classes.select}
        data-set={value !== '' || undefined}
        value={value}
        onChange={(event) => tag.mutate(event.target.value)}
      >
        <option value="">{turn.technique_tag ? t('room.tag_none') : t('room.tag')}</option>
        {techniques.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </select>
      {tag.error && <Trouble error={tag.error} />}
    </div>
  );
}
