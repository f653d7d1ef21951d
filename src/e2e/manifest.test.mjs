import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { it } from 'node:test';
import { ROOT } from './harness/beadle.mjs';

it("the build's copy of the Teams manifest schema is Microsoft's", () => {
  const { manifestVersion } = JSON.parse(readFileSync(join(ROOT, 'manifest/manifest.json'), 'utf8'));
  const home = dirname(createRequire(import.meta.url).resolve('@microsoft/app-manifest/package.json'));
  const official = join(home, `build/json-schemas/teams/v${manifestVersion}/MicrosoftTeams.schema.json`);
  const copy = join(ROOT, 'src/test/resources/teams-manifest/MicrosoftTeams.schema.json');
  assert.equal(readFileSync(copy, 'utf8'), readFileSync(official, 'utf8'));
});
