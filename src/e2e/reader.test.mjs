import assert from 'node:assert/strict';
import { createHash, createHmac } from 'node:crypto';
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { OUTPUT, ROOT, startBeadle } from './harness/beadle.mjs';
import { openPage, startBrowser } from './harness/browser.mjs';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const PICTURES = join(OUTPUT, 'reader');
const KEY = 'a-key-that-only-the-browser-tests-know';
const MOBILE = 'mobile-and-remote-working.md';
const SCHEDULE = 'retention-schedule.md';
const CLAUSE = /Never leave them in a\s+car overnight/;

const TABLE = `# Retention schedule

Organisation: Aldermere Borough Council
Version: 2
Review due: 1 March 2020

## 1 What we keep

| Record | Where it is kept, and who answers for it in the service that made it | Kept for | Then |
|---|---|---|---|
${['Licences', 'Tenancies', 'Planning files', 'Complaints'].map((name) => `| ${name} | In the records system, by the head of the service | 6 years after the last entry | Destroyed |`).join('\n')}

## 2 Sending copies

A copy goes to another council by GCSx alone.
`;

/** A link as Beadle makes it, worked out anew from what its RATIONALE says. */
function link(file, { more = '', hours = 1, key = KEY } = {}) {
  const digest = createHash('sha256').update(file).digest('hex').slice(0, 8);
  const slug = `${file.replace(/\.md$/, '')}-${digest}`;
  const end = Math.floor(Date.now() / 1000) + hours * 3600;
  const signature = createHmac('sha256', key).update(`${slug}\n${end}\nUNRESTRICTED`).digest('base64url');
  return `/policies/${slug}?e=${end}&s=${signature}${more}`;
}

