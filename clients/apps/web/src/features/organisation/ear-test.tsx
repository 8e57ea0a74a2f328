import { Button } from '@mantine/core';
import { isRefusal } from '@sellmeapen/api-client';
import { useFormats, useTranslation } from '@sellmeapen/i18n';
import { useMutation } from '@tanstack/react-query';
import { send } from '../../shared/api';
import { Trouble } from '../../shared/problem';
import classes from './voice-parts.module.css';

const VERDICTS = ['good', 'fair', 'poor', 'failed', 'not_run'] as const;

interface SelfTest {
  verdict: string;
  word_error_rate?: number;
  real_time_factor?: number;
  heard?: string;
  provider?: string;
}

const runSelfTest = async () =>
  (await (
    await send(new Request(new URL('/api/v1/voice/self-test', location.origin), { method: 'POST' }))
  ).json()) as SelfTest;

/** Plays the ear a clip whose words are known. A server that has no such test is not asked twice. */
export function EarTest() {
  const { t } = useTranslation();
  const test = useMutation({ mutationFn: runSelfTest });
  if (isRefusal(test.error) && test.error.status === 404) return null;
  return (
    <div className={classes.test}>
      <div>
        <Button variant="default" loading={test.isPending} onClick={() => test.mutate()}>
          {t('organisation.voice.test')}
        </Button>
      </div>
      <p className="quiet small" role="status">
        {t(test.isPending ? 'organisation.voice.testing' : 'organisation.voice.test_what')}
      </p>
      {test.error && <Trouble error={test.error} />}
      {test.data && <Result test={test.data} />}
    </div>
  );
}

function Result({ test }: { test: SelfTest }) {
  const { t } = useTranslation();
  const { percent, number } = useFormats();
  const verdict = VERDICTS.find((one) => one === test.verdict) ?? 'failed';
  return (
    <div role="status">
      <p>
        <b>{t(`organisation.voice.verdict.${verdict}`)}</b>
      </p>
      <dl className={classes.figures}>
        {test.word_error_rate !== undefined && (
          <Figure name={t('organisation.voice.word_error_rate')}>{percent(test.word_error_rate)}</Figure>
        )}
        {test.real_time_factor !== undefined && (
          <Figure name={t('organisation.voice.real_time_factor')}>
            {t('organisation.voice.real_time_value', { s: number(test.real_time_factor, 2) })}
          </Figure>
        )}
        {test.provider && <Figure name={t('organisation.voice.provider')}>{test.provider}</Figure>}
        {test.heard && <Figure name={t('organisation.voice.heard')}>“{test.heard}”</Figure>}
      </dl>
    </div>
  );
}

function Figure({ name, children }: { name: string; children: React.ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd className="num" dir="auto">
        {children}
      </dd>
    </div>
  );
}
