import { join } from 'node:path';
import { OUTPUT } from './beadle.mjs';
import { PATIENCE, openPage } from './browser.mjs';

/** The Playground is made for wide screens; this lets its chat be as narrow as on a phone, where Teams has no frame around. */
const NARROW = `
  #root div { min-width: 0 !important; }
  [role=toolbar] { display: none !important; }
  .fai-OutputCard { max-width: calc(100vw - 72px) !important; box-sizing: border-box; padding: 4px 2px !important; }
  div:has(> .ac-preview-panel) { width: 100% !important; box-sizing: border-box; }`;

/**
 * Opens the Playground; at that it tells the bot that it was installed. Reloading or resizing it loses what was typed, and a
 * second window does not show the first one's messages: another width is another story.
 *
 * @param width of the window in pixels
 * @param height that of a telephone or a desk, unless cards are to be seen whole
 * @returns what a person can do in it
 */
export async function openPlayground(browser, playground, { width = 1280, height = width < 600 ? 844 : 900 } = {}) {
  const page = await openPage(browser, { viewport: { width, height } });
  // a button whose press throws sends nothing, and nothing is to be seen of it
  page.on('pageerror', (error) => console.error(`In the page: ${error.stack}`));
  await page.goto(playground.url);
  await page.getByRole('button', { name: 'Hide log panel' }).click();
  if (width < 600) await page.addStyleTag({ content: NARROW });
  return new Chat(page, width);
}

/** Where the Playground hears from Beadle what comes of a button. */
const ANSWER = /\/_conversation\/v1\/invoke$/;

const CARD = '.ac-adaptiveCard';
/** What Beadle said in a chat, cards too. */
const BUBBLE = '.fai-OutputCard';
/** A post in a channel with its answers. */
const POST = '.fui-Card';

/** What is made anew each time a card is drawn, unlike its fields: a paragraph. */
const drawing = (card) => card.locator('p').first().elementHandle();

/** Whether the card is still as it was drawn. */
const stands = async ({ drawn }) => drawn !== null && drawn.evaluate((paragraph) => paragraph.isConnected);

class Chat {
  constructor(page, width) {
    this.page = page;
    this.width = width;
    this.inChannel = false;
    this.heard = 0;
    this.form = null;
    /** What a person has had to do so far: fingers put down, and characters typed. */
    this.taps = 0;
    this.typed = 0;
  }

  /** Opens the "Personal Chat", the group chat or a channel, by its name. */
  async open(name) {
    const menu = this.page.getByRole('button', { name: 'Toggle app bar and conversation window' });
    const narrow = await menu.isVisible();
    const entry = this.page.getByRole('treeitem', { name }).first();
    this.inChannel = /^Information security - /.test((await entry.getAttribute('aria-label')) ?? '');
    // while it is drawn the menu may be open already, and its button close it
    for (let left = narrow ? 3 : 0; ; left--) {
      if (narrow) await menu.click();
      const open = await entry.click({ timeout: left ? PATIENCE / 9 : PATIENCE }).then(() => true, (cause) => cause);
      if (open === true) break;
      if (!left) throw open;
    }
    const post = this.page.getByRole('button', { name: 'Post' }).first();
    await post.waitFor({ state: this.inChannel ? 'visible' : 'hidden' });
    // an open menu closes by a click beside it; its button opens it again
    if (narrow) await this.page.mouse.click(this.width - 3, 400);
  }

  /** Types and sends; "@Beadle" at the beginning is picked from the menu, as people do. */
  async say(text) {
    const { keyboard } = this.page;
    this.heard = await this.page.locator(BUBBLE).count();
    const box = this.page.getByRole('textbox');
    await (this.inChannel ? box.first() : box.last()).click();
    let rest = text;
    if (text.startsWith('@')) {
      const [mention] = text.split(' ');
      await keyboard.type(mention);
      await this.page.getByRole('menuitem', { name: mention.slice(1) }).click();
      rest = text.slice(mention.length);
    }
    await keyboard.type(rest);
    if (this.inChannel) await this.page.getByRole('button', { name: 'Post' }).first().click();
    else await keyboard.press('Enter');
  }

  /**
   * The newest of those with `text` on it; waits for it. A channel has its newest post on top, a chat at the bottom, where the
   * one found stays the one meant, whatever comes after it.
   */
  async newest(kind, text) {
    const all = this.page.locator(kind);
    const fitting = text ? all.filter({ hasText: text }) : all;
    const newest = this.inChannel ? fitting.first() : fitting.last();
    await newest.waitFor();
    if (this.inChannel) return newest;
    return all.nth(await newest.evaluate((element, kind) => [...document.querySelectorAll(kind)].indexOf(element), kind));
  }

  /** The newest card, or the newest on which `text` stands. */
  card(text) {
    return this.newest(CARD, text);
  }

  /** What Beadle answered first to what was said last, in a chat; waits for it. */
  async answer() {
    const answer = this.page.locator(BUBBLE).nth(this.heard);
    await answer.waitFor();
    return answer;
  }

  /** The newest message of Beadle's with `text`, in a channel the newest post with its answers. */
  hears(text) {
    return this.newest(this.inChannel ? POST : BUBBLE, text);
  }

  /**
   * Fills in the field of that label: text, number, person, choice of either style (by its title, or a pattern of it), toggle
   * ("true"), date (2026-11-20), time (one of the Playground's half hours: 8:30, 14:00). Where either a choice or a text may
   * be asked for, the value names both.
   */
  fill(card, label, value) {
    return this.does(card, () => this.enter(card, label, value));
  }

