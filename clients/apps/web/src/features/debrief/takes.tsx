import type { Debrief, Take } from '@sellmeapen/api-client';
import { useFormats, useTranslation } from '@sellmeapen/i18n';
import { Link } from '@tanstack/react-router';
import classes from './figures.module.css';

/** All takes of this conversation, first and retried, each to be read or laid beside this one. */
export function Takes({ debrief }: { debrief: Debrief }) {
  const { t } = useTranslation();
  const { moment } = useFormats();
  const here = debrief.session.id;
  const takeName = ({ retry_of: of }: Take) =>
    of ? t('debrief.take_from', { n: of.turn + 1 }) : t('debrief.take_first');
  return (
    <ul className={classes.takes}>
      {debrief.takes.map((take) => (
        <li key={take.session_id}>
          <b className="num">{take.total ?? '–'}</b>
          {take.session_id === here ? (
            <span>
              {takeName(take)} ({t('debrief.take_this')})
            </span>
          ) : (
            <Link to="/sessions/$id" params={{ id: take.session_id }}>
              {takeName(take)}
            </Link>
          )}
          <span className="quiet small">
            {take.outcome && `${t(`outcome.${take.outcome}`)} · `}
            {moment(take.started_at)}
          </span>
          {take.session_id !== here && (
            <Link to="/sessions/$id/compare/$other" params={{ id: here, other: take.session_id }} className="no-print">
              {t('debrief.compare')}
            </Link>
          )}
        </li>
      ))}
    </ul>
  );
}
