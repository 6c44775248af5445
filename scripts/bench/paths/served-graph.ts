import { spawn } from 'node:child_process';
import { Agent, get } from 'node:http';
import process from 'node:process';
import { setTimeout as sleep } from 'node:timers/promises';

const PATIENCE_MS = 300_000;

/** The built service in a process of its own, asked over one connection that is kept. */
export interface ServedGraph {
  ask(address: string): Promise<string>;
  stop(): Promise<void>;
}

function askOver(agent: Agent, url: string): Promise<{ status: number; text: string }> {
  return new Promise((resolve, reject) => {
    get(url, { agent }, (response) => {
      response.setEncoding('utf8');
      let text = '';
      response.on('data', (part: string) => (text += part));
      response.on('end', () => resolve({ status: response.statusCode ?? 0, text }));
      response.on('error', reject);
    }).on('error', reject);
  });
}

/** Starts the service on a database and waits until it has read the graph. */
export async function serveGraph(uri: string): Promise<ServedGraph> {
  const child = spawn(process.execPath, ['build/server/main.js'], {
    env: {
      PATH: process.env['PATH'],
      PORT: '0',
      NEO4J_URI: uri,
      LOG_LEVEL: 'silent',
      SETU_REVISION_POLL_MS: '600000',
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const url = await new Promise<string>((resolve, reject) => {
    child.stdout.on('data', (chunk) => {
      const match = /http:\S+/.exec(String(chunk));
      if (match) resolve(match[0]);
    });
    child.once('exit', (code) => reject(new Error(`the service ended with ${code}`)));
  });
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const started = performance.now();
  while ((await askOver(agent, `${url}/api/ready`)).status !== 200) {
    if (performance.now() - started > PATIENCE_MS) throw new Error('the service never read the graph');
    await sleep(100);
  }
  return {
    async ask(address) {
      const { status, text } = await askOver(agent, `${url}${address}`).catch(() =>
        // A connection that was kept while the peer was asked may be closed at the very moment it is used again.
        askOver(agent, `${url}${address}`),
      );
      if (status !== 200) throw new Error(`${address} answered ${status}: ${text.slice(0, 500)}`);
      return text;
    },
    async stop() {
      const ended = new Promise((resolve) => child.once('exit', resolve));
      agent.destroy();
      child.kill('SIGTERM');
      await ended;
    },
  };
}
