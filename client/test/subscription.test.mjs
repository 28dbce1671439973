/* Feeds: cursors and gaps on each transport, and publishing. */
import assert from 'node:assert/strict';
import test from 'node:test';
import {publish, subscribe} from '../rtcomm.js';
import {AT_ONCE, ES, LP, Mock, Record, WS, WebSocket, settle} from './mock.mjs';

async function begin(t, transport, options) {
    const mock = await Mock.start(t);
    const link = subscribe(mock.url, {transports: [transport], WebSocket, ...AT_ONCE, ...options});
    return {mock, link, log: new Record(t, link)};
}

const accept = {handleProtocols: () => 'rtcomm.json'};
const fields = ({channel, id, event, data, cursor}) => [channel, id, event, data, cursor];
const item = (channel, id, data, more) => ({channel, id, event: null, data, binary: false, ...more});

test('event stream: the first block sets the cursor, then publications', async t => {
    const {mock, link, log} = await begin(t, ES, {history: 5});
    const get = await mock.next('GET');
    assert.equal(get.request.url, '/chat?history=5');
    get.stream('retry: 2000\nid: e:4\n\n');
    const open = await log.next('open');
    assert.deepEqual([open.transport, open.resumed], [ES, false]);
    await settle();
    assert.equal(link.cursor, 'e:4');
    get.write('id: e:5\ndata: a\n\nid: e:6\nevent: price\ndata: b\ndata: c\n\nid: e:7\nevent: binary\ndata: AP8=\n\n');
    assert.deepEqual(fields(await log.next('message')), [null, 'e:5', null, 'a', 'e:5']);
    assert.deepEqual(fields(await log.next('message')), [null, 'e:6', 'price', 'b\nc', 'e:6']);
    assert.deepEqual(fields(await log.next('message')), [null, 'e:7', null, Uint8Array.of(0, 255), 'e:7']);
    get.write('id: e:8\nevent: binary\ndata: not base64!\n\n');
    assert.equal((await log.next('message')).data, 'not base64!');
});

test('event stream: cut in the middle of an event, it goes on after the last whole one', async t => {
    const {mock, log, link} = await begin(t, ES, {history: 5});
    const get = (await mock.next('GET')).stream('id: e:4\n\nid: e:5\ndata: a\n\nid: e:6\ndata: b\n');
    await log.next('open');
    await log.next('message');
    get.cut();
    await log.next('offline');
    const again = await mock.next('GET');
    assert.equal(again.request.url, '/chat?cursor=e%3A5');
    again.stream('retry: 1\nid: e:5\n\nid: e:6\ndata: b\n\n');
    assert.equal((await log.next('open')).resumed, true);
    assert.equal((await log.next('message')).data, 'b');
    assert.equal(link.cursor, 'e:6');
});

test('event stream: a gap is told before what follows it', async t => {
    const {mock, log, link} = await begin(t, ES, {cursor: 'old:9'});
    (await mock.next('GET')).stream('retry: 1\nid: e:100\nevent: gap\ndata: {"cursor":"e:100"}\n\nid: e:101\ndata: a\n\n');
    await log.next('open');
    const gap = await log.next('gap');
    assert.deepEqual([gap.from, gap.to], ['old:9', 'e:100']);
    assert.equal((await log.next('message')).cursor, 'e:101');
    assert.equal(link.cursor, 'e:101');
});

test('event stream: a gap is from the cursor that was asked for, or from the last message', async t => {
    const {mock, log} = await begin(t, ES, {cursor: 'old:9'});
    const get = await mock.next('GET');
    get.stream('id: e:100\n\nid: e:100\nevent: gap\ndata: {"cursor":"e:100"}\n\nid: e:101\ndata: a\n\n');
    await log.next('open');
    assert.equal((await log.next('gap')).from, 'old:9');
    await log.next('message');
    get.write('event: gap\nid: e:200\ndata: {"cursor":"e:200"}\n\n');
    const gap = await log.next('gap');
    assert.deepEqual([gap.from, gap.to], ['e:101', 'e:200']);
});

test('event stream: of several channels, the one whose part moved', async t => {
    const {mock, log} = await begin(t, ES, {channels: ['a', 'b c'], transports: [ES]});
    const get = await mock.next('GET');
    assert.equal(get.request.url, '/chat?channel=a&channel=b+c');
    get.stream('id: e:1,f:7\n\nid: e:1,f:8\ndata: x\n\nid: e:2,f:8\ndata: y\n\n');
    await log.next('open');
    assert.deepEqual(fields(await log.next('message')), ['b c', 'f:8', null, 'x', 'e:1,f:8']);
    assert.deepEqual(fields(await log.next('message')), ['a', 'e:2', null, 'y', 'e:2,f:8']);
});

test('event stream: any other event stream can be read as well', async t => {
    const {mock, log} = await begin(t, ES);
    (await mock.next('GET')).stream('data: a\n\nevent: tick\ndata: b\nid: 7\n\n').end();
    await log.next('open');
    assert.deepEqual(fields(await log.next('message')), [null, null, null, 'a', null]);
    assert.deepEqual(fields(await log.next('message')), [null, '7', 'tick', 'b', '7']);
    await log.next('offline');
    assert.equal((await mock.next('GET')).query.get('cursor'), '7');
});

