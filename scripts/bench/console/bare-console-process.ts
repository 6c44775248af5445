/**
 * What it costs to run statements in a process of their own, and nothing else: Node's HTTP server, one child with the
 * driver, no gates, no limits, no picture. `node bare-console-process.js bolt://…`; says its address when it listens.
 */
import { fork } from 'node:child_process';
import { createServer } from 'node:http';
import type { ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import process from 'node:process';
import { fileURLToPath } from 'node:url';

const child = fork(fileURLToPath(new URL('./bare-console-child.js', import.meta.url)), [
  process.argv[2] as string,
]);
/** One connection asks, one question at a time. */
let asking: ServerResponse | null = null;
child.on('message', (text: string) => {
  asking?.writeHead(200, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) });
  asking?.end(text);
});
const server = createServer((request, response) => {
  let body = '';
  request.on('data', (part) => (body += String(part)));
  request.on('end', () => {
    asking = response;
    child.send(JSON.parse(body) as object);
  });
});
server.listen(0, '127.0.0.1', () => {
  console.log(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
});
process.on('SIGTERM', () => process.exit(0));
