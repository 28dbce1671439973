/* npm's ws over TLS. See run-tls. */
import {readFileSync} from 'node:fs';
import {ROOT, check, checkSoon, php, require, run, same, start, stop} from './peers.mjs';

const WebSocket = require('ws');
const ca = readFileSync(`${ROOT}/tests/tls/certificates/ca.pem`);
const options = {ca, servername: 'localhost', perMessageDeflate: false};

async function echo(url, more) {
    const socket = new WebSocket(`${url}echo`, {...options, ...more});
    const received = [];
    let code = 0;
    socket.on('message', data => received.push(data));
    socket.on('close', value => code = value);
    await new Promise((resolve, reject) => {
        socket.on('open', resolve);
        socket.on('error', reject);
    });
    const sent = [0, 1, 125, 16384, 65536, 1 << 20].map(size => Buffer.alloc(size, 'abc'));
    sent.forEach(data => socket.send(data));
    const name = more.maxVersion;
    await checkSoon(`${name}: all is echoed`, () => received.length === sent.length);
    check(`${name}: as it was`, received.every((data, number) => data.equals(sent[number])));
    socket.close(4000, 'enough');
    await checkSoon(`${name}: the close is echoed`, () => code === 4000);
}

async function refused(url) {
    const socket = new WebSocket(`${url}echo`, {...options, ca: undefined});
    const error = await new Promise(resolve => socket.on('error', resolve));
    same('an authority that the client does not know', error.code, 'UNABLE_TO_VERIFY_LEAF_SIGNATURE');
}

await run(async () => {
    const server = await start(php(`${ROOT}/tests/peers/apps/tls.php`), /(wss:\/\/127\.0\.0\.1:\d+\/)/);
    await echo(server.match[1], {maxVersion: 'TLSv1.2'});
    await echo(server.match[1], {maxVersion: 'TLSv1.3'});
    await refused(server.match[1]);
    check('the server stops when it is told to', await stop(server));
}, 200);
