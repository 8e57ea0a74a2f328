import type { Debrief } from '@sellmeapen/api-client';
import { useFormats, useTranslation } from '@sellmeapen/i18n';
import type { ReactNode } from 'react';
import classes from './figures.module.css';

/** Counted, not judged. Each figure says how it was counted. */
export function FigureList({ debrief }: { debrief: Debrief }) {
  const { t } = useTranslation();
  const { percent, number, list } = useFormats();
  const { figures, session, scorecard } = debrief;
  const sells = session.seat === 'seller';
  const longest = figures.longest_monologue;
  const missing = scorecard?.not_available ?? [];
  return (
    <>
      <dl className={classes.figures}>
        {figures.rep_word_share === undefined ? (
          <Figure name={t('debrief.share')} how={t('debrief.share_none')}>
            {t('debrief.not_measured')}
          </Figure>
        ) : (
          <Figure name={t('debrief.share')} how={t('debrief.share_how')}>
            {percent(sells ? figures.rep_word_share : 1 - figures.rep_word_share)}
          </Figure>
        )}
        <Figure
          name={t(sells ? 'debrief.questions' : 'debrief.questions_seller')}
          how={t(sells ? 'debrief.questions_how' : 'debrief.questions_seller_how')}
        >
          {number(figures.rep_questions)}
        </Figure>
        {longest && (
          <Figure
            name={t('debrief.monologue')}
            how={<a href={`#turn-${longest.turn}`}>{t('common.turn', { n: longest.turn + 1 })}</a>}
          >
            {t('debrief.monologue_value', { count: longest.words })}
          </Figure>
        )}
        <Figure name={t('debrief.phases')} how={list(figures.phases_reached.map((phase) => t(`phase.${phase}`)))}>
          {t('debrief.phases_value', { n: figures.phases_reached.length })}
        </Figure>
        <Figure name={t('debrief.turns')}>{number(figures.turns)}</Figure>
        <Figure name={t('debrief.hints')} how={session.hints.map(({ text }) => text).join(' · ')}>
          {session.hints_used === 0 ? t('debrief.hints_none') : number(session.hints_used)}
        </Figure>
      </dl>
      {missing.length > 0 && (
        <p className="quiet small">
          {t('debrief.not_available')}: {missing.map(({ name, reason }) => `${name} (${reason})`).join('; ')}
        </p>
      )}
    </>
  );
}

function Figure({ name, how, children }: { name: string; how?: ReactNode; children: ReactNode }) {
  return (
    <div className={classes.figure}>
      <dt>{name}</dt>
      <dd className={`${classes.value} num`}>{children}</dd>
      {how && <dd className={classes.how}>{how}</dd>}
    </div>
  );
}
