import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, it } from 'node:test';
import { startBeadle } from './harness/beadle.mjs';
import { startBrowser } from './harness/browser.mjs';
import { act, changed, choose, openCase } from './harness/case.mjs';
import { openPlayground } from './harness/chat.mjs';
import { DESK, startPlayground } from './harness/playground.mjs';

const REFERENCE = /INC-\d{4}-\d{4,}/;
const NO = /^no$/i;
const OUTCOME = 'Dealt with';
const CLOSE = 'Close it and learn: Close it';
const TWO_DAYS_AGO = new Date(Date.now() - 2 * 86_400_000).toISOString().slice(0, 10);

/** A person, not this machine: seconds for a tap; characters typed on a telephone and words read silently in a second. */
const TAP = 1.3;
const TYPING = 36 * 5 / 60;
const READING = 238 / 60;

/**
 * One report goes through every step, the others the quickest way to a receipt. `way` does what a person does on the cards;
 * `account`: after such a report its reporter's account is held, so that it is said last; `most`: more taps are too many;
 * `within`: so many seconds of a person.
 */
const REPORTS = [
  {
    name: 'e-mail to the wrong person',
    say: 'I sent a spreadsheet to the wrong person by email this morning',
    async way(chat, shot) {
      let card = await chat.card('First things first');
      await chat.fill(card, 'Could somebody be in danger because of this?', NO);
      await chat.fill(card, 'Where did it go?', { choose: 'To a private person' });
      await shot(card, 'express');
      card = await next(chat, card);
      await chat.fill(card, /information about people involved/, /^yes$/i);
      await chat.fill(card, 'What has become of it there?', { choose: 'They were asked to delete it, no answer yet' });
      await chat.fill(card, 'Was it protected?', /^no/i);
      await chat.fill(card, /first notice/, /this morning/i);
      await shot(card, 'step-2');
      card = await next(chat, card);
      await chat.fill(card, /how many people/, { choose: '11 to 100' });
      await chat.fill(card, 'Children', 'true');
      await chat.fill(card, /Which system or set of records/, 'The housing system');
      await shot(card, 'step-3');
      card = await next(chat, card);
      await chat.fill(card, /in your own words/, 'Autocomplete picked the wrong Jo.');
      await chat.fill(card, /ring you on/, '01632 960555');
      await shot(card, 'step-4');
      card = await next(chat, card);
      await shot(card, 'review');
      return changed(chat, card, /^send the report$/i);
    },
  },
  {
    name: 'lost papers',
    say: 'Report an incident',
    async way(chat, shot) {
      let card = await chat.card('What do you want to report?');
      await shot(card, 'groups');
      card = await changed(chat, card, 'Something is lost or stolen');
      await shot(card, 'types');
      card = await changed(chat, card, /^lost or stolen papers/i);
      await chat.fill(card, 'Could somebody be in danger because of this?', 'Not sure');
      await chat.fill(card, 'What is missing?', { choose: 'A notebook or diary' });
      await chat.fill(card, 'Where were they last?', 'The records room');
      assert.equal(await card.getByLabel('Happened (date)').first().isVisible(), false);
      await chat.toggle(card, 'Happened: give the date');
      await chat.fill(card, 'Happened (date)', TWO_DAYS_AGO);
      await shot(card, 'date');
      card = await changed(chat, card, /^send now$/i);
      assert.match(await card.innerText(), /If somebody is in danger now, ring 999/);
      return card;
    },
  },
  {
    name: 'published by mistake',
    say: 'A list of tenants was put on our website by mistake yesterday',
    async way(chat, shot) {
      let card = await chat.card('First things first');
      card = await changed(chat, card, /^send now$/i);
      assert.match(await card.innerText(), /Please answer this/);
      await shot(card, 'problems');
      await chat.fill(card, 'Could somebody be in danger because of this?', NO);
      return changed(chat, card, /^send now$/i);
    },
  },
  {
    name: 'a bad link clicked',
    account: true,
    say: 'I think I clicked a bad link',
    async way(chat, shot) {
      let card = await chat.card(/Report it/);
      await shot(card, 'offer');
      card = await changed(chat, card, /^report it/i);
      await chat.fill(card, 'Could somebody be in danger because of this?', NO);
      await chat.fill(card, 'What were you using?', { choose: 'A work computer' });
      await shot(card, 'express');
      return changed(chat, card, /^send now$/i);
    },
  },
  {
    name: 'a lost phone',
    account: true,
    say: "I've lost my work phone",
    most: 3,
    within: 60,
    async way(chat, shot) {
      const card = await chat.card('First things first');
      await chat.fill(card, 'Could somebody be in danger because of this?', NO);
      await chat.fill(card, 'Where was it lost or stolen?', 'The 38 bus');
      await shot(card, 'express');
      return changed(chat, card, /^send now$/i);
    },
  },
];

