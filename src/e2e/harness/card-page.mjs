import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { openPage } from './browser.mjs';
import { hostConfig, styleSheet } from './teams-look.mjs';

const require = createRequire(import.meta.url);
const library = (name, file) => join(dirname(require.resolve(`${name}/package.json`)), file);

/** A page in which Microsoft's card library stands ready, styled as Teams is in that theme. */
export async function openCardPage(browser, { theme, width, height = 700 }) {
  const page = await openPage(browser, { viewport: { width, height } });
  await page.setContent('<!doctype html><html lang="en-GB"><title>Card</title><body>');
  await page.addStyleTag({ content: styleSheet(theme) });
  await page.addScriptTag({ path: library('adaptivecards', 'dist/adaptivecards.min.js') });
  await page.addScriptTag({ path: library('markdown-it', 'dist/browser/markdown-it.umd.min.js') });
  await page.evaluate(() => {
    const markdown = window.markdownit({ html: false, linkify: false });
    window.AdaptiveCards.AdaptiveCard.onProcessMarkdown = (text, result) => {
      result.outputHtml = markdown.render(text);
      result.didProcess = true;
    };
  });
  return page;
}

/**
 * The dialog of a message extension: the Playground shows none, so the card is drawn as Teams draws it, and what its buttons
 * submit goes to Beadle as Teams sends it.
 */
export class Dialog {
  constructor(page, theme, endpoint, from) {
    Object.assign(this, { page, theme, endpoint, from });
  }

  /** "Report this message" in the menu of a message. */
  async open(messagePayload) {
    await this.page.exposeFunction('submitted', (data) => (this.sent = data));
    await this.#show(await this.#invoke('composeExtension/fetchTask', { messagePayload }));
  }

  /** Presses the button; the card that Beadle answers with takes the place of the one before. */
  async press(name) {
    this.sent = undefined;
    await this.page.getByRole('button', { name }).click();
    if (this.sent) await this.#show(await this.#invoke('composeExtension/submitAction', { data: this.sent }));
  }

  text() {
    return this.page.locator('main').innerText();
  }

  async #invoke(name, value) {
    const conversation = { id: '19:two@unq.gbl.spaces', conversationType: 'personal', tenantId: 'tenant' };
    const response = await fetch(this.endpoint, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        type: 'invoke',
        id: crypto.randomUUID(),
        name,
        channelId: 'msteams',
        serviceUrl: 'http://127.0.0.1:9/',
        from: this.from,
        recipient: { id: '28:beadle', name: 'Beadle' },
        conversation,
        value: { commandId: 'reportMessage', commandContext: 'message', ...value },
      }),
    });
    return (await response.json()).task.value.card.content;
  }

  async #show(card) {
    await this.page.evaluate(({ card, config }) => {
      const { AdaptiveCard, HostConfig, SubmitAction } = window.AdaptiveCards;
      const adaptive = new AdaptiveCard();
      adaptive.hostConfig = new HostConfig(config);
      adaptive.onExecuteAction = (action) => action instanceof SubmitAction && window.submitted(action.data);
      AdaptiveCard.langProperty.regEx.lastIndex = 0;
      adaptive.parse(card);
      const main = document.createElement('main');
      document.body.replaceChildren(main);
      adaptive.render(main);
    }, { card, config: hostConfig(this.theme) });
  }
}
