import { PasswordInput } from '@mantine/core';
import { useTranslation } from '@sellmeapen/i18n';
import { useState } from 'react';
import classes from './password-field.module.css';
import { MIN_LENGTH, strengthOf } from './password-strength';

/** A new password with its rules said first and its strength shown as it grows. The server decides in the end. */
export function PasswordField({
  name,
  label,
  error,
  autoFocus,
}: {
  name: string;
  label: string;
  error?: string;
  autoFocus?: boolean;
}) {
  const { t } = useTranslation();
  const [value, setValue] = useState('');
  const strength = strengthOf(value);
  const word =
    strength === 'short'
      ? t('welcome.strength_short', { count: MIN_LENGTH - [...value].length })
      : t(`welcome.strength_${strength}`);
  return (
    <div className={classes.field}>
      <PasswordInput
        name={name}
        label={label}
        description={t('welcome.rules')}
        autoComplete="new-password"
        required
        withAsterisk={false}
        minLength={MIN_LENGTH}
        maxLength={256}
        value={value}
        onChange={(event) => setValue(event.target.value)}
        error={error}
        autoFocus={autoFocus ?? false}
      />
      {value !== '' && (
        <p className={classes.strength} data-strength={strength} aria-live="polite">
          <span className={classes.ink} aria-hidden="true" />
          <span className="sr">{t('welcome.strength_label')}: </span>
          {word}
        </p>
      )}
    </div>
  );
}
