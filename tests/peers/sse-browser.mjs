/* Chromium's EventSource reads emitters: see sse.mjs. */
import {check, checkLateness, checkSoon, require, same, sleep, until, untilInTime} from './peers.mjs';

const TICKS = 60;
const FLAGS = ['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run',
    '--disable-background-networking', '--disable-component-update', '--disable-sync'];

export async function launch() {
    const {chromium} = require('playwright-core');
    return chromium.launch({executablePath: process.env.CHROMIUM, args: FLAGS});
}

/* A page of the server's own origin with an EventSource; what came is [id, data, time]. */
async function open(browser, base, path) {
    const page = await browser.newPage();
    const faults = [];
    page.on('pageerror', error => faults.push(String(error)));
    await page.goto(`${base}/page`);
    await page.evaluate(url => {
        window.came = [];
        window.opened = 0;
        window.source = new EventSource(url);
        window.source.onopen = () => window.opened++;
        window.source.onmessage = event => window.came.push([event.lastEventId, event.data, Date.now()]);
    }, `${base}/${path}`);
    return {
        faults,
        came: () => page.evaluate(() => window.came),
        opened: () => page.evaluate(() => window.opened),
        state: () => page.evaluate(() => window.source.readyState),
        leave: () => page.evaluate(() => window.source.close()),
        close: () => page.close(),
    };
}

const ids = came => came.map(([id]) => Number(id));
const counted = came => ids(came).every((id, index) => id === index + 1);

/* `resumed()` is what the server read as Last-Event-ID, connection by connection. */
export async function reads(browser, base, resumed) {
    const name = `Chromium ${base}/ticks`;
    const page = await open(browser, base, 'ticks');
    await until(async () => await page.opened() >= 3);
    const late = await untilInTime(async () => (await page.came()).map(([, data, time]) => time - Number(data)), TICKS);
    await page.leave();
    const came = await page.came();
    checkLateness(name, late, TICKS);
    check(`${name}: came back ${await page.opened() - 1} times after the stream had ended, and missed and repeated nothing`,
        counted(came) && await page.opened() >= 3, ids(came).join(' '));
    const known = resumed();
    check(`${name}: each time with its Last-Event-ID (${known.slice(1).join(', ')})`,
        known[0] === '' && known.length >= 3 && known.slice(1).every((id, index) => Number(id) > Number(known[index])), known.join());
    same(`${name}: no faults`, page.faults, []);
    await page.close();
}

/* The stream is cut in the middle by `restart()`, and goes on by itself. */
export async function survives(browser, base, what, restart, resumed) {
    const name = `Chromium ${base}/endless, ${what} restarted`;
    const page = await open(browser, base, 'endless');
    await until(async () => (await page.came()).length >= 5);
    await restart();
    const before = (await page.came()).length;
    await checkSoon(`${name}: goes on`, async () => await page.opened() === 2 && (await page.came()).length > before + 5, 60000);
    const came = await page.came();
    check(`${name}: nothing is missing or repeated`, counted(came), ids(came).join(' '));
    const at = Number(resumed()[1]);
    check(`${name}: with its Last-Event-ID (${at})`, at >= 5 && at <= before, `${before} had come`);
    await page.leave();
    await sleep(100);
    await page.close();
}
