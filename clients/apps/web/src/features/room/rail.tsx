import type { Session } from '@sellmeapen/api-client';
import { useFormats, useTranslation } from '@sellmeapen/i18n';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import classes from './rail.module.css';
import { useClock } from './use-clock';

const PHASES = ['greeting', 'discovery', 'positioning', 'closing'] as const;
const SLOW_MS = 1500;

/** The thin line at the top: phases as stretches, time as ink that runs along it. */
export function Rail({
  session,
  countedAt,
  children,
}: {
  session: Session;
  countedAt: number;
  /** Signs of the line: how fast it is, whether it is recorded. */
  children: ReactNode;
}) {
  const { t } = useTranslation();
  const { clock } = useFormats();
  const elapsed = useClock(session.elapsed_s, countedAt, session.stage === 'live');
  const share = Math.min(1, elapsed / session.time_limit_s);
  return (
    <header className={classes.rail}>
      <div className={classes.row}>
        <Link to="/" className={classes.leave} title={t('room.leave_hint')}>
          {t('room.leave')}
        </Link>
        <ol className={classes.phases}>
          {PHASES.map((phase) => (
            <li key={phase} aria-current={session.phase === phase ? 'step' : undefined}>
              {t(`phase.${phase}`)}
            </li>
          ))}
        </ol>
        <span className={`${classes.time} num`}>
          <span className="sr">{t('room.time')} </span>
          {t('room.elapsed', { clock: clock(elapsed), limit: clock(session.time_limit_s) })}
          {children}
        </span>
      </div>
      <div className={classes.line} aria-hidden="true">
        <span style={{ inlineSize: `${share * 100}%` }} />
      </div>
    </header>
  );
}

/** How long an answer took to begin, as a dot. */
export function ConnectionDot({ latencyMs }: { latencyMs: number | undefined }) {
  const { t } = useTranslation();
  const quality = latencyMs === undefined ? 'none' : latencyMs > SLOW_MS ? 'slow' : 'good';
  const connection = t(`room.latency_${quality}`, { ms: latencyMs ?? 0 });
  return <span className={classes.dot} data-quality={quality} role="img" aria-label={connection} title={connection} />;
}
