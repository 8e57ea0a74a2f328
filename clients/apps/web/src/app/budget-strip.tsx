import { useFormats, useTranslation } from '@sellmeapen/i18n';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useMay } from '../shared/me';
import { modelsStateQuery } from '../shared/outside';
import classes from './shell.module.css';

/** Administrators are told on every page that a model comes near its cap, or reached it. */
export function BudgetStrip() {
  const { t } = useTranslation();
  const { list } = useFormats();
  const administers = useMay('manage_organisation');
  const state = useQuery({ ...modelsStateQuery, enabled: administers });
  const entries = state.data?.functions.flatMap((one) => one.entries) ?? [];
  const reached = entries.filter((one) => one.budget_spent);
  const near = entries.filter((one) => one.warning && !one.budget_spent);
  if (!administers || reached.length + near.length === 0) return null;
  const names = (some: typeof entries) => list([...new Set(some.map(({ model }) => model))]);
  return (
    <aside className={classes.strip} data-kind={reached.length > 0 ? 'reached' : 'near'} aria-label={t('strip.label')}>
      <span role="status">
        {reached.length > 0 && `${t('strip.reached', { count: reached.length, names: names(reached) })} `}
        {near.length > 0 && `${t('strip.near', { count: near.length, names: names(near) })} `}
      </span>
      <Link to="/models">{t('strip.look')}</Link>
    </aside>
  );
}
