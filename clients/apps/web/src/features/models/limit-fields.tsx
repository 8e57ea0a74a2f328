import { NativeSelect, TextInput, type TextInputProps } from '@mantine/core';
import type { ModelProvider } from '@sellmeapen/api-client';
import { useTranslation } from '@sellmeapen/i18n';
import type { FunctionName } from '../../shared/hosts';
import { isSpeech, type Draft } from './draft';
import classes from './models-page.module.css';
import { WITHIN } from './within';

type Field = Exclude<keyof Draft, 'options' | 'redact'>;

/** What most leave as it is: limits, own prices, what the provider lets one choose. */
export function LimitFields({
  function: name,
  draft,
  provider,
  onChange,
}: {
  function: FunctionName;
  draft: Draft;
  provider: ModelProvider | undefined;
  onChange: (part: Partial<Draft>) => void;
}) {
  const { t } = useTranslation();
  const field = (at: Field, label: string, rest: TextInputProps = {}) => (
    <TextInput
      name={at}
      label={label}
      value={draft[at]}
      onChange={(event) => onChange({ [at]: event.target.value })}
      autoComplete="off"
      {...rest}
    />
  );
  const figure = (min: number | string, max: number, step: number | string = 'any'): TextInputProps => ({
    type: 'number',
    min,
    max,
    step,
    inputMode: 'decimal',
  });
  return (
    <details className={classes.more}>
      <summary>{t('models.form.more')}</summary>
      <div className={classes.grid}>
        {field('monthlyCapUsd', t('models.form.cap'), {
          ...figure('0.01', 1_000_000),
          description: t('models.form.cap_why'),
        })}
        {field('warnAt', t('models.form.warn'), figure(1, 100, 1))}
        {field('latencyCapMs', t(`models.form.within.${WITHIN[name]}`), {
          ...figure(100, 120_000, 1),
          description: t(`models.form.within_why.${WITHIN[name]}`),
        })}
        {isSpeech(name)
          ? field('unitPrice', t(`models.form.unit_price.${name}`), {
              ...figure(0, 100_000),
              description: t('models.form.unit_price_why'),
            })
          : field('temperature', t('models.form.temperature'), {
              ...figure(0, 2),
              description: t('models.form.temperature_why'),
            })}
      </div>
      {!isSpeech(name) && (
        <>
          <p className="quiet small">{t('models.form.price_why')}</p>
          <div className={classes.prices}>
            {field('priceIn', t('models.form.price_in'), figure(0, 100_000))}
            {field('priceCached', t('models.form.price_cached'), figure(0, 100_000))}
            {field('priceOut', t('models.form.price_out'), figure(0, 100_000))}
          </div>
        </>
      )}
      {provider?.options.map(({ name, meaning, choices }) => {
        const set = (value: string) => onChange({ options: { ...draft.options, [name]: value } });
        const value = draft.options[name] ?? '';
        return choices.length > 0 ? (
          <NativeSelect
            key={name}
            label={name}
            description={meaning}
            value={value}
            onChange={(event) => set(event.target.value)}
            data={[
              { value: '', label: t('models.form.usual') },
              ...choices.filter(Boolean).map((choice) => ({ value: choice, label: choice })),
            ]}
          />
        ) : (
          <TextInput
            key={name}
            label={name}
            description={meaning}
            value={value}
            onChange={(event) => set(event.target.value)}
            maxLength={200}
          />
        );
      })}
      {field('dataRegion', t('models.form.region_note'), {
        description: t('models.form.region_note_why'),
        maxLength: 500,
      })}
    </details>
  );
}
