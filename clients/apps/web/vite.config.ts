import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

export default defineConfig(async ({ command, isPreview }) => {
  // A pretended server stands behind `npm run dev` and `npm run preview`; a build never sees it.
  const pretended = command === 'serve' || isPreview ? [(await import('./dev/plugin.ts')).fakeServer()] : [];
  return {
    // The server replaces the placeholder in index.html with the nonce of each response.
    html: { cspNonce: '__CSP_NONCE__' },
    plugins: [react(), ...pretended],
    // Worklets and workers are files of their own; the weights they read stand beside the clients.
    worker: { format: 'es' as const },
    server: { fs: { allow: ['../../..'] } },
    build: { target: 'es2022', assetsInlineLimit: 0, manifest: true, chunkSizeWarningLimit: 400 },
  };
});
