import { Button } from '@mantine/core';
import { body, type Debrief } from '@sellmeapen/api-client';
import { useTranslation } from '@sellmeapen/i18n';
import { Confirm, useTell } from '@sellmeapen/ui';
import { IconPrinter, IconRefresh, IconShare, IconTrash } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { api } from '../../shared/api';
import { Trouble } from '../../shared/problem';
import { debriefQuery } from '../../shared/queries';
import classes from './actions.module.css';

export function Actions({ debrief }: { debrief: Debrief }) {
  const { t } = useTranslation();
  const tell = useTell();
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  const [deleting, setDeleting] = useState(false);
  const { session, may } = debrief;
  const params = { path: { id: session.id } };
  const share = useMutation({
    mutationFn: (shared: boolean) => body(api.PUT('/api/v1/sessions/{id}/sharing', { params, body: { shared } })),
    onSuccess: (changed) => {
      queryClient.setQueryData<Debrief>(
        debriefQuery(session.id).queryKey,
        (known) => known && { ...known, session: changed },
      );
      tell(t(changed.shared ? 'debrief.shared_now' : 'debrief.unshared_now'), () => share.mutate(!changed.shared));
    },
  });
  const rescore = useMutation({
    mutationFn: () => api.POST('/api/v1/sessions/{id}/scorecards', { params }),
    onSuccess: async () => {
      await queryClient.invalidateQueries({ queryKey: debriefQuery(session.id).queryKey });
      tell(t('debrief.rescored'));
    },
  });
  const remove = useMutation({
    mutationFn: () => api.DELETE('/api/v1/sessions/{id}', { params }),
    onSuccess: async () => {
      await navigate({ to: '/history' });
      queryClient.removeQueries({ queryKey: debriefQuery(session.id).queryKey });
      void queryClient.invalidateQueries();
      tell(t('debrief.deleted'));
    },
  });
  const trouble = share.error ?? rescore.error ?? remove.error;
  return (
    <div className="no-print">
      <div className={classes.actions}>
        {may.share && (
          <Button
            variant="subtle"
            leftSection={<IconShare size={18} />}
            onClick={() => share.mutate(!session.shared)}
            loading={share.isPending}
            aria-pressed={session.shared}
          >
            {t(session.shared ? 'debrief.share_off' : 'debrief.share_on')}
          </Button>
        )}
        <Button variant="subtle" leftSection={<IconPrinter size={18} />} onClick={() => print()}>
          {t('debrief.print')}
        </Button>
        {may.rescore && (
          <Button
            variant="subtle"
            leftSection={<IconRefresh size={18} />}
            onClick={() => rescore.mutate()}
            loading={rescore.isPending}
          >
            {t('debrief.rescore')}
          </Button>
        )}
        {may.delete && (
          <Button variant="subtle" leftSection={<IconTrash size={18} />} onClick={() => setDeleting(true)}>
            {t('common.delete')}
          </Button>
        )}
      </div>
      {trouble && <Trouble error={trouble} />}
      <Confirm
        open={deleting}
        title={t('debrief.delete_title')}
        what={t('debrief.delete_what')}
        action={t('common.delete')}
        busy={remove.isPending}
        onClose={() => setDeleting(false)}
        onConfirm={() => remove.mutate()}
      />
    </div>
  );
}
