/** Measures the route beside Neo4j, compiled: tsx slows closures down. `node http-process.js` */
import { createReport } from '../report.ts';
import { runHttpPaths } from './http-suite.ts';

await runHttpPaths(createReport(console.log));
