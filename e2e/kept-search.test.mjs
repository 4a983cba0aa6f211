// Somebody keeps a search, without an account, and gets one mail on Friday; one click of the mail program stops it.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { accessible, pictured, shot, smtp, start } from './harness.mjs';

const EMAIL = 'proeve.soegesen@borger.example';

let mail;
let town;
before(async () => {
  mail = await smtp();
  // A Wednesday evening.
  town = await start({ at: '2027-01-13T19:00', env: { SAMSKAB_MAIL: `smtp://127.0.0.1:${mail.port}` } });
});
after(async () => {
  await town?.stop();
  await mail?.stop();
});

const lettersTo = (address) => mail.letters.filter(({ to }) => to.includes(address));
/** The text of a letter in quoted-printable, as far as links and headers go. */
const plain = (raw) => raw.replaceAll('=\r\n', '').replaceAll('=3D', '=');

test('somebody keeps a search and gets one mail on Friday', { timeout: 240_000 }, async () => {
  const person = await town.person();
  await pictured('gem-soegning', [person], async () => {
    let page = await town.visit('/opgaver', person);
    await page.getByRole('main').getByRole('link', { name: 'Få en mail om nye opgaver' }).click();
    await page.waitForURL(/\/soegninger\/ny/);
    await page.locator('#email').fill(EMAIL);
    assert.ok(await page.getByLabel('Om fredagen').isChecked(), 'Friday is the usual');
    await shot(page, 'soegning-gem');
    await page.getByRole('button', { name: 'Gem søgningen' }).click();
    await page.waitForURL(/\/soegninger\/tak/);

    const [first] = plain((await mail.waitFor(EMAIL, { within: 30_000 })).text).match(/http\S+\/soegninger\/[\w-]{20,}/);
    page = await town.visit(new URL(first).pathname, person);
    await accessible(page);
    await page.getByRole('button', { name: 'Ja, gem søgningen' }).click();
    await page.getByText('Søgningen er gemt').waitFor();
    await shot(page, 'soegning-mine');

    // A task is published that it finds, and nothing is mailed on Thursday.
    await town.goesOnAt('2027-01-14T12:00');
    const rosa = await town.signedIn('Rosa Digtved');
    const task = await publishAnother(rosa);
    await new Promise((resolve) => setTimeout(resolve, 3_000));
    assert.equal(lettersTo(EMAIL).length, 1, 'a mail before Friday');
    await rosa.close();

    await town.goesOnAt('2027-01-15T08:00');
    const end = performance.now() + 60_000;
    while (lettersTo(EMAIL).length < 2 && performance.now() < end) await new Promise((resolve) => setTimeout(resolve, 250));
    assert.equal(lettersTo(EMAIL).length, 2, 'one mail on Friday');
    const letter = plain(lettersTo(EMAIL)[1].text);
    assert.ok(letter.includes(task), `the new task is not in the letter:\n${letter}`);
    const [, stop] = letter.match(/^List-Unsubscribe: <(\S+)>/m) ?? [];
    assert.ok(stop, 'a mail program finds no way to stop it');
    assert.match(letter, /^List-Unsubscribe-Post: List-Unsubscribe=One-Click/m);

    // What a mail program sends when its reader presses its own button.
    const clicked = await fetch(town.url(new URL(stop).pathname), {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: 'List-Unsubscribe=One-Click',
    });
    assert.equal(clicked.status, 204);
    page = await town.visit(new URL(stop).pathname.replace(/\/afmeld$/, ''), person);
    await page.getByText('Du har ingen gemte søgninger').waitFor();
  });
});

/** The contact person copies an open task and publishes the copy; its address. */
async function publishAnother(person) {
  const tasks = await town.linkOn('/mine-opgaver', /^\/opgaver\/[0-9a-f-]{36}$/, person);
  const page = await town.visit(tasks, person);
  await page.getByRole('button', { name: 'Kopiér til ny kladde' }).click();
  await page.waitForURL(/\/rediger$/);
  const address = new URL(page.url()).pathname.replace(/\/rediger$/, '');
  // A copy is of another day.
  await page.locator('input[name=time_kind][value=one_off]').check();
  await page.locator('#day').fill('2027-02-06');
  await page.locator('#start').fill('14.00');
  await page.locator('#end').fill('16.00');
  await page.getByRole('main').getByRole('button', { name: 'Offentliggør' }).first().click();
  await page.waitForURL((url) => url.pathname === address);
  await page.close();
  return address;
}
