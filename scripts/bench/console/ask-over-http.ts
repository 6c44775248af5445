import { Agent, request } from 'node:http';

/** Asks the console as a client does, over one kept connection. */
export interface ConsoleClient {
  /** The whole answer as one JSON text. */
  ask(query: string, params: Readonly<Record<string, unknown>>): Promise<string>;
  /** The answer line by line, each parsed; returns its rows. */
  stream(query: string): Promise<unknown[][]>;
  close(): void;
}

export function openConsoleClient(url: string): ConsoleClient {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const post = (accept: string, body: string): Promise<AsyncIterable<Buffer>> =>
    new Promise((resolve, reject) => {
      const headers = {
        'content-type': 'application/json',
        accept,
        'content-length': Buffer.byteLength(body),
      };
      const sent = request(`${url}/api/cypher`, { method: 'POST', agent, headers }, (response) => {
        if (response.statusCode === 200) resolve(response);
        else reject(new Error(`the console answered ${response.statusCode}`));
      });
      sent.once('error', reject);
      sent.end(body);
    });
  return {
    async ask(query, params) {
      let text = '';
      for await (const chunk of await post('application/json', JSON.stringify({ query, params })))
        text += chunk;
      return text;
    },
    async stream(query) {
      const rows: unknown[][] = [];
      let rest = '';
      for await (const chunk of await post('application/x-ndjson', JSON.stringify({ query }))) {
        const lines = (rest + chunk.toString()).split('\n');
        rest = lines.pop() ?? '';
        for (const line of lines) {
          const parsed = JSON.parse(line) as { rows?: unknown[][] };
          if (parsed.rows) rows.push(...parsed.rows);
        }
      }
      return rows;
    },
    close: () => agent.destroy(),
  };
}
