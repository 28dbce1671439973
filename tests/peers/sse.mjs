/* Event streams of RtComm\Sse\Emitter: php-fpm behind nginx as it comes, and PHP's own web server. See run-sse. */
import {spawn} from 'node:child_process';
import {existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import http from 'node:http';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {ROOT, check, checkSoon, freePort, php, require, run, same, sleep, start, stop, until} from './peers.mjs';

const {EventSource} = require('eventsource');
const WORKERS = 50;
const LATE_MS = 100;
const HEARTBEAT_MS = 500;

const directory = mkdtempSync(join(tmpdir(), 'rtcomm-sse-'));
const notes = join(directory, 'notes');
const script = join(ROOT, 'tests/peers/apps/sse.php');

/* The socket's pool is as large as the number of streams at once. */
function fpmConfig(port) {
    const owner = process.getuid() === 0 ? 'user = root\ngroup = root\n' : '';
    const pool = (name, listen, workers) =>
        `[${name}]\nlisten = ${listen}\n${owner}pm = static\npm.max_children = ${workers}\ncatch_workers_output = yes\n`;
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

/* How late each event came, from [text, time at which it came]. */
function lateness(events) {
    return events.map(([text, came]) => came - Number(text.replace(/^data: /, '')));
}

function checkTwo(name, events) {
    const late = lateness(events);
    check(`${name}: two events, each within ${LATE_MS} ms (${late.join(' and ')} ms)`,
        late.length === 2 && late.every(ms => ms <= LATE_MS), JSON.stringify(events));
    check(`${name}: a second between them`, late.length === 2 && events[1][1] - events[0][1] >= 900);
}

async function withCurl(base) {
    const child = spawn('curl', ['-sN', '--max-time', '10', `${base}/two`]);
    const events = [];
    child.stdout.on('data', bytes => bytes.toString().split('\n').filter(line => line !== '')
        .forEach(line => events.push([line, Date.now()])));
    await new Promise(resolve => child.on('exit', resolve));
    checkTwo(`curl ${base}/two`, events);
}

async function withEventSource(base) {
    const events = [];
    const source = new EventSource(`${base}/two`);
    source.onmessage = event => events.push([event.data, Date.now()]);
    await until(() => events.length === 2);
    source.close();
    checkTwo(`eventsource ${base}/two`, events);

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
        const stream = get(`${base}/${path}`);
        await until(() => stream.ended);
        checkTwo(`${base}/${path}`, stream.data());
        if (path === 'two') {
            same(`${base}/${path}: headers`,
                ['content-type', 'cache-control', 'content-encoding', 'content-length'].map(name => stream.headers[name] ?? null),
                ['text/event-stream', 'no-cache, no-transform', null, null]);
        }
    }
    await withCurl(base);
    await withEventSource(base);
}

async function leaving(base) {
    for (const [path, word, limit] of [['leave', 'left', HEARTBEAT_MS], ['careless', 'ended', 1000]]) {
        writeFileSync(notes, '');
        const stream = get(`${base}/${path}`);
        await until(() => stream.data().length > 0);
        await sleep(200);
        const left = Date.now();
        stream.close();
        const note = await until(() => readFileSync(notes, 'utf8').match(new RegExp(`${word} (\\d+) (\\d)`)));
        const took = note ? Number(note[1]) - left : -1;
        check(`${base}/${path}: the script knew after ${took} ms that its client had left`,
            note && took <= limit + 2 * LATE_MS && note[2] === '1', String(note));
    }
}

async function many(base) {
    const started = Date.now();
    const streams = Array.from({length: WORKERS}, () => get(`${base}/limited`));
    await until(() => streams.every(stream => stream.ended || stream.error), 10000);
    const times = streams.map(stream => stream.ended - started);
    check(`${base}/limited: ${WORKERS} emitters end after maxDuration (${Math.min(...times)} to ${Math.max(...times)} ms)`,
        times.every(ms => ms >= 1950 && ms <= 3500), times.join(' '));
    check(`${base}/limited: each ends with retry`,
        streams.every(stream => /retry: \d+\n\n$/.test(stream.lines.map(([line]) => line).join('\n'))));
    const waits = new Set(streams.map(stream => stream.lines.find(([line]) => line.startsWith('retry: '))?.[0]));
    check(`${base}/limited: the times to come back are spread (${waits.size} of ${WORKERS})`, waits.size > WORKERS / 2);
    const again = get(`${base}/two`);
    await until(() => again.ended);
    checkTwo(`${base}/two afterwards`, again.data());
}

function quiet(name, file, pattern) {
    const lines = existsSync(file) ? readFileSync(file, 'utf8').split('\n').filter(line => pattern.test(line)) : [];
    same(`${name}: nothing in the error log`, lines, []);
}

async function behindNginx() {
    const [port, fpmPort] = [await freePort(), await freePort()];
    writeFileSync(join(directory, 'fpm.conf'), fpmConfig(fpmPort));
    writeFileSync(join(directory, 'nginx.conf'), nginxConfig(port, fpmPort));
    const module = process.env.RTCOMM_MODULE ? ['-d', `extension=${process.env.RTCOMM_MODULE}`] : [];
    const fpm = await start([process.env.PHP_FPM, ...(process.getuid() === 0 ? ['-R'] : []), '-n', '-F', '-O', ...module,
        '-d', 'log_errors=1', '-d', 'output_buffering=4096', '-y', join(directory, 'fpm.conf')], /ready to handle connections/);
    const nginx = spawn('nginx', ['-p', directory, '-c', join(directory, 'nginx.conf'), '-e', join(directory, 'nginx.log'),
        '-g', 'daemon off;'], {stdio: 'inherit'});
    try {
        await until(() => existsSync(join(directory, 'nginx.pid')));
        for (const upstream of ['socket', 'tcp']) {
            await delivery(`http://127.0.0.1:${port}/${upstream}`);
            await leaving(`http://127.0.0.1:${port}/${upstream}`);
        }
        await many(`http://127.0.0.1:${port}/socket`);
    } finally {
        nginx.kill('SIGTERM');
        await stop(fpm);
    }
    quiet('nginx', join(directory, 'nginx.log'), /./);
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
}, 150);
