/* npm's ws and Chromium talk compressed. See run-deflate. */
import {randomBytes} from 'node:crypto';
import http from 'node:http';
import {deflateRawSync, constants} from 'node:zlib';
import {ROOT, check, checkSoon, php, require, run, same, start, stop, until} from './peers.mjs';

const WebSocket = require('ws');
const {chromium} = require('playwright-core');
const FLAGS = ['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run',
    '--disable-background-networking', '--disable-component-update', '--disable-sync'];
const PATHS = ['/context', '/alone', '/small', '/smallest', '/default', '/plain'];
const OFFERS = {
    'all defaults': true,
    'no contexts': {serverNoContextTakeover: true, clientNoContextTakeover: true},
    'windows of 10 bits': {serverMaxWindowBits: 10, clientMaxWindowBits: 10},
    'windows of 8 bits for the server': {serverMaxWindowBits: 8},
    'level 9, everything compressed': {zlibDeflateOptions: {level: 9}, threshold: 0},
};

/* Texts that refer back to each other, bytes that do not compress, and both mixed. */
function messages() {
    const list = [];
    for (const size of [0, 1, 125, 126, 859, 860, 4096, 65535, 65536, 300000]) {
        list.push(`{"size":${size},"text":"é and more of it"}`.repeat(Math.ceil(size / 40)).slice(0, size));
        list.push(randomBytes(size));
        list.push(Buffer.concat([Buffer.alloc(size >> 1, 'abcdef'), randomBytes(size >> 1)]));
    }
    return list;
}

/* Bytes that the server has read and written so far. */
function bytes(base) {
    return new Promise((resolve, reject) => http.get(`${base.replace('ws', 'http')}/bytes`, {agent: false}, response => {
        response.setEncoding('utf8').on('data', text => resolve(text.split(' ').map(Number)));
    }).on('error', reject));
}

/* Whether the same message again takes much less: [from the client, from the server]. `echo` sends it and waits. */
async function takeovers(base, echo) {
    const text = randomBytes(6000).toString('base64');
    const at = [await bytes(base)];
    for (let i = 0; i < 2; i++) {
        await echo(text);
        at.push(await bytes(base));
    }
    return [0, 1].map(way => at[2][way] - at[1][way] < (at[1][way] - at[0][way]) / 3);
}

/* What was agreed on promises of it; a small window does not reach back to the message before. */
function promised(agreed) {
    return ['client', 'server'].map(end => agreed !== '' && !agreed.includes(`${end}_no_context_takeover`) &&
        !agreed.includes(`${end}_max_window_bits`));
}

async function open(url, perMessageDeflate) {
    const socket = new WebSocket(url, {perMessageDeflate});
    const client = {socket, got: [], error: '', agreed: ''};
    socket.on('upgrade', response => client.agreed = response.headers['sec-websocket-extensions'] ?? '');
    socket.on('message', (data, binary) => client.got.push(binary ? data : data.toString()));
    socket.on('error', error => client.error = String(error));
    client.end = new Promise(resolve => socket.on('close', code => resolve(code)));
    await new Promise((resolve, reject) => socket.once('open', resolve).once('error', reject));
    return client;
}

const equal = (a, b) => typeof a === 'string' ? a === b : Buffer.isBuffer(b) && a.equals(b);

