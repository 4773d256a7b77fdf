// A mentor's way through the case file in Chromium, by keyboard alone: first sign-in, a password of one's own, the
// list of citizens, one citizen's page, one session screen by screen, a note and a search. Then every page in both
// languages, of a citizen with a year of talks. Every page is checked with axe-core (WCAG 2.2 A and AA), and whether it
// fits: narrow, zoomed, with large letters, on paper. Last, one citizen is erased. JavaScript is off for the pages: axe
// runs in a second context with the same cookies.
//
//   node journey.mjs CASEFILE_PROGRAM CHROMIUM [FOLDER]
//
// With FOLDER a picture of each page in both languages and at both widths is left there, for eyes.
import { spawn, execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, readFileSync } from 'node:fs';
import { createHmac, randomUUID } from 'node:crypto';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import assert from 'node:assert/strict';
import https from 'node:https';
import { chromium } from 'playwright-core';

const [program, browserPath, pictures] = process.argv.slice(2);
const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const folder = mkdtempSync(join(tmpdir(), 'casefile-browser-'));
const data = join(folder, 'data');
const centre = 'Dagcenter Nord';
const newPassword = 'fire heste paa en mark';
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
const patience_ms = 90_000; // a busy machine is no fault
let checked = 0;

// ---- the case file and a kiosk that sends -----------------------------------------------------------------

// Two made-up citizens with a year of talks, and whoever sees and administers them.
function fillCaseFile() {
  const words = execFileSync(join(dirname(program), 'aktiv-sample-folder'), [data, '2', '1', '28'], { encoding: 'utf8' });
  const [, name, password] = words.match(/^sign-in (\S+) (\S+)$/m);
  return { name, password };
}

function startCaseFile() {
  const sign = fillCaseFile();
  const server = spawn(program, ['serve', '--data', data, '--listen', '127.0.0.1:0']);
  return new Promise((resolve, reject) => {
    let words = '';
    server.on('exit', (code) => reject(new Error(`the case file ended with ${code}: ${words}`)));
    server.stderr.on('data', (text) => { words += text; });
    server.stdout.on('data', (text) => {
      words += text;
      const address = words.match(/^case file (https:\S+?)\/$/m);
      if (address) resolve({ server, base: address[1], ...sign });
    });
  });
}

function send(base, path, credential, body) {
  const { hostname, port } = new URL(base);
  const headers = { 'Content-Type': 'application/fhir+json' };
  if (credential) headers.Authorization = `Bearer ${credential}`;
  return new Promise((resolve, reject) => {
    const request = https.request({ hostname, port, path, method: 'POST', headers, rejectUnauthorized: false }, (reply) => {
      let text = '';
      reply.on('data', (part) => { text += part; });
      reply.on('end', () => resolve({ status: reply.statusCode, json: text ? JSON.parse(text) : null }));
    });
    request.on('error', reject);
    request.end(JSON.stringify(body));
  });
}

// The secret half of the typed code, as a kiosk would find it.
function secretOf(code) {
  const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
  let bits = '';
  for (const letter of code.replaceAll('-', '').trim()) bits += alphabet.indexOf(letter).toString(2).padStart(5, '0');
  return bits.slice(0, 72).match(/.{8}/g).map((byte) => parseInt(byte, 2).toString(16).padStart(2, '0')).join('');
}

// Seven people's answers, as a kiosk hands them in; four of another scale, too few to be shown.
function evaluations() {
  const questions = ['haab', 'samarbejde', 'oensker', 'tryg', 'alvor', 'forstaaet', 'stoette', 'afklaring'];
  const person = (way, value) => ({ way, scale: 'best_left',
    answers: questions.map((question) => ({ question, choice: 'place', value })) });
  return { version: 1, id: randomUUID(), from: '2026-09', until: '2026-10', better: ['mere tid til at tale'], good: ['de lytter til mig'],
    sets: [...Array(7)].map((_, at) => person(3, at < 6 ? 5 : 3)).concat([...Array(4)].map(() => person(2, 3))) };
}

