/*
 * npm's ws as a server that echoes compressed, with options by the path: "/" and JSON of perMessageDeflate. What begins
 * with "split:" comes back without that, in three frames. See deflate-client.php.
 */
import {createServer} from 'node:http';
import {require} from './peers.mjs';

const {WebSocketServer} = require('ws');
const http = createServer();

http.on('upgrade', (request, socket, head) => {
    const options = JSON.parse(decodeURIComponent(request.url.slice(1)));
    const server = new WebSocketServer({noServer: true, maxPayload: 1 << 20, perMessageDeflate: {threshold: 0, ...options}});
    server.handleUpgrade(request, socket, head, client => {
        client.on('error', error => console.log(String(error)));
        client.on('message', (data, binary) => {
            if (data.subarray(0, 6).toString() !== 'split:') {
                client.send(data, {binary});
                return;
            }
            const third = Math.floor((data.length - 6) / 3);
            client.send(data.subarray(6, 6 + third), {binary, fin: false});
            client.send(data.subarray(6 + third, 6 + 2 * third), {binary, fin: false});
            client.send(data.subarray(6 + 2 * third), {binary, fin: true});
        });
    });
});
http.listen(0, '127.0.0.1', () => console.log(`ws://127.0.0.1:${http.address().port}/`));
