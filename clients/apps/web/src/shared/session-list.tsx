import type { SessionLine } from '@sellmeapen/api-client';
import { useFormats, useTranslation } from '@sellmeapen/i18n';
import { LevelStrokes } from '@sellmeapen/ui';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import classes from './session-list.module.css';

export interface SessionListProps {
  lines: SessionLine[];
  /** Name the person: in a manager's list. */
  named?: boolean;
  before?: (line: SessionLine) => ReactNode;
}

/** Sessions as lines in a ledger: what, how hard, when, how it ended, the score. */
export function SessionList({ lines, named, before }: SessionListProps) {
  return (
    <ul className={classes.list}>
      {lines.map((line) => (
        <li key={line.id} className={classes.row} data-led={before ? true : undefined}>
          {before?.(line)}
          <SessionRow line={line} named={named ?? false} />
        </li>
      ))}
    </ul>
  );
}

function SessionRow({ line, named }: { line: SessionLine; named: boolean }) {
  const { t } = useTranslation();
  const { day } = useFormats();
  const running = line.stage === 'lobby' || line.stage === 'live' || line.stage === 'paused';
  const at = line.ended_at ?? line.started_at;
  const meta = [
    line.scenario.persona_name,
    line.retry_of && t('common.retry_badge', { n: line.retry_of.turn + 1 }),
    at && day(at),
  ].filter(Boolean);
  return (
    <>
      <div className={classes.what}>
        {running ? (
          <Link to="/room/$sessionId" params={{ sessionId: line.id }} className={classes.title}>
            {line.scenario.title}
          </Link>
        ) : (
          <Link to="/sessions/$id" params={{ id: line.id }} className={classes.title}>
            {line.scenario.title}
          </Link>
        )}
        <span className={classes.meta}>
          {named && <strong>{line.person.name} · </strong>}
          {meta.join(' · ')}
        </span>
      </div>
      <span className={classes.level}>
        <LevelStrokes level={line.level} />
      </span>
      <span className={classes.outcome}>{line.outcome ? t(`outcome.${line.outcome}`) : t(`stage.${line.stage}`)}</span>
      <span className={`${classes.total} num`}>
        {line.total === undefined ? (
          <span className="quiet small">{running ? '' : t('score.none')}</span>
        ) : (
          <>
            <b>{line.total}</b>
            {line.band && <small>{t('score.band_short', line.band)}</small>}
          </>
        )}
      </span>
    </>
  );
}
