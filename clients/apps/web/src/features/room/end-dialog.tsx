import { useTranslation } from '@sellmeapen/i18n';
import { Confirm } from '@sellmeapen/ui';
import type { SessionActions } from './use-session-actions';

export function EndDialog({ open, end, onClose }: { open: boolean; end: SessionActions['end']; onClose: () => void }) {
  const { t } = useTranslation();
  return (
    <Confirm
      open={open}
      title={t('room.end_title')}
      what={t('room.end_what')}
      action={t('room.end_confirm')}
      busy={end.isPending}
      harmless
      onClose={onClose}
      onConfirm={() => end.mutate(undefined, { onSuccess: onClose })}
    />
  );
}
