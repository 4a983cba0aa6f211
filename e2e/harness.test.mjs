// The checks must be able to fail: a page with known faults, and one without.

import assert from 'node:assert/strict';
import { connect } from 'node:net';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import {
  accessible,
  fitsAPhone,
  smtp,
  start,
  survivesLargeText,
  survivesZoom,
  tablesCanBeCompared,
  usableByKeyboard,
  wellFormed,
  worksWithoutScripts,
} from './harness.mjs';

let town;
before(async () => {
  town = await start({ command: [process.execPath, fileURLToPath(new URL('faulty.mjs', import.meta.url))] });
});
after(() => town?.stop());

test('a good page passes every check', async () => {
  const page = await town.visit('/god');
  await wellFormed(page, 'da');
  await accessible(page);
  await fitsAPhone(page);
  await survivesZoom(page);
  await survivesLargeText(page);
  await tablesCanBeCompared(page);
  await usableByKeyboard(page);
  await worksWithoutScripts(await town.visit('/god', await town.person({ javaScript: false })), page);
});

const faults = [
  ['/uden-overskrift', 'no heading', (page) => wellFormed(page, 'da'), /has 0 h1/],
  ['/god', 'another language', (page) => wellFormed(page, 'en'), /another language/],
  ['/findes-ikke', 'a missing page', (page) => wellFormed(page, 'da'), /answered 404/],
  ['/indlejret-stil', 'what the CSP stops', (page) => wellFormed(page, 'da'), /console: .*Content Security Policy/s],
  ['/fremmed-vaert', 'a request to another host', (page) => wellFormed(page, 'da'), /asks another host/],
  ['/mangler-fil', 'a file that is not there', (page) => wellFormed(page, 'da'), /404 for/],
  ['/uden-etiket', 'a field without a label', accessible, /label \(critical\)/],
  ['/for-bred', 'a page that is too wide', fitsAPhone, /scrolls \d+ px sideways/],
  ['/usynligt-fokus', 'focus that cannot be seen', usableByKeyboard, /focus cannot be seen/],
  ['/daekket-fokus', 'focus below what sticks', usableByKeyboard, /focus cannot be seen/],
  ['/klaeber', 'what sticks when all is enlarged', survivesZoom, /sticks where there are 225 px/],
  ['/beskaaret', 'text that is cut off when it is large', survivesLargeText, /text is cut off/],
  ['/bredt-naar-stort', 'what grows wider than a telephone', survivesLargeText, /sideways at 320 px with text twice as large/],
  ['/oven-i-hinanden', 'a menu on top of the name', survivesLargeText, /lie on each other/],
  ['/kort-i-stedet', 'a table that is none on a telephone', tablesCanBeCompared, /cannot be compared/],
  ['/faelde', 'what Tab cannot reach', usableByKeyboard, /Tab never reaches/],
];
for (const [address, fault, check, message] of faults) {
  test(`${fault} is found`, async () => {
    await assert.rejects(check(await town.visit(address)), message);
  });
}

for (const [address, fault, message] of [
  ['/doed-knap', 'a button that needs a script', /does nothing without scripts/],
  ['/kun-med-script', 'a link that needs a script', /only there with scripts/],
]) {
  test(`${fault} is found`, async () => {
    const without = await town.visit(address, await town.person({ javaScript: false }));
    await assert.rejects(worksWithoutScripts(without, await town.visit(address)), message);
  });
}

test('a program that does not start is named', async () => {
  await assert.rejects(start({ command: [process.execPath, '--eval', 'console.log("ak"); process.exit(3)'] }), /ended with 3\nak/);
});

test('a letter arrives', async () => {
  const mail = await smtp();
  const lines = ['HELO a.example', 'MAIL FROM:<a@a.example>', 'RCPT TO:<b@b.example>', 'DATA', 'Subject: Hej\r\n\r\nHej\r\n.', 'QUIT'];
  const socket = connect(mail.port, '127.0.0.1');
  socket.on('data', () => lines.length && socket.write(`${lines.shift()}\r\n`));
  const letter = await mail.waitFor('b@b.example');
  assert.match(letter.text, /Subject: Hej/);
  await assert.rejects(mail.waitFor('c@c.example', { within: 100 }), /no letter to c@c.example/);
  await mail.stop();
});

test('axe is not asked where scripts are off', async () => {
  const page = await town.visit('/god', await town.person({ javaScript: false }));
  await assert.rejects(accessible(page), /axe needs a person with scripts/);
});
