/* Conversations: order, receipts, resuming, closing, on each transport. */
import assert from 'node:assert/strict';
import test from 'node:test';
import {RtCommError, connect} from '../rtcomm.js';
import {AT_ONCE, ES, LP, Mock, Record, WS, WebSocket, settle} from './mock.mjs';

const opening = session => `event: open\ndata: {"session":"${session}"}\nid: ${session}.0\n\n`;
const BYTES = Uint8Array.of(0, 255, 128, 10);
const BASE64 = 'AP+ACg==';

async function begin(t, transport, options) {
    const mock = await Mock.start(t);
    const link = connect(mock.url, {transports: [transport], WebSocket, ...AT_ONCE, ...options});
    return {mock, link, log: new Record(t, link)};
}

/* An open conversation over an event stream. */
async function streaming(t, options) {
    const parts = await begin(t, ES, options);
    const get = (await parts.mock.next('GET')).stream(opening('S'));
    await parts.log.next('open');
    return {...parts, get};
}

async function polling(t, options) {
    const parts = await begin(t, LP, options);
    const first = await parts.mock.next('GET');
    assert.equal(first.request.url, '/chat');
    first.json({session: 'S', cursor: 'S.0', messages: []});
    await parts.log.next('open');
    return {...parts, get: await parts.mock.next('GET')};
}

test('WebSocket: text and bytes both ways, in order, what was said before the opening first', async t => {
    const {mock, link, log} = await begin(t, WS);
    const early = link.send('one');
    const buffer = Uint8Array.from(BYTES);
    link.send(buffer.subarray(1, 3));
    link.send(buffer.buffer);
    buffer.fill(7);
    assert.equal(link.bufferedAmount, 9);
    const peer = await (await mock.next('UPGRADE')).accept();
    await log.next('open');
    await early;
    link.send('two ☕');
    const got = [];
    for (let i = 0; i < 4; i++) {
        got.push(await peer.inbox.take('message'));
    }
    assert.deepEqual(got, ['one', [255, 128], [0, 255, 128, 10], 'two ☕']);
    peer.say('größe');
    peer.say(Buffer.from(BYTES));
    assert.equal((await log.next('message')).data, 'größe');
    const {data} = await log.next('message');
    assert.ok(data instanceof Uint8Array);
    assert.deepEqual(data, BYTES);
});

for (const code of [1000, 1002, 1007, 1008, 1009, 3000, 4001]) {
    test(`WebSocket: ${code} from the server is the end`, async t => {
        const {mock, link, log} = await begin(t, WS);
        const peer = await (await mock.next('UPGRADE')).accept();
        await log.next('open');
        peer.close(code, 'that is all');
        const close = await log.next('close');
        assert.deepEqual([close.code, close.reason, close.wasClean, link.readyState], [code, 'that is all', true, 3]);
        await assert.rejects(link.send('x'), {name: 'RtCommError', message: 'not connected'});
        await link.close();
    });
}

for (const code of [1001, 1011, 1012, 1013]) {
    test(`WebSocket: after ${code} a new conversation begins`, async t => {
        const {mock, link, log} = await begin(t, WS);
        const peer = await (await mock.next('UPGRADE')).accept();
        await log.next('open');
        peer.close(code, 'later');
        const offline = await log.next('offline');
        assert.deepEqual([offline.code, offline.message], [code, 'later']);
        await assert.rejects(link.send('x'), /not connected/);
        await (await mock.next('UPGRADE')).accept();
        assert.equal((await log.next('open')).resumed, false);
    });
}

test('WebSocket: a restart is no failure, and clients come back within a second at different times', async t => {
    const random = [0.9, 0, 0.5, 0.25, 0.75];
    t.mock.method(Math, 'random', () => random.shift());
    const {mock, link, log} = await begin(t, WS, {backoff: undefined});
    const delays = [];
    for (let i = 0; i < 5; i++) {
        const peer = await (await mock.next('UPGRADE')).accept();
        await log.next('open');
        peer.close(1012, 'service restart');
        const {code, delay} = await log.next('offline');
        assert.equal(code, 1012);
        delays.push(delay);
        link.retry();
    }
    assert.deepEqual(delays, [900, 0, 500, 250, 750]);
});

