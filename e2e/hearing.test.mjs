// A citizen answers a paragraph on a telephone in the last minutes, and reads later what came of it.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { accessible, fitsAPhone, PHONE, shot, start } from './harness.mjs';

let town;
before(async () => {
  // The demo’s hearing closes fourteen days later, at noon.
  town = await start({ at: '2027-03-01T09:00' });
});
after(() => town?.stop());

const POLICY = /Forslag til frivilligpolitik/;

test('en borger svarer på et afsnit fra telefonen lige før fristen og læser siden, hvad der kom ud af det', { timeout: 300_000 }, async () => {
  const early = await town.visit('/hoeringer');
  await early.getByText(/14 dage tilbage/).waitFor();
  await town.goesOnAt('2027-03-15T11:57');
  const phone = await town.visit('/hoeringer');
  await phone.setViewportSize(PHONE);
  let main = phone.getByRole('main');
  await main.getByRole('link', { name: POLICY }).click();
  await main.getByText(/(minut|minutter) tilbage/).waitFor();
  await fitsAPhone(phone);
  const hearing = new URL(phone.url()).pathname;
  await main.getByRole('link', { name: 'Svar på dette afsnit 2.3' }).click();
  await main.getByText('Du svarer på').waitFor();
  // What is missing is said at its field, and what was written stays.
  await main.getByLabel('Hvad mener du?').fill('Klokken 22 er for tidligt. Vi skal også nå at rydde op.');
  await main.getByRole('button', { name: 'Send svaret' }).click();
  await main.locator('#navn-error').waitFor();
  assert.match(await main.getByLabel('Hvad mener du?').inputValue(), /rydde op/);
  await main.getByLabel('Dit navn').fill('Ditte Mening');
  await main.getByLabel('Din e-mail').fill('ditte.mening@borger.example');
  await fitsAPhone(phone);
  await shot(phone, 'historie-hoering-svar', [PHONE]);
  await main.getByRole('button', { name: 'Send svaret' }).click();
  await phone.getByRole('heading', { name: 'Svaret er sendt' }).waitFor();
  await accessible(phone);

  // The link works after the deadline, too: the answer came in time.
  const letter = await town.letterTo('ditte.mening@borger.example');
  const own = /\/hoeringssvar\/[\w-]+/.exec(letter)[0];
  await town.goesOnAt('2027-03-16T09:00');
  const later = await town.visit(hearing);
  main = later.getByRole('main');
  await main.getByText(/Høringen lukkede/).waitFor();
  assert.equal(await main.getByRole('link', { name: /Svar på dette afsnit/ }).count(), 0);
  await later.goto(town.url(own));
  await main.getByRole('button', { name: 'Bekræft svaret' }).click();
  await main.getByText('Modtaget og offentligt').waitFor();
  await later.goto(town.url(hearing));
  await main.getByText('Vi skal også nå at rydde op').waitFor();

  // Everything that was said gets an answer.
  const asta = await town.signedIn('Asta Prøvested');
  const page = await town.visit(`${hearing}/indkomne`, asta);
  const desk = page.getByRole('main');
  await desk.getByRole('link', { name: /Sonja Stolrække/ }).click();
  await desk.getByText('Overstreg ord').click();
  await desk.getByLabel('Hvor?').selectOption({ index: 1 });
  await desk.getByLabel('Hvilke ord?').fill('Ulla på 12 34 56 78');
  await desk.getByLabel('Hvorfor?').first().fill('Oplysninger om en anden');
  await desk.getByRole('button', { name: 'Overstreg', exact: true }).click();
  await desk.getByText('Ord er overstreget: Oplysninger om en anden').waitFor();
  await desk.getByRole('button', { name: 'Offentliggør svaret' }).click();
  for (let left = 6; left > 0; left -= 1) {
    await page.goto(town.url(`${hearing}/bemaerkninger?vis=mangler`));
    if (left === 6) await shot(page, 'historie-hoering-bemaerkninger');
    const mine = desk.locator('.s-hearing-remarks a').filter({ hasText: 'rydde op' });
    const isMine = (await mine.count()) > 0;
    await (isMine ? mine : desk.locator('.s-hearing-remarks a').first()).click();
    await desk.getByLabel(isMine ? 'Delvist taget med' : 'Taget med', { exact: true }).check();
    await desk.getByLabel('Fordi').fill(isMine ? 'Foreninger kan blive til klokken 22.30.' : 'Det står nu i forslaget.');
    await desk.getByRole('button', { name: 'Gem' }).click();
    await page.waitForURL(/\/bemaerkninger$/);
  }
  await desk.getByRole('button', { name: 'Offentliggør høringsnotatet' }).click();
  await page.waitForURL(/\/notat$/);
  await accessible(page);
  await shot(page, 'historie-hoeringsnotat');
  await asta.close();

  // Weeks later: what came of it, on the telephone.
  const home = await town.visit(own);
  await home.setViewportSize(PHONE);
  await home.getByText('Foreninger kan blive til klokken 22.30.').waitFor();
  await fitsAPhone(home);
  await accessible(home);
  await home.getByRole('link', { name: 'Se høringsnotatet' }).click();
  await home.getByRole('heading', { name: 'Høringsnotat', exact: true }).waitFor();
  await fitsAPhone(home);
});
