// Every public page, in Danish and English: well formed, accessible, on a phone, by keyboard, without scripts.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import {
  accessible,
  fitsAPhone,
  pictured,
  shot,
  start,
  usableByKeyboard,
  wellFormed,
  worksWithoutScripts,
} from './harness.mjs';

const ADDRESSES = [
  ['forside', '/'],
  ['opgaver', '/opgaver'],
  ['soegning', '/opgaver?q=besøg'],
  ['ingen-opgaver', '/opgaver?q=besøg&dag=i-dag&sted=Tangø&km=2'],
  ['kalender', '/opgaver/kalender'],
  ['opgavekort', '/opgaver/kort'],
  ['aabne-data', '/api'],
  ['foreninger', '/foreninger'],
  ['kontakt', '/kontakt'],
  ['organisation', '/organisation'],
  ['hjaelp', '/hjaelp'],
  ['log-ind', '/log-ind'],
];
const LANGUAGES = ['da', 'en'];

let town;
before(async () => {
  town = await start();
});
after(() => town?.stop());

for (const [name, address] of ADDRESSES) {
  for (const language of LANGUAGES) test(`${address} in ${language}`, () => check(name, address, language));
}

for (const language of LANGUAGES) {
  test(`a task in ${language}`, async () => check('opgave', await firstTask(), language));
}

test('a page that is not there offers the next step', async () => {
  const page = await town.visit('/findes-ikke');
  assert.equal(page.answer.status(), 404);
  await accessible(page);
  await fitsAPhone(page);
  assert.ok((await page.locator('main a[href]').count()) > 0, 'no way onwards');
  await shot(page, 'findes-ikke-da');
});

async function check(name, address, language) {
  const spoken = language === 'da' ? address : `${address}${address.includes('?') ? '&' : '?'}sprog=${language}`;
  const person = await town.person();
  const withoutScripts = await town.person({ javaScript: false });
  await pictured(`${name}-${language}`, [person, withoutScripts], async () => {
    const page = await town.visit(spoken, person);
    await wellFormed(page, language);
    await shot(page, `${name}-${language}`);
    await accessible(page);
    await fitsAPhone(page);
    await usableByKeyboard(page);
    await worksWithoutScripts(await town.visit(spoken, withoutScripts), page);
    assert.deepEqual(page.complaints, [], 'something went wrong while the page was used');
  });
  await person.close();
  await withoutScripts.close();
}

/** The first task a visitor meets in the list. */
async function firstTask() {
  const page = await town.visit('/opgaver');
  const links = await page.locator('main a[href^="/opgaver/"]').evaluateAll((all) => all.map((link) => link.getAttribute('href')));
  await page.context().close();
  const task = links.find((link) => /^\/opgaver\/[0-9a-f-]{20,}/.test(link));
  assert.ok(task, `no task in the list, only ${links.join(', ')}`);
  return task;
}
