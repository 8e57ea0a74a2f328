import { useFormats, useTranslation } from '@sellmeapen/i18n';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import type { FunctionName } from '../../shared/hosts';
import { entryOf, isSpeech, type Draft } from './draft';
import { priceQuery } from './use-setup';

const PAUSE_MS = 400;

/** What the model costs, and how old that figure is. */
export function ModelPrice({ function: name, draft }: { function: FunctionName; draft: Draft }) {
  const { t } = useTranslation();
  const { money, day } = useFormats();
  const [model] = useDebouncedValue(draft.model.trim(), PAUSE_MS);
  const speech = isSpeech(name);
  const price = useQuery({ ...priceQuery(name, draft.provider, model), enabled: speech || model !== '' }).data;
  const { prices: own, unit_price_usd: ownUnit } = entryOf(draft);
  if (speech) {
    const unit = ownUnit ?? price?.unit_usd;
    const sound = price?.list;
    if (unit === undefined && sound)
      return (
        <p className="quiet small">
          {t('models.list_sound', {
            input: money(sound.input_per_million_usd),
            output: money(sound.output_per_million_usd),
            day: day(price.as_of),
          })}
        </p>
      );
    const asOfDay = price ? day(price.as_of) : '';
    if (unit === undefined)
      return price ? <p className="quiet small">{t('models.no_price', { day: asOfDay })}</p> : null;
    return (
      <p className="quiet small">
        {ownUnit !== undefined
          ? t(`models.own_unit.${name}`, { unit: money(unit) })
          : unit === 0
            ? t('models.free_price', { day: asOfDay })
            : t(`models.list_unit.${name === 'realtime' ? 'hear' : name}`, { unit: money(unit), day: asOfDay })}
      </p>
    );
  }
  if (own)
    return (
      <p className="quiet small">
        {t('models.own_price', { input: money(own.input_per_million_usd), output: money(own.output_per_million_usd) })}
      </p>
    );
  if (!price) return null;
  const { list, as_of: asOf } = price;
  return (
    <p className="quiet small">
      {!list
        ? t('models.no_price', { day: day(asOf) })
        : list.input_per_million_usd + list.output_per_million_usd === 0
          ? t('models.free_price', { day: day(asOf) })
          : t('models.list_price', {
              input: money(list.input_per_million_usd),
              output: money(list.output_per_million_usd),
              day: day(asOf),
            })}
    </p>
  );
}
