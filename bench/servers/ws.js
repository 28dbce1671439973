'use strict';
/*
 * npm's ws. NODE_PATH names the node_modules directory it was installed in. BENCH_TLS=FILE: TLS with
 * FILE.pem and FILE.key. BENCH_DEFLATE=1: compression.
 */
const fs = require('fs');
const http = require('http');
const https = require('https');
const { WebSocket, WebSocketServer } = require('ws');

const files = process.env.BENCH_TLS;
const sockets = new WebSocketServer({
    noServer: true,
    perMessageDeflate: process.env.BENCH_DEFLATE === undefined ? false : { threshold: 860 },
});
const chat = new Set();
const streams = new Set();

function openEcho(socket) {
    socket.on('message', (data, isBinary) => socket.send(data, { binary: isBinary }));
}

function openChat(socket) {
    chat.add(socket);
    socket.on('close', () => chat.delete(socket));
    socket.on('message', (data, isBinary) => {
        for (const client of chat) {
            if (client !== socket && client.readyState === WebSocket.OPEN) {
                client.send(data, { binary: isBinary });
            }
        }
    });
}

function openPublish(socket) {
    socket.on('message', (data) => {
        const event = `data: ${data}\n\n`;
        for (const stream of streams) {
            stream.write(event);
        }
    });
}

function answer(request, response) {
    if (request.url !== '/feed/news') {
        response.writeHead(404);
        response.end();
        return;
    }
    response.useChunkedEncodingByDefault = false;
    response.writeHead(200, { 'Content-Type': 'text/event-stream', Connection: 'close' });
    response.flushHeaders();
    streams.add(response);
    response.on('close', () => streams.delete(response));
}

const server = files === undefined
    ? http.createServer(answer)
    : https.createServer({ cert: fs.readFileSync(`${files}.pem`), key: fs.readFileSync(`${files}.key`) }, answer);
server.on('upgrade', (request, socket, head) => {
    const open = { '/echo': openEcho, '/chat': openChat, '/publish': openPublish }[request.url];
    if (open === undefined) {
        socket.destroy();
        return;
    }
    sockets.handleUpgrade(request, socket, head, open);
});
server.listen(Number(process.argv[2]), '127.0.0.1', () => console.log('loop: libuv'));
