import { Button } from '@mantine/core';
import { useClipboard } from '@mantine/hooks';
import { useTranslation } from '@sellmeapen/i18n';
import { IconCheck, IconCopy } from '@tabler/icons-react';

export function CopyButton({ text, label }: { text: string; label?: string }) {
  const { t } = useTranslation();
  const clipboard = useClipboard({ timeout: 2000 });
  return (
    <Button
      variant="subtle"
      leftSection={clipboard.copied ? <IconCheck size={16} /> : <IconCopy size={16} />}
      onClick={() => clipboard.copy(text)}
    >
      <span aria-live="polite">{clipboard.copied ? t('common.copied') : (label ?? t('common.copy'))}</span>
    </Button>
  );
}
