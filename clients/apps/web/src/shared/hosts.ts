import type { AllowedHost } from '@sellmeapen/api-client';

/** What something leaves the house for, in the order in which it is told. */
export const FUNCTIONS = ['talk', 'judge', 'hear', 'speak', 'realtime', 'embed'] as const;

export type FunctionName = (typeof FUNCTIONS)[number];

/** Some that hear have nothing but a socket. */
const PORTS: Record<string, number> = { 'https:': 443, 'http:': 80, 'wss:': 443, 'ws:': 80 };

/** The host of an address as the server writes it: with its port, always. */
export function hostOf(address: string | undefined): string | undefined {
  if (!address || !URL.canParse(address)) return undefined;
  const { protocol, hostname, port } = new URL(address);
  const usual = PORTS[protocol];
  return hostname && usual ? `${hostname}:${port || usual}` : undefined;
}

export function isAllowed(hosts: AllowedHost[], purpose: FunctionName, host: string): boolean {
  return hosts.some((one) => one.purpose === purpose && `${one.host}:${one.port}` === host);
}

/** As a person reads it: the usual port goes without saying. */
export const plainHost = (host: string): string => host.replace(/:443$/, '');
