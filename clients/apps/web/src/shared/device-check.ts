import { createContext, useContext } from 'react';

/** How the person wants to go on after the check. */
export type AfterCheck = 'voice' | 'text' | 'closed';

/** The check is a feature of its own; whoever wants it asks the app, which stands above both. */
export const DeviceCheckContext = createContext<() => Promise<AfterCheck>>(() => Promise.resolve('closed'));

export function useDeviceCheck(): () => Promise<AfterCheck> {
  return useContext(DeviceCheckContext);
}
