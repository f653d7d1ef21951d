/** Presses a button, and gives the card once another stands in its place. */
export async function changed(chat, card, button) {
  const before = await card.innerText();
  chat.read += before.split(/\s+/).length;
  await chat.click(card, button);
  await chat.changed(card, before);
  return card;
}

const WANTED = 'What do you want to do?';

/** The case that was opened last, wherever news came since. */
export const opened = (chat) => chat.card(WANTED);

/** Opens the incident from its alert in the channel: the case comes in the personal chat, where the officer goes. */
export async function openCase(chat, desk, reference) {
  await chat.open(desk);
  await chat.click(await chat.card(reference), 'Open');
  await chat.open('Personal Chat');
  return opened(chat);
}

/** The form of an act, in the place of the case; `act` as it is chosen there, with its group. */
export async function choose(chat, card, act) {
  await chat.fill(card, WANTED, { choose: act });
  return changed(chat, card, 'Go on');
}

/** A longer name of an act would be cut off on a phone; it stands in the heading alone. */
const MOST_ON_BUTTON = 28;

/** Chooses an act, fills in its form and sends it; gives the case that comes in its place. `answers`: label and value. */
export async function act(chat, card, act, answers, shown = () => {}) {
  const form = await choose(chat, card, act);
  for (const [label, value] of answers) await chat.fill(form, label, value);
  await shown(form);
  const name = act.slice(act.indexOf(': ') + 2);
  return changed(chat, form, name.length > MOST_ON_BUTTON ? 'Confirm' : name);
}
