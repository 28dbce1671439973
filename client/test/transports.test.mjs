/* Which transport is used, when another one is tried, and how long a client waits. */
import assert from 'node:assert/strict';
import test from 'node:test';
import {connect, subscribe} from '../rtcomm.js';
import {AT_ONCE, ES, LP, Mock, Record, WS, WebSocket, settle, sleep} from './mock.mjs';

const SESSION = 'event: open\ndata: {"session":"S"}\nid: S.0\n\n';

async function begin(t, options) {
    const mock = await Mock.start(t);
    const link = connect(mock.url, {WebSocket, ...AT_ONCE, ...options});
    return {mock, link, log: new Record(t, link)};
}

test('a WebSocket is tried first', async t => {
    const {mock, link, log} = await begin(t, {protocols: ['b', 'a']});
    assert.equal(link.readyState, 0);
    const peer = await (await mock.next('UPGRADE')).accept();
    const open = await log.next('open');
    assert.deepEqual([open.transport, open.resumed, link.transport, link.readyState, link.protocol], [WS, false, WS, 1, 'b']);
    peer.say('hello');
    assert.equal((await log.next('message')).data, 'hello');
});

test('an address may be ws: or http:, and its fragment is not sent', async t => {
    const mock = await Mock.start(t);
    const link = connect(`${mock.url.replace('http', 'ws')}?room=1#here`, {WebSocket, transports: [ES]});
    new Record(t, link);
    assert.equal((await mock.next('GET')).request.url, '/chat?room=1');
    assert.equal(link.url, `${mock.url}?room=1`);
});

test('without a WebSocket the next transport comes at once', async t => {
    const {mock, log} = await begin(t, {WebSocket: null});
    const get = await mock.next('GET');
    assert.equal(get.headers.accept, 'text/event-stream');
    get.stream(SESSION);
    assert.equal((await log.next('open')).transport, ES);
});

test('headers of one\'s own are for requests: no WebSocket is tried', async t => {
    let token = 0;
    const {mock, log} = await begin(t, {headers: async () => ({Authorization: `Bearer ${++token}`})});
    const get = await mock.next('GET');
    assert.equal(get.headers.authorization, 'Bearer 1');
    get.stream(SESSION).end();
    await log.next('open');
    await log.next('offline');
    assert.equal((await mock.next('GET')).headers.authorization, 'Bearer 2');
});

test('a refused upgrade, then a stream: the stream is what is used from then on', async t => {
    const {mock, log} = await begin(t);
    (await mock.next('UPGRADE')).refuse(400, 'no upgrades here');
    const get = await mock.next('GET');
    get.stream(SESSION);
    assert.equal((await log.next('open')).transport, ES);
    get.cut();
    await log.next('offline');
    const again = await mock.next('GET');
    again.stream();
    assert.deepEqual([(await log.next('open')).resumed, again.query.get('cursor')], [true, 'S.0']);
});

test('a handshake that hangs, then a stream of which nothing comes: the long poll is used', async t => {
    const {mock, log} = await begin(t, {connectTimeout: 1500});
    const upgrade = await mock.next('UPGRADE');
    const get = await mock.next('GET');
    get.stream();
    const poll = await mock.next('GET');
    assert.equal(poll.headers.accept, 'application/json');
    poll.json({session: 'S', cursor: 'S.0', messages: []});
    assert.equal((await log.next('open')).transport, LP);
    await upgrade.left;
    await get.left;
});

test('what is no event stream, or a transport that the route has not, leads to the next', async t => {
    const {mock, log} = await begin(t, {transports: [ES, LP]});
    (await mock.next('GET')).answer(406, 'no stream');
    (await mock.next('GET')).json({session: 'S', cursor: 'S.0', messages: []});
    assert.equal((await log.next('open')).transport, LP);
    const other = await begin(t, {transports: [ES, LP]});
    (await other.mock.next('GET')).answer(200, '<html>', {'Content-Type': 'text/html'});
    (await other.mock.next('GET')).json({session: 'S', cursor: 'S.0', messages: []});
    assert.equal((await other.log.next('open')).transport, LP);
});