async function echoes(base, path, name, offer) {
    const client = await open(base + path, offer);
    const other = await open(base + path, offer);
    const expected = [];
    for (const message of messages()) {
        client.socket.send(message);
        expected.push(message);
        const published = `published after ${message.length} ${'x'.repeat(message.length % 5000)}`;
        client.socket.send(`publish:${published}`);
        expected.push(published);
    }
    client.socket.send('four ', {fin: false});
    client.socket.send('frag', {fin: false});
    client.socket.send('', {fin: false});
    client.socket.send('ments', {fin: true});
    expected.push('four fragments');
    await until(() => client.got.length >= expected.length || client.error !== '', 20000);
    const wrong = expected.findIndex((message, index) => !equal(message, client.got[index]));
    check(`ws, ${path}, ${name} (${client.socket.extensions || 'plain'})`, wrong < 0 && client.error === '',
        `${wrong} of ${expected.length}: ${client.error}`);
    await until(() => other.got.length >= messages().length);
    same(`ws, ${path}, ${name}: the other one got all publications`, other.got.length, messages().length);
    const used = await takeovers(base, async text => {
        const count = client.got.length;
        client.socket.send(text);
        await until(() => client.got.length > count || client.error !== '', 20000);
    });
    same(`ws, ${path}, ${name}: contexts (${client.agreed})`, used, promised(client.agreed));
    client.socket.close();
    other.socket.terminate();
    same(`ws, ${path}, ${name}: closes`, await client.end, 1005);
}

/* One frame that would be 1 GiB. */
async function bomb(base, server) {
    const pieces = [];
    const zeros = deflateRawSync(Buffer.alloc(16 << 20), {finishFlush: constants.Z_SYNC_FLUSH, level: 9});
    for (let i = 0; i < 64; i++) {
        pieces.push(zeros);
    }
    const payload = Buffer.concat(pieces).subarray(0, -4);
    const client = await open(`${base}/context`, true);
    const rss = async () => Number(/VmHWM:\s+(\d+)/.exec(await (await import('node:fs/promises'))
        .readFile(`/proc/${server.child.pid}/status`, 'utf8'))[1]);
    const before = await rss();
    const head = Buffer.alloc(14);
    head[0] = 0xc2;
    head[1] = 0xff;
    head.writeBigUInt64BE(BigInt(payload.length), 2);
    client.socket._socket.write(Buffer.concat([head, payload]));
    same(`a bomb of ${payload.length} bytes that stands for 1 GiB`, await client.end, 1009);
    const grown = await rss() - before;
    check('and what it cost is less than twice maxMessageSize', grown < 2 * 4096, `${grown} KiB`);
}

async function browser(base) {
    const browser = await chromium.launch({executablePath: process.env.CHROMIUM, args: FLAGS});
    const page = await browser.newPage();
    await page.goto(`${base.replace('ws', 'http')}/`);
    for (const path of PATHS) {
        const result = await page.evaluate(([url]) => new Promise(resolve => {
            const socket = new WebSocket(url);
            const texts = Array.from({length: 300}, (_, i) => `${i} ${'{"text":"much the same","é":true}'.repeat(i % 90)}`);
            const got = [];
            socket.onopen = () => texts.forEach((text, i) => socket.send(i % 3 === 1 ? `publish:${text}` : text));
            socket.onmessage = event => {
                if (got.push(event.data) === texts.length) {
                    resolve([socket.extensions, got.every((text, i) => text === texts[i])]);
                    window.socket = socket;
                }
            };
            socket.onclose = event => resolve([socket.extensions, `closed ${event.code} after ${got.length}`]);
        }), [base + path]);
        same(`Chromium, ${path} (${result[0] || 'plain'})`, result[1], true);
        same(`Chromium, ${path}: it ${path === '/plain' ? 'is not' : 'is'} compressed`, result[0] !== '', path !== '/plain');
        const used = await takeovers(base, text => page.evaluate(text => new Promise(resolve => {
            window.socket.onmessage = resolve;
            window.socket.send(text);
        }).then(() => true), text));
        same(`Chromium, ${path}: contexts`, used, promised(result[0]));
        await page.evaluate(() => window.socket.close());
    }
    await browser.close();
}

run(async () => {
    const server = await start(php(`${ROOT}/tests/peers/apps/deflate.php`), /http:\/\/([^/\s]+)\//);
    const base = `ws://${server.match[1]}`;
    for (const path of PATHS) {
        for (const [name, offer] of Object.entries(OFFERS)) {
            await echoes(base, path, name, offer);
        }
    }
    await bomb(base, server);
    await browser(base);
    check('the server says nothing and ends well', await stop(server) && server.output().split('\n').length === 2,
        server.output());
}, 400);
