import type { Debrief, Scorecard } from '@sellmeapen/api-client';
import { moreWords, useTranslation } from '@sellmeapen/i18n';
import { BandLine } from '@sellmeapen/ui';
import { lazy, Suspense } from 'react';
import { RetryButton } from './retry-button';
import classes from './verdict.module.css';

const JudgedBy = lazy(async () => {
  const [part] = await Promise.all([import('./judged-by'), moreWords()]);
  return { default: part.JudgedBy };
});

/** The head of the letter: the score with its band, the outcome in the buyer's words, and one thing to fix. */
export function Verdict({ debrief, scorecard }: { debrief: Debrief; scorecard: Scorecard }) {
  const { t } = useTranslation();
  const { session } = debrief;
  const { fix_first: fix, ending } = scorecard;
  return (
    <div className={classes.verdict}>
      <Total scorecard={scorecard} />
      <div className={classes.outcome}>
        <p className={classes.label}>{t(`outcome.${scorecard.outcome}`)}</p>
        {ending && (
          <figure>
            <blockquote dir="auto">
              <a href={`#turn-${ending.turn}`}>“{ending.sentence}”</a>
            </blockquote>
            <figcaption>
              {session.scenario.persona.name}, {t('common.turn', { n: ending.turn + 1 })}
            </figcaption>
          </figure>
        )}
      </div>
      {fix && (
        <section className={classes.fix}>
          <p className={classes.label}>{t('debrief.fix')}</p>
          <h2>{fix.name}</h2>
          <p dir="auto">{fix.why}</p>
          {fix.better_line && (
            <p className={classes.line}>
              {t('debrief.fix_say')}: “{fix.better_line}”
            </p>
          )}
          {fix.turn !== undefined && debrief.may.retry && (
            <div>
              <RetryButton sessionId={session.id} turn={fix.turn}>
                {t('debrief.retry')}
              </RetryButton>
            </div>
          )}
        </section>
      )}
    </div>
  );
}

function Total({ scorecard }: { scorecard: Scorecard }) {
  const { t } = useTranslation();
  const { total, band, criteria } = scorecard;
  const observed = criteria.filter(({ verdict }) => verdict !== 'not_observed');
  const points = observed.reduce((sum, one) => sum + one.points, 0);
  const of = observed.reduce((sum, one) => sum + one.of, 0);
  return (
    <div className={classes.total}>
      <p className={classes.label}>{t('debrief.score')}</p>
      {total === undefined ? (
        <>
          <p className={classes.number}>–</p>
          <p className="quiet small">
            {scorecard.not_available.find(({ name }) => name === 'total')?.reason ?? t('debrief.no_total_why')}
          </p>
        </>
      ) : (
        <>
          <p className={`${classes.number} num`}>
            {total}
            {band && <small>{t('score.band_short', band)}</small>}
          </p>
          {band && <BandLine total={total} low={band.low} high={band.high} />}
        </>
      )}
      {scorecard.made?.review && <p className={classes.review}>{t('debrief.judge_review')}</p>}
      <details className={classes.how}>
        <summary>{t('debrief.how')}</summary>
        {total !== undefined && <p className="num">{t('debrief.how_sum', { points, of, total })}</p>}
        <p>{t('debrief.how_band')}</p>
        <p>
          {t('debrief.how_rubric', {
            rubric: scorecard.rubric,
            judge: scorecard.judge,
            revision: scorecard.revision ?? 1,
          })}
          {scorecard.by === 'person' && ` ${t('debrief.by_person')}`}
        </p>
        {scorecard.made && (
          <Suspense fallback={null}>
            <JudgedBy made={scorecard.made} />
          </Suspense>
        )}
      </details>
    </div>
  );
}
