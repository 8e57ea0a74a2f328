import { Button, Checkbox, NativeSelect } from '@mantine/core';
import { useFormats, useTranslation } from '@sellmeapen/i18n';
import type { VoiceOffer } from '@sellmeapen/api-client';
import { Dialog } from '@sellmeapen/ui';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState, type ReactNode } from 'react';
import type { AfterCheck } from '../../shared/device-check';
import { MicrophoneRemedy } from '../../shared/microphone-remedy';
import { useLevel } from '../../shared/use-level';
import { voiceQuery } from '../../shared/voice-api';
import { PATIENCE_MS, rememberVoice, voiceMemory } from '../../shared/voice-memory';
import classes from './device-check.module.css';
import type { Judgement } from './judge';
import { useCheck, type Check } from './use-check';

/** Microphone, loudspeaker, echo, network, and where everything is worked on: five seconds before the first word. */
export function DeviceCheckDialog({ onDone }: { onDone: (after: AfterCheck) => void }) {
  const { t } = useTranslation();
  const done = (after: AfterCheck) => {
    rememberVoice({ checked: true });
    onDone(after);
  };
  return (
    <Dialog open title={t('device_check.title')} onClose={() => onDone('closed')}>
      <Sheet onDone={done} />
    </Dialog>
  );
}

function Sheet({ onDone }: { onDone: (after: AfterCheck) => void }) {
  const { t } = useTranslation();
  const check = useCheck();
  const { number } = useFormats();
  const { microphone, loudness, speaker, echo, network } = check;
  const [headphones, setHeadphones] = useState(voiceMemory().headphones === true);
  if (check.impossible) {
    return (
      <>
        <p>{t('voice.impossible')}</p>
        <div>
          <Button onClick={() => onDone('text')}>{t('device_check.text')}</Button>
        </div>
      </>
    );
  }
  const blocked = microphone === 'blocked';
  return (
    <>
      <p className="quiet">{t('device_check.lead')}</p>
      <dl className={classes.rows}>
        <Row
          name={t('device_check.microphone')}
          judged={microphone === 'there' ? loudness : microphone === 'asking' ? 'waiting' : 'bad'}
        >
          <p role="status">{t(`device_check.${wordFor(check)}`)}</p>
          {blocked && (
            <p className="small">
              <MicrophoneRemedy />
            </p>
          )}
          {blocked && (
            <Button variant="subtle" onClick={() => void check.audio?.useMicrophone(undefined)}>
              {t('common.retry')}
            </Button>
          )}
          {microphone === 'there' && <Meter check={check} />}
          {microphone === 'there' && <Choice check={check} />}
        </Row>
        <Row name={t('device_check.speaker')} judged={speaker === 'played' ? 'good' : 'waiting'}>
          <p>
            {t(
              `device_check.${speaker === 'played' ? 'speaker_heard' : speaker === 'playing' ? 'speaker_playing' : 'speaker_waiting'}`,
            )}
          </p>
          <Button variant="default" onClick={check.play} disabled={speaker === 'playing' || !check.audio}>
            {t('device_check.speaker_test')}
          </Button>
        </Row>
        <Row name={t('device_check.echo')} judged={headphones ? 'good' : echo}>
          <p>
            {t(`device_check.${echo === 'waiting' ? 'echo_waiting' : echo === 'good' ? 'echo_none' : 'echo_heard'}`)}
          </p>
          <Checkbox
            label={t('device_check.headphones')}
            checked={headphones}
            onChange={(event) => {
              setHeadphones(event.currentTarget.checked);
              rememberVoice({ headphones: event.currentTarget.checked });
            }}
          />
        </Row>
        <Row name={t('device_check.network')} judged={network.judged}>
          <p className="num">{t(`device_check.${networkWord(network.judged)}`, { ms: number(network.ms ?? 0) })}</p>
        </Row>
        <Patience />
        <Gauge />
        <Where />
      </dl>
      <div className={classes.choices}>
        <Button onClick={() => onDone('voice')}>{t('device_check.speak')}</Button>
        <Button variant={blocked ? 'filled' : 'subtle'} onClick={() => onDone('text')}>
          {t('device_check.text')}
        </Button>
      </div>
    </>
  );
}

function wordFor({ microphone, loudness }: Check) {
  if (microphone === 'blocked') return 'microphone_blocked';
  if (microphone === 'none') return 'microphone_none';
  if (loudness === 'good') return 'microphone_good';
  return loudness === 'weak' ? 'microphone_quiet' : 'microphone_waiting';
}

function networkWord(judged: Judgement) {
  if (judged === 'waiting') return 'network_waiting';
  return judged === 'good' ? 'network_good' : judged === 'weak' ? 'network_slow' : 'network_none';
}

function Meter({ check: { audio } }: { check: Check }) {
  const { t } = useTranslation();
  const level = useLevel<HTMLDivElement>(() => audio?.levels.own ?? 0);
  return (
    <div ref={level} className={classes.meter} role="img" aria-label={t('device_check.microphone_level')}>
      <span />
    </div>
  );
}

