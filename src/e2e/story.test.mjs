import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { POLICIES, startBeadle } from './harness/beadle.mjs';
import { startBrowser } from './harness/browser.mjs';
import { openPlayground } from './harness/chat.mjs';
import { DESK, startPlayground } from './harness/playground.mjs';

const YES = { choose: /^yes/i, type: 'Yes' };
const NO = { choose: /^no/i, type: 'No' };

/** What the reporter knows, by the words of the question; the first that fits counts. */
const FACTS = [
  [/asset tag/i, 'ABC123456'],
  [/any of this in it|none of these/i, 'true'],
  [/systems or records/i, 'E-mail'],
  [/go missing/i, { choose: /lost/i, type: 'Lost' }],
  [/kind of|which device|what (is|was) (it|lost|stolen|missing)/i, { choose: /phone/i, type: 'Work phone' }],
  [/where/i, 'Train from Aldermere to the coast'],
  [/when.*(happen|notice)/i, { choose: /yesterday/i }],
  [/circumstances|what happened|tell us/i, 'It was on the seat beside me.'],
  [/locked|encrypted|pin/i, YES],
  [/how many/i, { choose: /./, type: '12' }],
  [/personal data|information about people/i, YES],
  [/danger/i, NO],
  [/number|ring you|call you/i, '01632 960555'],
];

/** Of these nothing may be read in a channel: what was typed, and whose report it is. */
const PRIVATE = /seat beside me|coast|Okafor|960555/;
const REFERENCE = /INC-\d{4}-\d{4,}/;
const words = (text) => text.replace(/[^\p{L}\p{N}]+/gu, ' ').trim().toLowerCase();

/** Whether twelve words in a row of the answer stand in one of the policies. */
function isQuoted(answer) {
  const policies = readdirSync(POLICIES).map((file) => words(readFileSync(join(POLICIES, file), 'utf8')));
  const said = words(answer).split(' ');
  return said.some((_, i) => i + 12 <= said.length && policies.some((text) => text.includes(said.slice(i, i + 12).join(' '))));
}

/** Goes through the report's cards until the receipt; returns its reference, and the review before it. */
async function completeReport(chat, shown) {
  let review = '';
  for (let step = 1; step <= 15; step++) {
    const card = await chat.card();
    const text = await card.innerText();
    if (REFERENCE.test(text)) return { reference: text.match(REFERENCE)[0], review };
    review = text;
    for (const label of await chat.labels(card)) {
      const [, fact] = FACTS.find(([question]) => question.test(label)) ?? [];
      if (fact) await chat.fill(card, label, fact);
    }
    await chat.screenshot(`${shown}-step-${step}`);
    await chat.click(card, /^(next|send the report)$/i);
    await chat.changed(card, text);
  }
  throw new Error('The report has no end');
}

for (const width of [1280, 400]) {
  describe(`the whole story at ${width} pixels`, { timeout: 600_000 }, () => {
    let beadle, playground, browser, chat, reference;
    before(async () => {
      beadle = await startBeadle();
      playground = await startPlayground(beadle.endpoint);
      browser = await startBrowser();
      chat = await openPlayground(browser, playground, { width });
    });
    after(async () => {
      await browser?.close();
      await playground?.stop();
      await beadle?.stop();
    });

    it('makes a channel the desk', async () => {
      await chat.open(DESK);
      await chat.say('@Beadle desk');
      await chat.hears('This channel now receives incident alerts');
      await chat.screenshot('1-desk');
    });

    it('answers a question with the clause, word for word', async () => {
      await chat.open('Personal Chat');
      await chat.hears('Hello, I am Beadle');
      await chat.say('What do I do if my laptop is stolen?');
      const answer = await (await chat.answer()).innerText();
      await chat.screenshot('2-answer');
      assert.doesNotMatch(answer, /could not find/);
      assert.ok(isQuoted(answer), `not in the policies: ${answer}`);
    });

    it('shows the section in place of the sources, and goes back', async () => {
      const sources = await chat.card('Show the section');
      const text = await sources.innerText();
      await chat.screenshot('2b-sources');
      await chat.click(sources, /^show the section/i);
      const section = await chat.card('Back to the sources');
      await chat.screenshot('2c-section');
      await chat.click(section, /^back to the sources/i);
      assert.equal(await (await chat.card('Show the section')).innerText(), text);
    });

    it('understands what is asked next from the question before', async () => {
      await chat.say('and who do I tell?');
      const answer = await (await chat.answer()).innerText();
      await chat.card('Ask just that');
      await chat.screenshot('2d-follow-up');
      assert.match(answer, /I read this as: .*who do I tell.*laptop is stolen/);
    });

    it('takes the report of a lost phone in cards and gives a reference', async () => {
      await chat.say("I've left my work phone on the train");
      await chat.answer();
      const report = await completeReport(chat, '3-report');
      reference = report.reference;
      for (const typed of [/seat beside me/, /coast/, /960555/]) assert.match(report.review, typed, 'typed, and part of the report');
      await chat.screenshot('4-receipt');
    });

    it('alerts the desk with chosen values only, and two different people acknowledge', async () => {
      await chat.open(DESK);
      const alert = await chat.card(reference);
      const text = await alert.innerText();
      assert.doesNotMatch(text, PRIVATE, 'no typed text and no name in a channel');
      await chat.screenshot('5-alert');

      await chat.click(alert, /^acknowledge/i);
      assert.match(await (await chat.card(reference)).innerText(), /0 of 2/, 'whose own account is held does not count');
      playground.actAs('Dafydd Rees');
      await chat.click(await chat.card(reference), /^acknowledge/i);
      const once = await chat.card(/1 of 2/);
      await chat.screenshot('6-one-of-two', once);
      await chat.click(once, /^acknowledge/i);
      assert.match(await (await chat.card(reference)).innerText(), /1 of 2/, 'a second tap by the same person counts once');

      playground.actAs('Priya Shah');
      await chat.click(await chat.card(reference), /^acknowledge/i);
      const twice = await chat.card(/2 of 2/);
      playground.actAs(null);
      assert.match(await twice.innerText(), /Priya/);
      assert.doesNotMatch(await (await chat.hears(reference)).innerText(), PRIVATE, 'nor in the post after it');
      assert.equal(await twice.getByRole('button', { name: /^acknowledge/i }).count(), 0, 'no live button is left');
      await chat.screenshot('7-acknowledged');
    });
  });
}
