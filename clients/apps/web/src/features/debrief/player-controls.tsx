import { Button, NativeSelect } from '@mantine/core';
import type { Debrief } from '@sellmeapen/api-client';
import { useFormats, useTranslation } from '@sellmeapen/i18n';
import { Confirm, useTell } from '@sellmeapen/ui';
import {
  IconDownload,
  IconPlayerPauseFilled,
  IconPlayerPlayFilled,
  IconPlayerSkipBackFilled,
  IconPlayerSkipForwardFilled,
  IconTrash,
} from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { api } from '../../shared/api';
import { Trouble } from '../../shared/problem';
import classes from './listen.module.css';
import { turnFrom } from './moments';
import { SPEEDS } from './player';
import { recordingQuery, usePlayer, type Recorded } from './recorded';

export function PlayerControls({
  debrief,
  recorded,
  audio,
  own,
}: {
  debrief: Debrief;
  recorded: Recorded;
  audio: string;
  own: boolean;
}) {
  const { t } = useTranslation();
  const { clock, number } = useFormats();
  const { player, turns } = recorded;
  const playing = usePlayer(player, (one) => one.playing);
  const second = usePlayer(player, ({ at }) => Math.floor(at / 1000));
  const speed = usePlayer(player, (one) => one.speed);
  const step = (by: 1 | -1) => {
    const turn = turnFrom(turns, player.at, by);
    if (turn) player.seek(turn.start);
  };
  return (
    <div className={classes.controls}>
      <div className={classes.transport} dir="ltr">
        <Transport label={t('listen.previous')} onClick={() => step(-1)}>
          <IconPlayerSkipBackFilled size={18} aria-hidden="true" />
        </Transport>
        <Transport main label={t(playing ? 'listen.pause' : 'listen.play')} onClick={() => player.toggle()}>
          {playing ? (
            <IconPlayerPauseFilled size={20} aria-hidden="true" />
          ) : (
            <IconPlayerPlayFilled size={20} aria-hidden="true" />
          )}
        </Transport>
        <Transport label={t('listen.next')} onClick={() => step(1)}>
          <IconPlayerSkipForwardFilled size={18} aria-hidden="true" />
        </Transport>
      </div>
      <span className={`${classes.time} num`} dir="ltr">
        {clock(second)} <span className="quiet">/ {clock(player.lengthMs / 1000)}</span>
      </span>
      <label className={classes.speed}>
        {t('listen.speed')}
        <NativeSelect
          value={String(speed)}
          onChange={(event) => player.setSpeed(Number(event.currentTarget.value))}
          data={SPEEDS.map((one) => ({
            value: String(one),
            label: t('listen.speed_value', { speed: number(one, 2) }),
          }))}
        />
      </label>
      <div className={classes.away}>
        <Button
          component="a"
          href={audio}
          download="rehearsal.wav"
          variant="subtle"
          leftSection={<IconDownload size={18} />}
        >
          {t('listen.download')}
        </Button>
        {own && <Remove debrief={debrief} />}
      </div>
    </div>
  );
}

function Transport({
  label,
  main,
  onClick,
  children,
}: {
  label: string;
  main?: boolean;
  onClick: () => void;
  children: ReactNode;
}) {
  return (
    <button
      type="button"
      className={main ? classes.play : undefined}
      aria-label={label}
      title={label}
      onClick={onClick}
    >
      {children}
    </button>
  );
}

/** One's own voice, taken away for good; asks first. */
function Remove({ debrief }: { debrief: Debrief }) {
  const { t } = useTranslation();
  const tell = useTell();
  const queryClient = useQueryClient();
  const [asking, setAsking] = useState(false);
  const { id } = debrief.session;
  const remove = useMutation({
    mutationFn: () => api.DELETE('/api/v1/sessions/{id}/recording', { params: { path: { id } } }),
    onSuccess: async () => {
      tell(t('listen.removed'));
      queryClient.removeQueries({ queryKey: [...recordingQuery(id).queryKey, 'peaks'] });
      await queryClient.invalidateQueries({ queryKey: recordingQuery(id).queryKey });
    },
  });
  return (
    <>
      <Button variant="subtle" leftSection={<IconTrash size={18} />} onClick={() => setAsking(true)}>
        {t('listen.remove')}
      </Button>
      <Confirm
        open={asking}
        title={t('listen.remove_title')}
        what={
          <>
            {t('listen.remove_what')}
            {remove.error && <Trouble error={remove.error} />}
          </>
        }
        action={t('listen.remove')}
        busy={remove.isPending}
        onClose={() => setAsking(false)}
        onConfirm={() => remove.mutate()}
      />
    </>
  );
}
