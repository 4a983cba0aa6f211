// The real program and a real browser, and the checks every page must pass.
//
// A spec calls `start()` once, opens pages with `town.visit(path)`, and asks the checks below. Each check throws
// with sentences a person can act on. Environment: CHROMIUM names the browser, SAMSKAB_PROGRAM another program
// that prints the same first line.

import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { SMTPServer } from 'smtp-server';

const here = path.dirname(fileURLToPath(import.meta.url));
const target = path.resolve(here, '..', process.env.CARGO_TARGET_DIR ?? 'target');
const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const STARTUP_MS = 90_000;
const SHUTDOWN_MS = 20_000;
// A click or a page that takes longer has failed; generous, because the machine may be building meanwhile.
const ACTION_MS = 20_000;
// How often Tab is pressed before asking whether one has been everywhere.
const TABS_AT_ONCE = 20;
export const PHONE = { width: 390, height: 844 };
/** The narrowest page that has to fit (WCAG 1.4.10). */
const SMALL_PHONE_WIDTH = 320;
export const DESK = { width: 1280, height: 900 };

const BROWSER_ARGUMENTS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/**
 * Starts the demo town in an empty folder and a browser beside it.
 *
 * `command` and `env` replace or add to what is started; what it prints is in `town.log()`. `at`: the day and time at
 * which the town's clock begins; `town.goesOnAt` sets it on.
 */
export async function start({ command, env = {}, at } = {}) {
  const data = await mkdtemp(path.join(tmpdir(), 'samskab-e2e-'));
  const program = process.env.SAMSKAB_PROGRAM ?? path.join(target, 'debug', 'samskab');
  const demo = [program, 'demo', '--listen', '127.0.0.1:0', '--data', data];
  const begin = (when) => serve(command ?? (when ? [...demo, '--at', when] : demo), env);
  const server = await begin(at);
  let browser;
  try {
    browser = await chromium.launch({ executablePath: browserPath(), args: BROWSER_ARGUMENTS });
  } catch (error) {
    await server.stop();
    throw error;
  }
  return new Town(server, browser, data, begin);
}

/** Starts a program and waits until it says where it listens. */
async function serve([program, ...words], env) {
  const child = spawn(program, words, { env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'pipe'] });
  let log = '';
  const ended = new Promise((resolve) => {
    child.once('error', (error) => resolve(`could not start ${program}: ${error.message}`));
    child.once('exit', (code, signal) => resolve(`ended with ${signal ?? code}`));
  });
  const address = await new Promise((resolve, reject) => {
    const give = (why) => reject(new Error(`${why}\n${log}`));
    const late = setTimeout(() => {
      child.kill('SIGKILL');
      give(`no line "Listening on http://…" within ${STARTUP_MS / 1000} s`);
    }, STARTUP_MS);
    ended.then((how) => (clearTimeout(late), give(how)));
    const read = (chunk) => {
      log += chunk;
      const line = log.match(/Listening on (https?:\/\/[^\s/]+)/);
      if (line) {
        clearTimeout(late);
        resolve(line[1]);
      }
    };
    child.stdout.setEncoding('utf8').on('data', read);
    child.stderr.setEncoding('utf8').on('data', read);
  });
  return {
    address,
    log: () => log,
    async stop() {
      if (child.exitCode !== null || child.signalCode !== null) return ended;
      child.kill('SIGTERM');
      const stubborn = setTimeout(() => child.kill('SIGKILL'), SHUTDOWN_MS);
      const how = await ended;
      clearTimeout(stubborn);
      return how;
    },
  };
}

function browserPath() {
  if (process.env.CHROMIUM) return process.env.CHROMIUM;
  const names = ['chromium', 'chromium-browser', 'google-chrome'];
  const found = (process.env.PATH ?? '')
    .split(path.delimiter)
    .flatMap((folder) => names.map((name) => path.join(folder, name)))
    .find((file) => existsSync(file));
  assert.ok(found, 'no Chromium: `cargo xtask test --only browser` installs it, or name it in CHROMIUM');
  return found;
}

class Town {
  #server;
  #browser;
  #data;
  #begin;

