/* The transports in Chromium: EventSource, streams and long polls with fetch, WebSocket; from another origin; and after
 * the server was restarted. See transports.mjs. */
import {check, checkLateness, checkSoon, require, same, until, untilInTime} from './peers.mjs';

const FLAGS = ['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run',
    '--disable-background-networking', '--disable-component-update', '--disable-sync'];
const TICKS = 50;

/* What runs in the page: each way to read the feed collects [data, time], and what it was told besides. */
function readers(base) {
    const ways = {source: [], stream: [], poll: [], socket: []};
    const told = {source: [], stream: [], poll: [], socket: []};
    window.feed = {ways, told};

    const source = new EventSource(`${base}/feed/ticks`);
    source.onmessage = event => ways.source.push([event.data, Date.now()]);
    source.addEventListener('gap', event => told.source.push(`gap ${JSON.parse(event.data).cursor}`));
    source.onerror = () => told.source.push(`error ${source.readyState}`);

    (async () => {
        const response = await fetch(`${base}/feed/ticks`, {headers: {Accept: 'text/event-stream'}});
        const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
        let rest = '';
        for (;;) {
            const {value, done} = await reader.read();
            if (done) {
                break;
            }
            const lines = (rest + value).split('\n');
            rest = lines.pop();
            lines.filter(line => line.startsWith('data: ')).forEach(line => ways.stream.push([line.slice(6), Date.now()]));
        }
    })().catch(() => {}).then(() => told.stream.push('end'));

    (async () => {
        let cursor = null;
        for (;;) {
            try {
                const query = cursor === null ? '' : `?cursor=${encodeURIComponent(cursor)}&wait=5`;
                const answer = await (await fetch(`${base}/feed/ticks${query}`)).json();
                answer.gap && told.poll.push(`gap ${answer.from}`);
                answer.messages.forEach(({data}) => ways.poll.push([data, Date.now()]));
                cursor = answer.cursor;
            } catch {
                told.poll.push('error');
                await new Promise(resolve => setTimeout(resolve, 200));
            }
        }
    })();

    const socket = new WebSocket(`${base.replace('http', 'ws')}/feed/ticks`, ['rtcomm.json']);
    socket.onmessage = event => {
        const frame = JSON.parse(event.data);
        'data' in frame && ways.socket.push([frame.data, Date.now()]);
    };
    socket.onclose = event => told.socket.push(`close ${event.code}`);
}

/* A chat: an EventSource that is listened to, and POSTs. */
function chatter(base) {
    const chat = {heard: [], session: null, closed: false};
    window.chat = chat;
    chat.source = new EventSource(`${base}/chat`);
    chat.source.addEventListener('open', event => event.data && (chat.session = JSON.parse(event.data).session));
    chat.source.onmessage = event => chat.heard.push(event.data);
    chat.source.onerror = () => chat.closed = chat.source.readyState === EventSource.CLOSED;
    chat.say = (body, type) => fetch(`${base}/chat?session=${chat.session}`, {method: 'POST', body, headers: {'Content-Type': type}})
        .then(answer => answer.status, String);
}

async function open(browser, from, base) {
    const page = await browser.newPage();
    const faults = [];
    page.on('pageerror', error => faults.push(String(error)));
    await page.goto(`${from}/page`);
    await page.evaluate(readers, base);
    await page.evaluate(chatter, base);
    return {page, faults, feed: () => page.evaluate(() => window.feed)};
}

async function reads(name, {page, feed}) {
    for (const way of Object.keys((await feed()).ways)) {
        const late = await untilInTime(async () => (await feed()).ways[way].map(([data, time]) => time - Number(data)), TICKS);
        checkLateness(`${name}, ${way}`, late, TICKS);
    }
    const hears = text => () => page.evaluate(part => window.chat.heard.includes(part), text);
    await checkSoon(`${name}, chat: the page is let in`, hears('welcome by event-stream'));
    same(`${name}, chat: it says something`, await page.evaluate(() => window.chat.say('hello', 'text/plain')), 204);
    await checkSoon(`${name}, chat: and hears it`, hears('event-stream: hello'));
    /* A type for which a browser asks before it sends across origins. */
    same(`${name}, chat: it says something binary`,
        await page.evaluate(() => window.chat.say(new Uint8Array([1, 2]), 'application/octet-stream')), 204);
}

async function afterRestart(name, {page, feed, faults}, before) {
    await checkSoon(`${name}: EventSource goes on, and is told of the gap`, async () => {
        const {ways, told} = await feed();
        return ways.source.length > before.ways.source.length + 5 && told.source.some(text => text.startsWith('gap '));
    }, 60000);
    await checkSoon(`${name}: long polls go on, and are told of the gap`, async () => {
        const {ways, told} = await feed();
        return ways.poll.length > before.ways.poll.length + 5 && told.poll.some(text => text.startsWith('gap '));
    }, 60000);
    await until(async () => {
        const {stream, socket} = (await feed()).told;
        return stream.length > 0 && socket.length > 0;
    });
    const {told} = await feed();
    check(`${name}: the stream of fetch and the WebSocket have ended (${told.socket})`,
        told.stream.includes('end') && /^close (1001|1006)$/.test(told.socket[0]), JSON.stringify(told));
    await checkSoon(`${name}, chat: EventSource is told that the session is gone`,
        () => page.evaluate(() => window.chat.closed), 60000);
    same(`${name}: the page has no errors`, faults, []);
}

export async function inChromium({straight, nginx, origin, restart}) {
    if (!process.env.CHROMIUM) {
        console.log('--      without a browser: there is no Chromium (Debian: chromium)');
        return;
    }
    const {chromium} = require('playwright-core');
    const browser = await chromium.launch({executablePath: process.env.CHROMIUM, args: FLAGS});
    try {
        const pages = {
            'Chromium': await open(browser, straight, straight),
            'Chromium, nginx': await open(browser, nginx, nginx),
            'Chromium, from another origin': await open(browser, origin, straight),
        };
        for (const [name, page] of Object.entries(pages)) {
            await reads(name, page);
        }
        const before = {};
        for (const [name, {feed}] of Object.entries(pages)) {
            before[name] = await feed();
        }
        await restart();
        for (const [name, page] of Object.entries(pages)) {
            /* While the server is away nginx answers 502, after which EventSource gives up: that is up to the page. */
            name.includes('nginx') || await afterRestart(`${name}, after a restart`, page, before[name]);
        }
    } finally {
        await browser.close();
    }
}
