/*
 * Event streams of RtComm\Sse\Emitter: php-fpm behind nginx as it comes, and PHP's own web server; Chromium if there is
 * one. See run-sse.
 */
import {spawn} from 'node:child_process';
import {existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import http from 'node:http';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {ROOT, check, checkLateness, freePort, inTime, php, require, run, same, sleep, start, stop, until} from './peers.mjs';
import {launch, reads, survives} from './sse-browser.mjs';

const {EventSource} = require('eventsource');
const WORKERS = 50;
const HEARTBEAT_MS = 1000;
const SLACK_MS = 400;
const TRIES = 6;

const directory = mkdtempSync(join(tmpdir(), 'rtcomm-sse-'));
const notes = join(directory, 'notes');
const script = join(ROOT, 'tests/peers/apps/sse.php');

/* The socket's pool is as large as the number of streams at once. */
function fpmConfig(port) {
    const owner = process.getuid() === 0 ? 'user = root\ngroup = root\n' : '';
    const pool = (name, listen, workers) =>
        `[${name}]\nlisten = ${listen}\n${owner}pm = static\npm.max_children = ${workers}\ncatch_workers_output = yes\n`
        + 'pm.status_path = /status\n';
    return `[global]\nerror_log = ${directory}/fpm.log\n`
        + pool('socket', `${directory}/fpm.sock`, WORKERS) + pool('tcp', `127.0.0.1:${port}`, 2);
}

/* Nothing about buffering, compression or timeouts: what nginx does by itself. */
function nginxConfig(port, fpmPort) {
    const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi']
        .map(kind => `${kind}_temp_path ${directory}/${kind};`).join('\n    ');
    const location = (path, upstream) => `location ${path} {
            include /etc/nginx/fastcgi_params;
            fastcgi_param SCRIPT_FILENAME ${script};
            fastcgi_param SSE_NOTES ${notes};
            fastcgi_pass ${upstream};
        }`;
    return `${process.getuid() === 0 ? 'user root;' : ''}
worker_processes 1;
pid ${directory}/nginx.pid;
error_log ${directory}/nginx.log warn;
events {
    worker_connections 512;
}
http {
    access_log off;
    ${temporary}
    gzip on;
    server {
        listen 127.0.0.1:${port};
        ${location('/socket/', `unix:${directory}/fpm.sock`)}
        location = /status {
            include /etc/nginx/fastcgi_params;
            fastcgi_param SCRIPT_FILENAME /status;
            fastcgi_pass unix:${directory}/fpm.sock;
        }
        ${location('/tcp/', `127.0.0.1:${fpmPort}`)}
    }
}
`;
}

/* The lines that arrive, each with the time; `close()` leaves. */
function get(url) {
    const stream = {lines: [], ended: false, headers: null, error: null};
    const request = http.get(url, {agent: false, headers: {'Accept-Encoding': 'gzip'}}, response => {
        stream.headers = response.headers;
        response.setEncoding('utf8');
        response.on('data', text => text.split('\n').forEach(line => stream.lines.push([line, Date.now()])));
        response.on('end', () => stream.ended = Date.now());
        response.on('error', () => {});
    });
    request.on('error', error => stream.error = error);
    stream.close = () => request.destroy();
    stream.data = () => stream.lines.filter(([line]) => line.startsWith('data: '));
    return stream;
}

const lateness = events => events.map(([text, came]) => came - Number(text.replace(/^data: /, '')));
const isApart = events => events.length === 2 && events[1][1] - events[0][1] >= 900;

/* `read` resolves to the events. A busy machine may hold one up, and then it is asked again. */
async function checkTwo(name, read) {
    let events = [];
    for (let tries = 0; tries < TRIES && !(isApart(events) && inTime(lateness(events))); tries++) {
        events = await read();
    }
    check(`${name}: two events`, events.length === 2, JSON.stringify(events));
    checkLateness(name, lateness(events));
    check(`${name}: a second between them`, isApart(events), JSON.stringify(events));
}

async function twoByCurl(base) {
    const child = spawn('curl', ['-sN', '--max-time', '10', `${base}/two`]);
    const events = [];
    child.stdout.on('data', bytes => bytes.toString().split('\n').filter(line => line !== '')
        .forEach(line => events.push([line, Date.now()])));
    await new Promise(resolve => child.on('close', resolve));
    return events;
}

async function twoByEventSource(base) {
    const events = [];
    const source = new EventSource(`${base}/two`);
    source.onmessage = event => events.push([event.data, Date.now()]);
    await until(() => events.length === 2);
    source.close();
    return events;
}

async function resumes(base) {
    const resumed = new EventSource(`${base}/resume`);
    const ids = [];
    resumed.onmessage = event => ids.push(Number(event.lastEventId));
    await until(() => ids.length >= 10);
    resumed.close();
    same(`eventsource ${base}/resume: goes on where it was, through the ends of the stream`,
        ids.slice(0, 10), [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
}

async function delivery(base) {
    for (const path of ['plain', 'two', 'generator']) {
        let stream;
        await checkTwo(`${base}/${path}`, async () => {
            stream = get(`${base}/${path}`);
            await until(() => stream.ended);
            return stream.data();
        });
        if (path === 'two') {
            same(`${base}/${path}: headers`,
                ['content-type', 'cache-control', 'content-encoding', 'content-length'].map(name => stream.headers[name] ?? null),
                ['text/event-stream', 'no-cache, no-transform', null, null]);
        }
    }
    await checkTwo(`curl ${base}/two`, () => twoByCurl(base));
    await checkTwo(`eventsource ${base}/two`, () => twoByEventSource(base));
    await resumes(base);
}

/* How long a script took to know that its client had left; null: it did not find out. */
async function leave(base, path, word) {
    writeFileSync(notes, '');
    const stream = get(`${base}/${path}`);
    await until(() => stream.data().length > 0);
    await sleep(200);
    const left = Date.now();
    stream.close();
    const note = await until(() => readFileSync(notes, 'utf8').match(new RegExp(`${word} (\\d+) (\\d)`)));
    return note && note[2] === '1' ? Number(note[1]) - left : null;
}

/* A busy machine may take longer now and then, so the best of some counts. */
async function leaving(base) {
    for (const [path, word, limit] of [['leave', 'left', HEARTBEAT_MS], ['careless', 'ended', 1000]]) {
        const took = [];
        do {
            took.push(await leave(base, path, word));
        } while (took.at(-1) > limit + SLACK_MS && took.length < TRIES);
        check(`${base}/${path}: the script knew after ${took.join(', ')} ms that its client had left`,
            took.at(-1) !== null && took.at(-1) <= limit + SLACK_MS, `notes: ${readFileSync(notes, 'utf8')}`);
    }
}

async function many(base) {
    const started = Date.now();
    const streams = Array.from({length: WORKERS}, () => get(`${base}/limited`));
    await until(() => streams.every(stream => stream.ended || stream.error), 30000);
    const times = streams.map(stream => stream.ended - started);
    check(`${base}/limited: ${WORKERS} emitters end after maxDuration (${Math.min(...times)} to ${Math.max(...times)} ms)`,
        times.every(ms => ms >= 1950 && ms <= 20000), `${times.join(' ')} ${streams.map(stream => stream.error ?? '').join(' ')}`);
    check(`${base}/limited: each ends with retry`,
        streams.every(stream => /retry: \d+\n\n$/.test(stream.lines.map(([line]) => line).join('\n'))),
        JSON.stringify(streams.map(stream => stream.lines.slice(-4))));
    const waits = new Set(streams.map(stream => stream.lines.find(([line]) => line.startsWith('retry: '))?.[0]));
    check(`${base}/limited: the times to come back are spread (${waits.size} of ${WORKERS})`, waits.size > WORKERS / 2);
    const status = async () => Object.fromEntries((await (await fetch(new URL('/status', base))).text()).split('\n')
        .map(line => line.split(/: +/)));
    let pool = await status();
    /* One of them tells the status. */
    await until(async () => (pool = await status())['idle processes'] === String(WORKERS - 1));
    same(`${base}/limited: all workers are free afterwards`,
        ['idle processes', 'active processes', 'listen queue', 'max children reached'].map(key => pool[key]),
        [String(WORKERS - 1), '1', '0', '0']);
    await checkTwo(`${base}/two afterwards`, async () => {
        const again = get(`${base}/two`);
        await until(() => again.ended);
        return again.data();
    });
}

function quiet(name, file, pattern) {
    const lines = existsSync(file) ? readFileSync(file, 'utf8').split('\n').filter(line => pattern.test(line)) : [];
    same(`${name}: nothing in the error log`, lines, []);
}

function startFpm() {
    const root = process.getuid() === 0 ? ['-R'] : [];
    const module = process.env.RTCOMM_MODULE ? ['-d', `extension=${process.env.RTCOMM_MODULE}`] : [];
    return start([process.env.PHP_FPM, ...root, '-n', '-F', '-O', ...module, '-d', 'log_errors=1',
        '-d', 'output_buffering=4096', '-y', join(directory, 'fpm.conf')], /ready to handle connections/);
}

async function startNginx() {
    const child = spawn('nginx', ['-p', directory, '-c', join(directory, 'nginx.conf'), '-e', join(directory, 'nginx.log'),
        '-g', 'daemon off;'], {stdio: 'inherit'});
    if (!await until(() => existsSync(join(directory, 'nginx.pid')))) {
        throw new Error('nginx did not start');
    }
    return {child};
}

/* A fresh record of the Last-Event-IDs with which emitters were asked for. */
function resumed() {
    writeFileSync(notes, '');
    return () => [...readFileSync(notes, 'utf8').matchAll(/^from (.*)$/gm)].map(([, id]) => id);
}

async function inChromium(base, servers) {
    const browser = await launch();
    try {
        await reads(browser, base, resumed());
        quiet('nginx', join(directory, 'nginx.log'), /./);
        for (const name of ['nginx', 'fpm']) {
            await survives(browser, base, name, async () => {
                await stop(servers[name], 'SIGTERM');
                servers[name] = await (name === 'fpm' ? startFpm() : startNginx());
            }, resumed());
        }
    } finally {
        await browser.close();
    }
}

async function behindNginx() {
    const [port, fpmPort] = [await freePort(), await freePort()];
    writeFileSync(join(directory, 'fpm.conf'), fpmConfig(fpmPort));
    writeFileSync(join(directory, 'nginx.conf'), nginxConfig(port, fpmPort));
    const servers = {fpm: await startFpm(), nginx: await startNginx()};
    try {
        for (const upstream of ['socket', 'tcp']) {
            await delivery(`http://127.0.0.1:${port}/${upstream}`);
            await leaving(`http://127.0.0.1:${port}/${upstream}`);
        }
        await many(`http://127.0.0.1:${port}/socket`);
        quiet('nginx', join(directory, 'nginx.log'), /./);
        if (process.env.CHROMIUM) {
            await inChromium(`http://127.0.0.1:${port}/socket`, servers);
        } else {
            console.log('--      without a browser: there is no Chromium (Debian: chromium)');
        }
    } finally {
        await stop(servers.nginx);
        await stop(servers.fpm);
    }
    quiet('php-fpm', join(directory, 'fpm.log'), /WARNING|ERROR|ALERT|PHP|child/);
}

async function builtIn() {
    const port = await freePort();
    const server = await start(php('-d', 'log_errors=1', '-S', `127.0.0.1:${port}`, script), /started/, {SSE_NOTES: notes});
    await delivery(`http://127.0.0.1:${port}`);
    await leaving(`http://127.0.0.1:${port}`);
    await stop(server);
    same('built-in web server: nothing in the error log',
        server.output().split('\n').filter(line => /Warning|Error|Notice|Deprecated/.test(line)), []);
}

await run(async () => {
    writeFileSync(notes, '');
    try {
        await behindNginx();
        await builtIn();
    } finally {
        rmSync(directory, {recursive: true, force: true});
    }
}, 500);