/** Names of microphones are known only once one of them was allowed. */
function Choice({ check: { audio, microphone } }: { check: Check }) {
  const { t } = useTranslation();
  const [devices, setDevices] = useState<MediaDeviceInfo[]>([]);
  const [chosen, setChosen] = useState(voiceMemory().microphoneId ?? '');
  useEffect(() => {
    const look = () =>
      void navigator.mediaDevices
        .enumerateDevices()
        .then((all) => setDevices(all.filter(({ kind, deviceId }) => kind === 'audioinput' && deviceId !== 'default')));
    look();
    navigator.mediaDevices.addEventListener('devicechange', look);
    return () => navigator.mediaDevices.removeEventListener('devicechange', look);
  }, [microphone]);
  if (devices.length < 2) return null;
  return (
    <NativeSelect
      label={t('device_check.microphone_choose')}
      value={chosen}
      onChange={(event) => {
        const id = event.currentTarget.value;
        setChosen(id);
        rememberVoice({ microphoneId: id === '' ? undefined : id });
        void audio?.useMicrophone(id === '' ? undefined : id);
      }}
      data={[
        { value: '', label: t('device_check.microphone_default') },
        ...devices.map(({ deviceId, label }) => ({ value: deviceId, label })),
      ]}
    />
  );
}

const usual = PATIENCE_MS.usual;

function Patience() {
  const { t } = useTranslation();
  const [chosen, setChosen] = useState(voiceMemory().patienceMs ?? usual);
  return (
    <Row name={t('device_check.patience')} judged="good" plain>
      <NativeSelect
        aria-label={t('device_check.patience')}
        value={String(chosen)}
        onChange={(event) => {
          const patienceMs = Number(event.currentTarget.value);
          setChosen(patienceMs);
          rememberVoice({ patienceMs });
        }}
        data={Object.entries(PATIENCE_MS).map(([name, ms]) => ({
          value: String(ms),
          label: t(`device_check.patience_${name as keyof typeof PATIENCE_MS}`),
        }))}
      />
      <p className="small quiet">{t('device_check.patience_what')}</p>
    </Row>
  );
}

/** Off until somebody wants it: most speak better unwatched. */
function Gauge() {
  const { t } = useTranslation();
  const [wanted, setWanted] = useState(voiceMemory().gauge === true);
  return (
    <Row name={t('gauge.title')} judged="good" plain>
      <Checkbox
        label={t('gauge.show')}
        checked={wanted}
        onChange={(event) => {
          setWanted(event.currentTarget.checked);
          rememberVoice({ gauge: event.currentTarget.checked });
        }}
      />
      <p className="small quiet">{t('gauge.what')}</p>
    </Row>
  );
}

function Where() {
  const { t, i18n } = useTranslation();
  const status = useQuery(voiceQuery(i18n.language.replace(/-X[AB]$/, '')));
  const voice = status.data;
  return (
    <Row name={t('device_check.where')} judged={voice ? 'good' : 'waiting'} plain>
      {voice ? (
        <>
          <p>{t(`device_check.${earWord(voice)}`, { id: voice.ear.id ?? '' })}</p>
          <p>
            {t(
              `device_check.${voice.mouth.id === undefined ? 'mouth_none' : voice.mouth.local ? 'mouth_local' : 'mouth_cloud'}`,
              {
                id: voice.mouth.id ?? '',
              },
            )}
          </p>
        </>
      ) : (
        <p>{t('device_check.where_unknown')}</p>
      )}
    </Row>
  );
}

function earWord({ ear }: VoiceOffer) {
  if (ear.id === undefined) return voiceMemory().browserEar ? 'ear_browser' : 'ear_none';
  return ear.local ? 'ear_local' : 'ear_cloud';
}

function Row({
  name,
  judged,
  plain = false,
  children,
}: {
  name: string;
  judged: Judgement;
  /** Told, not judged. */
  plain?: boolean;
  children: ReactNode;
}) {
  return (
    <div className={classes.row}>
      <dt>
        {!plain && <Sign judged={judged} />}
        {name}
      </dt>
      <dd>{children}</dd>
    </div>
  );
}

/** The shapes of the verdicts: what is beside them says it in words. */
function Sign({ judged }: { judged: Judgement }) {
  return (
    <svg className={classes.sign} data-judged={judged} viewBox="0 0 16 16" width="14" height="14" aria-hidden="true">
      {judged === 'good' && <circle cx="8" cy="8" r="6" fill="currentColor" />}
      {judged === 'bad' && (
        <path d="M3.5 3.5l9 9m0-9l-9 9" stroke="currentColor" strokeWidth="2.2" strokeLinecap="round" />
      )}
      {(judged === 'waiting' || judged === 'weak') && (
        <circle cx="8" cy="8" r="5.2" fill="none" stroke="currentColor" strokeWidth="1.6" />
      )}
      {judged === 'weak' && <path d="M8 2.8a5.2 5.2 0 0 0 0 10.4z" fill="currentColor" />}
    </svg>
  );
}
