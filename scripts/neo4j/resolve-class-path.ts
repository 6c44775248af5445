import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';

import { NEO4J_VERSION } from './neo4j-version.ts';

const run = promisify(execFile);

const POM = `<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>setu</groupId>
  <artifactId>neo4j-local</artifactId>
  <version>1</version>
  <dependencies>
    <dependency><groupId>org.neo4j</groupId><artifactId>neo4j</artifactId><version>${NEO4J_VERSION}</version></dependency>
    <dependency><groupId>org.neo4j.app</groupId><artifactId>neo4j-server</artifactId><version>${NEO4J_VERSION}</version></dependency>
  </dependencies>
</project>
`;

async function askMaven(folder: string): Promise<string> {
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'pom.xml'), POM);
  const draft = join(folder, `class-path.${process.pid}.draft`);
  try {
    await run('mvn', ['-q', '-B', 'dependency:build-classpath', `-Dmdep.outputFile=${draft}`], {
      cwd: folder,
      timeout: 600_000,
    });
  } catch (error) {
    const said = (error as { stdout?: string }).stdout
      ?.split('\n')
      .find((line) => line.startsWith('[ERROR]'));
    throw new Error(`Maven could not fetch Neo4j ${NEO4J_VERSION}: ${said ?? String(error)}`, {
      cause: error,
    });
  }
  const path = join(folder, 'class-path.txt');
  await rename(draft, path);
  return readFile(path, 'utf8');
}

function isComplete(classPath: string): boolean {
  return classPath !== '' && classPath.split(delimiter).every((file) => existsSync(file));
}

/**
 * The Java class path of a Neo4j Community server, fetched by Maven into its own repository (125 MB, once).
 * @param cacheFolder holds the answer between runs
 */
export async function resolveClassPath(cacheFolder: string): Promise<string> {
  const folder = join(cacheFolder, `neo4j-${NEO4J_VERSION}`);
  const known = await readFile(join(folder, 'class-path.txt'), 'utf8').catch(() => '');
  return isComplete(known.trim()) ? known.trim() : (await askMaven(folder)).trim();
}