for (const transport of [ES, LP]) {
    test(`${transport}: after 1012 a new conversation begins, not before the server's retry`, async t => {
        const stream = transport === ES;
        const {mock, link, log} = await begin(t, transport);
        const first = await mock.next('GET');
        stream ? first.stream(opening('S')) : first.json({session: 'S', cursor: 'S.0', messages: []});
        await log.next('open');
        if (stream) {
            first.write('retry: 1234\nevent: close\ndata: {"code":1012,"reason":"service restart"}\n\n');
        } else {
            const closed = {code: 1012, reason: 'service restart'};
            (await mock.next('GET')).json({closed, cursor: 'S.0', messages: []});
        }
        const {code, message, delay} = await log.next('offline');
        assert.deepEqual([code, message, delay], [1012, 'service restart', stream ? 1234 : 0]);
        link.retry();
        const second = await mock.next('GET');
        assert.equal(second.request.url, '/chat');
        stream ? second.stream(opening('T')) : second.json({session: 'T', cursor: 'T.0', messages: []});
        assert.equal((await log.next('open')).resumed, false);
    });
}

test('WebSocket: closing says the code and the reason', async t => {
    const {mock, link, log} = await begin(t, WS);
    const peer = await (await mock.next('UPGRADE')).accept();
    await log.next('open');
    link.send('last');
    const closed = link.close(4321, 'bye');
    assert.equal(link.readyState, 2);
    await assert.rejects(link.send('too late'));
    assert.deepEqual(await peer.closed, {code: 4321, reason: 'bye'});
    assert.equal(await peer.inbox.take('message'), 'last');
    const close = await log.next('close');
    assert.deepEqual([close.code, close.reason, close.wasClean], [4321, 'bye', true]);
    await closed;
});

test('WebSocket: what is said in a row, from the opening on, is sent at once and before a close', async t => {
    const {mock, link, log} = await begin(t, WS);
    link.addEventListener('open', () => {
        ['a', 'b', 'c'].forEach(text => link.send(text));
        link.close();
    });
    const peer = await (await mock.next('UPGRADE')).accept();
    for (const text of ['a', 'b', 'c']) {
        assert.equal(await peer.inbox.take('message'), text);
    }
    await log.next('open');
    assert.equal((await log.next('close')).wasClean, true);
});

test('POST: what is said in a row, and after the last receipt, is sent', async t => {
    const {mock, link, log} = await begin(t, ES);
    link.addEventListener('open', () => ['a', 'b'].forEach(text => link.send(text)));
    (await mock.next('GET')).stream(opening('S'));
    await log.next('open');
    for (const text of ['a', 'b', 'c', 'd']) {
        const post = await mock.next('POST');
        assert.equal(String(post.body), text);
        post.answer(204);
        if (text === 'b') {
            await settle();
            link.send('c').then(() => link.send('d'));
        }
    }
});

test('closing while it connects, or waits to, is the end as well', async t => {
    const {mock, link, log} = await begin(t, WS, {backoff: () => 1e6});
    const lost = link.send('never');
    const upgrade = await mock.next('UPGRADE');
    link.close();
    assert.equal((await log.next('close')).wasClean, false);
    await assert.rejects(lost, /closed/);
    await upgrade.left;
    const other = await begin(t, ES, {backoff: () => 1e6});
    (await other.mock.next('GET')).answer(503);
    await other.log.next('offline');
    await other.link.close();
    await other.log.next('close');
});

test('what a listener throws, or closes, does no harm', async t => {
    const {link, log, get} = await streaming(t);
    link.addEventListener('message', () => link.close(), {once: true});
    get.write('data: a\nid: S.1\n\ndata: b\nid: S.2\n\n');
    assert.equal((await log.next('message')).data, 'a');
    await log.next('close');
});

test('event stream: text, bytes, lines', async t => {
    const {log, get} = await streaming(t);
    get.write(`data: a\ndata: \ndata: ☕\nid: S.1\n\nevent: binary\ndata: ${BASE64}\nid: S.2\n\n`);
    assert.equal((await log.next('message')).data, 'a\n\n☕');
    assert.deepEqual((await log.next('message')).data, BYTES);
    get.write('event: binary\ndata:\nid: S.3\n\ndata:\nid: S.4\n\n');
    assert.deepEqual((await log.next('message')).data, new Uint8Array());
    assert.equal((await log.next('message')).data, '');
});

