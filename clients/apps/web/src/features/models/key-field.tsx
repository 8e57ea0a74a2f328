import { NativeSelect, PasswordInput } from '@mantine/core';
import type { ModelKey, ModelProvider } from '@sellmeapen/api-client';
import { useTranslation } from '@sellmeapen/i18n';
import { useQuery } from '@tanstack/react-query';
import type { Draft } from './draft';
import classes from './models-page.module.css';
import { keysQuery } from './use-setup';

/** One of the keys that are kept, by their ending; or a new one, which is never shown again. */
export function KeyField({
  draft,
  provider,
  onChange,
}: {
  draft: Draft;
  provider: ModelProvider | undefined;
  onChange: (part: Partial<Draft>) => void;
}) {
  const { t } = useTranslation();
  const keys = useQuery(keysQuery).data?.items ?? [];
  const label = (key: ModelKey) =>
    key.ending
      ? t('models.form.key_option', { name: key.name, ending: key.ending })
      : t('models.form.key_option_bare', { name: key.name });
  const needed = provider?.needs_key ?? true;
  return (
    <div className={classes.pair}>
      <NativeSelect
        name="key_id"
        label={t('models.form.key')}
        value={draft.keyId}
        onChange={(event) => onChange({ keyId: event.target.value, newKey: '' })}
        data={[
          { value: '', label: t(needed ? 'models.form.key_new' : 'models.form.key_none') },
          ...keys.map((key) => ({ value: key.id, label: label(key) })),
        ]}
      />
      {draft.keyId === '' && (
        <PasswordInput
          name="new_key"
          label={t('models.form.key_value')}
          description={[provider?.key_hint, t('models.form.key_value_why')].filter(Boolean).join('. ')}
          value={draft.newKey}
          onChange={(event) => onChange({ newKey: event.target.value })}
          required={needed}
          withAsterisk={false}
          maxLength={8192}
          autoComplete="off"
          dir="ltr"
        />
      )}
    </div>
  );
}