async function sendOneCitizen(base) {
  const code = execFileSync(program, ['code', '--data', data, '--centre', centre], { encoding: 'utf8' });
  const enrolled = await send(base, '/enrol', '', { secret: secretOf(code), kiosk: randomUUID(), name: 'Nord-1' });
  assert.equal(enrolled.status, 200);
  const { credential } = enrolled.json;
  const pseudonym = { system: 'urn:aktiv-dialog:citizen', value: randomUUID() };
  const patient = await send(base, '/fhir/Patient', credential, { resourceType: 'Patient', identifier: [pseudonym],
    extension: [{ url: 'urn:aktiv-dialog:sign', valueString: 'signs/sunflower' }] });
  assert.equal(patient.status, 201);
  const text = readFileSync(new URL('./submission.json', import.meta.url), 'utf8');
  const evaluated = await send(base, '/evaluations', credential, evaluations());
  assert.equal(evaluated.status, 200, JSON.stringify(evaluated.json));
  const sent = await send(base, '/fhir', credential, JSON.parse(text.replaceAll('Patient/PATIENT', `Patient/${patient.json.id}`)));
  assert.equal(sent.status, 200, JSON.stringify(sent.json));
}

// A code app on a telephone: TOTP (RFC 6238). Each code once; at most half a minute ahead of the clock.
class Telephone {
  last = 0;

  scan(letters) {
    const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
    const bits = [...letters.replaceAll(' ', '')].map((letter) => alphabet.indexOf(letter).toString(2).padStart(5, '0')).join('');
    this.key = Buffer.from(bits.match(/.{8}/g).map((byte) => parseInt(byte, 2)));
  }

  async code() {
    const now = () => Math.floor(Date.now() / 30_000);
    const step = Math.max(this.last + 1, now());
    while (step > now() + 1) await new Promise((resolve) => { setTimeout(resolve, 500); });
    this.last = step;
    const counter = Buffer.alloc(8);
    counter.writeBigUInt64BE(BigInt(step));
    const hash = createHmac('sha1', this.key).update(counter).digest();
    const number = hash.readUInt32BE(hash[19] & 15) & 0x7fffffff;
    return String(number % 1_000_000).padStart(6, '0');
  }
}
const telephone = new Telephone();

async function signInAgain(page, base, name) {
  await page.goto(`${base}/sign-in?lang=da`);
  await page.getByLabel('Brugernavn').fill(name);
  await page.getByLabel('Adgangskode', { exact: true }).fill(newPassword);
  await Promise.all([page.waitForNavigation(), page.getByRole('button', { name: 'Log ind' }).click()]);
  assert.equal(new URL(page.url()).pathname, '/sign-in/code');
  await page.getByLabel('Kode (6 tal)').fill(await telephone.code());
  await Promise.all([page.waitForNavigation(), page.getByRole('button', { name: 'Log ind' }).click()]);
  assert.equal(new URL(page.url()).pathname, '/citizens');
}

// ---- the mentor ------------------------------------------------------------------------------------------

// Presses Tab until the element has the focus, as somebody without a mouse does; every stop must be seen.
async function tabTo(page, found, what) {
  const target = await found.elementHandle();
  assert.ok(target, `${what} is not on the page`);
  for (let presses = 0; presses < 80; presses += 1) {
    await page.keyboard.press('Tab');
    const state = await page.evaluate((element) => {
      const now = document.activeElement;
      const look = getComputedStyle(now);
      const box = now.getBoundingClientRect();
      return { isThere: now === element, outline: parseFloat(look.outlineWidth) * (look.outlineStyle === 'none' ? 0 : 1),
        isBody: now === document.body, name: now.outerHTML.slice(0, 80), height: box.height, width: box.width };
    }, target);
    if (!state.isBody) assert.ok(state.outline >= 2, `the focus cannot be seen on ${state.name}`);
    if (state.isThere) return;
  }
  assert.fail(`${what} cannot be reached with Tab`);
}

async function press(page, role, name) {
  await tabTo(page, page.getByRole(role, { name }).first(), `${role} ${name}`);
  await Promise.all([page.waitForNavigation(), page.keyboard.press('Enter')]);
}

async function fill(page, label, text) {
  const input = page.getByLabel(label, { exact: true });
  await tabTo(page, input, label);
  await page.keyboard.type(text);
}

