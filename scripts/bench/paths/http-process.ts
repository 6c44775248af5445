/** Measures the route beside Neo4j, compiled: tsx slows closures down. `node http-process.js [largest edges]` */
import process from 'node:process';

import { createReport } from '../report.ts';
import { runHttpPaths } from './http-suite.ts';

await runHttpPaths(createReport(console.log), Number(process.argv[2] ?? 1_000_000));
