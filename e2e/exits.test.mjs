// Whoever counted on it is told, whatever door somebody leaves by: a coordinator closes a care home, and a volunteer
// deletes her account.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { PHONE, accessible, pictured, shot, start } from './harness.mjs';

// In the demo's files: alone with the cards on Thursdays, and the contact person of that place.
const VOLUNTEER = 'Silje Sneglehus';
const CONTACT = { name: 'Bodil', email: 'bodil.fiktiv@fjordlund.example' };
const HOME = 'Plejehjemmet Solgården';
const WHY = 'Huset bliver bygget om, og beboerne flytter.';

let town;
before(async () => {
  town = await start({ at: '2027-01-14T09:00' });
});
after(() => town?.stop());

test('en frivillig sletter sin konto, og torsdagens hul står hos kontaktpersonen et øjeblik efter', { timeout: 90_000 }, async () => {
  const silje = await town.signedIn(VOLUNTEER, { size: PHONE });
  const bodil = await town.person();
  await pictured('slet-konto', [silje, bodil], async () => {
    const page = await town.visit('/min-profil/slet', silje);
    const main = page.getByRole('main');
    const consequences = main.locator('#foelger');
    await consequences.getByText(/du står på \d+ vagt/i).waitFor();
    assert.match(await consequences.innerText(), /torsdag/i);
    await accessible(page);
    await shot(page, 'historie-slet-konto');
    await main.getByRole('button', { name: /ja, slet min konto/i }).click();
    await page.waitForURL((url) => url.pathname === '/');

    const letter = await town.letterTo(CONTACT.email);
    assert.match(letter, /torsdag/i);
    assert.match(letter, /kommer ikke længere/i);
    assert.doesNotMatch(letter, /Silje/, 'a name that is nobody’s any more');

    const desk = await town.visit('/log-ind', bodil);
    await desk.getByLabel(/^e-mail/i).fill(CONTACT.email);
    await desk.getByRole('button', { name: /send mig et link/i }).click();
    await desk.goto(town.linkIn(await town.letterTo(CONTACT.email, { after: 1 })));
    const confirm = desk.getByRole('main').getByRole('button', { name: /log ind/i });
    if (await confirm.count()) await confirm.first().click();
    await desk.goto(town.url('/overblik'));
    await desk.getByRole('main').getByText(/mangler/i).first().waitFor();
    await desk.getByRole('main').getByText(/torsdag/i).first().waitFor();
    await accessible(desk);
    await shot(desk, 'historie-torsdagens-hul');
  });
  await silje.close();
  await bodil.close();
});

test('koordinatoren lukker et plejehjem, og ingen står og venter', { timeout: 120_000 }, async () => {
  const asta = await town.signedIn('Asta Prøvested');
  const vilma = await town.signedIn('Vilma Godvilje');
  await pictured('luk-plejehjem', [asta, vilma], async () => {
    const chart = await town.visit('/organisation', asta);
    await chart.getByRole('main').getByRole('link', { name: HOME }).first().click();
    await chart.getByRole('link', { name: 'Luk enheden' }).click();
    const main = chart.getByRole('main');
    const consequences = main.locator('#foelger');
    for (const hangs of [/\d+ opgaver/, /\d+ venter på svar/, /\d+ aftaler med frivillige/, /\d+ vagter med frivillige/]) {
      await consequences.getByRole('heading', { name: hangs }).waitFor();
    }
    await accessible(chart);
    await shot(chart, 'historie-luk-plejehjem');
    await main.getByRole('radio', { name: /^de slutter/i }).check({ force: true });
    await main.getByRole('button', { name: 'Luk enheden' }).click();
    // nobody is told that it ends without being told why
    await main.locator('.form-error-message').first().waitFor();
    await main.getByLabel(/^hvorfor lukker/i).fill(WHY);
    await main.getByRole('button', { name: 'Luk enheden' }).click();
    await chart.getByText('Enheden lukker den dag, du valgte.').waitFor();

    const told = await town.letterTo('vilma.godvilje@post.example', { within: 30_000 });
    assert.match(told, new RegExp(WHY));
    const found = await town.visit(`/opgaver?q=${encodeURIComponent('Solgården')}`);
    await found.waitForTimeout(1500);
    await found.reload();
    assert.doesNotMatch(await found.getByRole('main').innerText(), /Plejehjemmet Solgården/, 'a task of the closed home is found');

    const page = await town.visit('/min-side/vagter', vilma);
    assert.doesNotMatch(await page.getByRole('main').innerText(), /Besøgsven på Solgården/);

    // nothing was sent about the unit itself: on its last day the closing can be taken back, with those who worked there
    await chart.getByText(/^Lukker den/).first().waitFor();
    await chart.getByRole('link', { name: 'Fortryd lukningen' }).click();
    await main.getByText('Rosa Digtved').first().waitFor();
    await accessible(chart);
    await shot(chart, 'historie-genaabn-plejehjem');
    await main.getByRole('button', { name: 'Fortryd lukningen' }).click();
    await chart.getByText('Lukningen er fortrudt.').waitFor();
  });
  await asta.close();
  await vilma.close();
});