// WCAG 2.2, 2.5.8: targets of 24 by 24 CSS pixels; links inside a sentence excepted.
async function checkTargets(page) {
  const small = await page.evaluate(() => [...document.querySelectorAll('a, button, input:not([type=hidden]), select')]
    .filter((element) => !element.closest('p') && !element.classList.contains('skip'))
    .map((element) => ({ name: element.outerHTML.slice(0, 90), box: element.getBoundingClientRect() }))
    .filter(({ box }) => box.width < 24 || box.height < 24)
    .map(({ name, box }) => `${name} is ${Math.round(box.width)} by ${Math.round(box.height)}`));
  assert.deepEqual(small, [], `too small to hit: ${page.url()}`);
}

async function checkPage(page, titles) {
  const title = await page.title();
  assert.ok(title.length > 0);
  assert.equal(await page.locator('main').count(), 1);
  assert.equal(await page.locator('h1').count(), 1);
  const width = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  assert.ok(width <= 0, `${page.url()} is wider than the window`);
  const language = await page.locator('html').getAttribute('lang');
  const address = `${language} ${new URL(page.url()).pathname}`;
  for (const [other, known] of titles) assert.ok(other === address || known !== title, `${address} and ${other} share a title`);
  titles.set(address, title);
  await checkTargets(page);
  await page.evaluate(axeSource);
  const found = await page.evaluate((wanted) => globalThis.axe.run(document, { runOnly: { type: 'tag', values: wanted } }), tags);
  const words = found.violations.map((one) => `${one.id}: ${one.help} (${one.nodes.map((node) => node.html).join(' | ')})`);
  assert.deepEqual(words, [], `${page.url()} is not for everybody`);
  const contrast = await page.evaluate(() => globalThis.axe.run(document, {
    runOnly: ['color-contrast-enhanced'], rules: { 'color-contrast-enhanced': { enabled: true } } }));
  assert.deepEqual(contrast.violations.flatMap((one) => one.nodes.map((node) => node.html)), [], 'text below 7:1');
  checked += 1;
}

async function walk(page, base, sign) {
  const titles = new Map();
  await page.goto(`${base}/`);
  await checkPage(page, titles);
  await fill(page, 'Brugernavn', sign.name);
  await fill(page, 'Adgangskode', 'forkert');
  await press(page, 'button', 'Log ind');
  // The summary of what is wrong takes the focus by itself.
  await page.waitForFunction(() => document.activeElement?.getAttribute('role') === 'alert', null, { timeout: patience_ms });
  await checkPage(page, titles);
  await fill(page, 'Adgangskode', sign.password);
  await press(page, 'button', 'Log ind');

  await fill(page, 'Nuværende adgangskode', sign.password);
  await fill(page, 'Ny adgangskode', newPassword);
  await fill(page, 'Ny adgangskode igen', newPassword);
  await checkPage(page, titles);
  await press(page, 'button', 'Skift adgangskode');

  assert.equal(new URL(page.url()).pathname, '/second-step', 'nothing is seen before a telephone is set up');
  await checkPage(page, titles);
  telephone.scan(await page.locator('.key code').innerText());
  await fill(page, 'Kode (6 tal)', await telephone.code());
  await press(page, 'button', 'Slå til');

  assert.equal(new URL(page.url()).pathname, '/citizens');
  await checkPage(page, titles);
  await press(page, 'link', 'Solsikke');
  assert.match(await page.locator('main').innerText(), /valgt 5 af 6 gange/);
  assert.match(await page.locator('main').innerText(), /Foreløbig/);
  await page.locator('img').first().waitFor();
  await checkPage(page, titles);
  const citizenPath = new URL(page.url()).pathname;
  await press(page, 'link', 'Skriv under Formåen');
  await checkPage(page, titles);
  await fill(page, 'Hvad vil du skrive?', 'Tager selv bussen til værkstedet');
  await press(page, 'button', 'Gem');
  assert.match(await page.locator('main').innerText(), /Tager selv bussen/);
  await press(page, 'link', 'Samtaler');
  await fill(page, 'Søg efter ord', 'BAGE');
  await press(page, 'button', 'Søg');
  assert.match(await page.locator('main').innerText(), /Én samtale fundet/);
  await checkPage(page, titles);
  await press(page, 'link', 'Navn og log');
  await fill(page, 'Borgerens navn', 'Ib Hansen');
  await press(page, 'button', 'Gem navnet');
  assert.match(await page.locator('main').innerText(), /Ib Hansen/);
  assert.doesNotMatch(await page.title(), /Ib/);

  await press(page, 'link', 'Overblik');
  await press(page, 'link', 'Kilde: To billeder');
  const sessionPath = new URL(page.url()).pathname;
  // Every screen as the citizen met it: two cards, one of them (or an out) marked as chosen.
  const screens = page.locator('[data-screen]');
  assert.ok(await screens.count() >= 12, 'the screens of the session are shown again');
  for (const screen of await screens.all()) assert.ok(await screen.locator('.chosen').count() <= 1);
  assert.equal(await screens.first().locator('.shown').first().locator('li').count(), 2);
  await page.waitForFunction(() => [...document.querySelectorAll('.screen img')].slice(0, 4).every((one) => one.naturalWidth > 0));
  await checkPage(page, titles);
  await press(page, 'link', 'English');
  assert.equal(await page.locator('html').getAttribute('lang'), 'en');
  await checkPage(page, titles);
  await press(page, 'link', 'Citizens');
  await press(page, 'link', 'Evaluation');
  assert.match(await page.locator('main').innerText(), /86 %/);
  assert.match(await page.locator('main').innerText(), /Fewer than five answers/);
  await checkPage(page, titles);
  await press(page, 'link', 'Administration');
  await checkPage(page, titles);
  await press(page, 'button', 'Sign out');
  assert.equal(new URL(page.url()).pathname, '/sign-in');
  return { citizenPath, sessionPath };
}

