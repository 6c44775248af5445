/** The child of bare-console-process: runs what it is sent, without a gate or a limit. */
import process from 'node:process';

import { openDriver } from '../bare-loop.ts';

interface Asked {
  readonly query: string;
  readonly params: object;
}

const driver = openDriver(process.argv[2] as string);
process.on('disconnect', () => process.exit(0));
process.on('message', (message) => {
  void (async () => {
    const { query, params } = message as Asked;
    const session = driver.session({ database: 'neo4j', defaultAccessMode: 'READ' });
    const { records } = await session.run(query, params);
    session.close().catch(() => undefined);
    process.send?.(JSON.stringify({ rows: records.map((record) => [...record.values()]) }));
  })();
});
