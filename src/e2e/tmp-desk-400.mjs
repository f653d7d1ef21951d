import assert from 'node:assert/strict';
import { after, afterEach, before, beforeEach, describe, it } from 'node:test';
import { startBeadle } from './harness/beadle.mjs';
import { startBrowser } from './harness/browser.mjs';
import { act, changed, choose, openCase, opened } from './harness/case.mjs';
import { openPlayground } from './harness/chat.mjs';
import { DESK, startPlayground } from './harness/playground.mjs';

const REFERENCE = /INC-\d{4}-\d{4,}/;
const YES = /^yes/i;
const NO = /^no$/i;

/** What is typed in the course of it: none of it may be read in a channel. */
const TYPED = /records room|rang the bus company|No names of children|Reception keeps|stays within the council|looked at the shelf/i;

/** Whoever is signed in holds two roles here, the others one each. */
const APPOINTED = [
  ['Sam Okafor', 'Data protection officer'],
  ['Sam Okafor', 'Information security manager'],
  ['Priya Shah', 'Nominated person'],
  ['Dafydd Rees', 'Nominated person'],
];

const LOOKED = [
  ['Is it a personal data breach?', { choose: 'Yes, or probably' }],
  ['Why?', 'No names of children, but addresses.'],
];

const ASSESSED = [
  ['Somebody saw or has what they should not', 'true'],
  ['Something is lost or cannot be reached', 'true'],
  ['Names and contact details', 'true'],
  ['About how many people?', '40'],
  ['How likely is harm to them?', { choose: 'Unlikely' }],
  ['How bad would the harm be?', { choose: 'An annoyance that passes' }],
  ['So what is the risk to their rights and freedoms?', { choose: 'A risk is unlikely' }],
  ['What are the likely consequences?', 'None: it stays within the council.'],
  ['What was done or is planned about it?', 'Reception keeps it until tomorrow.'],
  ['Who can be asked for more?', 'The DPO'],
  ['Whose breach is it?', { choose: 'Ours' }],
];

const ADVISED = [
  ['What do you advise?', { choose: 'Do not notify' }],
  ['Why?', 'It stays within the council.'],
  ['And the people affected?', { choose: 'They need not be told' }],
];

const DECIDED = [
  ['What is decided?', { choose: 'The Commissioner is not notified' }],
  ['Why?', 'As advised: it stays within the council.'],
  ['By what right do you decide?', { choose: "By the SIRO's delegation" }],
];

