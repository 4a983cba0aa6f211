// A real mail server: the confirmation arrives over SMTP with its Danish letters, and its link works.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { pictured, smtp, start } from './harness.mjs';
import { read } from './letter.mjs';

const NAME = 'Åse Prøvesæl';
const EMAIL = 'aase.proevesael@borger.example';

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

test('the confirmation arrives by SMTP and its link works', { timeout: 120_000 }, async () => {
  const person = await town.person({ javaScript: false });
  await pictured('smtp', [person], async () => {
    const page = await town.visit('/opgaver?q=Lørdagskaffe', person);
    await page.locator('main .s-tasks a[href^="/opgaver/"]').first().click();
    const title = await page.getByRole('heading', { level: 1 }).innerText();
    await page.getByRole('main').locator('a[href$="/interesse"]').first().click();
    await page.locator('#name').fill(NAME);
    await page.locator('#email').fill(EMAIL);
    await page.getByRole('main').locator('form.s-form button[type=submit]').click();
    await page.waitForURL(/\/tak/);

    const { headers, text } = read((await mail.waitFor(EMAIL, { within: 30_000 })).text);
    assert.match(headers.get('content-type'), /text\/plain|multipart/);
    assert.ok(headers.get('date') && headers.get('message-id'), 'a letter without a date or an id looks like spam');
    assert.match(headers.get('subject'), /\S/);
    assert.ok(text.includes(title), `“${title}” is not in the letter:\n${text}`);
    assert.match(text, /[æøå]/i);
    assert.doesNotMatch(headers.get('subject') + text, /Ã|\uFFFD|=C3/, 'the letters are broken');

    const [link] = text.match(/https?:\/\/\S+/) ?? [];
    assert.ok(link, `no link in:\n${text}`);
    assert.equal(new URL(link).origin, town.address, 'the link leads to another house');
    await page.goto(link);
    await page.getByRole('main').getByRole('button', { name: /bekræft/i }).click();
    await page.getByRole('main').getByText(/svar senest/i).first().waitFor();
  });
});
