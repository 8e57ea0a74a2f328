import { Checkbox } from '@mantine/core';
import { useTranslation } from '@sellmeapen/i18n';
import { useId } from 'react';
import { plainHost, type FunctionName } from '../../shared/hosts';
import { isInWords } from './draft';
import classes from './models-page.module.css';

interface LeavingProps {
  function: FunctionName;
  host: string | undefined;
  allowed: boolean;
  ticked: boolean;
  onTick: (yes: boolean) => void;
  redact: boolean;
  onRedact: (yes: boolean) => void;
}

/** What will leave the building, in plain words, and the leave to do so. */
export function Leaving({ function: name, host, allowed, ticked, onTick, redact, onRedact }: LeavingProps) {
  const { t } = useTranslation();
  // A fieldset's border would begin in the middle of a legend of two lines.
  const title = useId();
  const shown = host && plainHost(host);
  return (
    <div role="group" aria-labelledby={title} className={classes.leaving}>
      <p id={title} className={classes.leavingTitle}>
        {t('models.form.leaves')}
      </p>
      <p>{t(`models.leaves.${name}`)}</p>
      {isInWords(name) && (
        <Checkbox
          name="redact"
          label={t('models.form.redact')}
          description={t(name === 'embed' ? 'models.form.redact_embed' : 'models.form.redact_why')}
          checked={redact}
          onChange={(event) => onRedact(event.target.checked)}
        />
      )}
      {host === undefined ? (
        <p className="quiet">{t('models.form.no_host')}</p>
      ) : allowed ? (
        <p className="quiet">{t('models.form.allowed', { host: shown })}</p>
      ) : (
        <Checkbox
          name="allow"
          label={t('models.form.allow', { host: shown, purpose: t(`models.purpose.${name}`) })}
          checked={ticked}
          onChange={(event) => onTick(event.target.checked)}
        />
      )}
    </div>
  );
}
