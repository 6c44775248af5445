import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/**
 * The client's build. The server renders index.html per response and replaces the nonce placeholder; nothing is
 * inlined as data:, because the policy allows fonts from 'self' only.
 */
export default defineConfig({
  root: 'client',
  plugins: [react()],
  html: { cspNonce: '__CSP_NONCE__' },
  build: {
    outDir: '../build/client',
    emptyOutDir: true,
    assetsInlineLimit: 0,
    target: 'es2022',
    chunkSizeWarningLimit: 900,
  },
  server: { port: 4181, proxy: { '/api': 'http://127.0.0.1:4180' } },
});
