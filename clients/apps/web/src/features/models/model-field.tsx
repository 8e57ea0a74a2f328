import { Button, TextInput } from '@mantine/core';
import type { ModelProvider } from '@sellmeapen/api-client';
import { useTranslation } from '@sellmeapen/i18n';
import type { FunctionName } from '../../shared/hosts';
import { modelTrouble } from '../../shared/model-trouble';
import type { Draft } from './draft';
import classes from './models-page.module.css';
import { ModelPrice } from './model-price';

interface ModelFieldProps {
  draft: Draft;
  provider: ModelProvider | undefined;
  function: FunctionName;
  listed: { items: string[]; code?: string; vendor_words?: string } | undefined;
  busy: boolean;
  mayAsk: boolean;
  onList: () => void;
  onChange: (part: Partial<Draft>) => void;
}

/** The model by its vendor's name: chosen from what the vendor lists, or typed. */
export function ModelField(props: ModelFieldProps) {
  const { function: name, draft, provider, listed, busy, mayAsk, onList, onChange } = props;
  const { t } = useTranslation();
  const usual = provider?.usual_model;
  return (
    <div className={classes.model}>
      <div className={classes.withButton}>
        <TextInput
          name="model"
          dir="ltr"
          list="models-listed"
          label={t('models.form.model')}
          description={
            usual === undefined
              ? t('models.form.model_why')
              : usual === ''
                ? t('models.form.model_none')
                : t('models.form.model_usual', { model: usual })
          }
          value={draft.model}
          onChange={(event) => onChange({ model: event.target.value })}
          required={usual === undefined}
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
      {(draft.model.trim() !== '' || usual !== undefined) && <ModelPrice function={name} draft={draft} />}
      {(name === 'speak' || name === 'realtime') && (
        <TextInput
          name="voice"
          dir="ltr"
          label={t('models.form.voice')}
          description={t('models.form.voice_why')}
          value={draft.voice}
          onChange={(event) => onChange({ voice: event.target.value })}
          maxLength={200}
          autoComplete="off"
        />
      )}
    </div>
  );
}