test('event stream: written byte by byte', async t => {
    const {log, get} = await streaming(t);
    get.response.socket.setNoDelay(true);
    for (const byte of Buffer.from('data: é☕🙂\r\nid: S.1\r\n\r\n')) {
        get.write(Buffer.of(byte));
        await new Promise(setImmediate);
    }
    assert.equal((await log.next('message')).data, 'é☕🙂');
    assert.deepEqual(log.unseen, []);
});

test('event stream: cut in the middle of an event, it goes on after the last whole one', async t => {
    const {mock, log, get} = await streaming(t);
    get.write('data: a\nid: S.1\n\ndata: b\nid: S.2\nda');
    assert.equal((await log.next('message')).data, 'a');
    get.cut();
    await log.next('offline');
    const again = await mock.next('GET');
    assert.equal(again.request.url, '/chat?cursor=S.1');
    again.stream('data: b\nid: S.2\n\n');
    assert.equal((await log.next('open')).resumed, true);
    assert.equal((await log.next('message')).data, 'b');
    again.write(opening('S'));
    again.end();
    await log.next('offline');
});

for (const transport of [ES, LP]) {
    test(`${transport}: 410 begins anew, what waited is refused`, async t => {
        const {mock, link, log, get} = await (transport === ES ? streaming(t) : polling(t));
        get.cut();
        await log.next('offline');
        const waiting = link.send('for the old one');
        (await mock.next('GET')).answer(410, 'the session is gone');
        await assert.rejects(waiting, {status: 410, message: 'the session is gone', uncertain: false});
        const anew = await mock.next('GET');
        assert.equal(anew.request.url, '/chat');
        transport === ES ? anew.stream(opening('T')) : anew.json({session: 'T', cursor: 'T.0', messages: []});
        assert.equal((await log.next('open')).resumed, false);
    });

    test(`${transport}: 410 is the end with reconnect: false`, async t => {
        const {mock, log, get} = await (transport === ES ? streaming : polling)(t, {reconnect: false});
        get.cut();
        await log.next('offline');
        (await mock.next('GET')).answer(410, 'the session is gone');
        assert.equal((await log.next('error')).status, 410);
        await log.next('close');
    });

    test(`${transport}: what is said while it is cut off is sent when it goes on`, async t => {
        const {mock, link, log, get} = await (transport === ES ? streaming : polling)(t, {backoff: () => 1e6});
        get.cut();
        await log.next('offline');
        const waiting = link.send('patience');
        await settle();
        assert.deepEqual(mock.unseen, []);
        link.retry();
        const again = await mock.next('GET');
        assert.equal(again.query.get('cursor'), 'S.0');
        transport === ES ? again.stream() : again.json({cursor: 'S.0', messages: []});
        assert.equal((await log.next('open')).resumed, true);
        const first = transport === ES ? null : await mock.next('GET');
        const post = await mock.next('POST');
        assert.equal(String(post.body), 'patience');
        post.answer(204);
        await waiting;
        first?.cut();
    });
}

test('long poll: messages, bytes, and the cursor of each answer', async t => {
    const {mock, log, get} = await polling(t);
    assert.deepEqual(Object.fromEntries(get.query), {cursor: 'S.0', wait: '25'});
    get.json({cursor: 'S.3', messages: [{id: 'S.1', data: 'a'}, {id: 'S.2', binary: BASE64}, {id: 'S.3', data: ''}]});
    assert.equal((await log.next('message')).data, 'a');
    assert.deepEqual((await log.next('message')).data, BYTES);
    assert.equal((await log.next('message')).data, '');
    assert.equal((await mock.next('GET')).query.get('cursor'), 'S.3');
});