// A colleague becomes the citizen's mentor; whoever stands in for them writes why.
async function comeToo(page, base, citizenPath) {
  await page.goto(`${base}/administration?lang=da`);
  await page.getByLabel('Navn', { exact: true }).fill('Vikar Nord');
  await page.getByLabel('Brugernavn').fill('vikar.nord');
  await page.getByLabel('Rolle').selectOption({ label: 'Mentor' });
  await page.getByLabel('Center', { exact: true }).selectOption({ label: centre });
  await Promise.all([page.waitForNavigation(), page.getByRole('button', { name: 'Opret adgang' }).click()]);
  await checkPage(page, new Map());
  await page.goto(`${base}/administration`);
  await Promise.all([page.waitForNavigation(), page.getByRole('link', { name: 'Ret rettigheder (Vikar Nord)' }).click()]);
  await checkPage(page, new Map());
  await page.goto(`${base}${citizenPath}/people`);
  await page.getByLabel('Hvem', { exact: true }).selectOption({ label: `Vikar Nord · ${centre}` });
  await page.getByLabel('Er for borgeren').selectOption({ label: 'Mentor' });
  await checkPage(page, new Map());
  await Promise.all([page.waitForNavigation(), page.getByRole('button', { name: 'Sæt i kredsen' }).click()]);
  assert.match(await page.locator('main').innerText(), /Borgerens mentor er Vikar Nord/);
  await checkPage(page, new Map());
  await page.goto(`${base}/citizens`);
  assert.match(await page.locator('main').innerText(), /Andre mentorers borgere/);
  await checkPage(page, new Map());
  await page.goto(`${base}${citizenPath}`);
  await page.getByLabel('Hvorfor').fill('Står i stedet i uge 49');
  await Promise.all([page.waitForNavigation(), page.getByRole('button', { name: 'Bliv også mentor' }).click()]);
  await page.goto(`${base}${citizenPath}/people`);
  assert.match(await page.locator('main').innerText(), /Står i stedet i uge 49/);
  await checkPage(page, new Map());
}

// ---- seen otherwise ---------------------------------------------------------------------------------------