  constructor(server, browser, data, begin) {
    this.#server = server;
    this.#browser = browser;
    this.#data = data;
    this.#begin = begin;
    this.address = server.address;
  }

  log() {
    return this.#server.log();
  }

  url(address) {
    return new URL(address, this.address).href;
  }

  /** A person with a browser of their own: own cookies. `javaScript: false` is a browser where scripts are off. */
  async person({ javaScript = true, size = DESK, locale = 'da-DK' } = {}) {
    const context = await this.#browser.newContext({
      viewport: size,
      javaScriptEnabled: javaScript,
      locale,
      timezoneId: 'Europe/Copenhagen',
      reducedMotion: 'reduce',
    });
    context.setDefaultTimeout(ACTION_MS);
    context.hasScripts = javaScript;
    return context;
  }

  /** A person who is signed in with the demo's one click as somebody whose name has `name` in it. */
  async signedIn(name, how = {}) {
    const person = await this.person(how);
    const page = await this.visit('/log-ind', person);
    await page.getByRole('main').getByRole('button', { name: new RegExp(name, 'i') }).click();
    await page.waitForURL((url) => url.pathname !== '/log-ind');
    await page.close();
    return person;
  }

  /** The same person in a browser where scripts are off. */
  async withoutScripts(person) {
    const other = await this.person({ javaScript: false });
    await other.addCookies(await person.cookies());
    return other;
  }

  /** Where the first link of `address` leads that fits `pattern`. */
  async linkOn(address, pattern, person) {
    const context = person ?? (await this.person());
    const page = await this.visit(address, context);
    const link = await linkOf(page, pattern);
    await (person ? page : context).close();
    return link;
  }

  /** The text of the newest mail the demo sent to `email`, once more than `after` have come. */
  async letterTo(email, { after = 0, within = 20_000 } = {}) {
    const person = await this.person({ javaScript: false });
    const page = await this.visit('/demo/postkasse', person);
    const end = performance.now() + within;
    for (;;) {
      const letters = page.locator('article').filter({ hasText: email });
      if ((await letters.count()) > after) {
        const letter = await letters.first().innerText();
        await person.close();
        return letter;
      }
      assert.ok(performance.now() < end, `no letter to ${email} in /demo/postkasse`);
      await new Promise((resolve) => setTimeout(resolve, 250));
      await page.reload();
    }
  }

  /** The first link in a letter. Whatever host it names, the town under test is this one. */
  linkIn(letter) {
    const link = letter.match(/https?:\/\/\S+/);
    assert.ok(link, `no link in:\n${letter}`);
    const { pathname, search } = new URL(link[0]);
    return this.url(pathname + search);
  }

  /** A new page at `address`, with everything that went wrong while it loaded in `page.complaints`. */
  async visit(address, person) {
    const context = person ?? (await this.person());
    const page = await context.newPage();
    this.#listen(page);
    return this.#turn(page, address);
  }

  /** As `visit`, in the tab that the person has open: a new one is a process of its own, and takes as long as its page. */
  async visitNext(address, person) {
    const [page] = person.pages();
    return page ? this.#turn(page, address) : this.visit(address, person);
  }

  async #turn(page, address) {
    page.complaints = [];
    page.answer = await page.goto(this.url(address), { waitUntil: 'load' });
    return page;
  }

  #listen(page) {
    const complain = (text) => page.complaints.push(text);
    page.on('console', (message) => {
      // A page that is meant to be an error page is not a complaint; `status` is asked for by itself.
      const isOwnStatus = message.location().url === page.url() && message.text().startsWith('Failed to load resource');
      if (message.type() === 'error' && !isOwnStatus) complain(`console: ${message.text()}`);
    });
    page.on('pageerror', (error) => complain(`script error: ${error.message}`));
    page.on('request', (request) => {
      const { protocol, origin } = new URL(request.url());
      if (protocol.startsWith('http') && origin !== this.address) complain(`asks another host: ${request.url()}`);
    });
    page.on('response', (response) => {
      if (response.status() >= 400 && !response.request().isNavigationRequest()) {
        complain(`${response.status()} for ${response.url()}`);
      }
    });
  }

  /** The program stops and starts again with the same data, at another day and time. Its port is another. */
  async goesOnAt(when) {
    assert.equal(await this.#server.stop(), 'ended with 0', this.log());
    this.#server = await this.#begin(when);
    this.address = this.#server.address;
  }

  /** Stops everything and removes the data. The program must go quietly when asked to. */
  async stop() {
    await this.#browser.close();
    const how = await this.#server.stop();
    await rm(this.#data, { recursive: true, force: true });
    assert.equal(how, 'ended with 0', `the program did not shut down gracefully\n${this.log().slice(-2000)}`);
  }
}

/** Where the first link of the page leads that fits `pattern`. */
export async function linkOf(page, pattern) {
  const links = await page.locator('main a[href]').evaluateAll((all) => all.map((link) => link.getAttribute('href')));
  const link = links.find((one) => pattern.test(one));
  assert.ok(link, `no link like ${pattern} on ${page.url()}, only ${links.join(', ')}`);
  return link;
}

// The checks

/** The page answers 200, has a title, one h1, its language, and nothing complained while it loaded. */
export async function wellFormed(page, language) {
  assert.equal(page.answer.status(), 200, `${page.url()} answered ${page.answer.status()}`);
  assert.notEqual((await page.title()).trim(), '', 'the page has no title');
  const headings = await page.locator('h1').allInnerTexts();
  assert.equal(headings.length, 1, `the page has ${headings.length} h1: ${headings.join(' | ')}`);
  assert.equal(await page.locator('html').getAttribute('lang'), language, 'the lang attribute is another language');
  assert.deepEqual(page.complaints, [], 'something went wrong while the page loaded');
}

/**
 * No violation of WCAG 2.1 A and AA that axe can find. It is evaluated, because our CSP lets no script be added.
 *
 * The person must have scripts: without them axe's timers never run, and it would wait for ever.
 */
export async function accessible(page) {
  assert.ok(page.context().hasScripts, 'axe needs a person with scripts');
  await page.evaluate(`${axeSource};0`);
  const { violations } = await page.evaluate(() =>
    globalThis.axe.run(document, {
      runOnly: { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'] },
      resultTypes: ['violations'],
    }),
  );
  const readable = violations.map((violation) => {
    const places = violation.nodes.slice(0, 5).map((node) => `    ${node.target.join(' ')}\n      ${node.html.slice(0, 160)}`);
    return `  ${violation.id} (${violation.impact}): ${violation.help}\n${places.join('\n')}`;
  });
  assert.equal(violations.length, 0, `axe on ${page.url()}\n${readable.join('\n')}`);
}

/** At 320 pixels nothing makes the page scroll sideways (WCAG 1.4.10). */
export async function fitsAPhone(page) {
  const before = page.viewportSize();
  await page.setViewportSize({ width: 320, height: 640 });
  const { excess, widest } = await page.evaluate(() => {
    const width = document.documentElement.clientWidth;
    const scrollsByItself = (element) => {
      for (let box = element.parentElement; box && box !== document.body; box = box.parentElement) {
        if (getComputedStyle(box).overflowX !== 'visible') return true;
      }
      return false;
    };
    const outside = [...document.body.querySelectorAll('*')].filter(
      (element) => element.getBoundingClientRect().right > width + 1 && !scrollsByItself(element),
    );
    return {
      excess: document.documentElement.scrollWidth - width,
      widest: outside.slice(0, 5).map((element) => element.outerHTML.slice(0, 120)),
    };
  });
  await page.setViewportSize(before);
  assert.ok(excess <= 0, `${page.url()} scrolls ${excess} px sideways at 320 px:\n  ${widest.join('\n  ')}`);
}

/**
 * All of it much enlarged, and nothing is lost: at 400 % of a desk (320 by 225 pixels, WCAG 1.4.10) nothing makes the
 * page scroll sideways, and nothing sticks to the edge of what little there is to see.
 */
export async function survivesZoom(page) {
  const before = page.viewportSize();
  await page.setViewportSize({ width: 320, height: 225 });
  const { excess, stuck } = await page.evaluate(() => {
    const sticks = (element) => {
      const style = getComputedStyle(element);
      return style.position === 'fixed' || (style.position === 'sticky' && (style.top !== 'auto' || style.bottom !== 'auto'));
    };
    const shown = (element) => element.checkVisibility({ visibilityProperty: true }) && element.getBoundingClientRect().width > 2;
    return {
      excess: document.documentElement.scrollWidth - document.documentElement.clientWidth,
      stuck: [...document.body.querySelectorAll('*')].filter((element) => sticks(element) && shown(element)).map((element) => element.outerHTML.slice(0, 120)),
    };
  });
  await page.setViewportSize(before);
  assert.ok(excess <= 0, `${page.url()} scrolls ${excess} px sideways at 400 %`);
  assert.deepEqual(stuck, [], `${page.url()}: sticks where there are 225 px of height\n  ${stuck.join('\n  ')}`);
}

/**
 * Text alone twice as large (WCAG 1.4.4): none of it is cut off, the page does not scroll sideways, and on a telephone
 * nothing in the head of the page lies on anything else.
 */
export async function survivesLargeText(page) {
  const before = page.viewportSize();
  for (const width of [PHONE.width, SMALL_PHONE_WIDTH]) {
    await page.setViewportSize({ width, height: PHONE.height });
    const { excess, widest, covered } = await page.evaluate(largeOnAPhone);
    await page.setViewportSize(before);
    assert.ok(excess <= 0, `${page.url()} scrolls ${excess} px sideways at ${width} px with text twice as large:\n  ${widest.join('\n  ')}`);
    assert.deepEqual(covered, [], `${page.url()}: lie on each other at ${width} px with text twice as large\n  ${covered.join('\n  ')}`);
  }
  await page.setViewportSize(DESK);
  const { cut, excess } = await page.evaluate(() => {
    const all = [...document.body.querySelectorAll('*')].filter((element) => element instanceof HTMLElement);
    const enlarged = all.map((element) => {
      const { fontSize, lineHeight } = getComputedStyle(element);
      return [element, parseFloat(fontSize) * 2, lineHeight === 'normal' ? null : parseFloat(lineHeight) * 2];
    });
    const was = new Map(all.map((element) => [element, element.getAttribute('style')]));
    for (const [element, size, line] of enlarged) {
      element.style.fontSize = `${size}px`;
      if (line) element.style.lineHeight = `${line}px`;
    }
    const hides = (value) => value === 'hidden' || value === 'clip';
    const isForTheEar = (element) => element.closest('.sr-only, .s-skip, .skipnav, .s-trap, .s-poster') !== null;
    const cuts = (element) => {
      const style = getComputedStyle(element);
      if (!element.checkVisibility({ visibilityProperty: true }) || isForTheEar(element)) return false;
      if (element.getBoundingClientRect().width <= 2 || element.textContent.trim() === '') return false;
      // What is chosen is drawn by the browser, whose options count as text that does not fit.
      if (element.matches('select, option')) return false;
      return (
        (hides(style.overflowX) && element.scrollWidth > element.clientWidth + 2) ||
        (hides(style.overflowY) && element.scrollHeight > element.clientHeight + 2)
      );
    };
    const found = {
      cut: all.filter(cuts).map((element) => element.outerHTML.slice(0, 140)),
      excess: document.documentElement.scrollWidth - document.documentElement.clientWidth,
    };
    for (const [element, style] of was) {
      if (style === null) element.removeAttribute('style');
      else element.style.cssText = style;
    }
    return found;
  });
  await page.setViewportSize(before);
  assert.deepEqual(cut, [], `${page.url()}: text is cut off when it is twice as large\n  ${cut.join('\n  ')}`);
  assert.ok(excess <= 0, `${page.url()} scrolls ${excess} px sideways with text twice as large`);
}

/** In the page: what the browser's own setting does. All that is measured by the text grows, the telephone does not. */
function largeOnAPhone() {
  const root = document.documentElement;
  const style = root.getAttribute('style');
  root.style.fontSize = `${parseFloat(getComputedStyle(root).fontSize) * 2}px`;
  const width = root.clientWidth;
  const all = [...document.body.querySelectorAll('*')].filter((element) => element.checkVisibility({ visibilityProperty: true }));
  const boxes = [...document.querySelectorAll('header :is(a, button, summary)')]
    .filter((element) => element.checkVisibility({ visibilityProperty: true }))
    .map((element) => [element.textContent.trim(), element.getBoundingClientRect()])
    .filter(([, box]) => box.width > 2);
  const lieOnEachOther = ([, a], [, b]) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
  const found = {
    excess: root.scrollWidth - width,
    widest: all
      .filter((element) => element.getBoundingClientRect().right > width + 1)
      .slice(-5)
      .map((element) => element.outerHTML.slice(0, 120)),
    covered: boxes.flatMap((one, at) => boxes.slice(at + 1).filter((other) => lieOnEachOther(one, other)).map((other) => `${one[0]} – ${other[0]}`)),
  };
  if (style === null) root.removeAttribute('style');
  else root.style.cssText = style;
  return found;
}

/** On a telephone a table of numbers stays a table: its rows can be compared, and the page does not scroll with it. */
export async function tablesCanBeCompared(page) {
  const before = page.viewportSize();
  await page.setViewportSize(PHONE);
  const lost = await page.evaluate(() =>
    [...document.querySelectorAll('main table')]
      .filter((table) => table.checkVisibility() && table.querySelectorAll('td.s-number').length > 1)
      .filter((table) => {
        const rows = [...table.querySelectorAll('tbody tr')];
        const first = rows[0]?.cells[0]?.getBoundingClientRect();
        const last = rows[0]?.cells[rows[0].cells.length - 1]?.getBoundingClientRect();
        const heads = table.tHead?.checkVisibility() ?? false;
        return !heads || (first && last && Math.abs(first.top - last.top) > 2);
      })
      .map((table) => table.outerHTML.slice(0, 160)),
  );
  await page.setViewportSize(before);
  assert.deepEqual(lost, [], `${page.url()}: cannot be compared on a telephone\n  ${lost.join('\n  ')}`);
}

/**
 * Tab alone reaches everything that can be used, and one sees where one is.
 *
 * Focus is seen as an outline, a shadow or a border that the element, its label or the label's drawing has.
 */
export async function usableByKeyboard(page, { atMost = 300 } = {}) {
  await page.evaluate(() => {
    document.activeElement?.blur?.();
    globalThis.scrollTo(0, 0);
    const usable = 'a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex]';
    const shown = (element) => element.checkVisibility({ visibilityProperty: true }) && !element.closest('[inert]');
    // Of the radio buttons with one name, Tab stops at one.
    const groups = new Set();
    globalThis.waiting = [...document.querySelectorAll(usable)].filter((element) => {
      if (element.disabled || element.tabIndex < 0 || !shown(element)) return false;
      if (element.type !== 'radio') return true;
      const group = `${element.form?.id ?? ''}/${element.name}`;
      const first = !groups.has(group);
      groups.add(group);
      return first;
    });
    globalThis.reached = new Set();
    globalThis.stoodAt = null;
    globalThis.looks = (element) => {
      const drawn = [[element, null], [element, '::after'], ...[...(element.labels ?? [])].flatMap((label) => [[label, null], [label, '::before']])];
      return drawn.map(([box, part]) => {
        const style = getComputedStyle(box, part);
        return { outline: `${style.outlineStyle} ${style.outlineWidth}`, shadow: style.boxShadow, border: style.borderColor };
      });
    };
    globalThis.unfocused = new Map(globalThis.waiting.map((element) => [element, globalThis.looks(element)]));
    globalThis.unseen = [];
    globalThis.isRound = false;
    const isSeen = (element, before) => {
      const shows = globalThis.looks(element).some((look, index) => {
        const [style, width] = look.outline.split(' ');
        return (style !== 'none' && parseFloat(width) > 0) || look.shadow !== before[index].shadow || look.border !== before[index].border;
      });
      const box = (element.labels?.[0] ?? element).getBoundingClientRect();
      const onScreen = box.bottom > 0 && box.top < innerHeight && box.width > 0;
      // What sticks to an edge must not lie on it.
      const [x, y] = [box.left + box.width / 2, Math.min(box.top + box.height / 2, innerHeight - 1)];
      const above = document.elementFromPoint(x, Math.max(y, 0))?.closest('*');
      const sticks = (one) => one && (['sticky', 'fixed'].includes(getComputedStyle(one).position) ? one : sticks(one.parentElement));
      const lid = sticks(above);
      const isCovered = Boolean(lid) && !lid.contains(element);
      return shows && onScreen && !isCovered;
    };
    globalThis.lookAround = () => {
      const element = document.activeElement;
      // A day has a stop for each of its parts and one for its calendar.
      if (element === globalThis.stoodAt && element.type === 'date') return;
      globalThis.isRound ||= !element || element === document.body || globalThis.reached.has(element);
      if (globalThis.isRound) return;
      globalThis.stoodAt = element;
      globalThis.reached.add(element);
      const before = globalThis.unfocused.get(element);
      if (before && !isSeen(element, before)) globalThis.unseen.push(element.outerHTML.slice(0, 140));
    };
    // Where one is after each Tab is looked at on the page: to ask for it from here takes as long as all the rest.
    addEventListener('keyup', globalThis.lookAround, { capture: true });
  });
  for (let step = 0; step < atMost && !(await page.evaluate(() => globalThis.isRound)); step += TABS_AT_ONCE) {
    await pressTab(page, TABS_AT_ONCE);
  }
  const unseen = await page.evaluate(() => {
    removeEventListener('keyup', globalThis.lookAround, { capture: true });
    return globalThis.unseen;
  });
  const missed = await page.evaluate(() => {
    const radioReached = (element) =>
      element.type === 'radio' && [...globalThis.reached].some((other) => other.type === 'radio' && other.name === element.name);
    return globalThis.waiting
      .filter((element) => !globalThis.reached.has(element) && !radioReached(element))
      .map((element) => element.outerHTML.slice(0, 140));
  });
  assert.equal(unseen.length, 0, `${page.url()}: focus cannot be seen on\n  ${unseen.join('\n  ')}`);
  assert.equal(missed.length, 0, `${page.url()}: Tab never reaches\n  ${missed.join('\n  ')}`);
}

/** Tab is pressed so many times, without hearing after each that it was: that takes longer than what it does. */
async function pressTab(page, times) {
  page.keys ??= await page.context().newCDPSession(page);
  const key = { key: 'Tab', code: 'Tab', windowsVirtualKeyCode: 9 };
  const presses = Array.from({ length: times }, () => ['rawKeyDown', 'keyUp']).flat();
  await Promise.all(presses.map((type) => page.keys.send('Input.dispatchKeyEvent', { type, ...key })));
}

/**
 * Tab until `selector` has focus, as a person does who has no mouse. At every stop one must see where one is.
 *
 * What has focus is drawn with an outline or a shadow on itself, its label or the label's drawing.
 */
export async function tabTo(page, selector, { atMost = 120 } = {}) {
  for (let step = 0; step < atMost; step += 1) {
    await page.keyboard.press('Tab');
    const stop = await page.evaluate((wanted) => {
      const element = document.activeElement;
      if (!element || element === document.body) return null;
      const parts = [[element, null], [element, '::after'], ...[...(element.labels ?? [])].flatMap((label) => [[label, null], [label, '::before']])];
      const drawn = parts.some(([box, part]) => {
        const style = getComputedStyle(box, part);
        return (style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0) || style.boxShadow !== 'none';
      });
      const box = (element.labels?.[0] ?? element).getBoundingClientRect();
      const onScreen = box.bottom > 0 && box.top < innerHeight && box.width > 0;
      return { text: element.outerHTML.slice(0, 140), seen: drawn && onScreen, there: element.matches(wanted) };
    }, selector);
    if (!stop) continue;
    assert.ok(stop.seen, `${page.url()}: focus cannot be seen on\n  ${stop.text}`);
    if (stop.there) return;
  }
  assert.fail(`${page.url()}: ${atMost} times Tab did not lead to ${selector}`);
}

/**
 * Without scripts nothing on the page is dead, and every way onwards is still there.
 *
 * `page` is from a person without JavaScript; `withScripts` is the same page for somebody who has it.
 */
export async function worksWithoutScripts(page, withScripts) {
  const dead = await page.evaluate(() => {
    const shown = (element) => element.checkVisibility({ visibilityProperty: true });
    const links = [...document.querySelectorAll('a[href="#"], a[href^="javascript:"], a:not([href])[onclick]')];
    const buttons = [...document.querySelectorAll('button, input[type=button]')].filter(
      (button) => !button.disabled && (button.type === 'button' || !button.form) && !button.popoverTargetElement,
    );
    return [...links, ...buttons].filter(shown).map((element) => element.outerHTML.slice(0, 160));
  });
  const there = await waysOnwards(page);
  const missing = (await waysOnwards(withScripts)).filter((way) => !there.includes(way));
  assert.equal(page.answer.status(), 200);
  assert.ok(await page.locator('h1').first().isVisible(), 'the heading is not visible without scripts');
  assert.deepEqual(dead, [], `${page.url()}: does nothing without scripts\n  ${dead.join('\n  ')}`);
  assert.deepEqual(missing, [], `${page.url()}: only there with scripts\n  ${missing.join('\n  ')}`);
}

/** Where the visible links and forms of the page lead. What is begun by looking has an id of its own each time. */
function waysOnwards(page) {
  return page.evaluate(() =>
    [...document.querySelectorAll('a[href], form')]
      .filter((element) => element.checkVisibility({ visibilityProperty: true }))
      // a link in a drawing has its address as an attribute only
      .map((element) => new URL(element.getAttribute('href') ?? element.getAttribute('action') ?? '', document.baseURI).href)
      .map((address) => address.replace(/kladde=[0-9a-f-]{36}/, 'kladde=')),
  );
}

/** Pictures of the whole page, on a phone and on a desk unless told, in e2e/screenshots. */
export async function shot(page, name, sizes = [PHONE, DESK]) {
  const before = page.viewportSize();
  await mkdir(path.join(here, 'screenshots'), { recursive: true });
  for (const size of sizes) {
    await page.setViewportSize(size);
    const picture = () => page.screenshot({ path: path.join(here, 'screenshots', `${name}-${size.width}.png`), fullPage: true });
    // On a busy machine Chromium once in a hundred times is “unable to capture”, and is able the next moment.
    await picture().catch(picture);
  }
  await page.setViewportSize(before);
}

/** Tells a story; where it fails, pictures of every page the persons had open are kept and named. */
export async function pictured(name, persons, story) {
  try {
    await story();
  } catch (error) {
    await mkdir(path.join(here, 'screenshots'), { recursive: true });
    const stood = [];
    for (const [index, page] of persons.flatMap((person) => person.pages()).entries()) {
      const picture = `fejl-${name}-${index + 1}.png`;
      await page.screenshot({ path: path.join(here, 'screenshots', picture), fullPage: true }).catch(() => {});
      stood.push(`  it stood at ${page.url()}, see e2e/screenshots/${picture}`);
    }
    throw new Error(`${error.message}\n${stood.join('\n')}`, { cause: error });
  }
}

/** A real mail server. `letters` holds what came; `waitFor` gives the first letter to an address, or fails. */
export async function smtp() {
  const letters = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    onData(stream, session, done) {
      const chunks = [];
      stream.on('data', (chunk) => chunks.push(chunk));
      stream.on('end', () => {
        const to = session.envelope.rcptTo.map((recipient) => recipient.address);
        letters.push({ from: session.envelope.mailFrom.address, to, text: Buffer.concat(chunks).toString('utf8') });
        done();
      });
    },
  });
  await new Promise((resolve, reject) => server.once('error', reject).listen(0, '127.0.0.1', resolve));
  const { port } = server.server.address();
  return {
    port,
    letters,
    async waitFor(address, { within = 10_000 } = {}) {
      const end = performance.now() + within;
      for (;;) {
        const letter = letters.find(({ to }) => to.includes(address));
        if (letter) return letter;
        assert.ok(performance.now() < end, `no letter to ${address}; there are ${letters.length} to others`);
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
    },
    stop: () => new Promise((resolve) => server.close(resolve)),
  };
}
