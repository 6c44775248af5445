import { createRequire } from 'node:module';

import type * as GrafeoModule from '@grafeo-db/js';

// The package is CommonJS and its loader picks the binary of this platform. Only child processes import this file.
const grafeo = createRequire(import.meta.url)('@grafeo-db/js') as typeof GrafeoModule;

export const GrafeoDB = grafeo.GrafeoDB;
export type { GrafeoDB as Grafeo } from '@grafeo-db/js';