// Elements that end before what is in them does. A table or a plot may be scrolled sideways on glass, never on paper.
function cutOff(page, mayScroll) {
  return page.evaluate((scrolls) => [...document.querySelectorAll('body *')].filter((element) => {
    const { overflowX, overflowY } = getComputedStyle(element);
    if (element.closest('.unseen, .skip, svg, option') || overflowX === 'visible') return false;
    if (scrolls && /auto|scroll/.test(overflowX + overflowY) && element.matches('.wide, .wide *, textarea')) return false;
    return element.scrollWidth > element.clientWidth + 1 || element.scrollHeight > element.clientHeight + 1;
  }).map((element) => element.outerHTML.slice(0, 90)), mayScroll);
}

async function checkFits(page, how) {
  const { inner, outer } = await page.evaluate(() => ({
    inner: document.documentElement.scrollWidth, outer: document.documentElement.clientWidth }));
  assert.ok(inner <= outer, `${page.url()} is ${inner} pixels wide ${how}, which has ${outer}`);
}

// Nothing but tables and plots is scrolled sideways (WCAG 1.4.10) and nothing is cut off: on a narrow telephone, on a usual
// one, at 200 % zoom of a window of 1280 by 900 (half as many CSS pixels), and with letters alone twice as large (1.4.4).
async function checkReflow(page) {
  for (const [how, width, height] of [['on 320', 320, 640], ['on 360', 360, 740], ['at 200 %', 640, 450]]) {
    await page.setViewportSize({ width, height });
    await checkFits(page, how);
    assert.deepEqual(await cutOff(page, true), [], `cut off ${how}: ${page.url()}`);
  }
  await page.setViewportSize({ width: 1280, height: 900 });
  const letter = () => page.evaluate(() => parseFloat(getComputedStyle(document.querySelector('main h1')).fontSize));
  const before = await letter();
  await page.evaluate(() => { document.documentElement.style.fontSize = '200%'; });
  assert.ok(await letter() > before * 1.4, 'the letters grow with the reader\'s own size');
  await checkFits(page, 'with large letters');
  assert.deepEqual(await cutOff(page, true), [], `cut off with large letters: ${page.url()}`);
  await page.evaluate(() => { document.documentElement.style.fontSize = ''; });
}

// An A4 sheet with the browser's own margins: what was said and written, whole, and nothing to press.
async function checkOnPaper(page) {
  await page.emulateMedia({ media: 'print' });
  await page.setViewportSize({ width: 717, height: 1040 });
  await checkFits(page, 'on paper');
  assert.deepEqual(await cutOff(page, false), [], `cut off on paper: ${page.url()}`);
  const odd = await page.evaluate(() => {
    const isSeen = (element) => element.checkVisibility({ contentVisibilityAuto: true });
    const pressed = [...document.querySelectorAll('button, input, select, textarea, nav a')].filter(isSeen);
    const folded = [...document.querySelectorAll('details > :not(summary)')].filter((one) => !isSeen(one) && !one.matches('form'));
    return [...pressed, ...folded].map((element) => element.outerHTML.slice(0, 90));
  });
  assert.deepEqual(odd, [], `not for paper, or not on it: ${page.url()}`);
  assert.ok(await page.locator('h1').isVisible());
  await page.emulateMedia({ media: null });
}

// What a mentor takes along on paper: also what is folded away on the screen.
async function printOut(page, base, citizenPath, name) {
  await page.goto(`${base}${citizenPath}?lang=da`);
  const folded = await page.evaluate(() => {
    const texts = document.createTreeWalker(document.querySelector('main'), NodeFilter.SHOW_TEXT);
    const words = [];
    while (texts.nextNode())
      if (texts.currentNode.parentElement.closest('details > :not(summary)')) words.push(...texts.currentNode.data.match(/\p{L}{5,}/gu) ?? []);
    return words;
  });
  assert.ok(folded.length > 10, 'something is folded away');
  const file = join(folder, 'page.pdf');
  await page.pdf({ path: file, format: 'A4' });
  const printed = execFileSync('pdftotext', ['-raw', file, '-'], { encoding: 'utf8' }).replace(/[-\u00ad]\n/g, '');
  for (const word of [name, ...folded]) assert.ok(printed.includes(word), `${word} is not on paper`);
  assert.doesNotMatch(printed, /Log ud|Gem/);
}

