import { Button, TextInput } from '@mantine/core';
import type { ModelProvider } from '@sellmeapen/api-client';
import { useTranslation } from '@sellmeapen/i18n';
import { modelTrouble } from '../../shared/model-trouble';
import type { Draft } from './draft';
import classes from './models-page.module.css';
import { ModelPrice } from './model-price';

interface ModelFieldProps {
  draft: Draft;
  provider: ModelProvider | undefined;
  speaks: boolean;
  listed: { items: string[]; code?: string; vendor_words?: string } | undefined;
  busy: boolean;
  mayAsk: boolean;
  onList: () => void;
  onChange: (part: Partial<Draft>) => void;
}

/** The model by its vendor's name: chosen from what the vendor lists, or typed. */
export function ModelField({ draft, provider, speaks, listed, busy, mayAsk, onList, onChange }: ModelFieldProps) {
  const { t } = useTranslation();
  return (
    <div className={classes.model}>
      <div className={classes.withButton}>
        <TextInput
          name="model"
          dir="ltr"
          list="models-listed"
          label={t('models.form.model')}
          description={t('models.form.model_why')}
          value={draft.model}
          onChange={(event) => onChange({ model: event.target.value })}
          required
          maxLength={200}
          withAsterisk={false}
          autoComplete="off"
        />
        {provider?.lists_models && (
          <Button variant="default" loading={busy} disabled={!mayAsk} onClick={onList}>
            {t('models.form.list')}
          </Button>
        )}
      </div>
      <datalist id="models-listed">
        {listed?.items.map((model) => (
          <option key={model} value={model} />
        ))}
      </datalist>
      <p role="status" className="quiet small">
        {listed &&
          (listed.code
            ? `${t('models.test.failed')} ${t(`model_trouble.${modelTrouble(listed.code)}`)}. ${listed.vendor_words ?? ''}`
            : t('models.form.listed', { count: listed.items.length }))}
      </p>
      {draft.model.trim() !== '' && <ModelPrice draft={draft} />}
      {speaks && (
        <TextInput
          name="voice"
          dir="ltr"
          label={t('models.form.voice')}
          value={draft.voice}
          onChange={(event) => onChange({ voice: event.target.value })}
          maxLength={200}
        />
      )}
    </div>
  );
}
