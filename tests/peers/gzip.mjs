/* Event streams and polls as gzip. See run-gzip. */
import {spawn} from 'node:child_process';
import {mkdtempSync, rmSync} from 'node:fs';
import http from 'node:http';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {constants, createGunzip, gunzipSync} from 'node:zlib';
import {checkNginxLog, startNginx} from './nginx.mjs';
import {ROOT, check, checkLateness, freePort, php, require, run, same, start, stop, untilInTime} from './peers.mjs';

const TICKS = 40;
const AT_THE_END = 10;
const FLAGS = ['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run',
    '--disable-background-networking', '--disable-component-update', '--disable-sync'];
const directory = mkdtempSync(join(tmpdir(), 'rtcomm-gzip-'));

/* What apps/gzip.php publishes: the time, a number, and a text that goes with it. */
function isTick(data) {
    const [, number, text] = data.match(/^\d+ (\d+) (.*)$/) ?? [];
    return number !== undefined && text === '{"text":"much like the others, ö and ü"}'.repeat(number % 3 === 0 ? 100 : number % 3);
}

/* `ticks` are [data, time]. */
const lateness = ticks => ticks.map(([data, time]) => time - Number(data.split(' ')[0]));

/* `late`: how late they were, of which the last `count` came in time. */
function judge(name, ticks, late = lateness(ticks), count = TICKS) {
    checkLateness(name, late, count);
    const numbers = ticks.map(([data]) => Number(data.split(' ')[1]));
    check(`${name}: all of it, once and in order`, ticks.every(([data]) => isTick(data))
        && numbers.every((number, index) => number === numbers[0] + index), numbers.join(' '));
}

/* Collects the ticks of an event stream's text. */
function collector() {
    const ticks = [];
    let rest = '';
    return {ticks, take(text) {
        const lines = (rest + text).split('\n');
        rest = lines.pop();
        lines.filter(line => line.startsWith('data: ') && !line.startsWith('data: {')).forEach(line => ticks.push([line.slice(6), Date.now()]));
    }};
}

function curl(...args) {
    const child = spawn('curl', ['-sSN', '--compressed', '--max-time', '60', ...args]);
    const result = {...collector(), text: '', error: ''};
    child.stdout.setEncoding('utf8').on('data', text => {
        result.text += text;
        result.take(text);
    });
    child.stderr.on('data', bytes => result.error += bytes);
    result.ended = new Promise(resolve => child.on('exit', resolve));
    return result;
}

/* A GET of node:http with Accept-Encoding; what the wire has is `bytes`. */
function get(url, headers, take) {
    const result = {headers: null, bytes: 0, error: ''};
    result.ended = new Promise(resolve => {
        const request = http.get(url, {agent: false, headers: {'Accept-Encoding': 'gzip', ...headers}}, response => {
            result.headers = response.headers;
            response.on('data', chunk => {
                result.bytes += chunk.length;
                take(chunk);
            });
            response.on('end', resolve).on('error', resolve);
        });
        request.on('error', error => resolve(result.error ||= String(error)));
        result.leave = () => request.destroy();
    });
    return result;
}

/* Streams: each event is there when it was sent, and takes a part of its bytes. */
async function stream(name, url) {
    const collected = collector();
    const gunzip = createGunzip({flush: constants.Z_SYNC_FLUSH});
    let text = 0;
    gunzip.setEncoding('utf8').on('data', part => {
        text += part.length;
        collected.take(part);
    });
    const answer = get(url, {Accept: 'text/event-stream'}, chunk => gunzip.write(chunk));
    gunzip.on('error', error => answer.error = String(error));
    await untilInTime(() => lateness(collected.ticks), TICKS);
    answer.leave();
    judge(`${name}, node:http`, collected.ticks);
    same(`${name}, node:http: fields`, [answer.headers['content-encoding'], answer.headers.vary?.includes('Accept-Encoding')], ['gzip', true]);
    check(`${name}, node:http: ${answer.bytes} bytes for ${text}`, answer.bytes < text / 3 && answer.error === '', answer.error);

    const response = await fetch(url, {headers: {Accept: 'text/event-stream'}});
    const fetched = collector();
    let leave = false;
    untilInTime(() => lateness(fetched.ticks), TICKS).then(() => leave = true);
    const decoder = new TextDecoder();
    for await (const chunk of response.body) {
        fetched.take(decoder.decode(chunk, {stream: true}));
        if (leave) {
            break;
        }
    }
    judge(`${name}, fetch`, fetched.ticks);
}

