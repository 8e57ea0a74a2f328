import { lazy, Suspense, useCallback, useState, type ReactNode } from 'react';
import { DeviceCheckContext, type AfterCheck } from '../shared/device-check';

const DeviceCheckDialog = lazy(async () => ({
  default: (await import('../features/device-check/device-check-dialog')).DeviceCheckDialog,
}));

/** Shows the device check to whoever asks for it, over whatever is there. */
export function DeviceCheckHost({ children }: { children: ReactNode }) {
  const [asked, setAsked] = useState<(after: AfterCheck) => void>();
  const ask = useCallback(() => new Promise<AfterCheck>((answer) => setAsked(() => answer)), []);
  return (
    <DeviceCheckContext value={ask}>
      {children}
      {asked && (
        <Suspense fallback={null}>
          <DeviceCheckDialog
            onDone={(after) => {
              setAsked(undefined);
              asked(after);
            }}
          />
        </Suspense>
      )}
    </DeviceCheckContext>
  );
}
