import type { DebriefTurn } from '@sellmeapen/api-client';
import { useFormats, useTranslation } from '@sellmeapen/i18n';

/** Whose words a turn of the counterpart was said in, where a model had the word, and what of the documents it knew. */
export function Worded({ worded, className }: { worded: NonNullable<DebriefTurn['worded']>; className?: string }) {
  const { t } = useTranslation();
  const { list } = useFormats();
  const model = [worded.provider, worded.model].filter(Boolean).join(' ');
  // A deciding sentence and an opening are the built-in ones on purpose; that is nothing to tell.
  if (worded.by === 'built_in' && !model) return null;
  const who =
    worded.by === 'model'
      ? t('debrief.worded_by', { model })
      : worded.by === 'both'
        ? t('debrief.worded_in_part', { model })
        : t('debrief.worded_built_in');
  const why = worded.because && t(`model_away.${worded.because}`);
  return (
    <span className={className} data-worded={worded.by}>
      {who}
      {why && <> ({why})</>}
      {worded.sources.length > 0 && <> · {t('debrief.worded_from', { sources: list(worded.sources) })}</>}
    </span>
  );
}
