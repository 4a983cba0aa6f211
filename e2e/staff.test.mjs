// Those who look for volunteers: a contact person finds five for Thursday and learns nobody's name, and the
// coordinator sees which places nobody reaches, and why.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { accessible, pictured, shot, start } from './harness.mjs';

let town;
before(async () => {
  town = await start();
});
after(() => town?.stop());

test('en kontaktperson finder fem frivillige til torsdag uden at se nogens e-mail', { timeout: 90_000 }, async () => {
  const rosa = await town.signedIn('Rosa Digtved');
  await pictured('cv-bank', [rosa], async () => {
    const page = await town.visit('/cv-banken', rosa);
    const main = page.getByRole('main');
    await main.getByLabel(/^dag/i).selectOption({ label: 'Torsdag' });
    await main.getByRole('button', { name: 'Find frivillige' }).first().click();
    await page.waitForURL(/dag=4/);
    const names = await main.locator('.s-cv-name').allInnerTexts();
    assert.ok(names.length >= 5, `only ${names.length} volunteers have time on Thursday`);
    for (const name of names) assert.match(name.trim(), /^Frivillig [A-Z0-9]{4}$/);
    for (const fact of await main.locator('.s-cv-card').allInnerTexts()) assert.match(fact, /torsdag/i);
    await nobodyIsNamed(page);
    await accessible(page);
    await shot(page, 'historie-cv-banken');
    // one card by itself says no more about who it is
    await main.locator('.s-cv-name a').first().click();
    await main.getByRole('heading', { level: 1, name: /^Frivillig [A-Z0-9]{4}/ }).waitFor();
    await nobodyIsNamed(page);
  });
  await rosa.close();
});

/** Neither an address nor a number of anybody but the municipality stands on the page. */
async function nobodyIsNamed(page) {
  const html = await page.locator('main').innerHTML();
  assert.doesNotMatch(html, /[\w.]+@[\w.]+\.example/, 'an e-mail address');
  assert.doesNotMatch(html, /mailto:|tel:/, 'a way to write or call');
  for (const name of ['Kaffekop', 'Skruetrækker', 'Rugbrød', 'Godvilje', 'Overskud']) {
    assert.ok(!html.includes(name), `the name ${name}`);
  }
}

test('koordinatoren ser, hvilke steder ingen når, og hvorfor', { timeout: 90_000 }, async () => {
  const asta = await town.signedIn('Asta Prøvested');
  await pictured('daekning', [asta], async () => {
    const page = await town.visit('/daekning', asta);
    const main = page.getByRole('main');
    await main.locator('.s-key-number').waitFor();
    const unreached = main.locator('section[aria-labelledby=ingen] a');
    assert.ok((await unreached.count()) >= 1, 'every institution is reached: the demo has none that nobody reaches');
    await accessible(page);
    await shot(page, 'historie-daekning');
    await unreached.first().click();
    await main.getByRole('heading', { level: 1, name: /hvorfor/i }).waitFor();
    await main.locator('.s-figures').waitFor();
    const findings = await main.locator('.s-hindrances li').allInnerTexts();
    assert.ok(findings.length >= 1, 'nothing is said about why');
    await accessible(page);
    await shot(page, 'historie-hvorfor');

    await page.goto(town.url('/fordeling'));
    await main.getByRole('heading', { level: 1 }).waitFor();
    assert.ok((await main.locator('.s-wait-title').count()) >= 1, 'no task is said to be without anybody');
    await accessible(page);
    await shot(page, 'historie-fordeling');
  });
  await asta.close();
});