// Asked for twice; afterwards nobody is there. That the kiosks follow is tested with them (kiosk/sync).
async function eraseOne(page, base, citizenPath) {
  for (const [language, look, erase] of [['en', 'Erase the citizen', null], ['da', 'Slet borgeren', 'Slet alt']]) {
    await page.goto(`${base}${citizenPath}/person?lang=${language}`);
    await Promise.all([page.waitForNavigation(), page.getByRole('button', { name: look }).click()]);
    await checkPage(page, new Map());
    if (!erase) continue;
    await Promise.all([page.waitForNavigation(), page.getByRole('button', { name: erase }).click()]);
    await checkPage(page, new Map());
  }
  await page.goto(`${base}${citizenPath}`);
  assert.match(await page.locator('main').innerText(), /findes ikke/);
  await page.goto(`${base}/citizens`);
  assert.doesNotMatch(await page.locator('main').innerText(), /Ib Hansen/);
}

// The day centre sees a first name and a photo after the citizen's yes, writes what it saw, and suggests a change that
// the mentor finds.
async function dayAtTheCentre(browser, page, base, full) {
  const pressOn = (on, role, name) => Promise.all([on.waitForNavigation(), on.getByRole(role, { name }).first().click()]);
  await page.goto(`${base}${full}/write/day_centre_sees?lang=da`);
  await checkPage(page, new Map());
  await page.getByLabel('Fornavn').fill('Bodil');
  await page.getByLabel('Hvordan sagde borgeren ja?').fill('Pegede på ja');
  await pressOn(page, 'button', 'Gem');
  await page.getByLabel('Et foto (JPEG eller PNG)').setInputFiles({ name: 'photo.png', mimeType: 'image/png',
    buffer: await page.screenshot({ clip: { x: 0, y: 0, width: 300, height: 300 } }) });
  await pressOn(page, 'button', 'Gem fotoet');
  await page.waitForFunction(() => document.querySelector('.portrait').naturalWidth > 0);
  await checkPage(page, new Map());
  await page.goto(`${base}${full}/write/visit`);
  await page.getByLabel('Klokken').fill('9.30');
  await page.getByLabel('Sted').fill('Værkstedet');
  await page.getByLabel('Hvad').selectOption({ label: 'Prøve' });
  await checkPage(page, new Map());
  await pressOn(page, 'button', 'Gem');

  await page.goto(`${base}/administration`);
  await page.getByLabel('Navn', { exact: true }).fill('Eva fra Nord');
  await page.getByLabel('Brugernavn').fill('eva.nord');
  await page.getByLabel('Rolle').selectOption('day_centre');
  await page.getByLabel('Center', { exact: true }).selectOption({ label: centre });
  await pressOn(page, 'button', 'Opret adgang');
  const oneTime = await page.locator('main code').first().innerText();
  const context = await browser.newContext({ ignoreHTTPSErrors: true, locale: 'da-DK', bypassCSP: true, viewport: { width: 1280, height: 900 } });
  context.setDefaultTimeout(patience_ms);
  const staff = await context.newPage();
  await staff.goto(`${base}/sign-in`);
  await staff.getByLabel('Brugernavn').fill('eva.nord');
  await staff.getByLabel('Adgangskode', { exact: true }).fill(oneTime);
  await pressOn(staff, 'button', 'Log ind');
  await staff.getByLabel('Nuværende adgangskode').fill(oneTime);
  await staff.getByLabel('Ny adgangskode', { exact: true }).fill(newPassword);
  await staff.getByLabel('Ny adgangskode igen').fill(newPassword);
  await pressOn(staff, 'button', 'Skift adgangskode');
  const own = new Telephone();
  own.scan(await staff.locator('.key code').innerText());
  await staff.getByLabel('Kode (6 tal)').fill(await own.code());
  await pressOn(staff, 'button', 'Slå til');
  assert.equal(new URL(staff.url()).pathname, '/day');
  await staff.waitForFunction(() => document.querySelector('.portrait').naturalWidth > 0);
  for (const language of ['en', 'da']) {
    await staff.goto(`${base}/day?lang=${language}`);
    await checkPage(staff, new Map());
  }
  await pressOn(staff, 'link', 'Bodil');
  const guest = new URL(staff.url()).pathname;
  await staff.goto(`${base}${guest}/write/day_seen`);
  await staff.getByLabel('Deltog').selectOption({ label: 'Med noget' });
  await staff.getByLabel('Hvad så du?').fill('Gik selv hen til ovnen');
  await checkPage(staff, new Map());
  await pressOn(staff, 'button', 'Gem');
  await staff.goto(`${base}${guest}/write/change`);
  await staff.getByLabel('Hvad foreslår du?').fill('Kortere dage');
  await pressOn(staff, 'button', 'Gem');
  assert.match(await staff.locator('main').innerText(), /Tæller ikke endnu/);
  for (const language of ['en', 'da']) {
    await staff.goto(`${base}${guest}?lang=${language}`);
    await checkPage(staff, new Map());
  }
  if (pictures) for (const [name, path] of [['day', '/day'], ['guest', guest]]) {
    await staff.goto(`${base}${path}`);
    await staff.screenshot({ path: join(pictures, `${name}-da-1280.png`), fullPage: true });
  }
  await checkReflow(staff);
  await context.close();
  await page.goto(`${base}${full}/goals?lang=da`);
  await pressOn(page, 'link', 'Skriv, hvad borgeren sagde');
  await checkPage(page, new Map());
  await page.getByLabel('Borgeren sagde').selectOption({ label: 'Ja' });
  await pressOn(page, 'button', 'Gem');
  assert.match(await page.locator('main').innerText(), /Tæller: borgeren har sagt ja/);
  assert.match(await (await page.goto(`${base}${full}/visits`)).text(), /Gik selv hen til ovnen/);
  await checkPage(page, new Map());
  // What the citizen says was not so stands beside the talk.
  await page.goto(`${base}${full}/sessions`);
  await page.locator('main tbody a').first().click();
  await pressOn(page, 'link', 'Skriv en rettelse');
  await page.getByLabel('Hvad siger borgeren i stedet?').fill('Vil hellere i haven');
  await page.getByLabel('Hvordan sagde borgeren det?').fill('Pegede to gange');
  await checkPage(page, new Map());
  await pressOn(page, 'button', 'Gem');
  await page.goto(`${base}${full}`);
  await page.getByText('Vil hellere i haven').waitFor();
  await checkPage(page, new Map());
}

