// The invitation to a meeting: what comes over SMTP is taken apart, and read by another program's parser of calendars (the one
// of Thunderbird), as it comes, as it moves and as it goes.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import ICAL from 'ical.js';
import { smtp, start } from './harness.mjs';
import { read } from './letter.mjs';

const BIRK = 'birk.eksempel@fjordlund.example';

let mail;
let town;
before(async () => {
  mail = await smtp();
  town = await start({ env: { SAMSKAB_MAIL: `smtp://127.0.0.1:${mail.port}` } });
});
after(async () => {
  await town?.stop();
  await mail?.stop();
});

const inDays = (days) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

/** The newest letter to Birk, once so many have come about a meeting, with its calendar. */
async function letter(count) {
  const end = performance.now() + 30_000;
  for (;;) {
    const letters = mail.letters
      .filter(({ to }) => to.includes(BIRK))
      .map(({ text }) => read(text))
      .filter(({ parts }) => parts.some(({ headers }) => headers.get('content-type').startsWith('text/calendar')));
    if (letters.length >= count) {
      // They may have overtaken each other on the way.
      const events = letters.map(calendarOf).sort((one, other) => one.event.sequence - other.event.sequence);
      return events.at(-1);
    }
    assert.ok(performance.now() < end, `${letters.length} of ${count} letters came`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

function calendarOf({ headers, text, parts }) {
  const part = parts.find((one) => one.headers.get('content-type').startsWith('text/calendar'));
  const file = parts.find((one) => (one.headers.get('content-disposition') ?? '').startsWith('attachment'));
  const calendar = new ICAL.Component(ICAL.parse(part.text));
  const event = new ICAL.Event(calendar.getFirstSubcomponent('vevent'));
  return { headers, text, parts, part, file, calendar, event };
}

test('a member is invited, the entry moves with the meeting, and goes with it', { timeout: 180_000 }, async () => {
  const asta = await town.signedIn('Asta Prøvested');
  const page = await town.visit('/organer', asta);
  const main = page.getByRole('main');
  await main.getByRole('link', { name: /Udviklings- og koordineringsgruppen/ }).click();
  await main.getByRole('link', { name: 'Planlæg et møde' }).click();
  await main.getByLabel('Dag', { exact: true }).fill(inDays(40));
  await main.getByLabel('Fra kl.').fill('13.00');
  await main.getByLabel('Til kl.').fill('15.00');
  await main.getByLabel('Sted').fill('Bibliotekets sal, Ærøgade 4; 2. sal');
  await main.getByRole('button', { name: 'Planlæg' }).click();
  await page.waitForURL(/\/moeder\//);
  const address = page.url();
  await main.getByRole('link', { name: 'Tilføj et punkt' }).click();
  await main.getByLabel('Punkt', { exact: true }).fill('Cykler til besøgsvenner');
  await main.getByLabel('Hvad gør gruppen med det?').selectOption({ label: 'Beslutter' });
  await main.getByRole('button', { name: 'Gem punktet' }).click();
  await main.getByRole('button', { name: 'Send dagsordenen' }).click();
  await page.getByText('Dagsordenen er sendt').waitFor();

  const invited = await letter(1);
  assert.match(invited.headers.get('content-type'), /^multipart\/mixed/);
  assert.match(invited.parts[0].headers.get('content-type'), /^text\/plain/, 'the text comes first');
  assert.match(invited.part.headers.get('content-type'), /method=REQUEST/);
  assert.match(invited.file.headers.get('content-disposition'), /filename="moede\.ics"/);
  assert.equal(invited.file.text.trim(), invited.part.text.trim());
  assert.equal(invited.calendar.getFirstPropertyValue('method'), 'REQUEST');
  assert.equal(invited.event.sequence, 0);
  assert.equal(invited.event.location, 'Bibliotekets sal, Ærøgade 4; 2. sal');
  assert.match(invited.event.organizer, /^mailto:\S+@\S+$/);
  const [attendee] = invited.event.attendees;
  assert.equal(attendee.getFirstValue(), `mailto:${BIRK}`);
  assert.equal(attendee.getParameter('rsvp'), 'FALSE', 'an answer by mail would reach nobody');
  assert.equal(invited.event.attendees.length, 1, 'nobody reads who else is invited');
  assert.ok(invited.event.description.includes(new URL(address).pathname));
  const hours = (event) => event.startDate.toJSDate().toLocaleTimeString('da-DK', { timeZone: 'Europe/Copenhagen', hour: '2-digit' });
  assert.match(hours(invited.event), /13/);

  await main.getByRole('link', { name: 'Ret tid og sted' }).click();
  await main.getByLabel('Dag', { exact: true }).fill(inDays(41));
  await main.getByRole('button', { name: 'Gem' }).click();
  await page.getByText('Mødet er gemt').waitFor();
  const moved = await letter(2);
  assert.equal(moved.event.uid, invited.event.uid);
  assert.equal(moved.event.sequence, 1);
  assert.ok(moved.event.startDate.compare(invited.event.startDate) > 0);

  await page.goto(address);
  await main.getByRole('link', { name: 'Aflys mødet' }).click();
  await main.getByLabel('Hvorfor?').fill('Salen er oversvømmet.');
  await main.getByRole('button', { name: 'Aflys' }).click();
  await page.getByText('Mødet er aflyst').waitFor();
  const gone = await letter(3);
  assert.equal(gone.calendar.getFirstPropertyValue('method'), 'CANCEL');
  assert.match(gone.part.headers.get('content-type'), /method=CANCEL/);
  assert.equal(gone.event.uid, invited.event.uid);
  assert.equal(gone.event.sequence, 2);
  assert.equal(gone.event.component.getFirstPropertyValue('status'), 'CANCELLED');
  await asta.close();
});
