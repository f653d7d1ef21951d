import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { text } from 'node:stream/consumers';
import { OUTPUT } from './beadle.mjs';
import { freePort, start } from './process.mjs';

const TENANT = '00000000-0000-0000-0000-000000000001';

/** The Playground wants the signed-in person and exactly five others. All of them are in the team. */
const PEOPLE = ['Sam Okafor', 'Priya Shah', 'Dafydd Rees', 'Amara Cole', 'Tom Hale', 'Lucy Marsh'];

/** General always exists and has the team's own id; one more channel is allowed. */
export const DESK = 'Security desk';

function person(name) {
  const [givenName, surname] = name.split(' ');
  const email = `${givenName}.${surname}@aldermere.example`.toLowerCase();
  const aadObjectId = `00000000-0000-0000-0000-0000000000a${PEOPLE.indexOf(name) + 1}`;
  return { id: `29:${givenName.toLowerCase()}`, name, userPrincipleName: email, aadObjectId, givenName, surname, email };
}

/**
 * The Playground's people picker submits a person's `29:` id, of several with commas between; Teams submits their Entra object
 * ids, as they are in `from` of what they send: https://learn.microsoft.com/microsoftteams/platform/task-modules-and-cards/cards/people-picker#data-submission
 */
function withObjectIds(submitted) {
  const objectIds = new Map(PEOPLE.map(person).map(({ id, aadObjectId }) => [id, aadObjectId]));
  const translated = (text) => text.split(',').map((id) => objectIds.get(id) ?? id).join(',');
  return JSON.parse(JSON.stringify(submitted), (_, value) => (typeof value === 'string' ? translated(value) : value));
}

/** JSON is YAML too. */
function configuration(me) {
  return JSON.stringify({
    version: '0.1.1',
    tenantId: TENANT,
    bot: { id: '28:beadle', name: 'Beadle' },
    currentUser: person(me),
    users: PEOPLE.filter((name) => name !== me).map(person),
    personalChat: { id: `personal-${person(me).id}` },
    groupChat: { id: 'group-chat', name: 'Housing team' },
    team: {
      id: 'team-security',
      name: 'Information security',
      aadGroupId: '00000000-0000-0000-0000-0000000000c1',
      channels: [{ id: 'channel-desk', name: DESK }],
    },
  });
}

/**
 * Stands between the Playground and the bot. One Playground is one signed-in person, and another's Playground has other
 * chats; so a second person at the same card is the same window with the sender replaced on the way to the bot.
 */
async function passOn(endpoint) {
  const activities = [];
  let acting = null;
  const server = createServer(async (request, response) => {
    // the Playground also asks with GET whether the bot is there
    const { method } = request;
    let body;
    if (method === 'POST') {
      const activity = JSON.parse(await text(request));
      if (acting) activity.from = { id: acting.id, name: acting.name, aadObjectId: acting.aadObjectId };
      if (activity.value) activity.value = withObjectIds(activity.value);
      activities.push(activity);
      body = JSON.stringify(activity);
    }
    const answer = await fetch(endpoint, { method, body, headers: { 'content-type': 'application/json' } });
    response.writeHead(answer.status, { 'content-type': answer.headers.get('content-type') ?? 'application/json' });
    response.end(Buffer.from(await answer.arrayBuffer()));
  });
  await new Promise((ready) => server.listen(0, '127.0.0.1', ready));
  return {
    url: `http://127.0.0.1:${server.address().port}/api/messages`,
    activities,
    actAs: (name) => (acting = name && person(name)),
    close: () => new Promise((closed) => server.close(closed).closeAllConnections()),
  };
}

/**
 * Starts the Agents Playground against a bot.
 *
 * @param endpoint the bot's `/api/messages`
 * @returns `url` to open; `actAs(name)` lets somebody else send what is said and clicked from now on, null ends that;
 *   `activities` sent to the bot so far; `stop`
 */
export async function startPlayground(endpoint, { user = PEOPLE[0] } = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'playground-'));
  writeFileSync(join(folder, '.m365agentsplayground.yml'), configuration(user));
  const bridge = await passOn(endpoint);
  const port = await freePort();
  const home = dirname(createRequire(import.meta.url).resolve('@microsoft/m365agentsplayground/package.json'));
  const patient = ['--require', join(import.meta.dirname, 'keep-alive.cjs')];
  const args = ['start', '-e', bridge.url, '-c', 'msteams', '--dt', '-p', String(port)];
  const url = `http://localhost:${port}`;
  const end = await start('The Agents Playground', process.execPath, [...patient, join(home, 'cli.js'), ...args], {
    cwd: folder,
    env: { TEAMSAPPTESTER_BROWSER: 'none', TZ: 'Europe/London' },
    log: join(OUTPUT, 'playground.log'),
    url: `${url}/_internal/v1/config`,
  });
  return {
    url,
    actAs: bridge.actAs,
    activities: bridge.activities,
    async stop() {
      await end();
      await bridge.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
