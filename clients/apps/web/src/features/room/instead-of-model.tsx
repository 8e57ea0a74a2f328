import type { Turn } from '@sellmeapen/api-client';
import { useTranslation } from '@sellmeapen/i18n';
import classes from './dialogue.module.css';

/** Says it plainly where the built-in words stand because a model's could not be had. */
export function InsteadOfModel({ turn }: { turn: Turn }) {
  const { t } = useTranslation();
  if (!turn.instead_of_model) return null;
  return (
    <span className={classes.instead} data-instead={turn.instead_of_model}>
      {t(`room.instead_of_model.${turn.instead_of_model === 'both' ? 'both' : 'built_in'}`, {
        why: t(`model_away.${turn.instead_because ?? 'unfit'}`),
      })}
    </span>
  );
}