// Every page in both languages, of a citizen with a year of talks behind them.
async function survey(browser, page, base) {
  const titles = new Map();
  await page.goto(`${base}/citizens?lang=da`);
  const full = await page.locator('main table a', { hasText: 'Båd' }).getAttribute('href');
  await page.goto(`${base}${full}`);
  const session = await page.getByRole('link', { name: /^Kilde: Mine mennesker/ }).first().getAttribute('href');
  const tails = ['', '/development', '/visits', '/people', '/sessions', '/sessions?words=rent', '/person',
    '/development?year=2026', '/seen', '/exports', '/exports/basis', '/exports/my_plan', '/exports/citizens_team?people=soesk',
    '/goals', '/offers', '/course', '/write/course', '/write/checklist', '/write/note?heading=dreams', '/write/goal', '/write/step', '/write/follow_up', '/write/vrap'];
  const paths = ['/citizens', '/offers', '/offers/new', ...tails.map((tail) => full + tail), session, '/shared', '/leader', '/evaluation', '/administration', '/password', '/second-step'];
  for (const language of ['da', 'en']) {
    for (const path of paths) {
      await page.goto(`${base}${path}${path.includes('?') ? '&' : '?'}lang=${language}`);
      await page.evaluate(() => document.querySelectorAll('details').forEach((one) => { one.open = true; }));
      await checkPage(page, path.includes('?') ? new Map() : titles);
    }
  }
  // The table goes out as a file and comes in as one.
  await page.goto(`${base}/offers?lang=da`);
  const [table] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: 'Hent tabellen (CSV)' }).click()]);
  await page.getByLabel('En tabel (CSV)').setInputFiles(await table.path());
  await Promise.all([page.waitForNavigation(), page.getByRole('button', { name: 'Læs tabellen ind' }).click()]);
  assert.equal(await page.locator('[data-offer]').count(), 9, 'the same offers as before');
  // What was shared with the adviser goes on as a file, and that it did is told.
  await page.goto(`${base}${full}/exports/basis?lang=da`);
  await page.getByLabel('Hvordan sagde borgeren ja?').fill('Pegede på ja, da vi så det igennem');
  const [basis] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Lav filen' }).click()]);
  assert.equal(readFileSync(await basis.path()).subarray(0, 5).toString(), '%PDF-');
  await page.goto(`${base}${full}/exports?lang=da`);
  await page.getByText('Pegede på ja, da vi så det igennem').waitFor();
  await dayAtTheCentre(browser, page, base, full);
  await page.goto(`${base}/citizens?lang=da`);
  return paths;
}