async function polls(name, base) {
    let {cursor} = await (await fetch(`${base}/feed/ticks`)).json();
    const ticks = [];
    let leave = false;
    untilInTime(() => lateness(ticks), TICKS).then(() => leave = true);
    while (!leave) {
        const answer = await (await fetch(`${base}/feed/ticks?cursor=${encodeURIComponent(cursor)}&wait=5`)).json();
        answer.messages.forEach(({data}) => ticks.push([data, Date.now()]));
        cursor = answer.cursor;
    }
    judge(`${name}, fetch, polls`, ticks);
    for (const query of ['history=100&wait=0', 'history=1&wait=0']) {
        const chunks = [];
        const answer = get(`${base}/feed/ticks?${query}`, {}, chunk => chunks.push(chunk));
        await answer.ended;
        const gzip = answer.headers['content-encoding'] === 'gzip';
        const body = gzip ? gunzipSync(Buffer.concat(chunks)) : Buffer.concat(chunks);
        const {messages} = JSON.parse(body);
        check(`${name}, ${query}: ${answer.bytes} bytes for ${body.length}`, messages.every(({data}) => isTick(data))
            && gzip === body.length >= 500 && (!gzip || answer.bytes < body.length / 3), answer.headers['content-encoding']);
    }
    const poll = curl(`${base}/feed/ticks?history=10&wait=0`);
    same(`${name}, curl --compressed: a poll`, [await poll.ended, poll.error, JSON.parse(poll.text).messages.length], [0, '', 10]);
}

async function through(name, base) {
    console.log(`-- ${name}`);
    await Promise.all([stream(`${name}, feed`, `${base}/feed/ticks`), stream(`${name}, chat`, `${base}/chat`), polls(name, base)]);
}

/* What runs in the page: [data, time] of each way to read the feed. */
function readers(base) {
    const ways = {source: [], stream: [], poll: []};
    window.ways = ways;
    window.coding = {};
    const source = new EventSource(`${base}/feed/ticks`);
    source.onmessage = event => ways.source.push([event.data, Date.now()]);
    (async () => {
        const response = await fetch(`${base}/feed/ticks`, {headers: {Accept: 'text/event-stream'}});
        window.coding.stream = response.headers.get('content-encoding');
        const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
        let rest = '';
        for (;;) {
            const {value} = await reader.read();
            const lines = (rest + value).split('\n');
            rest = lines.pop();
            lines.filter(line => line.startsWith('data: ')).forEach(line => ways.stream.push([line.slice(6), Date.now()]));
        }
    })();
    (async () => {
        for (let query = ''; ;) {
            const answer = await (await fetch(`${base}/feed/ticks${query}`)).json();
            answer.messages.forEach(({data}) => ways.poll.push([data, Date.now()]));
            query = `?cursor=${encodeURIComponent(answer.cursor)}&wait=5`;
        }
    })();
}

async function inChromium(name, base) {
    const {chromium} = require('playwright-core');
    const browser = await chromium.launch({executablePath: process.env.CHROMIUM, args: FLAGS});
    try {
        const page = await browser.newPage();
        const codings = {};
        page.on('response', response => codings[response.request().resourceType()] = response.headers()['content-encoding']);
        await page.goto(`${base}/page`);
        await page.evaluate(readers, base);
        for (const way of ['source', 'stream', 'poll']) {
            let ticks = [];
            await untilInTime(async () => lateness(ticks = await page.evaluate(name => window.ways[name], way)), TICKS);
            judge(`${name}, Chromium, ${way}`, ticks);
        }
        same(`${name}, Chromium: compressed`, [codings.eventsource, await page.evaluate(() => window.coding.stream)], ['gzip', 'gzip']);
    } finally {
        await browser.close();
    }
}

function python(base) {
    const child = spawn('python3', [join(ROOT, 'tests/peers/gzip-client.py'), base.replace('http://', '')], {stdio: ['ignore', 'pipe', 'inherit']});
    let output = '';
    child.stdout.on('data', bytes => output += bytes);
    return new Promise(resolve => child.on('exit', code => {
        console.log(output.trim());
        check(`Python, ${base}`, code === 0);
        resolve();
    }));
}

await run(async () => {
    const ports = {TCP: await freePort(), UNIX: await freePort(), PLAIN: await freePort()};
    const address = `127.0.0.1:${await freePort()}`;
    const server = await start(php(join(ROOT, 'tests/peers/apps/gzip.php'), address), /127/);
    const nginx = await startNginx(directory, {...ports, ADDRESS: address});
    const ways = {straight: `http://${address}`, nginx: `http://127.0.0.1:${ports.TCP}`, 'nginx, HTTP/1.0': `http://127.0.0.1:${ports.PLAIN}`};
    try {
        for (const [name, base] of Object.entries(ways)) {
            await through(name, base);
            await python(base);
            process.env.CHROMIUM && await inChromium(name, base);
        }
        const streams = Object.entries(ways).flatMap(([name, base]) => ['/feed/ticks', '/chat'].map(path =>
            [`${name}${path}`, curl('-H', 'Accept: text/event-stream', base + path)]));
        const late = await Promise.all(streams.map(([, client]) => untilInTime(() => lateness(client.ticks), AT_THE_END)));
        check('the server stops when it is told to', await stop(server));
        for (const [index, [name, client]] of streams.entries()) {
            const code = await client.ended;
            judge(`${name}, curl --compressed`, client.ticks, late[index], AT_THE_END);
            same(`${name}, curl --compressed: comes to its end`, [code, client.error], [0, '']);
        }
        same('the server says nothing', server.output().trim(), address);
        checkNginxLog(directory);
    } finally {
        nginx.child.kill('SIGTERM');
        await stop(server);
        rmSync(directory, {recursive: true, force: true});
    }
}, 500);
