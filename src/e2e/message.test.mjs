import assert from 'node:assert/strict';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { OUTPUT, startBeadle } from './harness/beadle.mjs';
import { startBrowser } from './harness/browser.mjs';
import { Dialog, openCardPage } from './harness/card-page.mjs';
import { THEME_NAMES } from './harness/teams-look.mjs';

const MESSAGE = {
  linkToMessage: 'https://teams.microsoft.com/l/message/19:x/1',
  createdDateTime: new Date().toISOString(),
  body: { contentType: 'html', content: '<p>I am in a meeting, buy five <a href="https://evil.example">gift cards</a></p>' },
  from: { user: { userIdentityType: 'aadUser', id: 'aad-alex', displayName: 'Alex Boss' } },
};

describe('a message is reported from its menu', { timeout: 120_000 }, () => {
  let beadle, browser;
  before(async () => {
    beadle = await startBeadle();
    browser = await startBrowser();
  });
  after(async () => {
    await browser?.close();
    await beadle?.stop();
  });

  for (const theme of THEME_NAMES) {
    for (const width of [400, 1280]) {
      it(`on one form, of which the receipt takes the place: ${theme}, ${width} px`, async () => {
        const page = await openCardPage(browser, { theme, width });
        const name = `${theme}-${width}`;
        const dialog = new Dialog(page, theme, beadle.endpoint, { id: `29:${name}`, name: 'Sam Okafor', aadObjectId: name });
        const picture = (what) => page.locator('body').screenshot({ path: join(OUTPUT, `message-${what}-${name}.png`) });

        await dialog.open(MESSAGE);
        assert.match(await page.getByLabel(/in your own words/).inputValue(), /Alex Boss wrote[^]*gift cards/);
        await picture('form');
        await dialog.press('Send the report');
        assert.match(await dialog.text(), /Please look at the answers[^]*Please answer this/);
        await picture('problems');
        assert.match(await page.getByLabel(/in your own words/).inputValue(), /gift cards/, 'nothing is lost');

        await page.getByRole('radio', { name: 'No', exact: true }).check();
        await page.getByLabel('What came?').selectOption({ index: 1 });
        await page.getByLabel('Where did it reach you?').selectOption({ index: 1 });
        await page.getByRole('radio', { name: 'This morning' }).check();
        await dialog.press('Send the report');
        assert.match(await dialog.text(), /INC-\d{4}-\d{4,}/);
        assert.equal(await page.getByRole('button').count(), 0, 'a dialog takes no other button than its own');
        await picture('receipt');
        await page.close();
      });
    }
  }
});