test('long poll: an answer that breaks off is asked for again', async t => {
    const {mock, log, get} = await polling(t);
    get.response.writeHead(200, {'Content-Type': 'application/json', 'Content-Length': 1000});
    get.write('{"cursor":"S.1","messages":[{"id":"S.1","data":"a"}');
    await settle();
    get.cut();
    await log.next('offline');
    const again = await mock.next('GET');
    assert.deepEqual(Object.fromEntries(again.query), {cursor: 'S.0', wait: '0'});
    again.json({cursor: 'S.1', messages: [{id: 'S.1', data: 'a'}]});
    assert.equal((await log.next('open')).resumed, true);
    assert.equal((await log.next('message')).data, 'a');
});

for (const [transport, say] of [
    [ES, (get, code) => get.write(`data: last\nid: S.1\n\nevent: close\ndata: {"code":${code},"reason":"so"}\n\n`)],
    [LP, (get, code) => get.json({cursor: 'S.1', messages: [{id: 'S.1', data: 'last'}], closed: {code, reason: 'so'}})],
]) {
    test(`${transport}: a close of the server ends it, after its last message`, async t => {
        const {link, log, get} = await (transport === ES ? streaming : polling)(t);
        say(get, 4002);
        assert.equal((await log.next('message')).data, 'last');
        const close = await log.next('close');
        assert.deepEqual([close.code, close.reason, close.wasClean], [4002, 'so', true]);
        await assert.rejects(link.send('x'), /not connected/);
    });

    test(`${transport}: a server that goes away is asked for a new conversation`, async t => {
        const {mock, log, get} = await (transport === ES ? streaming : polling)(t);
        say(get, 1001);
        await log.next('message');
        assert.equal((await log.next('offline')).code, 1001);
        assert.equal((await mock.next('GET')).request.url, '/chat');
    });
}

test('POST: one at a time, in order, with their types', async t => {
    const {mock, link} = await streaming(t);
    const sent = ['a ☕', BYTES, ''].map(data => link.send(data));
    const bodies = [];
    for (let i = 0; i < 3; i++) {
        const post = await mock.next('POST');
        await settle();
        assert.deepEqual(mock.unseen, []);
        assert.equal(post.query.get('session'), 'S');
        bodies.push([post.headers['content-type'], [...post.body]]);
        post.answer(204);
    }
    await Promise.all(sent);
    assert.equal(link.bufferedAmount, 0);
    assert.deepEqual(bodies, [
        ['text/plain;charset=utf-8', [...Buffer.from('a ☕')]],
        ['application/octet-stream', [...BYTES]],
        ['text/plain;charset=utf-8', []],
    ]);
});

test('POST: 503, 429, 425 and 408 are tried again, after Retry-After', async t => {
    const backoffs = [];
    const {mock, link} = await streaming(t, {backoff: failures => backoffs.push(failures) && 1});
    const sent = [link.send('a'), link.send('b')];
    for (const status of [503, 429, 425, 408]) {
        const post = await mock.next('POST');
        assert.equal(String(post.body), 'a');
        post.answer(status, 'busy', {'Retry-After': status === 503 ? '1' : '0'});
    }
    (await mock.next('POST')).answer(204);
    const last = await mock.next('POST');
    assert.equal(String(last.body), 'b');
    last.answer(204);
    await Promise.all(sent);
    assert.deepEqual(backoffs, [0, 1, 2, 3]);
});

test('POST: what was refused is told, and the next goes on', async t => {
    const {mock, link} = await streaming(t);
    const [large, failed, small] = ['large', 'failed', 'small'].map(data => link.send(data));
    (await mock.next('POST')).answer(413, 'too large');
    await assert.rejects(large, error => error instanceof RtCommError && error.status === 413 && !error.uncertain
        && error.message === 'too large');
    (await mock.next('POST')).answer(500, 'the handler failed');
    await assert.rejects(failed, {status: 500, uncertain: false});
    (await mock.next('POST')).answer(204);
    await small;
});

test('POST: without an answer it is uncertain, and not sent again', async t => {
    const {mock, link} = await streaming(t);
    const [first, second, third] = ['first', 'second', 'third'].map(data => link.send(data));
    (await mock.next('POST')).cut();
    await assert.rejects(first, {status: 0, uncertain: true});
    (await mock.next('POST')).answer(502, 'the proxy lost it');
    await assert.rejects(second, {status: 502, uncertain: true});
    const post = await mock.next('POST');
    assert.equal(String(post.body), 'third');
    post.answer(204);
    await third;
});

