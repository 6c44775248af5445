import { describe, inject, test } from 'vitest';

import { NEO4J_CAPABILITIES } from '../../server/engine/neo4j/neo4j-capabilities.ts';
import { openTestEngine } from '../helpers/engines.ts';
import { describeEngine } from './engine-suite.ts';

const neo4j = inject('neo4j');

if (neo4j) {
  describeEngine({
    name: 'neo4j',
    open: (over) => openTestEngine('neo4j', neo4j, over),
    capabilities: NEO4J_CAPABILITIES,
    skip: [],
  });
} else {
  describe('the neo4j engine', () => {
    test.skipIf(!inject('nothingMayBeSkipped'))('is there to be tested', () => {
      throw new Error('CI=true and no Neo4j: give NEO4J_TEST_URI, or install Java 17 and Maven.');
    });
  });
}
