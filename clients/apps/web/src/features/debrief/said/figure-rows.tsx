import type { SessionSpeech, SpeechReport } from '@sellmeapen/api-client';
import { useTranslation } from '@sellmeapen/i18n';
import { useFigureWords, type FigureName } from '../../../shared/speech';
import figures from '../figures.module.css';
import { whyOwnFillersUncounted, whyOwnPaceEstimated } from './timeline';

const SHOWN = [
  'words_per_minute',
  'fillers_per_minute',
  'mean_pause_s',
  'long_pauses_per_minute',
  'longest_monologue_s',
  'talk_ratio',
  'interruptions',
  'mean_response_delay_s',
] as const satisfies FigureName[];

/** In a typed conversation nobody spoke: what only sound can tell is not measured, and never nothing. */
const ONLY_BY_EAR = ['words_per_minute', 'mean_pause_s', 'long_pauses_per_minute', 'mean_response_delay_s'] as const;

/** Every figure of the session beside what is usual for the person. */
export function FigureRows({ speech }: { speech: SessionSpeech }) {
  const { t } = useTranslation();
  const { nameOf, numberOf, valueOf } = useFigureWords();
  const { figures: values = {}, usual = {}, report } = speech;
  return (
    <dl className={figures.figures}>
      {SHOWN.map((name) => {
        const value = values[name];
        const own = usual[name];
        const estimated = name === 'words_per_minute' && report ? whyOwnPaceEstimated(report) : undefined;
        return (
          <div key={name} className={figures.figure}>
            <dt>{nameOf(name)}</dt>
            <dd className={`${figures.value} num`} data-absent={value === undefined || undefined}>
              {value === undefined ? t('said.not_measured') : `${estimated ? '≈ ' : ''}${valueOf(name, value)}`}
            </dd>
            <dd className={figures.how}>
              {value === undefined
                ? report && whyAbsent(name, report)
                : own && t('said.usual_short', { low: numberOf(name, own.low), high: valueOf(name, own.high) })}
              {value !== undefined && estimated && <bdi className={figures.because}>{estimated}</bdi>}
            </dd>
          </div>
        );
      })}
    </dl>
  );
}

/** Under which name the report says why a figure is missing. */
const REASON_OF: Record<(typeof SHOWN)[number], string> = {
  words_per_minute: 'words_per_minute',
  fillers_per_minute: 'fillers_per_minute',
  mean_pause_s: 'pauses.mean_s',
  long_pauses_per_minute: 'pauses',
  longest_monologue_s: 'longest_monologue_s',
  talk_ratio: 'talk_ratio',
  interruptions: 'interruptions',
  mean_response_delay_s: 'response_delays.mean_s',
};

const whyAbsent = (name: (typeof SHOWN)[number], report: SpeechReport) =>
  name === 'fillers_per_minute'
    ? whyOwnFillersUncounted(report)
    : report.not_available.find((one) => one.name === REASON_OF[name])?.reason;

export function NotMeasured({ why }: { why: string }) {
  const { t } = useTranslation();
  const { nameOf } = useFigureWords();
  return (
    <>
      <p>{why}</p>
      <dl className={figures.figures}>
        {ONLY_BY_EAR.map((name) => (
          <div key={name} className={figures.figure}>
            <dt>{nameOf(name)}</dt>
            <dd className={figures.value} data-absent>
              {t('said.not_measured')}
            </dd>
          </div>
        ))}
      </dl>
    </>
  );
}
