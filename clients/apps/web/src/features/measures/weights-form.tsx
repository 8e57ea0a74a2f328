import { Button, TextInput } from '@mantine/core';
import { body, type SpeechMetrics } from '@sellmeapen/api-client';
import { useFormats, useTranslation } from '@sellmeapen/i18n';
import { useTell } from '@sellmeapen/ui';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { api } from '../../shared/api';
import { Trouble } from '../../shared/problem';
import { speechMetricsQuery } from '../../shared/speech';
import classes from './measures.module.css';
import { usePartName } from './part-name';
import { isWhole, sumOf, WHOLE, type PartWeights } from './weights';

/** Who runs the organisation decides how much each part of a score weighs. */
export function WeightsForm({ weights }: { weights: SpeechMetrics['weights'] }) {
  const { t } = useTranslation();
  const tell = useTell();
  const queryClient = useQueryClient();
  const [clarity, setClarity] = useState<PartWeights>(weights.clarity);
  const [confidence, setConfidence] = useState<PartWeights>(weights.confidence);
  const save = useMutation({
    mutationFn: () => body(api.PUT('/api/v1/speech-weights', { body: { clarity, confidence } })),
    onSuccess: async () => {
      await queryClient.invalidateQueries({ queryKey: speechMetricsQuery.queryKey });
      tell(t('common.saved'));
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save.mutate();
  };
  return (
    <details className={classes.change}>
      <summary>{t('measures.change_weights')}</summary>
      <form onSubmit={submit}>
        <div className={classes.scores}>
          <Weights name={t('said.clarity')} weights={clarity} onChange={setClarity} />
          <Weights name={t('said.confidence')} weights={confidence} onChange={setConfidence} />
        </div>
        <p className="quiet small">{t('measures.weights_later')}</p>
        {save.error && <Trouble error={save.error} />}
        <Button type="submit" loading={save.isPending} disabled={!isWhole(clarity) || !isWhole(confidence)}>
          {t('common.save')}
        </Button>
      </form>
    </details>
  );
}

function Weights({
  name,
  weights,
  onChange,
}: {
  name: string;
  weights: PartWeights;
  onChange: (weights: PartWeights) => void;
}) {
  const { t } = useTranslation();
  const { number } = useFormats();
  const partName = usePartName();
  return (
    <fieldset className={classes.weights}>
      <legend>{name}</legend>
      {Object.entries(weights).map(([part, weight]) => (
        <TextInput
          key={part}
          type="number"
          min={0}
          max={WHOLE}
          step={1}
          label={partName(part)}
          value={String(weight)}
          onChange={(event) => onChange({ ...weights, [part]: Math.trunc(Number(event.target.value)) })}
        />
      ))}
      <p className={isWhole(weights) ? 'quiet small' : classes.wrong} role="status">
        {t(isWhole(weights) ? 'measures.weights_sum' : 'measures.weights_sum_wrong', { n: number(sumOf(weights)) })}
      </p>
    </fieldset>
  );
}
