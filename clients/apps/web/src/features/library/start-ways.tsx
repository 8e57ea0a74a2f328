import { Button, Checkbox } from '@mantine/core';
import type { Scenario } from '@sellmeapen/api-client';
import { useTranslation } from '@sellmeapen/i18n';
import { IconHeadphones, IconMicrophone } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useDeviceCheck } from '../../shared/device-check';
import { microphonesQuery, recordingRuleQuery, voiceQuery } from '../../shared/voice-api';
import { voiceLimits } from '../../shared/voice-limits';
import { rememberVoice, voiceMemory } from '../../shared/voice-memory';
import classes from './briefing-page.module.css';

export type Way = 'voice' | 'text';

/** How the conversation is held. Speaking comes first where there is a microphone and somebody to speak with. */
export function StartWays({
  scenario,
  language,
  busy,
  onStart,
}: {
  scenario: Scenario;
  /** That is spoken. */
  language: string;
  busy: Way | undefined;
  onStart: (way: Way) => void;
}) {
  const { t } = useTranslation();
  const check = useDeviceCheck();
  const { data: voice, isPending } = useQuery(voiceQuery(language));
  // Until it is known, the way most have: nothing changes places under a finger.
  const microphone = useQuery(microphonesQuery).data !== false;
  const speaks = voice?.mouth.id !== undefined;
  const hears = voice?.ear.id !== undefined;
  const { name } = scenario.persona;
  const told = voice && voiceLimits(voice);
  if (!speaks && !hears && !isPending) {
    return (
      <div className={classes.ways}>
        <Button type="submit" size="md" fullWidth loading={busy !== undefined}>
          {t('briefing.start')}
        </Button>
        {told && <p className={classes.consent}>{t(`voice.why.${told.why}`)}</p>}
      </div>
    );
  }
  const speak = async () => {
    const after = voiceMemory().checked ? 'voice' : await check();
    if (after === 'closed') return;
    rememberVoice({ way: after });
    onStart(after);
  };
  return (
    <div className={classes.ways}>
      <Button
        size="md"
        fullWidth
        variant={microphone ? 'filled' : 'default'}
        leftSection={microphone ? <IconMicrophone size={18} /> : <IconHeadphones size={18} />}
        disabled={isPending}
        loading={busy === 'voice'}
        onClick={() => void speak()}
      >
        {t(microphone ? 'briefing.speak_with' : 'briefing.hear', { name })}
      </Button>
      <Button
        type="submit"
        size="md"
        fullWidth
        variant={microphone ? 'default' : 'filled'}
        loading={busy === 'text'}
        onClick={() => rememberVoice({ way: 'text' })}
      >
        {t('briefing.start_text')}
      </Button>
      {told && (
        <p className={classes.consent} role="status">
          {t(`briefing.voice_${told.is}`, { why: t(`voice.why.${told.why}`), name })}
        </p>
      )}
      <Consent scenario={scenario} />
      <button type="button" className={classes.check} onClick={() => void check()}>
        {t('device_check.title')}
      </button>
    </div>
  );
}

/** What is recorded, who hears it, how long it is kept: told and decided before the first second. */
function Consent({ scenario }: { scenario: Scenario }) {
  const { t } = useTranslation();
  const rule = useQuery(recordingRuleQuery).data;
  const [record, setRecord] = useState(voiceMemory().record === true);
  if (!rule) return null;
  if (!rule.record_voice) return <p className={classes.consent}>{t('briefing.record_off')}</p>;
  return (
    <div className={classes.consent}>
      <Checkbox
        label={t('briefing.record')}
        checked={record}
        onChange={(event) => {
          setRecord(event.currentTarget.checked);
          rememberVoice({ record: event.currentTarget.checked });
        }}
      />
      <p>
        {t('briefing.record_what')} {t(`briefing.record_heard_by_${scenario.seen_by}`)}{' '}
        {t('briefing.record_kept', { count: rule.keep_recordings_days })}
      </p>
    </div>
  );
}
