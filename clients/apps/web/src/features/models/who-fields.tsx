import { NativeSelect, TextInput } from '@mantine/core';
import type { ModelProvider } from '@sellmeapen/api-client';
import { useTranslation } from '@sellmeapen/i18n';
import { emptyDraft, type Draft } from './draft';

interface WhoFieldsProps {
  draft: Draft;
  providers: ModelProvider[];
  /** The provider of an entry stays; another one is another entry. */
  fixed: boolean;
  onChange: (part: Partial<Draft>) => void;
}

export function WhoFields({ draft, providers, fixed, onChange }: WhoFieldsProps) {
  const { t } = useTranslation();
  const provider = providers.find(({ id }) => id === draft.provider);
  return (
    <>
      <NativeSelect
        name="provider"
        label={t('models.form.who')}
        description={provider && t('models.form.region_said', { region: provider.region })}
        value={draft.provider}
        disabled={fixed}
        onChange={(event) => onChange(emptyDraft(event.target.value))}
        data={
          provider || !fixed
            ? providers.map(({ id, title }) => ({ value: id, label: title }))
            : [{ value: draft.provider, label: draft.provider }]
        }
      />
      <TextInput
        name="base_url"
        type="url"
        dir="ltr"
        label={t('models.form.base_url')}
        description={
          provider?.base_url
            ? t('models.form.base_url_usual', { url: provider.base_url })
            : provider?.base_hint
              ? t('models.form.base_url_like', { url: provider.base_hint })
              : t('models.form.base_url_own')
        }
        value={draft.baseUrl}
        onChange={(event) => onChange({ baseUrl: event.target.value })}
        required={!provider?.base_url}
        maxLength={500}
        withAsterisk={false}
        autoComplete="off"
      />
    </>
  );
}