/** Opens the person's own report anew, at the end of the chat. */
async function openMine(chat, reference) {
  await chat.say('my reports');
  await chat.answer();
  return changed(chat, await chat.card('Your reports'), `Open ${reference}`);
}

const next = (chat, card) => changed(chat, card, /^next$/i);

for (const width of [400, 1280]) {
  describe(`reports at ${width} pixels`, { timeout: 900_000 }, () => {
    const table = [];
    let beadle, playground, browser, chat, reference;
    const picture = (name, what) => (card) => chat.picture(card, `${name.replaceAll(' ', '-')}-${what}`);
    before(async () => {
      beadle = await startBeadle();
      playground = await startPlayground(beadle.endpoint);
      browser = await startBrowser();
      chat = await openPlayground(browser, playground, { width, height: 2_400 });
      await chat.open(DESK);
      await chat.say('@Beadle desk');
      await chat.hears('This channel now receives incident alerts');
    });
    beforeEach(async () => {
      await chat.open('Personal Chat');
      await chat.hears('Hello, I am Beadle');
    });
    after(async () => {
      await browser?.close();
      await playground?.stop();
      await beadle?.stop();
      console.table(table);
    });

    const takes = ({ name, say, way, most = Infinity, within = Infinity }) =>
      it(`takes the report of ${name} and gives a reference`, async () => {
        chat.taps = chat.typed = chat.read = 0;
        const began = performance.now();
        await chat.say(say);
        await chat.answer();
        const receipt = await way(chat, (card, what) => picture(name, what)(card));
        const machine = (performance.now() - began) / 1000;
        [reference] = (await receipt.innerText()).match(REFERENCE);
        await picture(name, 'receipt')(receipt);
        const person = chat.taps * TAP + chat.typed / TYPING + chat.read / READING;
        table.push({
          report: name,
          'taps after the message': chat.taps,
          'characters typed': chat.typed,
          'words to read': chat.read,
          'seconds of the machine': machine.toFixed(1),
          'seconds of a person, estimated': Math.round(person),
        });
        assert.ok(chat.taps <= most, `${chat.taps} taps`);
        assert.ok(person <= within, `${person} seconds`);
      });

    const isOfAccount = ({ account }) => account;
    REPORTS.filter((report) => !isOfAccount(report)).forEach(takes);

    it('lets a reporter add what is missing and correct an answer', async () => {
      await chat.say('my reports');
      let card = await chat.card('Your reports');
      await picture('mine', 'list')(card);
      card = await changed(chat, card, `Open ${reference}`);
      await picture('mine', 'report')(card);
      card = await changed(chat, card, 'Add what is missing');
      await picture('mine', 'missing')(card);
      await chat.fill(card, /first notice/, /just now/i);
      await chat.fill(card, /ring you on/, '01632 960555');
      card = await changed(chat, card, 'Send');
      await picture('mine', 'after-missing')(card);
      card = await changed(chat, await openMine(chat, reference), 'Correct an answer');
      await picture('mine', 'correct')(card);
      await chat.fill(card, 'Which answer do you want to correct?', { choose: 'What can be seen?' });
      card = await changed(chat, card, 'Next');
      await chat.fill(card, 'What can be seen?', { choose: 'A web page or a form' });
      await picture('mine', 'correct-2')(card);
      await changed(chat, card, 'Send');
      card = await openMine(chat, reference);
      await picture('mine', 'corrected')(card);
      assert.match(await card.innerText(), /You corrected this/);
      assert.match(await card.innerText(), /01632 960555/);
    });

    it('lets the team open a report where nobody else reads along, ask, and hear the answer', async () => {
      await chat.open(DESK);
      await picture('desk', 'alert')(await chat.card(reference));
      const posts = await chat.page.locator('body').innerText();
      assert.match(posts, /E-mail to the wrong person/);
      assert.doesNotMatch(posts, /stolen papers/, 'whoever could be in danger is nothing for a channel (G1)');
      let card = await openCase(chat, DESK, reference);
      await picture('desk', 'case')(card);
      card = await choose(chat, card, 'Work on it: Ask the reporter');
      await chat.fill(card, 'What do you want to ask?', 'Which page was it on?');
      await picture('desk', 'ask')(card);
      await changed(chat, card, 'Ask the reporter');
      await chat.card('A question about');
      card = await chat.newest('.ac-adaptiveCard', 'A question about');
      await picture('mine', 'asked')(card);
      await chat.fill(card, 'Your answer', 'The page on housing.');
      await chat.click(card, 'Send');
      card = await openMine(chat, reference);
      assert.match(await card.innerText(), /The page on housing/);
      await picture('mine', 'answered')(card);
    });

    it('lets the team close it once two people have acknowledged and no duty stands against it, and its reporter is thanked', async () => {
      await chat.open(DESK);
      for (const [name, count] of [['Dafydd Rees', /1 of 2/], ['Priya Shah', /2 of 2/]]) {
        playground.actAs(name);
        await chat.click(await chat.card(reference), /^acknowledge/i);
        await chat.card(count);
      }
      playground.actAs(null);
      let card = await openCase(chat, DESK, reference);
      card = await choose(chat, card, CLOSE);
      assert.match(await card.innerText(), /Before it can be closed, these must be done.*Decide on telling the Information Commissioner/);
      await picture('desk', 'not-yet-closed')(card);
      for (const duty of [/^The DPO looks at it/, /^Decide on telling/]) {
        const answers = [['Which duty?', { choose: duty }], ['Why is it not to be done?', 'There were no names on the list.']];
        card = await act(chat, card, 'Work on it: Waive a duty', answers, picture('desk', 'waive'));
      }
      card = await choose(chat, card, CLOSE);
      await picture('desk', 'close')(card);
      card = await changed(chat, card, 'Close it');
      assert.match(await card.innerText(), /Please answer this/);
      await chat.fill(card, 'How did it end?', { choose: OUTCOME });
      await chat.fill(card, 'What was the main cause?', { choose: 'A way of working' });
      await chat.fill(card, 'Did something malfunction?', NO);
      await chat.click(card, 'Close it');
      // whoever closes it is its reporter here, and hears of that further down
      const thanks = await chat.card(`Your report ${reference} is closed`);
      await picture('mine', 'thanked')(thanks);
      assert.match(await thanks.innerText(), /Thank you for telling us/);
      card = await chat.card('What do you want to do?');
      await picture('desk', 'closed')(card);
      assert.match(await card.innerText(), /State\s+Closed/);
      await chat.open(DESK);
      // not the newest of it: the post that asks for a review of the policies may have come before
      const alert = await chat.card(`Closed: ${OUTCOME}`);
      assert.match(await alert.innerText(), new RegExp(reference));
      await picture('desk', 'alert-closed')(alert);
    });

    REPORTS.filter(isOfAccount).forEach(takes);
  });
}
