/* A server whose every byte a test decides, and a record of a client's events. */
import http from 'node:http';
import {createRequire} from 'node:module';
import {setTimeout as sleep} from 'node:timers/promises';

const require = createRequire(process.env.PEERS_NODE ? `${process.env.PEERS_NODE}/package.json` : import.meta.url);
export const WebSocket = require('ws');

/* Long enough for a slow machine: only a test that fails waits as long. */
const PATIENCE = 10000;

/* Things that arrive, and those who wait for them, in order. */
class Mailbox {
    items = [];
    #waiting = [];

    put(item) {
        const taker = this.#waiting.shift();
        taker ? taker(item) : this.items.push(item);
    }

    take(what) {
        if (this.items.length > 0) {
            return Promise.resolve(this.items.shift());
        }
        return new Promise((resolve, reject) => {
            const timer = setTimeout(() => reject(new Error(`no ${what} within ${PATIENCE} ms`)), PATIENCE);
            this.#waiting.push(item => {
                clearTimeout(timer);
                resolve(item);
            });
        });
    }
}

/* A request, and how it is answered. */
class Exchange {
    constructor(request, response, body) {
        const url = new URL(request.url, 'http://mock');
        Object.assign(this, {
            request, response, body, method: request.method, path: url.pathname, query: url.searchParams,
            headers: request.headers,
        });
        this.left = new Promise(resolve => (response ?? request.socket).once('close', resolve));
    }

    answer(status, body = '', headers = {}) {
        const type = typeof body === 'string' ? 'text/plain' : 'application/json';
        this.response.writeHead(status, {...(status === 204 ? {} : {'Content-Type': type}), ...headers});
        this.response.end(typeof body === 'string' ? body : JSON.stringify(body));
    }

    json(body) {
        this.answer(200, body);
    }

    stream(...texts) {
        this.response.writeHead(200, {'Content-Type': 'text/event-stream'});
        this.response.flushHeaders();
        texts.forEach(text => this.write(text));
        return this;
    }

    write(bytes) {
        this.response.write(bytes);
    }

    end() {
        this.response.end();
    }

    /* As when a cable is pulled, but noticed. */
    cut() {
        this.request.socket.destroy();
    }
}

export class Mock {
    #exchanges = new Mailbox();
    #http = http.createServer((request, response) => this.#request(request, response));
    #sockets = new Set();

    static async start(t) {
        const mock = new Mock();
        mock.#http.on('connection', socket => {
            mock.#sockets.add(socket);
            socket.on('close', () => mock.#sockets.delete(socket));
        });
        mock.#http.on('upgrade', (request, socket, head) => mock.#upgrade(request, socket, head));
        await new Promise(resolve => mock.#http.listen(0, '127.0.0.1', resolve));
        mock.url = `http://127.0.0.1:${mock.#http.address().port}/chat`;
        t.after(() => mock.stop());
        return mock;
    }

    async #request(request, response) {
        const chunks = [];
        request.on('error', () => {});
        response.on('error', () => {});
        for await (const chunk of request) {
            chunks.push(chunk);
        }
        this.#exchanges.put(new Exchange(request, response, Buffer.concat(chunks)));
    }

    #upgrade(request, socket, head) {
        /* Read, so that its end is seen. */
        socket.resume();
        socket.once('end', () => socket.end());
        socket.on('error', () => {});
        const exchange = new Exchange(request, null, null);
        exchange.method = 'UPGRADE';
        exchange.refuse = (status, text) => socket.end(`HTTP/1.1 ${status} No\r\nConnection: close\r\n\r\n${text}`);
        exchange.accept = (options = {}) => new Promise(resolve => {
            const server = new WebSocket.Server({noServer: true, ...options});
            server.handleUpgrade(request, socket, head, peer => {
                peer.inbox = new Mailbox();
                peer.closed = new Promise(done => peer.once('close', (code, reason) => done({code, reason: String(reason)})));
                peer.on('message', (data, binary) => peer.inbox.put(binary ? [...data] : String(data)));
                peer.on('error', () => {});
                peer.say = value => peer.send(typeof value === 'object' && !Buffer.isBuffer(value) ? JSON.stringify(value) : value);
                resolve(peer);
            });
        });
        this.#exchanges.put(exchange);
    }

    /* The next request, which must be of this method. */
    async next(method) {
        const exchange = await this.#exchanges.take(method);
        if (exchange.method !== method) {
            throw new Error(`expected ${method}, got ${exchange.method} ${exchange.request.url}`);
        }
        return exchange;
    }

    /* Requests that nobody has asked for yet. */
    get unseen() {
        return this.#exchanges.items.map(({method, request}) => `${method} ${request.url}`);
    }

    async stop() {
        this.#http.close();
        this.#sockets.forEach(socket => socket.destroy());
    }
}

const TYPES = ['open', 'message', 'gap', 'offline', 'error', 'close'];

/* Everything that a client tells, in order. */
export class Record {
    #events = new Mailbox();

    constructor(t, link) {
        TYPES.forEach(type => link.addEventListener(type, event => this.#events.put(event)));
        t.after(() => {
            link.close();
            link.retry();
        });
    }

    /* The next event, which must be of this type. */
    async next(type) {
        const event = await this.#events.take(type);
        if (event.type !== type) {
            throw new Error(`expected ${type}, got ${event.type} ${JSON.stringify(event)}`);
        }
        return event;
    }

    get unseen() {
        return this.#events.items.map(({type}) => type);
    }
}

/* Long enough for something that must not happen to happen. */
export const settle = () => sleep(50);
export {sleep};

export const WS = 'websocket';
export const ES = 'event-stream';
export const LP = 'long-poll';
export const AT_ONCE = {backoff: () => 0};
