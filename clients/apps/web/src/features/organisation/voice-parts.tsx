import type { VoiceOffer, VoicePart } from '@sellmeapen/api-client';
import { useTranslation } from '@sellmeapen/i18n';
import { Blank, Section } from '@sellmeapen/ui';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Loaded } from '../../shared/loaded';
import { useMay } from '../../shared/me';
import { EarTest } from './ear-test';
import { voiceQuery } from '../../shared/voice-api';
import { whyWord } from '../../shared/why';
import classes from './voice-parts.module.css';

/** What hears and what speaks here, what of it leaves the house, and how an ear is added. */
export function VoiceParts() {
  const { t, i18n } = useTranslation();
  const rehearses = useMay('rehearse');
  // The invented languages have no voice; they borrow one.
  const voice = useQuery({ ...voiceQuery(i18n.language.replace(/-X[AB]$/, '')), enabled: rehearses });
  if (!rehearses) return null;
  return (
    <Section title={t('organisation.voice.title')}>
      <p className="quiet">{t('organisation.voice.lead')}</p>
      <Loaded query={voice} blank={<Blank lines={3} height="3rem" />}>
        {(offer) => <Parts offer={offer} />}
      </Loaded>
    </Section>
  );
}

function Parts({ offer: { ear, mouth, relay } }: { offer: VoiceOffer }) {
  const { t, i18n } = useTranslation();
  const administers = useMay('manage_organisation');
  const language = new Intl.DisplayNames([i18n.language], { type: 'language' }).of(i18n.language) ?? i18n.language;
  return (
    <>
      <dl className={classes.parts}>
        <Part name={t('organisation.voice.ear')} what={t('organisation.voice.ear_what')} part={ear}>
          {ear.id
            ? t(ear.local ? 'organisation.voice.local' : 'organisation.voice.away')
            : `${ear.why === 'language-not-understood' ? `${t('voice.why.language-not-understood')} ` : ''}${t('organisation.voice.no_ear')}`}
        </Part>
        <Part name={t('organisation.voice.mouth')} what={t('organisation.voice.mouth_what')} part={mouth}>
          {mouth.id
            ? t(mouth.local ? 'organisation.voice.local' : 'organisation.voice.mouth_away')
            : mouth.why === 'language-not-spoken' || mouth.why === 'language-not-intelligible'
              ? t('organisation.voice.no_mouth_language', { language })
              : `${t(`voice.why.${whyWord(mouth.why)}`)} ${t('organisation.voice.no_mouth')}`}
          {mouth.quality && ` ${t(`organisation.voice.quality_${mouth.quality}`)}`}
        </Part>
        {relay && (
          <Part name={t('organisation.voice.relay')} what={t('organisation.voice.relay_what')} part={{ id: relay }}>
            {t('organisation.voice.away')}
          </Part>
        )}
      </dl>
      {ear.id && administers && <EarTest />}
      <details className={classes.add} open={!ear.id}>
        <summary>{t('organisation.voice.add_title')}</summary>
        <p>{t('organisation.voice.add_what')}</p>
        <dl>
          <dt>{t('organisation.voice.add_compatible')}</dt>
          <dd>
            <code>SELLMEAPEN_EAR=compatible</code>
            <code>SELLMEAPEN_EAR_URL=http://127.0.0.1:8000</code>
            <code>SELLMEAPEN_EAR_MODEL=whisper-1</code>
          </dd>
          <dt>{t('organisation.voice.add_vosk')}</dt>
          <dd>
            <code>SELLMEAPEN_EAR=vosk</code>
            <code>SELLMEAPEN_EAR_URL=ws://127.0.0.1:2700</code>
          </dd>
          <dt>{t('organisation.voice.add_key')}</dt>
          <dd>
            <code>SELLMEAPEN_EAR_KEY</code>
          </dd>
        </dl>
      </details>
    </>
  );
}

function Part({ name, what, part, children }: { name: string; what: string; part: VoicePart; children: ReactNode }) {
  return (
    <div className={classes.part}>
      <dt>
        {name}
        <span className="quiet small">{what}</span>
      </dt>
      <dd>
        {part.id && <b dir="ltr">{part.id}</b>}
        <span>{children}</span>
      </dd>
    </div>
  );
}
