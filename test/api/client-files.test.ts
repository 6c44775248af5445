import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { startTestService } from './start-test-service.ts';
import type { TestService } from './start-test-service.ts';

describe('the explorer', () => {
  let service: TestService;
  beforeAll(async () => {
    service = await startTestService({ loads: false });
  });
  afterAll(() => service.stop());

  test('that is not built yet says what to run', async () => {
    const response = await service.get('/');
    expect(response.status).toBe(503);
    expect(await response.text()).toContain('npm run build');
  });

  test('gets a nonce of its own in every answer, the one of the policy', async () => {
    const folder = path.join(service.folder, 'client');
    mkdirSync(path.join(folder, 'assets'), { recursive: true });
    writeFileSync(
      path.join(folder, 'index.html'),
      '<meta property="csp-nonce" nonce="__CSP_NONCE__"><script nonce="__CSP_NONCE__"></script>',
    );
    writeFileSync(path.join(folder, 'assets', 'main-1234.js'), 'export {};');
    writeFileSync(path.join(folder, 'setu.svg'), '<svg xmlns="http://www.w3.org/2000/svg"/>');
    writeFileSync(path.join(service.folder, 'secret.txt'), 'canary');
    const nonces = new Set<string>();
    for (const address of ['/', '/index.html', '/?x=1']) {
      const response = await service.get(address);
      expect(response.headers.get('cache-control')).toBe('no-store');
      const nonce = /'nonce-(\w+)'/u.exec(response.headers.get('content-security-policy') ?? '')?.[1] ?? '';
      expect(await response.text()).toBe(
        `<meta property="csp-nonce" nonce="${nonce}"><script nonce="${nonce}"></script>`,
      );
      nonces.add(nonce);
    }
    expect(nonces.size).toBe(3);
  });

  test('has files that browsers keep for good, where their name has a digest', async () => {
    const script = await service.get('/assets/main-1234.js');
    expect(script.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    expect(script.headers.get('content-type')).toMatch(/javascript/u);
    expect((await service.get('/setu.svg')).headers.get('cache-control')).toBe('no-cache');
  });

  test('gives nothing outside its folder', async () => {
    for (const address of [
      '/../secret.txt',
      '/%2e%2e/secret.txt',
      '/..%2fsecret.txt',
      '/assets/..%2f..%2fsecret.txt',
      '/.git/config',
      '/assets',
      '/assets/',
    ]) {
      const response = await service.get(address);
      expect(response.status, address).toBe(404);
      expect(await response.text()).not.toContain('canary');
    }
  });
});
