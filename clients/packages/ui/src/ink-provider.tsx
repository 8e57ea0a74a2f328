import { createTheme, MantineProvider } from '@mantine/core';
import { mantineTheme } from '@sellmeapen/tokens';
import type { ReactNode } from 'react';

const theme = createTheme(mantineTheme as unknown as Parameters<typeof createTheme>[0]);

/** The nonce of this response: the server writes it into the page, and no style or script runs without it. */
export function pageNonce(): string {
  return document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce ?? '';
}

export function InkProvider({ children }: { children: ReactNode }) {
  return (
    <MantineProvider theme={theme} defaultColorScheme="auto" getStyleNonce={pageNonce}>
      {children}
    </MantineProvider>
  );
}
