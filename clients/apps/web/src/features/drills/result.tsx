import type { DrillCheck, DrillTakeResult } from '@sellmeapen/api-client';
import { useFormats, useTranslation } from '@sellmeapen/i18n';
import classes from './drills.module.css';
import { aimOf, mostlyUnheard } from './take';

/** A take beside its aims. */
export function Result({ result, kind }: { result: DrillTakeResult; kind: string }) {
  const { t } = useTranslation();
  const { day } = useFormats();
  const { take, passed } = result;
  const unheard = mostlyUnheard(take.checks);
  const missing = take.checks.some(({ value }) => value === undefined);
  return (
    <div className={classes.result} role="status" data-kind={kind}>
      <p>
        <b className={`${classes.score} num`}>{take.score}</b> <span className="quiet">{t('said.of_100')}</span>
      </p>
      <p data-passed={passed && !unheard} className={classes.verdict}>
        {unheard ? (
          t('drills.unheard')
        ) : (
          <>
            <Shape passed={passed} /> {t(passed ? 'drills.passed' : 'drills.not_passed')}
          </>
        )}{' '}
        {t('drills.next', { when: day(result.due_at) })}
      </p>
      <ul className={classes.checks}>
        {take.checks.map((check) => (
          <Check key={check.says} check={check} />
        ))}
      </ul>
      {missing && <p className="quiet small">{t('drills.not_measured_why')}</p>}
    </div>
  );
}

/** Never colour alone: a full disc, or a ring. */
function Shape({ passed }: { passed: boolean }) {
  return (
    <svg viewBox="0 0 14 14" width="14" height="14" aria-hidden="true">
      <circle cx="7" cy="7" r="5" className={passed ? classes.full : classes.ring} />
    </svg>
  );
}

function Check({ check }: { check: DrillCheck }) {
  const { t } = useTranslation();
  const { number } = useFormats();
  const aim = aimOf(check);
  const n = (value: number) => number(value, 2);
  return (
    <li>
      <span className={classes.says} dir="auto">
        {check.says}
      </span>
      <span>
        <small className="quiet">{t('drills.yours')}</small>
        <b className="num">{check.value === undefined ? t('drills.not_measured') : n(check.value)}</b>
      </span>
      <span>
        <small className="quiet">{t('drills.aim')}</small>
        <span className="num">
          {aim?.is === 'between'
            ? t('drills.aim_between', { low: n(aim.low), high: n(aim.high) })
            : aim?.is === 'least'
              ? t('drills.aim_least', { n: n(aim.n) })
              : aim && t('drills.aim_most', { n: n(aim.n) })}
        </span>
      </span>
      <span>
        <small className="quiet">{t('drills.points')}</small>
        <span className="num">
          {check.points === undefined
            ? t('said.counts_not')
            : t('common.of', { n: number(check.points, 1), of: check.of })}
        </span>
      </span>
    </li>
  );
}
