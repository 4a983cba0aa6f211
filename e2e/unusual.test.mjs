// Titles and names as people really write them: words longer than a telephone is wide, emoji made of several signs,
// and letters that run from right to left. No page breaks, and nothing else on it changes its order.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { fitsAPhone, pictured, shot, start, survivesLargeText } from './harness.mjs';

let town;
before(async () => {
  town = await start();
});
after(() => town?.stop());

const LONG = 'Speciallægepraksisplanlægningsstabiliseringsperiodefrivilligindsatsgruppemøde'.slice(0, 76);
const FAMILY = '👩‍👩‍👧‍👦';
const ARABIC = 'قهوة مع الجيران';
/** Turns everything after it around, where it is let through. */
const OVERRIDE = '\u202e';
const TITLES = [LONG, `${FAMILY} Kaffe ${FAMILY}${FAMILY}`, `${ARABIC} – kaffe kl. 14.30`, `Kaffe ${OVERRIDE}negnas go`];

/** One that people have shown interest in already. */
const openTask = (staff) =>
  town.linkOn('/mine-opgaver', /^\/opgaver\/[0-9a-f-]{36}\/interesserede/, staff).then((link) => link.replace(/\/interesserede.*/, ''));

test('titles with long words, emoji and other directions break no page', { timeout: 180_000 }, async () => {
  const staff = await town.signedIn('Rosa Digtved');
  const visitor = await town.person();
  await pictured('usaedvanlig', [staff, visitor], async () => {
    const task = await openTask(staff);
    for (const [number, title] of TITLES.entries()) {
      const form = await town.visit(`${task}/rediger`, staff);
      await form.fill('#title', title);
      await Promise.all([form.waitForURL((url) => !url.pathname.endsWith('/rediger')), form.getByRole('button', { name: 'Gem', exact: true }).click()]);
      await form.close();
      for (const address of [task, '/mine-opgaver']) {
        const page = await town.visit(address, staff);
        await fitsAPhone(page);
        if (address === task) {
          const heading = await page.locator('h1').innerText();
          assert.ok(!heading.includes(OVERRIDE), 'a control that turns the text around was let through');
          assert.ok(heading.replaceAll('\u00ad', '').includes(title.replaceAll(OVERRIDE, '').slice(0, 12)), heading);
          await shot(page, `usaedvanlig-${number + 1}`);
          await survivesLargeText(page);
        }
        await page.close();
      }
      for (const address of [task, '/opgaver', '/opgaver/kalender']) {
        const page = await town.visit(address, visitor);
        await fitsAPhone(page);
        await page.close();
      }
    }
  });
});

test('a name with long words and emoji breaks neither the form nor the page of whoever answers', { timeout: 120_000 }, async () => {
  const visitor = await town.person();
  const staff = await town.signedIn('Rosa Digtved');
  await pictured('usaedvanligt-navn', [visitor, staff], async () => {
    const task = await openTask(staff);
    const form = await town.visit(`${task}/interesse`, visitor);
    const name = `${FAMILY} ${ARABIC} ${LONG}`.slice(0, 99);
    await form.fill('#name', name);
    await form.fill('#phone', '12 70 44 99');
    await form.fill('#message', LONG.repeat(4));
    for (const box of await form.locator('main form.s-form input[type=checkbox]').all()) await box.check({ force: true });
    await Promise.all([form.waitForLoadState('load'), form.locator('main form.s-form button[type=submit]').click()]);
    await form.waitForURL(/\/interesse/);
    await fitsAPhone(form);
    for (const address of [`${task}/interesserede`, '/overblik']) {
      const page = await town.visit(address, staff);
      await fitsAPhone(page);
      await page.close();
    }
    const answer = await town.linkOn(`${task}/interesserede`, /^\/interesser\/[0-9a-f-]{36}/, staff);
    const page = await town.visit(answer, staff);
    await fitsAPhone(page);
    await shot(page, 'usaedvanligt-navn');
    await page.close();
  });
});
