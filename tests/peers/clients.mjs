/* npm's ws as a client. See run-clients. */
import {randomBytes} from 'node:crypto';
import {unlinkSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {ROOT, check, checkSoon, php, require, run, same, start, stop, until} from './peers.mjs';

const WebSocket = require('ws');
const SIZES = [0, 1, 125, 126, 127, 65535, 65536, 65537, 262144, 1048575, 1048576];

/* An open client: messages and pongs are collected; end resolves to [code, reason]. */
function open(url, protocols = [], options = {}) {
    const socket = new WebSocket(url, protocols, options);
    const client = {socket, messages: [], pongs: [], pings: [], error: null};
    client.end = new Promise(resolve => socket.on('close', (code, reason) => resolve([code, reason.toString()])));
    socket.on('message', (data, binary) => client.messages.push(binary ? data : data.toString()));
    socket.on('ping', data => client.pings.push(data.toString()));
    socket.on('pong', data => client.pongs.push(data.toString()));
    socket.on('error', error => client.error = error);
    client.opened = new Promise((resolve, reject) => socket.on('open', () => resolve(client)).on('error', reject));
    return client.opened;
}

async function echo(url) {
    const client = await open(url);
    check('ws: compression that was offered is declined', client.socket.extensions === '');
    for (const size of SIZES) {
        const text = 'é'.repeat(size >> 1) + 'x'.repeat(size & 1);
        client.socket.send(text);
        await checkSoon(`ws: text of ${size} bytes`, () => client.messages.shift() === text);
        const bytes = randomBytes(size);
        client.socket.send(bytes);
        await checkSoon(`ws: ${size} bytes`, () => client.messages.shift()?.equals?.(bytes));
    }
    for (const size of [0, 1, 125, 126, 65536]) {
        const parts = [randomBytes(size), randomBytes(size), Buffer.alloc(0), randomBytes(size)];
        parts.forEach((part, index) => client.socket.send(part, {fin: index === parts.length - 1}));
        await checkSoon(`ws: four fragments of ${size} bytes`, () => client.messages.shift()?.equals?.(Buffer.concat(parts)));
    }
    for (let number = 0; number < 20; number++) {
        client.socket.ping(`ping ${number}`);
    }
    await until(() => client.pongs.length === 20);
    same('ws: pongs come in order', client.pongs, Array.from({length: 20}, (_, number) => `ping ${number}`));

    const many = Array.from({length: 5000}, (_, number) => `message ${number}`);
    many.forEach(text => client.socket.send(text));
    await until(() => client.messages.length === many.length, 15000);
    same('ws: 5000 messages without waiting, in order', client.messages.splice(0), many);

    client.socket.close(1000, 'done');
    same('ws: the close code is echoed', (await client.end)[0], 1000);

    const large = await open(url);
    large.socket.send(Buffer.alloc(1048577));
    same('ws: a message beyond the limit', (await large.end)[0], 1009);

    const crowd = await Promise.all(Array.from({length: 100}, () => open(url)));
    crowd.forEach((one, number) => one.socket.send(`I am ${number}`));
    await until(() => crowd.every(one => one.messages.length === 1));
    check('ws: 100 clients get their own echoes', crowd.every((one, number) => one.messages[0] === `I am ${number}`));
    crowd.forEach(one => one.socket.close());
    check('ws: and their closes', (await Promise.all(crowd.map(one => one.end))).every(([code]) => code === 1005));
}

async function subprotocols(url) {
    const select = async (offered, options) => (await open(`${url}?name=s`, offered, options)).socket;
    same('ws: no subprotocol', (await select([])).protocol, '');
    same('ws: the only one in common', (await select(['zeta', 'alpha'])).protocol, 'alpha');
    const both = (await select(['alpha', 'beta'])).protocol;
    check('ws: one of two', both === 'alpha' || both === 'beta', both);
    let message = '';
    await open(`${url}?name=s`, ['zeta']).catch(error => message = error.message);
    same('ws: none in common selects none', message, 'Server sent no subprotocol');
}

async function closes(url, server) {
    const reports = () => server.output().split('\n').filter(line => line.startsWith('{')).map(line => JSON.parse(line));
    const report = async name => {
        const find = () => reports().filter(one => one.name === name);
        await until(() => find().length > 0);
        return find();
    };
    let number = 0;
    const client = async () => {
        const name = `ws-${++number}`;
        const one = await open(`${url}?name=${name}`);
        await until(() => one.messages.length === 1);
        return {...one, name};
    };
    for (const [code, reason] of [[1000, ''], [1001, 'going'], [1008, 'policy'], [3000, 'three'], [4999, 'ä'.repeat(61)]]) {
        const theirs = await client();
        theirs.socket.close(code, reason);
        same(`ws: our close ${code} is echoed`, (await theirs.end)[0], code);
        same(`ws: the handler is told of our close ${code}`, await report(theirs.name),
            [{name: theirs.name, code, reason, clean: true, byPeer: true}]);

        const ours = await client();
        ours.socket.send(`close ${code} ${reason}`);
        same(`ws: a server's close ${code} arrives`, await ours.end, [code, reason]);
        same(`ws: the handler is told of its own close ${code}`, await report(ours.name),
            [{name: ours.name, code, reason, clean: true, byPeer: false}]);
    }
    const silent = await client();
    silent.socket.close();
    same('ws: a close without a code is 1005', (await report(silent.name)).map(one => [one.code, one.clean]), [[1005, true]]);

    const cut = await client();
    cut.socket.terminate();
    same('ws: a connection that is cut is 1006, not clean, by the peer', await report(cut.name),
        [{name: cut.name, code: 1006, reason: '', clean: false, byPeer: true}]);

    const terminated = await client();
    terminated.socket.send('terminate');
    same('ws: terminate() ends TCP with no close frame', await terminated.end, [1006, '']);
    same('ws: and is reported once', (await report(terminated.name)).map(one => [one.clean, one.byPeer]), [[false, false]]);

    const last = await client();
    last.socket.send('sayAndClose');
    same('ws: what is sent before close() arrives before it', [await last.end, last.messages.slice(1)], [[4000, 'said'], ['last words']]);

    const burst = await client();
    burst.socket.send('burst 1000');
    await until(() => burst.messages.length === 1001);
    same('ws: 1000 messages from one callback', burst.messages.slice(1), Array.from({length: 1000}, (_, n) => `burst ${n + 1}`));
    burst.socket.send('ping data');
    await checkSoon('ws: a ping of the application arrives', () => burst.pings.includes('data'));
    burst.socket.send('ünïcode');
    await checkSoon('ws: text is told from binary', () => burst.messages.includes('text ünïcode'));
    burst.socket.send(Buffer.from('ünïcode'));
    await checkSoon('ws: binary is told from text', () => burst.messages.includes('binary 9'));

    await stop(server);
    same('ws: a server that stops says 1001', (await burst.end)[0], 1001);
    same('ws: and tells the handler', (await report(burst.name)).map(one => [one.code, one.byPeer]), [[1001, false]]);
}

await run(async () => {
    const server = await start(php(`${ROOT}/examples/echo.php`, '127.0.0.1:0'), /ws:\/\/\S+/);
    await echo(server.match[0]);
    check('the echo server stops when it is told to', await stop(server));

    const path = `${tmpdir()}/rtcomm-peers-${process.pid}.sock`;
    const local = await start(php(`${ROOT}/examples/echo.php`, `unix:${path}`), /ws:\/\//);
    const client = await open(`ws+unix://${path}:/`);
    client.socket.send('through a unix socket');
    await checkSoon('ws: a unix socket', () => client.messages.includes('through a unix socket'));
    await stop(local);
    try {
        unlinkSync(path);
    } catch {
        /* The server has removed it. */
    }

    const six = await start(php(`${ROOT}/examples/echo.php`, '[::1]:0'), /ws:\/\/\S+/).catch(() => null);
    if (six) {
        const client6 = await open(six.match[0]);
        client6.socket.send('six');
        await checkSoon('ws: IPv6', () => client6.messages.includes('six'));
        await stop(six);
    } else {
        console.log('skipped: no IPv6 here');
    }

    const reporting = await start(php(`${ROOT}/tests/peers/apps/report.php`, '127.0.0.1:0'), /ws:\/\/(\S+)\//);
    const url = `ws://${reporting.match[1]}/report`;
    await subprotocols(url);
    await closes(url, reporting);
}, 300);
