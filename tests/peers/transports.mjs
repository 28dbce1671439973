/*
 * A chat and a feed on every transport, straight and through nginx, with curl, npm's eventsource and ws, and Node's
 * fetch; in Chromium: transports-browser.mjs. See run-transports.
 */
import {spawn} from 'node:child_process';
import {mkdtempSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {checkNginxLog, startNginx} from './nginx.mjs';
import {ROOT, check, checkLateness, checkSoon, freePort, php, require, run, same, start, stop, untilInTime} from './peers.mjs';
import {inChromium} from './transports-browser.mjs';

const {EventSource} = require('eventsource');
const WebSocket = require('ws');
const SECRET = {Authorization: 'Bearer secret'};
const TICKS = 50;

const directory = mkdtempSync(join(tmpdir(), 'rtcomm-transports-'));
/* As short as the path of a socket must be. */
const socket = join(directory, 'server.sock');

const lateness = ticks => ticks.map(([data, time]) => time - Number(data));
const offset = id => Number(id.split(':')[1]);
const contiguous = ids => ids.every((id, index) => index === 0 || offset(id) === offset(ids[index - 1]) + 1);

function curl(...args) {
    const child = spawn('curl', ['-sN', '--max-time', '60', ...args]);
    const result = {lines: [], kill: () => child.kill()};
    let rest = '';
    child.stdout.on('data', bytes => {
        const parts = (rest + bytes).split('\n');
        rest = parts.pop();
        parts.forEach(line => result.lines.push([line.replace(/\r$/, ''), Date.now()]));
    });
    result.ended = new Promise(resolve => child.on('exit', code => {
        rest === '' || result.lines.push([rest, Date.now()]);
        resolve(code);
    }));
    result.text = () => result.lines.map(([line]) => line).join('\n');
    return result;
}

async function ticksByCurl(name, base) {
    const stream = curl('-H', 'Accept: text/event-stream', `${base}/feed/ticks`);
    const ticks = () => stream.lines.filter(([line]) => line.startsWith('data: ')).map(([line, time]) => [line.slice(6), time]);
    await untilInTime(() => lateness(ticks()), TICKS);
    stream.kill();
    checkLateness(`${name}, curl, event stream`, lateness(ticks()), TICKS);
}

async function ticksByEventSource(name, base) {
    const source = new EventSource(`${base}/feed/ticks`);
    const ticks = [];
    const ids = [];
    source.onmessage = event => ticks.push([event.data, Date.now()]) && ids.push(event.lastEventId);
    await untilInTime(() => lateness(ticks), TICKS);
    source.close();
    checkLateness(`${name}, eventsource`, lateness(ticks), TICKS);
    check(`${name}, eventsource: each event once and in order`, contiguous(ids), ids.join(' '));
}

async function ticksByPolls(name, base) {
    let {cursor} = await (await fetch(`${base}/feed/ticks`)).json();
    const ticks = [];
    const ids = [];
    let leave = false;
    const enough = untilInTime(() => lateness(ticks), TICKS).then(() => leave = true);
    while (!leave) {
        const answer = await (await fetch(`${base}/feed/ticks?cursor=${encodeURIComponent(cursor)}&wait=5`)).json();
        answer.messages.forEach(({id, data}) => ids.push(id) && ticks.push([data, Date.now()]));
        cursor = answer.cursor;
    }
    await enough;
    checkLateness(`${name}, long polls`, lateness(ticks), TICKS);
    check(`${name}, long polls: each message once and in order`, contiguous(ids), ids.join(' '));
}

async function ticksBySocket(name, base) {
    const link = new WebSocket(`${base.replace('http', 'ws')}/feed/ticks`, ['rtcomm.json']);
    const ticks = [];
    link.on('message', text => {
        const frame = JSON.parse(text);
        'data' in frame && ticks.push([frame.data, Date.now()]);
    });
    link.on('error', error => ticks.push([String(error), 0]));
    await untilInTime(() => lateness(ticks), TICKS);
    link.close();
    checkLateness(`${name}, WebSocket`, lateness(ticks), TICKS);
}

/* Everybody in one chat, by curl and npm's eventsource. */
async function chat(name, base) {
    const source = new EventSource(`${base}/chat`);
    const heard = [];
    let session = null;
    source.addEventListener('open', event => event.data && (session = JSON.parse(event.data).session));
    source.onmessage = event => heard.push(event.data);
    await checkSoon(`${name}, chat: eventsource is let in`, () => session && heard.includes('welcome by event-stream'));

    const first = curl(`${base}/chat`);
    await first.ended;
    const poll = JSON.parse(first.text());
    const answer = curl(`${base}/chat?cursor=${poll.session}.0&wait=10`);
    await answer.ended;
    check(`${name}, chat: curl is let in`, answer.text().includes('welcome by long-poll'), answer.text());

    const waiting = curl(`${base}/chat?cursor=${JSON.parse(answer.text()).cursor}&wait=10`);
    const said = await fetch(`${base}/chat?session=${session}`, {method: 'POST', body: 'grüße'});
    same(`${name}, chat: what eventsource says`, said.status, 204);
    await waiting.ended;
    check(`${name}, chat: curl hears it`, waiting.text().includes('event-stream: grüße'), waiting.text());
    const post = curl('-o', '-', '-w', '%{http_code}', '-H', 'Content-Type: text/plain', '--data-binary', 'from curl',
        `${base}/chat?session=${poll.session}`);
    await post.ended;
    same(`${name}, chat: what curl says`, post.text(), '204');
    await checkSoon(`${name}, chat: eventsource hears it`, () => heard.includes('long-poll: from curl'));

    const leave = curl('-o', '-', '-w', '\n%{http_code}', '-X', 'DELETE', `${base}/chat?session=${poll.session}`);
    await leave.ended;
    check(`${name}, chat: curl leaves`, /^20[04]$/.test(leave.lines.at(-1)[0]), leave.text());
    await checkSoon(`${name}, chat: eventsource sees it leave`, () => heard.includes('somebody left'));
    const gone = curl('-o', '-', '-w', '\n%{http_code}', `${base}/chat?cursor=${poll.cursor}`);
    await gone.ended;
    same(`${name}, chat: then it is gone`, gone.lines.at(-1)[0], '410');
    source.close();
}

/* A body that nginx has to pass on in parts. */
async function publishing(name, base) {
    const {cursor} = await (await fetch(`${base}/feed/big`)).json();
    const data = '0123456789'.repeat(50000);
    const answer = await fetch(`${base}/feed/big`, {method: 'POST', body: data, headers: {...SECRET, 'RtComm-Event': 'size'}});
    const {id} = await answer.json();
    const poll = await (await fetch(`${base}/feed/big?cursor=${encodeURIComponent(cursor)}`)).json();
    check(`${name}: half a megabyte is published and read`, poll.messages.length === 1 && poll.messages[0].id === id
        && poll.messages[0].event === 'size' && poll.messages[0].data === data, JSON.stringify(poll).slice(0, 200));
}

async function through(name, base, withSockets) {
    console.log(`-- ${name}`);
    await Promise.all([ticksByCurl(name, base), ticksByEventSource(name, base), ticksByPolls(name, base),
        ...(withSockets ? [ticksBySocket(name, base)] : [])]);
    await chat(name, base);
    await publishing(name, base);
}

function python(address) {
    const child = spawn(process.env.PYTHON, [join(ROOT, 'tests/peers/transports.py'), address], {stdio: ['ignore', 'pipe', 'inherit']});
    let output = '';
    child.stdout.on('data', bytes => output += bytes);
    return new Promise(resolve => child.on('exit', () => {
        output.split('\n').forEach(line => {
            const [, word, name, detail] = line.match(/^(ok|FAILED) +([^:]*: [^:]*)(?:: (.*))?$/) ?? [];
            name && check(name, word === 'ok', detail);
        });
        check('Python comes to its end', /\d+ passed, 0 failed\n$/.test(output), output.slice(-500));
        resolve();
    }));
}

await run(async () => {
    const ports = {TCP: await freePort(), UNIX: await freePort(), PLAIN: await freePort()};
    const address = `127.0.0.1:${await freePort()}`;
    const origin = `http://localhost:${ports.UNIX}`;
    const startServer = () => start(php(join(ROOT, 'tests/peers/apps/transports.php'), address, socket, origin,
        `http://127.0.0.1:${ports.TCP}`), /127/);
    let server = await startServer();
    const nginx = await startNginx(directory, {...ports, ADDRESS: address});
    try {
        await through('straight', `http://${address}`, true);
        await through('nginx', `http://127.0.0.1:${ports.TCP}`, true);
        await through('nginx, unix socket', `http://127.0.0.1:${ports.UNIX}`, true);
        await through('nginx, HTTP/1.0', `http://127.0.0.1:${ports.PLAIN}`, false);
        await python(address);
        checkNginxLog(directory);
        const restart = async () => {
            await stop(server);
            server = await startServer();
        };
        await inChromium({straight: `http://${address}`, nginx: `http://127.0.0.1:${ports.TCP}`, origin, restart});
        same('the server says nothing', server.output().trim(), address);
        check('the server stops when it is told to', await stop(server));
    } finally {
        nginx.child.kill('SIGTERM');
        await stop(server);
        rmSync(directory, {recursive: true, force: true});
    }
}, 500);