test('long poll: first the cursor, then what comes', async t => {
    const {mock, link, log} = await begin(t, LP, {history: 1});
    const first = await mock.next('GET');
    assert.equal(first.request.url, '/chat?history=1');
    first.json({cursor: 'e:4', messages: [item('news', 'e:4', 'old')], gap: false});
    await log.next('open');
    assert.deepEqual(fields(await log.next('message')), ['news', 'e:4', null, 'old', 'e:4']);
    const poll = await mock.next('GET');
    assert.equal(poll.request.url, '/chat?cursor=e%3A4&wait=25');
    poll.json({cursor: 'e:6', messages: [item('news', 'e:5', 'AP8=', {binary: true, event: 'n'}), item('news', 'e:6', 'z')], gap: false});
    assert.deepEqual(fields(await log.next('message')), ['news', 'e:5', 'n', Uint8Array.of(0, 255), 'e:5']);
    assert.deepEqual(fields(await log.next('message')), ['news', 'e:6', null, 'z', 'e:6']);
    const lost = await mock.next('GET');
    lost.cut();
    await log.next('offline');
    const again = await mock.next('GET');
    assert.equal(again.request.url, '/chat?cursor=e%3A6&wait=0');
    again.json({cursor: 'e:6', messages: [], gap: false});
    assert.equal((await log.next('open')).resumed, true);
    assert.equal(link.cursor, 'e:6');
});

test('long poll: a gap names from where it goes on', async t => {
    const {mock, log} = await begin(t, LP, {channels: ['a', 'b'], cursor: 'old:1,f:1'});
    (await mock.next('GET')).json({cursor: 'e:9,f:2', gap: true, from: 'e:8,f:1',
        messages: [item('a', 'e:9', 'x'), item('b', 'f:2', 'y')]});
    await log.next('open');
    const gap = await log.next('gap');
    assert.deepEqual([gap.from, gap.to], ['old:1,f:1', 'e:8,f:1']);
    assert.equal((await log.next('message')).cursor, 'e:9,f:1');
    assert.equal((await log.next('message')).cursor, 'e:9,f:2');
});

test('long poll: within a first answer with history of several channels, no message has a cursor', async t => {
    const {mock, link, log} = await begin(t, LP, {channels: ['a', 'b'], history: 2});
    (await mock.next('GET')).json({cursor: 'e:9,f:2', gap: false, messages: [item('a', 'e:9', 'x'), item('b', 'f:2', 'y')]});
    await log.next('open');
    assert.equal((await log.next('message')).cursor, null);
    assert.equal((await log.next('message')).cursor, null);
    await mock.next('GET');
    assert.equal(link.cursor, 'e:9,f:2');
});

test('WebSocket: a state first, then publications, and a gap between', async t => {
    const {mock, link, log} = await begin(t, WS, {channels: ['a', 'b'], cursor: 'e:1,f:1'});
    const upgrade = await mock.next('UPGRADE');
    assert.equal(upgrade.request.url, '/chat?cursor=e%3A1%2Cf%3A1&channel=a&channel=b');
    assert.equal(upgrade.headers['sec-websocket-protocol'], 'rtcomm.json');
    const peer = await upgrade.accept(accept);
    await settle();
    assert.deepEqual(log.unseen, []);
    peer.say({cursor: 'e:1,f:1', gap: false});
    assert.equal((await log.next('open')).resumed, true);
    peer.say(item('b', 'f:2', 'x'));
    assert.deepEqual(fields(await log.next('message')), ['b', 'f:2', null, 'x', 'e:1,f:2']);
    peer.say({cursor: 'g:1,f:2', gap: true});
    const gap = await log.next('gap');
    assert.deepEqual([gap.from, gap.to], ['e:1,f:2', 'g:1,f:2']);
    peer.say(item('a', 'g:2', 'AP8=', {binary: true, event: 'n'}));
    assert.deepEqual(fields(await log.next('message')), ['a', 'g:2', 'n', Uint8Array.of(0, 255), 'g:2,f:2']);
    peer.terminate();
    await log.next('offline');
    assert.equal((await mock.next('UPGRADE')).query.get('cursor'), 'g:2,f:2');
    assert.equal(link.cursor, 'g:2,f:2');
});

test('WebSocket: a gap at once', async t => {
    const {mock, log} = await begin(t, WS, {cursor: 'old:1'});
    (await (await mock.next('UPGRADE')).accept(accept)).say({cursor: 'e:3', gap: true});
    await log.next('open');
    assert.deepEqual([(await log.next('gap')).to], ['e:3']);
});

test('WebSocket: a server that does not speak the subprotocol, or JSON, is left', async t => {
    const {mock, log} = await begin(t, WS, {transports: [WS, LP]});
    const peer = await (await mock.next('UPGRADE')).accept({handleProtocols: () => false});
    await peer.closed;
    (await mock.next('GET')).json({cursor: 'e:0', messages: [], gap: false});
    assert.equal((await log.next('open')).transport, LP);
    const other = await begin(t, WS);
    const broken = await (await other.mock.next('UPGRADE')).accept(accept);
    broken.say('{"cursor');
    await other.log.next('offline');
    await broken.closed;
});