for (const status of [400, 401, 403, 404, 410, 413]) {
    test(`${status} is the last word, and its text is told`, async t => {
        const {mock, link, log} = await begin(t, {transports: [ES, LP]});
        (await mock.next('GET')).answer(status, 'the origin is not allowed\nmore');
        const error = await log.next('error');
        assert.deepEqual([error.status, error.message, error.error.status], [status, 'the origin is not allowed', status]);
        const close = await log.next('close');
        assert.deepEqual([close.code, close.reason, close.wasClean], [1006, 'the origin is not allowed', false]);
        assert.equal(link.readyState, 3);
        await settle();
        assert.deepEqual(mock.unseen, []);
    });
}

test('a page of a proxy is not taken for a text', async t => {
    const {mock, log} = await begin(t, {transports: [ES]});
    (await mock.next('GET')).answer(404, '<html>not found', {'Content-Type': 'text/html'});
    assert.equal((await log.next('error')).message, 'the server answered 404');
});

test('the last transport that is not offered is the last word', async t => {
    const {mock, log} = await begin(t, {transports: [ES, LP]});
    (await mock.next('GET')).answer(426, 'a WebSocket only');
    (await mock.next('GET')).answer(426, 'a WebSocket only');
    assert.equal((await log.next('error')).status, 426);
    await log.next('close');
});

for (const status of [408, 425, 429, 500, 502, 503]) {
    test(`after ${status} the client comes back, by the same transport`, async t => {
        const {mock, log} = await begin(t, {transports: [ES, LP]});
        (await mock.next('GET')).answer(status, 'not now');
        const offline = await log.next('offline');
        assert.deepEqual([offline.status, offline.message], [status, 'not now']);
        const get = await mock.next('GET');
        assert.equal(get.headers.accept, 'text/event-stream');
        get.stream(SESSION);
        assert.equal((await log.next('open')).transport, ES);
    });
}

test('the wait doubles from 1 s to 30 s, with full jitter, and begins anew when something came', async t => {
    const random = t.mock.method(Math, 'random', () => 0.5);
    const {mock, link, log} = await begin(t, {transports: [LP], backoff: undefined});
    const delays = [];
    for (let i = 0; i < 8; i++) {
        (await mock.next('GET')).answer(500);
        delays.push((await log.next('offline')).delay);
        link.retry();
    }
    assert.deepEqual(delays, [500, 1000, 2000, 4000, 8000, 15000, 15000, 15000]);
    (await mock.next('GET')).json({session: 'S', cursor: 'S.0', messages: []});
    await log.next('open');
    random.mock.mockImplementation(() => 0.999);
    (await mock.next('GET')).cut();
    assert.equal((await log.next('offline')).delay, 999);
    random.mock.mockImplementation(() => 0);
    link.retry();
    (await mock.next('GET')).answer(500);
    assert.equal((await log.next('offline')).delay, 0);
});

test('Retry-After is waited for, in seconds or as a date', async t => {
    const {mock, link, log} = await begin(t, {transports: [LP], backoff: () => 7});
    (await mock.next('GET')).answer(503, 'full', {'Retry-After': '120'});
    assert.equal((await log.next('offline')).delay, 120007);
    link.retry();
    (await mock.next('GET')).answer(503, 'full', {'Retry-After': new Date(Date.now() + 60000).toUTCString()});
    const {delay} = await log.next('offline');
    assert.ok(delay > 30000 && delay <= 60007, String(delay));
    link.retry();
    (await mock.next('GET')).answer(503, 'full', {'Retry-After': 'soon'});
    assert.equal((await log.next('offline')).delay, 7);
});

test('retry: of a stream is the least that is waited', async t => {
    const {mock, log, link} = await begin(t, {transports: [ES], backoff: () => 1});
    const get = await mock.next('GET');
    get.stream(SESSION, 'retry: 3210\n\n');
    await log.next('open');
    get.write('data: x\n\n');
    await log.next('message');
    get.end();
    assert.equal((await log.next('offline')).delay, 3210);
    link.retry();
});

