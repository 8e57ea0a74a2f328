import type { Session } from '@sellmeapen/api-client';
import { useTranslation } from '@sellmeapen/i18n';
import { LinkButton } from '../../shared/link-button';
import classes from './room-page.module.css';

/** The conversation is over: how, and the way to the debrief. */
export function Tail({ session }: { session: Session }) {
  const { t } = useTranslation();
  const name = session.scenario.persona.name;
  return (
    <div className={classes.paused} role="status">
      <p>
        <b>{session.outcome ? t(`outcome.${session.outcome}`) : t('room.over')}.</b>{' '}
        {session.end_reason ? t(`room.end_${session.end_reason}`, { name }) : t('room.over')}
      </p>
      <LinkButton to="/sessions/$id" params={{ id: session.id }} autoFocus>
        {t('room.to_debrief')}
      </LinkButton>
    </div>
  );
}
