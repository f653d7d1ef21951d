import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readFileSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { OUTPUT, ROOT } from './harness/beadle.mjs';
import { startBrowser } from './harness/browser.mjs';
import { openCardPage } from './harness/card-page.mjs';
import { THEME_NAMES, hostConfig } from './harness/teams-look.mjs';

const APPROVED = join(ROOT, 'src/test/resources/cards');
const SAMPLES = join(ROOT, 'src/test/resources/card-samples');
const TEMPLATES = join(ROOT, 'adaptive-cards');
const PICTURES = join(OUTPUT, 'cards');
const WIDTHS = [400, 1280];

const json = (...path) => JSON.parse(readFileSync(join(...path), 'utf8'));
const names = existsSync(APPROVED)
  ? readdirSync(APPROVED).filter((file) => file.endsWith('.approved.json')).map((file) => basename(file, '.approved.json'))
  : [];
/** The approved file holds the card, or the attachment around it. */
const approved = (name) => ((card) => card.content ?? card)(json(APPROVED, `${name}.approved.json`));

/**
 * Runs in the page: draws the card and lists what is wrong with it.
 *
 * Of one message it thinks nothing: the open-source library knows `choices.data` in cards of version 1.6, and leaves it out of
 * others. Teams has its people picker in older cards too; the example in its documentation is of version 1.2:
 * https://learn.microsoft.com/microsoftteams/platform/task-modules-and-cards/cards/people-picker#example
 */
function draw({ card, config }) {
  const { AdaptiveCard, HostConfig, SerializationContext, Version } = window.AdaptiveCards;
  const wrong = [];
  const context = new SerializationContext(new Version(1, 5));
  const adaptive = new AdaptiveCard();
  adaptive.hostConfig = new HostConfig(config);
  AdaptiveCard.langProperty.regEx.lastIndex = 0; // it is global, and the library forgets where the last card left it
  adaptive.parse(card, context);
  const isPicker = (input) => input['choices.data']?.dataset === 'graph.microsoft.com/users';
  const pickers = new Set();
  JSON.stringify(card, (_, element) => (element && isPicker(element) && pickers.add(element.id), element));
  for (let i = 0; i < context.eventCount; i++) {
    const { source, message } = context.getEventAt(i);
    const isOfPicker = message.startsWith('Property "choices.data" is supported in version 1.6') && pickers.has(source.id);
    if (!isOfPicker) wrong.push(message);
  }
  for (const { callerObject, errors } of adaptive.validateProperties().failures ?? []) {
    for (const error of errors) wrong.push(`${callerObject.getJsonTypeName()} ${callerObject.id ?? ''}: ${error.message}`);
  }
  const inputs = adaptive.getAllInputs();
  if (new Set(inputs.map(({ id }) => id)).size < inputs.length) wrong.push('two inputs have the same id');
  for (const input of inputs) {
    if (!input.label) wrong.push(`${input.getJsonTypeName()} ${input.id} has no label`);
    if (input.isRequired && !input.errorMessage) wrong.push(`${input.getJsonTypeName()} ${input.id} has no errorMessage`);
  }
  const main = document.createElement('main');
  document.body.replaceChildren(main);
  adaptive.render(main);
  const edge = main.getBoundingClientRect().right + 1;
  for (const element of main.querySelectorAll('*')) {
    const what = `${element.tagName.toLowerCase()}.${element.className} "${element.textContent.trim().slice(0, 40)}"`;
    if (element.getBoundingClientRect().right > edge) wrong.push(`${what} sticks out of the card`);
    else if (element.matches('.ac-textBlock, .ac-textBlock *, .ac-pushButton') && element.scrollWidth > element.clientWidth + 1) {
      wrong.push(`${what} is cut off`);
    }
    if (element.tagName === 'IMG' && !element.alt) wrong.push(`${what} has no alternative text`);
  }
  if (document.documentElement.scrollWidth > window.innerWidth) wrong.push('the page scrolls sideways');
  return wrong;
}

describe('cards as pictures', { skip: names.length === 0 && `no approved cards in ${APPROVED}` }, () => {
  let browser;
  before(async () => {
    mkdirSync(PICTURES, { recursive: true });
    browser = await startBrowser();
  });
  after(() => browser.close());

  for (const theme of THEME_NAMES) {
    for (const width of WIDTHS) {
      it(`every card is whole, labelled and in its frame: ${theme}, ${width} px`, async (test) => {
        const page = await openCardPage(browser, { theme, width });
        for (const name of names) {
          await test.test(name, async () => {
            const wrong = await page.evaluate(draw, { card: approved(name), config: hostConfig(theme) });
            await page.locator('body').screenshot({ path: join(PICTURES, `${name}-${theme}-${width}.png`) });
            assert.deepEqual(wrong, []);
          });
        }
        await page.close();
      });
    }
  }
});

/** A property without a value is as good as none: the library writes null, Beadle leaves it out. */
const withoutNulls = (node) => JSON.parse(JSON.stringify(node, (_, value) => value ?? undefined));

describe('templates', () => {
  for (const file of readdirSync(SAMPLES)) {
    it(`${file} means to Microsoft's templating library what it means to Beadle`, async () => {
      const { Template } = await import('adaptivecards-templating');
      const sample = json(TEMPLATES, file.replace('.json', '.sample.json'));
      const expanded = new Template(json(TEMPLATES, file)).expand({ $root: sample });
      assert.deepEqual(withoutNulls(expanded), json(SAMPLES, file));
    });
  }
});
