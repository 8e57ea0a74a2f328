import { useFormats, useTranslation } from '@sellmeapen/i18n';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { entryOf, type Draft } from './draft';
import { priceQuery } from './use-setup';

const PAUSE_MS = 400;

/** What the model costs, and how old that figure is. */
export function ModelPrice({ draft }: { draft: Draft }) {
  const { t } = useTranslation();
  const { money, day } = useFormats();
  const [model] = useDebouncedValue(draft.model.trim(), PAUSE_MS);
  const price = useQuery({ ...priceQuery(draft.provider, model), enabled: model !== '' }).data;
  const own = entryOf(draft).prices;
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
