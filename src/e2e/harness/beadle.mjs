import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { freePort, start } from './process.mjs';

export const ROOT = resolve(import.meta.dirname, '../../..');
export const OUTPUT = join(ROOT, 'target/e2e');
mkdirSync(OUTPUT, { recursive: true });

const SEEDS = join(ROOT, '../shared/seeds');

const BUNDLED = join(ROOT, 'knowledge/policies');

/** The policies to answer from: those of E2E_POLICIES, else documents laid beside the project, else the bundled suite. */
export const POLICIES = resolve(process.env.E2E_POLICIES ?? (existsSync(SEEDS) ? SEEDS : BUNDLED));

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
    // a browser that is driven asks faster than people
    'beadle.limits.questions.at-once': 1000,
    'beadle.limits.questions.per-minute': 1000,
    'beadle.limits.activities.at-once': 5000,
    'beadle.limits.activities.per-minute': 5000,
    'beadle.knowledge.sources': POLICIES,
    ...properties,
  };
  const args = Object.entries(settings).map(([name, value]) => `--${name}=${value}`);
  const run = () =>
    start('Beadle', join(ROOT, 'beadle'), args, {
      cwd: data,
      log: join(OUTPUT, 'beadle.log'),
      url: `http://127.0.0.1:${management}/actuator/health`,
      seconds: 300,
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
