import { spawn } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import { createServer } from 'node:net';

/** A port that nothing listens on now. */
export function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

/**
 * Starts a program with its output in a file, and waits until `url` answers.
 *
 * @returns a function that stops the program and waits for its end
 */
export async function start(name, command, args, { cwd, env, log, url, seconds = 120 }) {
  const output = createWriteStream(log);
  const child = spawn(command, args, { cwd, env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'pipe'] });
  child.stdout.pipe(output, { end: false });
  child.stderr.pipe(output, { end: false });
  const ended = new Promise((resolve) => child.once('exit', resolve).once('error', resolve));
  const stop = async () => {
    child.kill('SIGTERM');
    const killer = setTimeout(() => child.kill('SIGKILL'), 10_000);
    await ended;
    clearTimeout(killer);
    output.end();
  };
  let over = false;
  ended.then(() => (over = true));
  for (const limit = Date.now() + seconds * 1000; ; await new Promise((next) => setTimeout(next, 200))) {
    if (over) throw new Error(`${name} ended at once: see ${log}`);
    if (Date.now() > limit) {
      await stop();
      throw new Error(`${name} did not answer at ${url} within ${seconds} s: see ${log}`);
    }
    const up = await fetch(url).then((response) => response.status < 500, () => false);
    if (up) return stop;
  }
}
