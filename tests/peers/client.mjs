/* client/rtcomm.js and the real server, with a proxy between them that cuts connections. See run-client-js. */
import net from 'node:net';
import {connect, publish, subscribe} from '../../client/rtcomm.js';
import {ROOT, check, checkSoon, php, require, run, same, sleep, start, stop, until} from './peers.mjs';

const WebSocket = require('ws');
const ALL = ['websocket', 'event-stream', 'long-poll'];
const COUNT = 400;
const READY = /ready at (http:\/\/127\.0\.0\.1:(\d+)\/)/;
const options = {WebSocket, backoff: () => Math.random() * 30};
const server = address => start(php(`${ROOT}/tests/peers/apps/client.php`, address), READY);

/* Passes bytes on, unless the first ones are refused; cut() ends all connections at once. */
async function proxy(port, refuses = () => false) {
    const sockets = new Set();
    const listener = net.createServer({allowHalfOpen: true}, near => {
        const far = net.connect({port, host: '127.0.0.1', allowHalfOpen: true});
        for (const [socket, other] of [[near, far], [far, near]]) {
            sockets.add(socket);
            socket.on('error', () => {});
            socket.on('close', () => {
                sockets.delete(socket);
                other.destroy();
            });
            socket.on('end', () => other.end());
        }
        far.on('data', bytes => near.write(bytes));
        near.on('data', bytes => refuses(String(bytes)) ? near.destroy() : far.write(bytes));
    });
    await new Promise(resolve => listener.listen(0, '127.0.0.1', resolve));
    return {
        url: `http://127.0.0.1:${listener.address().port}/`,
        cut: () => sockets.forEach(socket => socket.destroy()),
        close: () => {
            listener.close();
            sockets.forEach(socket => socket.destroy());
        },
    };
}

function record(link) {
    const seen = {data: [], gaps: [], opens: [], closes: [], errors: []};
    link.addEventListener('message', ({data}) => seen.data.push(typeof data === 'string' ? data : [...data]));
    link.addEventListener('gap', ({from, to}) => seen.gaps.push([from, to]));
    link.addEventListener('open', ({transport, resumed}) => seen.opens.push([transport, resumed]));
    link.addEventListener('close', ({code, reason, wasClean}) => seen.closes.push([code, reason, wasClean]));
    link.addEventListener('error', ({message}) => seen.errors.push(message));
    return seen;
}

const numbers = Array.from({length: COUNT}, (_, number) => String(number));

async function conversation(transport, {match, output}) {
    console.log(`-- a conversation by ${transport}`);
    const between = await proxy(Number(match[2]));
    const link = connect(`${between.url}talk`, {...options, transports: [transport]});
    const seen = record(link);
    await Promise.all(['one', 'two ☕', '', Uint8Array.of(0, 255, 10), 'three\nlines\n'].map(data => link.send(data)));
    await checkSoon('all is echoed', () => seen.data.length === 6);
    same('in order, as it was', seen.data, [`by ${transport}`, 'one', 'two ☕', '', [10, 255, 0], 'three\nlines\n']);

    seen.data.length = 0;
    await link.send(`count ${COUNT}`);
    if (transport !== 'websocket') {
        for (let i = 0; i < 10; i++) {
            await sleep(40);
            between.cut();
        }
        await checkSoon('nothing that was sent while it was cut ten times is lost', () => seen.data.length >= COUNT, 20000);
        same('or repeated', seen.data, numbers);
        check('it was cut', seen.opens.length > 1, String(seen.opens.length));
        check('it was one conversation', seen.opens.slice(1).every(([, resumed]) => resumed));
    } else {
        await checkSoon('all of many messages come', () => seen.data.length >= COUNT, 20000);
        same('in order', seen.data, numbers);
        between.cut();
        await checkSoon('after a cut it begins anew', () => seen.opens.length === 2);
        same('and says so', seen.opens[1], [transport, false]);
    }

    seen.data.length = 0;
    await until(() => link.readyState === 1);
    link.send('close 4001 enough of that');
    await checkSoon('the server can close', () => seen.closes.length === 1);
    same('with a code and a reason', seen.closes, [[4001, 'enough of that', true]]);
    same('after what it had said', seen.data.at(-1), 'last');

    const other = connect(`${between.url}talk`, {...options, transports: [transport]});
    await other.send('x');
    const before = output().split('\n').filter(line => line.startsWith(`closed ${transport}`)).length;
    await other.close();
    await checkSoon('the server is told of a close',
        () => output().split('\n').filter(line => line.startsWith(`closed ${transport}`)).length > before);
    same('nothing was refused', seen.errors, []);
    between.close();
}