test('the browser\'s "online", and a page that is seen again, end the wait', async t => {
    const page = new EventTarget();
    const screen = new EventTarget();
    t.after(() => ['addEventListener', 'removeEventListener', 'document'].forEach(name => delete globalThis[name]));
    globalThis.addEventListener = page.addEventListener.bind(page);
    globalThis.removeEventListener = page.removeEventListener.bind(page);
    globalThis.document = screen;
    const {mock, link, log} = await begin(t, {transports: [LP], backoff: () => 1e6});
    (await mock.next('GET')).answer(500);
    await log.next('offline');
    page.dispatchEvent(new Event('online'));
    (await mock.next('GET')).answer(500);
    await log.next('offline');
    screen.hidden = true;
    screen.dispatchEvent(new Event('visibilitychange'));
    await settle();
    assert.deepEqual(mock.unseen, []);
    screen.hidden = false;
    screen.dispatchEvent(new Event('visibilitychange'));
    (await mock.next('GET')).json({session: 'S', cursor: 'S.0', messages: []});
    await log.next('open');
    await mock.next('GET');
    const kept = new Event('pagehide');
    kept.persisted = true;
    page.dispatchEvent(kept);
    page.dispatchEvent(new Event('pagehide'));
    assert.equal((await mock.next('DELETE')).query.get('session'), 'S');
    assert.equal(link.readyState, 1);
});

test('a transport that worked is kept through three failures, then all are tried again', async t => {
    const {mock, log} = await begin(t, {transports: [WS, ES]});
    (await (await mock.next('UPGRADE')).accept()).terminate();
    await log.next('open');
    assert.equal((await log.next('offline')).code, 1006);
    for (let i = 0; i < 4; i++) {
        (await mock.next('UPGRADE')).refuse(502, '');
        await log.next('offline');
    }
    (await mock.next('UPGRADE')).refuse(502, '');
    (await mock.next('GET')).stream(SESSION);
    assert.equal((await log.next('open')).transport, ES);
});

test('a stream on which nothing comes is given up, comments are enough to keep it', async t => {
    const {mock, log} = await begin(t, {transports: [ES], timeout: 3000});
    const get = await mock.next('GET');
    get.stream(SESSION);
    await log.next('open');
    for (let i = 0; i < 12; i++) {
        await sleep(300);
        get.write(':\n');
    }
    assert.deepEqual(log.unseen, []);
    assert.match((await log.next('offline')).message, /nothing came for 3000 ms/);
    await get.left;
});

test('an empty answer that comes at once is not asked for again at once', async t => {
    const {mock, log} = await begin(t, {transports: [LP]});
    (await mock.next('GET')).json({session: 'S', cursor: 'S.0', messages: []});
    await log.next('open');
    (await mock.next('GET')).json({cursor: 'S.0', messages: []});
    await settle();
    assert.deepEqual(mock.unseen, []);
    await mock.next('GET');
});

test('reconnect: false ends a conversation that cannot go on, and the search after one round', async t => {
    const {mock, log} = await begin(t, {transports: [WS], reconnect: false});
    (await (await mock.next('UPGRADE')).accept()).terminate();
    await log.next('open');
    await log.next('error');
    assert.equal((await log.next('close')).code, 1006);
    const other = await begin(t, {transports: [ES, LP], reconnect: false});
    (await other.mock.next('GET')).cut();
    (await other.mock.next('GET')).cut();
    await other.log.next('error');
    await other.log.next('close');
});

test('a signal closes, before the start as well', async t => {
    const abort = new AbortController();
    const {mock, log} = await begin(t, {transports: [ES], signal: abort.signal});
    const get = await mock.next('GET');
    get.stream(SESSION);
    await log.next('open');
    abort.abort();
    (await mock.next('DELETE')).answer(204);
    assert.deepEqual({...await log.next('close')}.code, 1000);
    await get.left;
    const link = subscribe('http://127.0.0.1:1/', {signal: AbortSignal.abort()});
    const early = new Record(t, link);
    assert.equal((await early.next('close')).wasClean, false);
});

test('mistakes are told when they are made', () => {
    assert.throws(() => connect('http://h/', {transports: ['carrier pigeon']}), TypeError);
    assert.throws(() => connect('http://h/', {transports: [WS], WebSocket: null}), TypeError);
    assert.throws(() => connect('/relative'), TypeError);
    const link = connect('http://127.0.0.1:1/', {backoff: () => 1e6});
    assert.throws(() => link.close(1001), RangeError);
    assert.throws(() => link.close(1000, 'x'.repeat(124)), RangeError);
    assert.throws(() => link.send(1), TypeError);
    return link.close();
});