for (const width of [400]) {
  describe(`the desk at ${width} pixels`, { timeout: 600_000 }, () => {
    let beadle, playground, browser, chat, reference;
    const picture = (name) => (card) => chat.picture(card, `desk-${name}`);
    /** The post in the channel, once it reads like that; news comes to it after the answer to whoever brought them. */
    const alert = async (text = reference) => {
      await chat.open(DESK);
      return chat.card(text);
    };
    /** Does the act on the newest case in the personal chat; pictures of its form and of the case after it. */
    const does = async (what, answers, name) => {
      const done = await act(chat, await opened(chat), what, answers, picture(`${name}-form`));
      assert.match(await done.innerText(), /Recorded\./);
      await picture(name)(done);
      return done;
    };

    before(async () => {
      beadle = await startBeadle();
      playground = await startPlayground(beadle.endpoint);
      browser = await startBrowser();
      chat = await openPlayground(browser, playground, { width, height: 2_400 });
      await chat.open(DESK);
      await chat.say('@Beadle desk');
      await chat.hears('This channel now receives incident alerts');
    });
    beforeEach(() => chat.open('Personal Chat'));
    afterEach((t) => chat.screenshot('zz-desk-' + t.name.slice(0, 30).replaceAll(' ', '-')));
    after(async () => {
      await browser?.close();
      await playground?.stop();
      await beadle?.stop();
    });

    it('appoints a data protection officer, a manager and nominated people', async () => {
      await chat.hears('Hello, I am Beadle');
      for (const [person, role] of APPOINTED) {
        await chat.say('appoint somebody');
        await chat.answer();
        let card = await chat.card('Who holds which role');
        await chat.fill(card, 'Role', { choose: role });
        card = await changed(chat, card, 'Open the role');
        await picture('role')(card);
        card = await changed(chat, card, 'Appoint somebody');
        await chat.fill(card, 'Person', { choose: person });
        await picture('appointment')(card);
        card = await changed(chat, card, 'Save');
        // the Playground's roster tells no names but that of whoever is signed in
        if (/Their name/.test(await card.innerText())) {
          await picture('appointment-name')(card);
          await chat.fill(card, /Their name/, person);
          card = await changed(chat, card, 'Save');
        }
        assert.match(await card.innerText(), new RegExp(person));
        await picture('role-held')(card);
      }
    });

    it('alerts the channel of a loss with personal data', async () => {
      await chat.say('I have lost a case file');
      await chat.answer();
      let card = await chat.card('First things first');
      await chat.fill(card, 'Could somebody be in danger because of this?', NO);
      await chat.fill(card, 'What is missing?', { choose: 'A case file or part of one' });
      await chat.fill(card, 'Where were they last?', 'The records room');
      await chat.fill(card, /When did it happen/, /this morning/i);
      card = await changed(chat, card, /^next$/i);
      await chat.fill(card, /information about people involved/, YES);
      await chat.fill(card, 'How did they go missing?', { choose: 'Lost or left behind' });
      await chat.fill(card, 'Is there a copy of what was in them?', YES);
      await chat.fill(card, /first notice/, /this morning/i);
      card = await changed(chat, card, /^send now$/i);
      [reference] = (await card.innerText()).match(REFERENCE);
      card = await alert();
      await picture('alert')(card);
      assert.match(await card.innerText(), /medium, provisional/i);
      assert.doesNotMatch(await card.innerText(), /Okafor/);
    });

    it('opens it when two have acknowledged', async () => {
      await chat.open(DESK);
      for (const [name, count] of [['Priya Shah', /1 of 2/], ['Dafydd Rees', /2 of 2/]]) {
        playground.actAs(name);
        await chat.click(await chat.card(reference), /^acknowledge/i);
        await chat.card(count);
      }
      playground.actAs(null);
      await picture('alert-acknowledged')(await alert());
      const card = await openCase(chat, DESK, reference);
      await picture('case')(card);
      assert.match(await card.innerText(), /Priya Shah[^]*Dafydd Rees/);
    });

    it('gives it to somebody, and the alert says to whom', async () => {
      await does('Work on it: Give it to somebody', [['Who deals with it?', { choose: 'Priya Shah' }]], 'assign');
      await picture('alert-assigned')(await alert(/Owner\s*Priya Shah/));
    });

    it('confirms the impact matrix, and the alert in the channel has the new severity', async () => {
      const posts = () => chat.page.locator('.ac-adaptiveCard').filter({ hasText: reference }).count();
      const matrix = [['Privacy and harm to people', { choose: /^Major/ }]];
      await does('Say how bad it is and what it is: Confirm the impact matrix', matrix, 'matrix');
      await picture('alert-matrix')(await alert(/HIGH: Privacy and harm to people, Major/));
      assert.equal(await posts(), 1, 'in place');
    });

    it('keeps what was typed on a form with a mistake', async () => {
      await does('Work on it: Add a note', [['What do you want to record?', 'Priya rang the bus company.']], 'note');
      let card = await choose(chat, await opened(chat), 'Close it and learn: Add a corrective action');
      await chat.fill(card, 'What is to be done?', 'A lock for the cupboard');
      card = await changed(chat, card, 'Add a corrective action');
      await picture('mistake')(card);
      assert.match(await card.innerText(), /Please answer this/);
      assert.equal(await card.getByLabel('What is to be done?').inputValue(), 'A lock for the cupboard');
      await chat.fill(card, 'What is it for?', { choose: 'To keep it from happening again' });
      await chat.fill(card, 'Who does it?', { choose: 'Dafydd Rees' });
      card = await changed(chat, card, 'Add a corrective action');
      assert.match(await card.innerText(), /Recorded\./);
    });

    it('takes a breach from the first look to the decision', async () => {
      await does('Personal data: The DPO has looked at it', LOOKED, 'looked');
      await does('Personal data: Assess the breach', ASSESSED, 'assess');
      await does('Personal data: Advise on telling the Commissioner', ADVISED, 'advise');
      const card = await does('Personal data: Decide on telling the Commissioner', DECIDED, 'decide');
      assert.doesNotMatch(await card.innerText(), /Next duty\s+Decide/);
      await picture('alert-decided')(await alert());
      assert.doesNotMatch(await (await chat.hears(reference)).innerText(), TYPED);
    });

    it('finds it by a word and by its reference', async () => {
      await chat.say('open');
      await chat.answer();
      const found = await chat.card(`Open ${reference}`);
      await picture('search')(found);
      await chat.say(reference);
      await chat.answer();
      await picture('search-reference')(await chat.card(reference));
    });

    it('shows the figures of the month with a picture', async () => {
      await chat.say('report this month');
      await chat.answer();
      const card = await chat.card('Figures');
      assert.match(await card.innerText(), /Reported\s+1/);
      const trend = card.getByRole('img').first();
      await trend.evaluate((image) => image.decode());
      assert.ok(await trend.evaluate((image) => image.naturalWidth > 100), 'the picture is drawn');
      await picture('figures')(card);
      assert.match(await trend.getAttribute('alt'), /incidents of each month/);
    });

    it('says who holds which role', async () => {
      await chat.say('who holds which role');
      await chat.answer();
      const card = await chat.card('Who holds which role');
      await picture('roles')(card);
      for (const [person, role] of APPOINTED) assert.match(await card.innerText(), new RegExp(`${role}.*${person}`));
    });

    it('blanks the post of a restricted incident', async () => {
      await openCase(chat, DESK, reference);
      const why = [['Who must not know of it?', { choose: 'Dafydd Rees' }], ['Why?', 'He looked at the shelf.']];
      await does('Who may know: Restrict it', why, 'restrict');
      await alert('No longer shown here');
      const posts = await chat.page.locator('body').innerText();
      await chat.screenshot('desk-restricted');
      assert.doesNotMatch(posts, /case file|Personal data|Privacy/i);
    });
  });
}