async function feed(transport, {match}) {
    console.log(`-- a feed by ${transport}`);
    const between = await proxy(Number(match[2]));
    const channel = `cut-${transport}`;
    const link = subscribe(`${between.url}feed/${channel}`, {...options, transports: [transport]});
    const seen = record(link);
    await checkSoon('it opens', () => seen.opens.length === 1);
    let receivers = 0;
    for (const number of numbers) {
        ({receivers} = await publish(`${match[1]}feed/${channel}`, number, {secret: 'a-secret'}));
        if (number % 40 === 20) {
            between.cut();
        }
    }
    check('publishing tells the receivers', receivers === 0 || receivers === 1, String(receivers));
    await checkSoon('all comes, though it was cut ten times', () => seen.data.length >= COUNT, 20000);
    same('once and in order', seen.data, numbers);
    same('without a gap', seen.gaps, []);
    check('it was cut', seen.opens.length > 1, String(seen.opens.length));

    const late = subscribe(`${between.url}feed/${channel}`, {...options, transports: [transport], history: 3});
    const last = record(late);
    await checkSoon('the history is read', () => last.data.length === 3);
    same('its last ones', last.data, numbers.slice(-3));
    await late.close();

    const wrong = await publish(`${match[1]}feed/${channel}`, 'x', {secret: 'wrong'}).catch(error => error);
    check('a wrong secret is refused', wrong.status === 401 || wrong.status === 403, String(wrong.status));
    await link.close();
    between.close();
}

/* Of several channels, and over a restart, which begins the numbering anew. */
async function restart(first) {
    console.log('-- several channels, and a restart');
    const links = ALL.map(transport => subscribe(`${first.match[1]}feeds`,
        {...options, transports: [transport], channels: ['left', 'right']}));
    const records = links.map(record);
    const items = links.map(link => {
        const list = [];
        link.addEventListener('message', ({channel, data}) => list.push(`${channel} ${data}`));
        return list;
    });
    await checkSoon('all open', () => records.every(({opens}) => opens.length === 1));
    for (const [channel, data] of [['left', '1'], ['right', '2'], ['right', '3'], ['left', '4']]) {
        await publish(`${first.match[1]}feed/${channel}`, data, {secret: 'a-secret'});
    }
    await checkSoon('all hear all', () => items.every(list => list.length === 4));
    for (const [index, list] of items.entries()) {
        same(`${ALL[index]} tells the channels`, list, ['left 1', 'right 2', 'right 3', 'left 4']);
    }
    const cursors = links.map(({cursor}) => cursor);
    check('a cursor is the same on each transport', new Set(cursors).size === 1, cursors.join(' '));
    await stop(first);
    const second = await server(`127.0.0.1:${first.match[2]}`);
    await checkSoon('each is told of the gap', () => records.every(({gaps}) => gaps.length === 1), 20000);
    check('from where it was', records.every(({gaps}, index) => gaps[0]?.[0] === cursors[index]));
    await Promise.all(links.map(link => link.close()));
    return second;
}

async function fallback({match}) {
    console.log('-- a proxy that passes no upgrade');
    const between = await proxy(Number(match[2]), head => /^upgrade: websocket/im.test(head));
    const link = connect(`${between.url}talk`, options);
    const seen = record(link);
    await checkSoon('the event stream is used', () => seen.opens.length === 1);
    same('at once', seen.opens, [['event-stream', false]]);
    await link.close();
    between.close();
}

await run(async () => {
    let app = await server('127.0.0.1:0');
    const stream = await fetch(`${app.match[1]}talk`, {headers: {Accept: 'text/event-stream'}});
    await stream.body.cancel();
    const whole = stream.ok;
    for (const transport of ALL.slice(0, whole ? 3 : 1)) {
        await conversation(transport, app);
    }
    if (whole) {
        await fallback(app);
    } else {
        console.log('this server has conversations over WebSockets only');
    }
    if (app.output().includes('feeds')) {
        for (const transport of ALL) {
            await feed(transport, app);
        }
        app = await restart(app);
    } else {
        console.log('this server has no feeds');
    }
    check('the server stops when it is told to', await stop(app));
}, 400);