test('POST: one that hangs is uncertain after the timeout', async t => {
    const {mock, link, get} = await streaming(t, {timeout: 500});
    const beat = setInterval(() => get.write(':\n'), 100);
    t.after(() => clearInterval(beat));
    const sent = link.send('x');
    const post = await mock.next('POST');
    await assert.rejects(sent, {uncertain: true});
    await post.left;
});

test('POST: 410 begins anew at once', async t => {
    const {mock, link, log, get} = await streaming(t);
    const sent = [link.send('a'), link.send('b')];
    (await mock.next('POST')).answer(410, 'gone');
    await assert.rejects(sent[0], {status: 410});
    await assert.rejects(sent[1], /gone|not connected/);
    await get.left;
    let next = await mock.next('GET');
    next.stream(opening('T'));
    assert.equal((await log.next('open')).resumed, false);
    link.send('c');
    assert.equal((await mock.next('POST')).query.get('session'), 'T');
});

test('the queue has a limit', async t => {
    const {mock, link, log} = await begin(t, ES, {queueLimit: 10});
    const kept = link.send('12345');
    link.send('67890').catch(() => {});
    await assert.rejects(link.send('x'), /too much/);
    (await mock.next('GET')).stream(opening('S'));
    await log.next('open');
    (await mock.next('POST')).answer(204);
    await kept;
    link.send('abcde');
    assert.equal(link.bufferedAmount, 10);
});

test('closing sends what waits, then leaves', async t => {
    const {mock, link, log, get} = await streaming(t);
    const sent = [link.send('a'), link.send('b')];
    const closed = link.close(3001, 'done');
    for (const text of ['a', 'b']) {
        const post = await mock.next('POST');
        assert.equal(String(post.body), text);
        post.answer(204);
    }
    await Promise.all(sent);
    const leave = await mock.next('DELETE');
    assert.equal(leave.query.get('session'), 'S');
    leave.answer(204);
    const close = await log.next('close');
    assert.deepEqual([close.code, close.reason, close.wasClean], [3001, 'done', true]);
    await closed;
    await get.left;
});

test('closing does not wait for a server that hangs', async t => {
    const {mock, link, log} = await streaming(t, {connectTimeout: 1500});
    const sent = link.send('a');
    link.close();
    await mock.next('POST');
    await mock.next('DELETE');
    assert.equal((await log.next('close')).wasClean, false);
    await assert.rejects(sent, {uncertain: true});
});

test('a server that is asked to go on and begins anew is believed', async t => {
    const {mock, log, get} = await streaming(t);
    get.end();
    await log.next('offline');
    (await mock.next('GET')).stream(opening('T'));
    await log.next('open');
    assert.equal((await log.next('open')).resumed, false);
});

test('messages can be iterated over; leaving the loop closes', async t => {
    const {mock, link, get} = await streaming(t);
    const texts = [];
    get.write('data: a\nid: S.1\n\ndata: b\nid: S.2\n\ndata: c\nid: S.3\n\n');
    const done = mock.next('DELETE').then(exchange => exchange.answer(204));
    for await (const {data} of link) {
        texts.push(data);
        if (texts.length === 2) {
            break;
        }
    }
    assert.deepEqual(texts, ['a', 'b']);
    assert.equal(link.readyState, 3);
    await done;
    for await (const event of link) {
        assert.fail(event.type);
    }
});

test('a refusal ends an iteration by throwing, a close by ending', async t => {
    const {mock, link} = await begin(t, ES);
    const loop = (async () => {
        for await (const event of link) {
            assert.fail(event.type);
        }
    })();
    (await mock.next('GET')).answer(403, 'not you');
    await assert.rejects(loop, {status: 403, message: 'not you'});
    const other = await streaming(t);
    const all = (async () => {
        const texts = [];
        for await (const {data} of other.link) {
            texts.push(data);
        }
        return texts;
    })();
    other.get.write('data: a\nid: S.1\n\nevent: close\ndata: {"code":1000,"reason":""}\n\n');
    assert.deepEqual(await all, ['a']);
});
