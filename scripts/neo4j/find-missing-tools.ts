import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const run = promisify(execFile);
const OLDEST_JAVA = 17;

async function output(command: string, ...args: string[]): Promise<string | null> {
  try {
    const { stdout, stderr } = await run(command, args, { timeout: 30_000 });
    return stdout + stderr;
  } catch {
    return null;
  }
}

/** What this machine lacks to run Neo4j without Docker, each as a sentence; empty when nothing is missing. */
export async function findMissingTools(): Promise<string[]> {
  const [java, maven] = await Promise.all([output('java', '-version'), output('mvn', '-version')]);
  const missing: string[] = [];
  const version = Number(/version "(\d+)/u.exec(java ?? '')?.[1] ?? 0);
  if (java === null)
    missing.push(`Java is missing: install a Java ${OLDEST_JAVA} or newer (openjdk-17-jre-headless).`);
  else if (version < OLDEST_JAVA)
    missing.push(`Java ${version} is too old: Neo4j needs ${OLDEST_JAVA} or newer.`);
  if (maven === null) missing.push('Maven is missing: install it (package maven).');
  return missing;
}
