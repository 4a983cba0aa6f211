import { start, accessible, fitsAPhone } from './harness.mjs';
const town = await start();
const who = process.env.WHO ?? 'koordinator';
const pages = process.argv.slice(2);
const person = await town.signedIn(who);
for (const [i, address] of pages.entries()) {
  const page = await town.visit(address, person);
  console.log(address, page.answer.status(), page.complaints.join(' | '));
  const name = address.replace(/[^a-z0-9]+/gi, '-');
  for (const [w, h] of [[1280, 900], [390, 844]]) {
    await page.setViewportSize({ width: w, height: h });
    await page.screenshot({ path: `/tmp/me/shots/${who.split(' ')[0]}${name}-${w}.png`, fullPage: false });
  }
  await page.setViewportSize({ width: 1280, height: 900 });
  try { await accessible(page); } catch (e) { console.log('AXE', String(e.message).slice(0, 600)); }
  try { await fitsAPhone(page); } catch (e) { console.log('FIT', String(e.message).slice(0, 300)); }
  await page.close();
}
await town.stop();