  /** Presses a button that shows or hides something on the card; Beadle hears nothing of it, and what is filled in stays. */
  toggle(card, label) {
    return this.does(card, async () => {
      await this.press(card, label);
      await this.form.drawn.waitForElementState('hidden');
      this.form.drawn = await drawing(card);
    });
  }

  /** What is done to one card until a press that Beadle hears. */
  of(card) {
    if (this.form?.card !== card) this.form = { card, deeds: [], done: 0, drawn: null };
    return this.form;
  }

  async does(card, deed) {
    this.of(card).deeds.push(deed);
    await this.keep(card);
  }

  /**
   * Does what is yet to be done to the card, and all of it again where the Playground has drawn the card anew: whatever changes
   * anywhere, news in the channel too, it draws every card, and what was filled in is gone.
   */
  async keep(card) {
    const form = this.of(card);
    for (let left = 20; !(await stands(form)) || form.done < form.deeds.length; left--) {
      if (!left) throw new Error(`The card is drawn all the time: ${await card.innerText()}`);
      if (!(await stands(form))) Object.assign(form, { drawn: await drawing(card), done: 0 });
      try {
        for (; form.done < form.deeds.length; form.done++) await this.once(form.deeds[form.done]);
      } catch (cause) {
        if (await stands(form)) throw cause;
      }
    }
  }

  /** Does it, and counts what a person has to do for it: once, however often the Playground has it done. */
  async once(deed) {
    const { taps, typed } = this;
    let isFirst = false;
    try {
      await deed();
      isFirst = !deed.counted;
      deed.counted = true;
    } finally {
      if (!isFirst) Object.assign(this, { taps, typed });
    }
  }

  async press(card, label) {
    this.taps++;
    await card.getByRole('button', { name: label }).click();
  }

  async enter(card, label, value) {
    const { choose = value, type = value } = value;
    const group = card.getByRole('radiogroup', { name: label });
    // of several choices each has a label of its own, and the question's too
    const box = card.getByRole('checkbox', { name: label });
    const field = box.or(card.getByLabel(label).and(card.locator('input, textarea, select'))).first();
    const picker = card.locator('div:has(> label)').filter({ hasText: label }).locator('.ms-BasePicker-input').first();
    await group.or(field).or(picker).first().waitFor();
    this.taps++;
    if (await picker.count()) return this.pick(picker, choose);
    if (await group.count()) return group.getByRole('radio', { name: choose }).first().check();
    if ((await field.getAttribute('type')) === 'checkbox') return field.setChecked(type === 'true');
    const isDate = (await field.getAttribute('aria-haspopup')) === 'dialog';
    if ((await field.getAttribute('role')) === 'combobox' && !isDate) {
      this.taps++;
      await field.click();
      return this.page.getByRole('option', { name: choose, exact: true }).first().click({ timeout: PATIENCE / 3 });
    }
    this.typed += type.length;
    await field.fill(type);
    if (isDate) await this.page.keyboard.press('Escape');
    return undefined;
  }

  /** Types a first name into a people picker, at a person's pace because it completes what is typed, and takes who is offered. */
  async pick(picker, name) {
    this.taps++;
    await picker.click();
    await this.page.keyboard.type(name.split(' ')[0], { delay: 40 });
    await this.page.getByRole('option', { name }).first().click({ timeout: PATIENCE / 3 });
  }

  /** The labels of the fields on the card, from top to bottom. */
  labels(card) {
    const fields = card.locator('input:not([type=radio]), textarea, select, [role=radiogroup]');
    return fields.evaluateAll((all) => {
      const named = (id) => document.getElementById(id)?.querySelector('.ac-textRun')?.textContent.trim();
      return all.map((field) => (field.getAttribute('aria-labelledby') ?? '').split(' ').map(named).find(Boolean)).filter(Boolean);
    });
  }

  /**
   * Presses a button, twice more where nothing is sent, with all that was filled in, and waits for what Beadle answers.
   * Playwright's `finished` is not waited for: it never comes where the browser gave the response up after its headers
   * (https://github.com/microsoft/playwright/pull/42787).
   */
  async click(card, label) {
    const { taps } = this;
    for (let sent = null, left = 2; !sent; this.taps = taps + 1) {
      await this.keep(card);
      const asked = this.page.waitForRequest(ANSWER, { timeout: PATIENCE / 6 }).catch(() => null);
      const answered = this.page.waitForResponse(ANSWER);
      answered.catch(() => {}); // not a second failure where nothing was sent
      await this.press(card, label);
      sent = await asked;
      if (sent) await answered;
      else if (!left--) throw new Error(`Nothing came of ${label} on the card: ${await card.innerText()}`);
      else this.form.drawn = null; // what was chosen may be gone though the card looks the same
    }
    this.form = null;
  }

  /** Waits until the card, or its successor in the same place, no longer reads like that. */
  async changed(card, text) {
    for (const limit = Date.now() + PATIENCE; (await card.innerText()) === text; await this.page.waitForTimeout(50)) {
      if (Date.now() > limit) throw new Error(`The card did not change: ${text}`);
    }
  }

  /** A picture of the whole card, however long, as it is in the chat. */
  async picture(card, name) {
    await card.screenshot({ path: join(OUTPUT, `${name}-${this.width}.png`), animations: 'disabled' });
  }

  /** What a person sees in the window; with `card` at its top, if one is named. */
  async screenshot(name, card) {
    await card?.evaluate((element) => element.scrollIntoView({ block: 'start' }));
    await this.page.screenshot({ path: join(OUTPUT, `${name}-${this.width}.png`), animations: 'disabled' });
  }
}
