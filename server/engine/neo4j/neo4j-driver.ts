import neo4j from 'neo4j-driver';
import type { Driver } from 'neo4j-driver';

import type { Neo4jConfig } from '../engine-config.ts';

/**
 * A driver with whole numbers as bigint, so that 1 and 1.0 stay apart and none is rounded.
 * It reaches nothing before its first session.
 */
export function createNeo4jDriver(config: Neo4jConfig, poolSize: number): Driver {
  const hasLogin = config.username !== '' || config.password !== '';
  const login = hasLogin ? neo4j.auth.basic(config.username, config.password) : undefined;
  return neo4j.driver(config.uri, login, {
    useBigInt: true,
    maxConnectionPoolSize: poolSize,
    connectionTimeout: 5_000,
    connectionAcquisitionTimeout: 10_000,
    maxTransactionRetryTime: 15_000,
    userAgent: 'setu',
    telemetryDisabled: true,
  });
}
