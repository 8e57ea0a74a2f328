import { Button, TextInput } from '@mantine/core';
import { body, type JudgeComparison } from '@sellmeapen/api-client';
import { useFormats, useTranslation } from '@sellmeapen/i18n';
import { VerdictMark } from '@sellmeapen/ui';
import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../../shared/api';
import { modelTrouble } from '../../shared/model-trouble';
import { Trouble } from '../../shared/problem';
import classes from './models-page.module.css';

const judgeQuery = queryOptions({
  queryKey: ['models', 'judge'],
  queryFn: () => body(api.GET('/api/v1/organisation/judge')),
  refetchInterval: (query) => (query.state.data?.running ? 2_000 : false),
});

/** Whether the model that is set up for judging was compared with people; before that it does not judge. */
export function JudgeComparison() {
  const { t } = useTranslation();
  const queryClient = useQueryClient();
  const judge = useQuery(judgeQuery);
  const [reason, setReason] = useState('');
  const compare = useMutation({
    mutationFn: (why: string) =>
      body(
        api.POST('/api/v1/organisation/judge/comparisons', {
          body: why.trim() === '' ? {} : { reason: why.trim() },
        }),
      ),
    onSuccess: (now) => queryClient.setQueryData(judgeQuery.queryKey, now),
  });
  if (!judge.data) return null;
  const { golden, conversations, running, failed, comparisons } = judge.data;
  const refused = comparisons[0]?.admitted === false;
  return (
    <div className={classes.tested}>
      <p>{t(`models.judge.on_${golden}`, { count: conversations })}</p>
      {comparisons.length === 0 && <p className={classes.warning}>{t('models.judge.never')}</p>}
      {comparisons.slice(0, 3).map((one) => (
        <Compared key={one.judge} one={one} />
      ))}
      <div role="status">
        {running && <p className="quiet">{t('models.judge.running', { count: conversations })}</p>}
        {!running && failed && (
          <p className={classes.warning}>
            {t('models.judge.failed', { why: t(`model_trouble.${modelTrouble(failed)}`) })}
          </p>
        )}
      </div>
      {refused && !running && (
        <TextInput
          name="reason"
          label={t('models.judge.reason')}
          description={t('models.judge.reason_why')}
          value={reason}
          maxLength={500}
          onChange={(event) => setReason(event.target.value)}
        />
      )}
      {compare.error && <Trouble error={compare.error} />}
      <div className={classes.actions}>
        <Button variant="default" loading={running || compare.isPending} onClick={() => compare.mutate(reason)}>
          {t(refused && reason.trim() !== '' ? 'models.judge.despite' : 'models.judge.compare')}
        </Button>
      </div>
    </div>
  );
}

function Compared({ one }: { one: JudgeComparison }) {
  const { t } = useTranslation();
  const { day, percent } = useFormats();
  return (
    <p className={classes.verdict}>
      <VerdictMark verdict={one.admitted ? 'yes' : 'no'} />
      <span>
        <b dir="ltr">{one.judge}</b> {t(one.admitted ? 'models.judge.judges' : 'models.judge.does_not')}{' '}
        <span className="num">
          {t('models.judge.agrees', {
            day: day(one.compared_at),
            agreement: percent(one.agreement),
            before: percent(one.before),
          })}
        </span>{' '}
        {t(`models.judge.set_${one.golden}`, { count: one.conversations })}{' '}
        {one.own_share !== undefined && (
          <span className="num">{t('models.judge.own_share', { share: percent(one.own_share) })}</span>
        )}
        {one.reason && ` ${t('models.judge.because', { reason: one.reason })}`}
      </span>
    </p>
  );
}
