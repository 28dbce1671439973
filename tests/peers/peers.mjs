/*
 * What the Node programs share: a PHP server that is started and stopped by its pid, checks that are counted, and
 * waiting for a condition.
 */
import {spawn} from 'node:child_process';
import {createRequire} from 'node:module';
import net from 'node:net';

export const ROOT = process.env.ROOT;
export const require = createRequire(`${process.env.PEERS_NODE}/package.json`);

/* Half of the events within this; a machine that is busy with something else may hold up single ones. */
const LATE_MS = 100;
const LATEST_MS = 1000;
/* It may be so busy that none of it holds: then what comes behind is looked at. What is buffered on its way is late each
 * time. */
const PATIENCE_MS = 30000;

let passed = 0;
let failed = 0;
const running = new Set();
const given = new Set();

export function check(name, ok, detail = '') {
    if (ok) {
        passed++;
        console.log(`ok      ${name}`);
    } else {
        failed++;
        console.log(`FAILED  ${name}${detail === '' ? '' : `: ${detail}`}`);
    }
}

export function same(name, got, expected) {
    const [a, b] = [got, expected].map(value => JSON.stringify(value) ?? String(value));
    let at = 0; /* where they differ */
    while (at < a.length && a[at] === b[at]) {
        at++;
    }
    const [from, to] = [Math.max(0, at - 150), at + 150];
    check(name, a === b, `got ${a.slice(from, to)}, expected ${b.slice(from, to)}${from > 0 ? ` (from byte ${from} on)` : ''}`);
}

/* The median and the worst of these. */
function extent(late) {
    const sorted = [...late].sort((a, b) => a - b);
    return [sorted[Math.floor((sorted.length - 1) / 2)], sorted.at(-1)];
}

/* Whether so many events came when they were sent; `late` is in milliseconds. */
export function inTime(late) {
    const [median, worst] = extent(late);
    return late.length > 0 && median <= LATE_MS && worst <= LATEST_MS;
}

/* Waits until the last `count` events that `late()` tells came in time, or for long enough; resolves to all of them. */
export async function untilInTime(late, count) {
    let all = [];
    await until(async () => {
        all = await late();
        return all.length >= count && inTime(all.slice(-count));
    }, PATIENCE_MS);
    return all;
}

/* Says how late events came; the last `count` of them, if it is given. */
export function checkLateness(name, late, count = late.length) {
    const last = late.slice(-count);
    const [median, worst] = extent(last);
    check(`${name}: ${late.length} events, median ${median} ms after they were sent, worst ${worst} ms`,
        late.length >= count && inTime(last), late.join(' '));
}

export const sleep = milliseconds => new Promise(resolve => setTimeout(resolve, milliseconds));

export async function until(condition, milliseconds = 20000) {
    const end = Date.now() + milliseconds;
    while (Date.now() < end) {
        const value = await condition();
        if (value) {
            return value;
        }
        await sleep(20);
    }
    return false;
}

export async function checkSoon(name, condition, milliseconds = 20000) {
    check(name, Boolean(await until(condition, milliseconds)), `not within ${milliseconds} ms`);
}

/* A port that nobody listens on, below those that are taken for connections, and none of those that browsers refuse. */
export async function freePort() {
    for (;;) {
        const port = 11000 + Math.floor(Math.random() * 21000);
        const isFree = !given.has(port) && await new Promise(resolve => {
            const server = net.createServer();
            server.on('error', () => resolve(false));
            server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
        });
        if (isFree) {
            given.add(port);
            return port;
        }
    }
}

export function php(...args) {
    const module = process.env.RTCOMM_MODULE ? ['-d', `extension=${process.env.RTCOMM_MODULE}`] : [];
    return [process.env.PHP ?? 'php', ...module, ...args];
}

/* Starts a program and waits until its output matches; resolves to {child, match, output()}. */
export async function start([command, ...args], ready, environment = {}) {
    const child = spawn(command, args, {stdio: ['ignore', 'pipe', 'pipe'], env: {...process.env, ...environment}});
    let output = '';
    child.stdout.on('data', bytes => output += bytes);
    child.stderr.on('data', bytes => output += bytes);
    running.add(child);
    child.on('exit', () => running.delete(child));
    const match = await until(() => output.match(ready) ?? (child.exitCode !== null && 'ended'), 60000);
    if (!match || match === 'ended') {
        throw new Error(`${[command, ...args].join(' ')} did not start:\n${output}`);
    }
    return {child, match, output: () => output};
}

export async function stop({child}, signal = 'SIGTERM') {
    if (child.exitCode !== null || child.signalCode !== null) {
        return true;
    }
    child.kill(signal);
    const ended = await until(() => child.exitCode !== null || child.signalCode !== null, 20000);
    if (!ended) {
        console.log(`        ${child.spawnargs.join(' ')} did not end after ${signal}`);
        child.kill('SIGKILL');
    }
    return ended;
}

/* Runs the program with a limit, prints the count, and ends with the right status. */
export async function run(program, seconds) {
    const alarm = setTimeout(() => {
        console.log(`FAILED  not done within ${seconds} s`);
        failed++;
        finish();
    }, seconds * 1000);
    try {
        await program();
    } catch (error) {
        failed++;
        console.log(`FAILED  ${error.stack ?? error}`);
    }
    clearTimeout(alarm);
    finish();
}

function finish() {
    for (const child of running) {
        child.kill('SIGKILL');
    }
    console.log(`${passed} passed, ${failed} failed`);
    process.exit(failed === 0 && passed > 0 ? 0 : 1);
}
