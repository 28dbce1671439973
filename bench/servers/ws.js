'use strict';
/* npm's ws. NODE_PATH names the node_modules directory it was installed in. */
const http = require('http');
const { WebSocket, WebSocketServer } = require('ws');

const sockets = new WebSocketServer({ noServer: true, perMessageDeflate: false });
const chat = new Set();

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

const server = http.createServer((request, response) => {
    response.writeHead(404);
    response.end();
});
server.on('upgrade', (request, socket, head) => {
    const open = { '/echo': openEcho, '/chat': openChat }[request.url];
    if (open === undefined) {
        socket.destroy();
        return;
    }
    sockets.handleUpgrade(request, socket, head, open);
});
server.listen(Number(process.argv[2]), '127.0.0.1', () => console.log('loop: libuv'));