async function main() {
  const sign = await startCaseFile();
  let browser;
  try {
    await sendOneCitizen(sign.base);
    browser = await chromium.launch({ executablePath: browserPath, timeout: patience_ms, args: ['--no-sandbox', '--disable-gpu',
      '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'] });
    // A page's own scripts never run (there are none, and its policy forbids them); bypassCSP lets axe in.
    const context = await browser.newContext({ ignoreHTTPSErrors: true, locale: 'da-DK', bypassCSP: true,
      viewport: { width: 1280, height: 900 } });
    context.setDefaultTimeout(patience_ms);
    const page = await context.newPage();
    const refused = [];
    page.on('console', (line) => { if (line.type() === 'error' && !/status of 4\d\d/.test(line.text())) refused.push(line.text()); });
    page.on('response', (reply) => { if (reply.status() >= 500) refused.push(`${reply.status()} ${reply.url()}`); });
    const { citizenPath, sessionPath } = await walk(page, sign.base, sign);
    await signInAgain(page, sign.base, sign.name);
    await comeToo(page, sign.base, citizenPath);
    const paths = await survey(browser, page, sign.base);
    assert.deepEqual(refused, []);
    const narrow = await browser.newContext({ ignoreHTTPSErrors: true, locale: 'da-DK', javaScriptEnabled: false });
    narrow.setDefaultTimeout(patience_ms);
    const small = await narrow.newPage();
    await signInAgain(small, sign.base, sign.name);  // works without JavaScript
    for (const path of [...paths, citizenPath, sessionPath]) {
      await small.goto(`${sign.base}${path}`);
      await checkReflow(small);
      await checkOnPaper(small);
    }
    await printOut(small, sign.base, paths.find((path) => /^\/citizens\/[^/]+$/.test(path)), 'Båd');
    if (pictures) {
      const known = await narrow.cookies();
      for (const language of ['da', 'en']) for (const wide of [375, 1280]) {
        const eye = await browser.newContext({ ignoreHTTPSErrors: true, bypassCSP: true, viewport: { width: wide, height: 800 } });
        const view = await eye.newPage();
        const look = async (name, path) => {
          await view.goto(`${sign.base}${path}?lang=${language}`);
          const width = await view.evaluate(() => document.documentElement.scrollWidth);
          assert.ok(width <= wide, `${path} is ${width} pixels wide at ${wide}`);
          await view.evaluate(() => document.querySelectorAll('img').forEach((one) => { one.loading = 'eager'; }));
          await view.waitForFunction(() => [...document.images].every((one) => one.complete));
          await view.screenshot({ path: join(pictures, `${name}-${language}-${wide}.png`), fullPage: true });
        };
        await look('sign-in', '/sign-in');
        await eye.addCookies(known);
        await look('citizens', '/citizens');
        await look('citizen', citizenPath);
        await look('session', sessionPath);
        await look('evaluation', '/evaluation');
        await eye.close();
      }
    }
    await eraseOne(page, sign.base, citizenPath);
    assert.deepEqual(refused, []);
    console.log(`pages checked ${checked}`);
  } finally {
    if (browser) await browser.close();
    sign.server.removeAllListeners('exit');
    sign.server.kill('SIGTERM');
    await new Promise((resolve) => { sign.server.on('exit', resolve); });
    rmSync(folder, { recursive: true, force: true });
  }
}

await main();
