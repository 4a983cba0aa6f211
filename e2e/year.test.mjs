// The year of a group (RS-20): at least two meetings. The second is not planned, and the coordinator is told in time.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import ICAL from 'ical.js';
import { accessible, fitsAPhone, PHONE, shot, start } from './harness.mjs';

let town;
before(async () => {
  town = await start({ at: '2027-01-12T09:00' });
});
after(() => town?.stop());

/** The meeting as another program's parser reads its file. */
async function inTheirCalendar(page, meeting) {
  const answer = await page.request.get(new URL(`${meeting}/kalender.ics`, page.url()).href);
  const calendar = new ICAL.Component(ICAL.parse(await answer.text()));
  const [event] = calendar.getAllSubcomponents('vevent').map((component) => new ICAL.Event(component));
  return {
    start: event.startDate.toJSDate().toISOString(),
    sequence: event.sequence,
    status: event.component.getFirstPropertyValue('status'),
    uid: event.uid,
  };
}

test('koordinatoren planlægger gruppens år, det andet møde mangler i oktober, og hun får det at vide i tide', { timeout: 180_000 }, async () => {
  let asta = await town.signedIn('Asta Prøvested');
  let page = await town.visit('/organer/ny', asta);
  let main = page.getByRole('main');
  await main.getByLabel('Navn', { exact: true }).fill('Følgegruppen for besøgsvenner');
  await main.getByLabel('Slags').selectOption({ label: 'Koordinering' });
  await main.getByLabel('Medlemmer efter en regel').selectOption({ label: 'Alle nøglepersoner og koordinatoren' });
  await main.getByLabel('Mindst så mange møder om året').fill('2');
  await main.getByLabel('Højst så mange møder om året').fill('3');
  await main.getByRole('button', { name: 'Gem' }).click();
  await page.getByText('0 i år. Der mangler 2 møder.').waitFor();
  await main.getByRole('link', { name: 'Planlæg et møde' }).click();
  await main.getByLabel('Dag', { exact: true }).fill('2027-04-15');
  await main.getByLabel('Fra kl.').fill('13.00');
  await main.getByLabel('Til kl.').fill('15.00');
  await main.getByRole('button', { name: 'Planlæg' }).click();
  await page.waitForURL(/\/moeder\//);
  const spring = await inTheirCalendar(page, new URL(page.url()).pathname);
  assert.equal(spring.start, '2027-04-15T11:00:00.000Z', 'one o’clock in summer');
  await main.getByRole('link', { name: 'Følgegruppen for besøgsvenner' }).click();
  const group = new URL(page.url()).pathname;
  await page.getByText('1 i år. Der mangler ét møde.').waitFor();
  await accessible(page);
  // In January there is time: nobody is troubled.
  await page.goto(new URL('/overblik', page.url()).href);
  const reminder = (page) => page.getByRole('main').locator(`a[href^="${group}/moeder/nyt"]`);
  assert.equal(await reminder(page).count(), 0);
  await asta.close();

  await town.goesOnAt('2027-10-01T08:00');
  asta = await town.signedIn('Asta Prøvested');
  page = await town.visit('/overblik', asta);
  main = page.getByRole('main');
  await reminder(page).first().waitFor();
  await shot(page, 'historie-aar-mangler');
  await page.setViewportSize(PHONE);
  await fitsAPhone(page);
  await accessible(page);
  await reminder(page).first().click();
  await page.waitForURL(new RegExp(`${group}/moeder/nyt`));
  await main.getByLabel('Dag', { exact: true }).fill('2027-11-18');
  await main.getByLabel('Fra kl.').fill('13.00');
  await main.getByLabel('Til kl.').fill('15.00');
  await main.getByRole('button', { name: 'Planlæg' }).click();
  await page.waitForURL(/\/moeder\/[0-9a-f-]{36}/);
  const meeting = new URL(page.url()).pathname;
  const planned = await inTheirCalendar(page, meeting);
  assert.deepEqual([planned.start, planned.sequence], ['2027-11-18T12:00:00.000Z', 0], 'one o’clock in winter');
  await page.goto(new URL('/overblik', page.url()).href);
  assert.equal(await reminder(page).count(), 0, 'it is planned');
  await page.goto(new URL(group, page.url()).href);
  await page.getByText(/18\. november/).first().waitFor();
  assert.equal(await page.getByText('Der mangler').count(), 0);
  await shot(page, 'historie-aar-planlagt');

  // Moved, and at last called off: the calendars of those who come follow, and the year lacks a meeting again.
  await page.goto(new URL(`${meeting}/rediger`, page.url()).href);
  await main.getByLabel('Fra kl.').fill('14.00');
  await main.getByLabel('Til kl.').fill('16.00');
  await main.getByRole('button', { name: /Gem/ }).click();
  await page.waitForURL(new RegExp(`${meeting}(\\?|$)`));
  const moved = await inTheirCalendar(page, meeting);
  assert.deepEqual([moved.start, moved.sequence, moved.uid], ['2027-11-18T13:00:00.000Z', 1, planned.uid]);
  await page.goto(new URL(`${meeting}/aflys`, page.url()).href);
  await main.getByLabel(/Hvorfor|grund/i).fill('Rådhuset er lukket.');
  await main.getByRole('button', { name: /Aflys/ }).click();
  await page.waitForURL(new RegExp(group));
  const gone = await inTheirCalendar(page, meeting);
  assert.deepEqual([gone.status, gone.sequence], ['CANCELLED', 2]);
  await page.goto(new URL('/overblik', page.url()).href);
  await reminder(page).first().waitFor();
  await asta.close();
});
