import { useTranslation } from '@sellmeapen/i18n';
import classes from './composer.module.css';
import type { SessionActions } from './use-session-actions';

export function HintNote({ thought }: { thought: SessionActions['thought'] }) {
  const { t } = useTranslation();
  if (!thought) return null;
  return (
    <p className={classes.hint} role="status">
      <b>{t('room.hint_title')}: </b>
      {thought.text}
    </p>
  );
}
