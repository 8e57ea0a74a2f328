import { useTranslation } from '@sellmeapen/i18n';
import { whichBrowser } from '@sellmeapen/voice-client/browser';

/** Where this very browser lets a blocked microphone be allowed again. */
export function MicrophoneRemedy() {
  const { t } = useTranslation();
  return <>{t(`voice.blocked_${whichBrowser(navigator.userAgent)}`)}</>;
}
