import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { freePort, start } from './process.mjs';

export const ROOT = resolve(import.meta.dirname, '../../..');
export const OUTPUT = join(ROOT, 'target/e2e');
mkdirSync(OUTPUT, { recursive: true });

const JVM_OPTIONS = [
  '--finalization=disabled',
  '--add-modules=jdk.incubator.vector',
  '--enable-native-access=ALL-UNNAMED',
  '--sun-misc-unsafe-memory-access=allow',
];

/** The `java` of the first installed Java 25; JAVA_HOME comes first, as Maven's own Java may be an older one. */
function java25() {
  const installed = existsSync('/usr/lib/jvm') ? readdirSync('/usr/lib/jvm').map((name) => `/usr/lib/jvm/${name}`) : [];
  const candidates = [process.env.JAVA_HOME, ...installed].filter(Boolean).map((home) => join(home, 'bin/java'));
  for (const java of [...candidates, 'java']) {
    if (/^\S+ 25\b/.test(spawnSync(java, ['--version'], { encoding: 'utf8' }).stdout ?? '')) return java;
  }
  throw new Error('No Java 25 found: set JAVA_HOME to one');
}

const SEEDS = join(ROOT, '../shared/seeds');

/** The policies to answer from: documents laid beside the project, else the bundled suite. */
export const POLICIES = existsSync(SEEDS) ? SEEDS : join(ROOT, 'knowledge/policies');

/**
 * Starts the built Beadle in local mode with an empty data folder of its own; with BEADLE_ENDPOINT set, leaves that to the
 * developer who runs one at that address.
 *
 * @returns `endpoint` for messages, `stop`, and `restart`, which keeps the data
 */
export async function startBeadle({ properties = {} } = {}) {
  if (process.env.BEADLE_ENDPOINT) return { endpoint: process.env.BEADLE_ENDPOINT, async restart() {}, async stop() {} };
  const [port, management] = [await freePort(), await freePort()];
  const data = mkdtempSync(join(tmpdir(), 'beadle-e2e-'));
  const settings = {
    'server.port': port,
    'management.server.port': management,
    'beadle.data-dir': data,
    ...(POLICIES === SEEDS && { 'beadle.knowledge.sources': SEEDS }),
    ...properties,
  };
  const args = Object.entries(settings).map(([name, value]) => `--${name}=${value}`);
  const run = () =>
    start('Beadle', java25(), [...JVM_OPTIONS, '-jar', join(ROOT, 'target/beadle.jar'), ...args], {
      cwd: data,
      log: join(OUTPUT, 'beadle.log'),
      url: `http://127.0.0.1:${management}/actuator/health`,
      seconds: 120,
    });
  let end = await run();
  return {
    endpoint: `http://127.0.0.1:${port}/api/messages`,
    async restart() {
      await end();
      end = await run();
    },
    async stop() {
      await end();
      rmSync(data, { recursive: true, force: true });
    },
  };
}
