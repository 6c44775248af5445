import { request } from 'node:http';
import { connect } from 'node:net';

import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { startTestService } from './start-test-service.ts';
import type { TestService } from './start-test-service.ts';

function statusOf(url: string, headers: Record<string, string | undefined>, method = 'GET'): Promise<number> {
  const { hostname, port } = new URL(url);
  return new Promise((resolve, reject) => {
    const given = Object.fromEntries(Object.entries(headers).filter(([, value]) => value !== undefined));
    const sent = request(
      { hostname, port, path: '/api/health', method, headers: given as Record<string, string> },
      (answer) => {
        answer.resume();
        resolve(answer.statusCode ?? 0);
      },
    );
    sent.on('error', reject);
    sent.end();
  });
}

describe('who may ask', () => {
  let service: TestService;
  let port: string;
  beforeAll(async () => {
    service = await startTestService({
      loads: false,
      env: { SETU_HOSTS: 'setu.example.org,tight.example.org:8443' },
    });
    ({ port } = new URL(service.url));
  });
  afterAll(() => service.stop());

  const hosts: [string, number][] = [
    ['127.0.0.1:PORT', 200],
    ['localhost:PORT', 200],
    ['LOCALHOST:PORT', 200],
    ['localhost', 200],
    ['localhost:9999', 200],
    ['[::1]:PORT', 200],
    ['setu.example.org', 200],
    ['setu.example.org:443', 200],
    ['tight.example.org:8443', 200],
    ['tight.example.org', 403],
    ['tight.example.org:8444', 403],
    ['evil.example', 403],
    ['evil.example:PORT', 403],
    ['localhost.evil.example', 403],
    ['127.0.0.1.evil.example', 403],
    ['evil.localhost', 403],
    ['setu.example.org.evil.example', 403],
    ['xsetu.example.org', 403],
    ['localhost:PORT@evil.example', 403],
    ['localhost:123456', 403],
    ['0.0.0.0:PORT', 403],
    ['[::ffff:127.0.0.1]', 403],
    ['2130706433', 403],
    ['localhost.', 403],
  ];
  test.each(hosts)('a request for the host "%s" gets %i', async (host, status) => {
    expect(await statusOf(service.url, { host: host.replace('PORT', port) })).toBe(status);
  });

  const origins: [string, string | undefined, number][] = [
    ['127.0.0.1:PORT', undefined, 200],
    ['127.0.0.1:PORT', 'http://127.0.0.1:PORT', 200],
    ['localhost:PORT', 'http://localhost:PORT', 200],
    ['[::1]:PORT', 'http://[::1]:PORT', 200],
    ['setu.example.org', 'https://setu.example.org', 200],
    ['127.0.0.1:PORT', 'https://setu.example.org', 200],
    ['tight.example.org:8443', 'https://tight.example.org:8443', 200],
    ['127.0.0.1:PORT', 'https://tight.example.org', 403],
    ['127.0.0.1:PORT', 'null', 403],
    ['127.0.0.1:PORT', '', 403],
    ['127.0.0.1:PORT', 'http://localhost:PORT', 403],
    ['127.0.0.1:PORT', 'http://127.0.0.1:1', 403],
    ['127.0.0.1:PORT', 'http://127.0.0.1', 403],
    ['127.0.0.1:PORT', 'http://evil.example', 403],
    ['127.0.0.1:PORT', 'http://127.0.0.1:PORT.evil.example', 403],
    ['127.0.0.1:PORT', 'http://127.0.0.1:PORT@evil.example', 403],
    ['127.0.0.1:PORT', 'http://127.0.0.1:PORT/', 403],
    ['127.0.0.1:PORT', 'file://', 403],
    ['127.0.0.1:PORT', 'chrome-extension://abcdef', 403],
    ['evil.example', 'http://evil.example', 403],
  ];
  for (const method of ['GET', 'HEAD']) {
    test.each(origins)(`a ${method} for "%s" from the page "%s" gets %i`, async (host, origin, status) => {
      const headers = { host: host.replace('PORT', port), origin: origin?.replace('PORT', port) };
      expect(await statusOf(service.url, headers, method)).toBe(status);
    });
  }

  test.each([
    'GET /api/health HTTP/1.0\r\n\r\n',
    'GET /api/health HTTP/1.1\r\nHost:\r\nConnection: close\r\n\r\n',
  ])('a request without a host is refused: %j', async (text) => {
    const socket = connect(Number(port), '127.0.0.1');
    socket.end(text);
    let answer = '';
    for await (const part of socket) answer += String(part);
    expect(answer).toMatch(/^HTTP\/1\.1 403 /u);
  });

  test('a refused POST changes nothing: reload from another site is refused', async () => {
    const response = await fetch(`${service.url}/api/reload`, {
      method: 'POST',
      headers: { origin: 'http://evil.example' },
    });
    expect(response.status).toBe(403);
    expect(service.log.some(({ message }) => message === 'graph loaded')).toBe(false);
  });

  test('every answer carries the headers of safety, refusals too', async () => {
    for (const address of ['/api/health', '/api/nope', '/']) {
      const { headers } = await service.get(address);
      const policy = headers.get('content-security-policy') ?? '';
      expect(policy).toContain("script-src 'self';");
      expect(policy).toMatch(/style-src 'self' 'nonce-[0-9a-f]{32}'/u);
      expect(policy).toContain("worker-src 'self' blob:");
      expect(policy).toContain("img-src 'self' data: blob:");
      expect(policy).not.toContain('unsafe');
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('x-powered-by')).toBeNull();
      expect(headers.get('access-control-allow-origin')).toBeNull();
    }
  });
});
