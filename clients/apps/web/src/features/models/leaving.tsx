import { Checkbox } from '@mantine/core';
import { useTranslation } from '@sellmeapen/i18n';
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
  const shown = host && plainHost(host);
  return (
    <fieldset className={classes.leaving}>
      <legend>{t('models.form.leaves')}</legend>
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
    </fieldset>
  );
}