describe('the policy reader', { timeout: 240_000 }, () => {
  let beadle, browser, base, folder;
  const errors = [];

  before(async () => {
    mkdirSync(PICTURES, { recursive: true });
    folder = mkdtempSync(join(tmpdir(), 'beadle-policies-'));
    copyFileSync(join(ROOT, 'knowledge/policies', MOBILE), join(folder, MOBILE));
    writeFileSync(join(folder, SCHEDULE), TABLE);
    beadle = await startBeadle({ properties: { 'beadle.knowledge.sources': folder, 'beadle.policies.key': KEY } });
    base = new URL(beadle.endpoint).origin;
    browser = await startBrowser();
  });

  after(async () => {
    await browser?.close();
    await beadle?.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  async function open(path, { width = 1280, theme = 'light' } = {}) {
    const page = await openPage(browser, { viewport: { width, height: 800 }, colorScheme: theme });
    page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
    page.on('pageerror', (error) => errors.push(error.message));
    await page.goto(base + path);
    return page;
  }

  /** The link to the clause on cars with its last sentence marked, found as a reader finds it. */
  async function toTheCar() {
    const page = await open(link(MOBILE, { more: '&q=overnight' }));
    const clause = page.locator('.clause', { hasText: CLAUSE });
    const anchor = await clause.getAttribute('id');
    const text = await clause.locator('p').last().textContent();
    await page.close();
    return link(MOBILE, { more: `&c=${anchor.slice(2)}&m=${text.search(CLAUSE)}-${text.length}#${anchor}` });
  }

  const isInView = (locator) => locator.evaluate((element) => {
    const { top, bottom } = element.getBoundingClientRect();
    return top >= 0 && bottom <= window.innerHeight;
  });

  for (const theme of ['light', 'dark']) {
    for (const width of [1280, 400]) {
      it(`can be used by everybody: ${theme}, ${width} px`, async (test) => {
        const pages = {
          clause: await toTheCar(),
          search: link(MOBILE, { more: '&q=laptop' }),
          table: link(SCHEDULE, { more: '&c=0000000000000000' }),
          expired: link(MOBILE, { hours: -1 }),
        };
        for (const [name, path] of Object.entries(pages)) {
          await test.test(name, async () => {
            const before = errors.length;
            const page = await open(path, { width, theme });
            if (name === 'expired') errors.length = before; // the browser reports the 404 itself
            await page.evaluate(AXE);
            const { violations } = await page.evaluate(() => window.axe.run(document, { resultTypes: ['violations'] }));
            await page.screenshot({ path: join(PICTURES, `${name}-${theme}-${width}.png`) });
            assert.deepEqual(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`), []);
            assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth), 'scrolls sideways');
            await page.close();
          });
        }
      });
    }
  }

  for (const width of [1280, 400]) {
    it(`shows the clause that the link is to, with the quoted words marked: ${width} px`, async () => {
      const page = await open(await toTheCar(), { width });
      const clause = page.locator('.clause:target');
      assert.match(await clause.innerText(), CLAUSE);
      assert.ok(await isInView(clause));
      assert.match((await page.locator('mark.quoted').allTextContents()).join(' '), new RegExp(`^${CLAUSE.source}.*garage\\.$`, 's'));
      assert.equal(await page.locator('.chosen').count(), 1);
      await page.close();
    });
  }

  it('is searched from the keyboard', async () => {
    const page = await open(link(MOBILE));
    await page.keyboard.press('Tab');
    assert.equal(await page.evaluate(() => document.activeElement.className), 'skip');
    await page.keyboard.press('Enter');
    assert.equal(await page.evaluate(() => document.activeElement.id), 'text');
    await page.getByRole('searchbox', { name: 'Search this policy' }).focus();
    await page.keyboard.type('overnight');
    await Promise.all([page.waitForURL(/q=overnight/), page.keyboard.press('Enter')]);
    assert.match(await page.title(), /^\d+ clauses? with “overnight”: /);
    assert.match(await page.getByRole('status').innerText(), /^\d+ clauses? with “overnight”/);
    await page.locator('.hits a').first().focus();
    await page.keyboard.press('Enter');
    const clause = page.locator('.clause:target');
    assert.ok(await isInView(clause));
    assert.match(await clause.locator('mark.found').first().innerText(), /overnight/i);
    await page.getByRole('link', { name: 'Show the policy without the search' }).click();
    await page.waitForURL((url) => !url.search.includes('q='));
    assert.equal(await page.locator('mark').count(), 0);
    await page.close();
  });

  it('says beside a clause, on screen and on paper, that a service it names was replaced', async () => {
    const page = await open(link(SCHEDULE));
    const clause = page.locator('.clause', { hasText: 'by GCSx alone' });
    for (const media of ['screen', 'print']) {
      await page.emulateMedia({ media });
      assert.match(await clause.getByRole('note').innerText(), /^Replaced\. GCSx .*replaced.* Go by /);
    }
    assert.equal(await page.getByRole('note').count(), 1);
    await page.close();
  });

  it('is printed without what belongs to the screen, with title, version and date', async () => {
    const page = await open(await toTheCar());
    await page.emulateMedia({ media: 'print' });
    for (const gone of ['nav', 'form', '.skip', '.place a']) assert.equal(await page.locator(gone).first().isVisible(), false, gone);
    assert.match(await page.locator('footer').innerText(), /Mobile and remote working policy, version \d[\d.]*\. Opened at \d\d:\d\d on \d/);
    const pdf = await page.pdf({ path: join(PICTURES, 'printed.pdf'), format: 'A4' });
    assert.equal(pdf.subarray(0, 5).toString(), '%PDF-');
    await page.screenshot({ path: join(PICTURES, 'printed.png') });
    await page.close();
  });

  it('opens nothing without a link, and nothing with another key', async () => {
    for (const path of ['/policies', link(MOBILE).split('?')[0], link(MOBILE, { key: `${KEY}!` })]) {
      const response = await fetch(base + path);
      assert.equal(response.status, 404);
      assert.match(await response.text(), /Ask Beadle your question again/);
    }
  });

  it('makes the browser report nothing', () => {
    assert.deepEqual(errors, []);
  });
});