test('the cursor of one transport is good for the others', async t => {
    const {mock, log} = await begin(t, WS, {transports: [WS, ES, LP]});
    const peer = await (await mock.next('UPGRADE')).accept(accept);
    peer.say({cursor: 'e:1', gap: false});
    await log.next('open');
    peer.say(item('a', 'e:2', 'x'));
    await log.next('message');
    peer.terminate();
    await log.next('offline');
    for (let i = 0; i < 4; i++) {
        (await mock.next('UPGRADE')).refuse(502, '');
        await log.next('offline');
    }
    (await mock.next('UPGRADE')).refuse(502, '');
    const get = await mock.next('GET');
    assert.equal(get.query.get('cursor'), 'e:2');
    get.cut();
    const poll = await mock.next('GET');
    assert.equal(poll.query.get('cursor'), 'e:2');
    poll.json({cursor: 'e:2', messages: [], gap: false});
    assert.deepEqual([(await log.next('open')).resumed], [true]);
});

test('a cursor that the server says is gone is a gap of unknown size', async t => {
    const {mock, log} = await begin(t, LP, {cursor: 'old:1'});
    (await mock.next('GET')).answer(410, 'gone');
    const gap = await log.next('gap');
    assert.deepEqual([gap.from, gap.to], ['old:1', null]);
    assert.equal((await mock.next('GET')).request.url, '/chat');
});

test('a wrong cursor is the last word', async t => {
    const {mock, log} = await begin(t, ES, {cursor: 'nonsense'});
    (await mock.next('GET')).answer(400, 'no such cursor');
    assert.equal((await log.next('error')).message, 'no such cursor');
    await log.next('close');
});

test('a WebSocket that the server closes with the last word', async t => {
    const {mock, link, log} = await begin(t, WS, {transports: [WS, LP]});
    const peer = await (await mock.next('UPGRADE')).accept(accept);
    peer.close(1008, 'not you');
    const close = await log.next('close');
    assert.deepEqual([close.code, close.reason], [1008, 'not you']);
    assert.equal(link.readyState, 3);
});

test('closing a subscription ends its request, its stream or its socket', async t => {
    const stream = await begin(t, ES);
    const get = (await stream.mock.next('GET')).stream('id: e:1\n\n');
    await stream.log.next('open');
    stream.link.close();
    assert.equal((await stream.log.next('close')).wasClean, true);
    await get.left;
    const socket = await begin(t, WS);
    const peer = await (await socket.mock.next('UPGRADE')).accept(accept);
    peer.say({cursor: 'e:1', gap: false});
    await socket.log.next('open');
    socket.link.close(4000, 'enough');
    assert.deepEqual(await peer.closed, {code: 4000, reason: 'enough'});
    await socket.log.next('close');
    const poll = await begin(t, LP);
    const exchange = await poll.mock.next('GET');
    poll.link.close();
    await poll.log.next('close');
    await exchange.left;
});

test('an iteration yields publications and gaps', async t => {
    const {mock, link} = await begin(t, ES, {cursor: 'old:1'});
    mock.next('GET').then(get => get.stream('id: e:3\nevent: gap\ndata: {"cursor":"e:3"}\n\nid: e:4\ndata: a\n\n'));
    const seen = [];
    for await (const event of link) {
        seen.push([event.type, event.data ?? event.to]);
        if (event.type === 'message') {
            break;
        }
    }
    assert.deepEqual(seen, [['gap', 'e:3'], ['message', 'a']]);
});

test('publishing', async t => {
    const mock = await Mock.start(t);
    const first = publish(mock.url, 'ä', {secret: 's3', event: 'price'});
    const post = await mock.next('POST');
    assert.deepEqual([post.headers.authorization, post.headers['rtcomm-event'], post.headers['content-type'], String(post.body)],
        ['Bearer s3', 'price', 'text/plain;charset=utf-8', 'ä']);
    post.json({id: 'e:1', receivers: 3});
    assert.deepEqual(await first, {id: 'e:1', receivers: 3});
    const second = publish(mock.url, Uint8Array.of(0, 255), {headers: {'X-A': 'b'}});
    const binary = await mock.next('POST');
    assert.deepEqual([binary.headers.authorization, binary.headers['rtcomm-event'], binary.headers['content-type'],
        binary.headers['x-a'], [...binary.body]], [undefined, undefined, 'application/octet-stream', 'b', [0, 255]]);
    binary.answer(401, 'the secret is wrong');
    await assert.rejects(second, {status: 401, message: 'the secret is wrong', uncertain: false});
    const third = publish(mock.url, 'x');
    (await mock.next('POST')).cut();
    await assert.rejects(third, {status: 0, uncertain: true});
    await assert.rejects(publish(mock.url, 'x', {signal: AbortSignal.abort()}));
});
