/**
 * The client of an RtComm\Server: conversations and feeds, over WebSocket, event stream or long poll.
 *
 * Runs in browsers, in workers, and in Node 20 and later. Types are in rtcomm.d.ts.
 *
 * @license MIT
 */

const CONNECTING = 0;
const OPEN = 1;
const CLOSING = 2;
const CLOSED = 3;

const WEBSOCKET = 'websocket';
const EVENT_STREAM = 'event-stream';
const LONG_POLL = 'long-poll';

/* After these a new connection may go better (RFC 6455 7.4.1 and its registry); others are the server's last word. */
const PASSING_CODES = [1001, 1006, 1011, 1012, 1013, 1014];
/* A server restarts in good order, while another one serves already: nobody has failed. */
const RESTART = 1012;
/* The request was not carried out, and the same one may succeed later. */
const PASSING_STATUSES = [408, 425, 429, 503];
/* The server is there, but does not offer this transport on this path. */
const OTHER_TRANSPORT = [405, 406, 415, 426, 501];

/* A transport that worked and fails so often in a row is no longer trusted: the network may be another one. */
const TRUSTED_FAILURES = 4;
const LONGEST_WAIT_SECONDS = 25;
const LONGEST_TIMER = 2 ** 31 - 1;

const DEFAULTS = {
    reconnect: true,
    connectTimeout: 5000,
    timeout: 60000,
    queueLimit: 1 << 20,
    credentials: 'same-origin',
    backoff: failures => Math.random() * Math.min(30000, 1000 * 2 ** failures),
    fetch: (...args) => globalThis.fetch(...args),
};

/* An option that is undefined is one that was not given. */
function settings(options) {
    const given = Object.entries(options).filter(([, value]) => value !== undefined);
    return {WebSocket: globalThis.WebSocket, ...DEFAULTS, ...Object.fromEntries(given)};
}

/** What went wrong: an answer of the server (`status`), a close (`code`), or a failure on the way (neither). */
export class RtCommError extends Error {
    name = 'RtCommError';
    status = 0;
    code = 0;
    uncertain = false;
    retryAfter = 0;

    constructor(message, fields) {
        super(message);
        Object.assign(this, fields);
    }
}

/** An event of a Conversation or a Subscription; its fields are its own properties. */
class LinkEvent extends Event {
    constructor(type, fields) {
        super(type);
        Object.assign(this, fields);
    }
}

/** Reads an event stream as WHATWG HTML 9.2.6 has it. Decoding the bytes as UTF-8, less a BOM, is the caller's. */
export class EventStreamParser {
    #onBlock;
    #line = '';
    #afterCr = false;
    #block = {event: '', data: null, retry: null};
    #id = '';

    /** @param onBlock is called at each blank line; the block's `data` is null when there is no event to dispatch */
    constructor(onBlock) {
        this.#onBlock = onBlock;
    }

    push(text) {
        if (text === '') {
            return;
        }
        const lines = (this.#afterCr && text[0] === '\n' ? text.slice(1) : text).split(/\r\n|\r|\n/);
        this.#afterCr = text.endsWith('\r');
        lines[0] = this.#line + lines[0];
        this.#line = lines.pop();
        lines.forEach(line => this.#read(line));
    }

    #read(line) {
        const block = this.#block;
        if (line === '') {
            this.#block = {event: '', data: null, retry: null};
            this.#onBlock({...block, id: this.#id});
            return;
        }
        const [, field, value] = /^([^:]*)(?::[ ]?([^]*))?$/.exec(line);
        const text = value ?? '';
        if (field === 'data') {
            block.data = block.data === null ? text : `${block.data}\n${text}`;
        } else if (field === 'event') {
            block.event = text;
        } else if (field === 'id' && !text.includes('\0')) {
            this.#id = text;
        } else if (field === 'retry' && /^\d+$/.test(text)) {
            block.retry = Number(text);
        }
    }
}

/* Resolves when the time is over, or the signal aborts. */
function sleep(milliseconds, signal) {
    return new Promise(resolve => {
        const stop = () => {
            clearTimeout(timer);
            signal.removeEventListener('abort', stop);
            resolve();
        };
        const timer = setTimeout(stop, Math.min(milliseconds, LONGEST_TIMER));
        signal.aborted ? stop() : signal.addEventListener('abort', stop);
    });
}

function milliseconds(retryAfter) {
    const time = /^\d+$/.test(retryAfter) ? retryAfter * 1000 : Date.parse(retryAfter) - Date.now();
    return Math.max(0, time || 0);
}

/* What a response that is not a success says. Pages of proxies are not fit for reading. */
async function refusal(response) {
    const {status, headers} = response;
    const plain = headers.get('Content-Type')?.startsWith('text/plain');
    const [line] = plain ? (await response.text().catch(() => '')).trim().split(/[\r\n]/, 1) : [''];
    return new RtCommError(line.slice(0, 300) || `the server answered ${status}`, {
        status,
        uncertain: status === 502 || status === 504,
        retryAfter: milliseconds(headers.get('Retry-After')),
        final: status < 500 && !PASSING_STATUSES.includes(status),
        elsewhere: OTHER_TRANSPORT.includes(status),
    });
}

async function request({fetch, headers, credentials}, url, init) {
    const own = new Headers(typeof headers === 'function' ? await headers() : headers);
    Object.entries(init.headers ?? {}).forEach(([name, value]) => own.set(name, value));
    const response = await fetch(String(url), {cache: 'no-store', credentials, ...init, headers: own}).catch(error => {
        throw error instanceof RtCommError ? error
            : new RtCommError(error?.message ?? String(error), {cause: error, uncertain: true});
    });
    /* As for EventSource, an answer of 204 to a GET asks not to come back. */
    if (response.ok && (response.status === 200 || init.method)) {
        return response;
    }
    throw await refusal(response);
}

const contentType = data => typeof data === 'string' ? 'text/plain;charset=utf-8' : 'application/octet-stream';

/* The caller may change its buffer once it has been given away. */
function copy(data) {
    if (typeof data === 'string') {
        return data;
    }
    if (ArrayBuffer.isView(data)) {
        return new Uint8Array(data.buffer, data.byteOffset, data.byteLength).slice();
    }
    if (data instanceof ArrayBuffer) {
        return new Uint8Array(data.slice(0));
    }
    throw new TypeError('data must be a string, an ArrayBuffer or a view of one');
}

/* A stream cannot tell base64 from a text whose event is named "binary": what is no base64 is text. */
function decoded(text) {
    try {
        return Uint8Array.from(atob(text), character => character.charCodeAt(0));
    } catch {
        return text;
    }
}

function absolute(url) {
    const whole = new URL(url, globalThis.location?.href);
    whole.protocol = whole.protocol.replace(/^ws/, 'http');
    whole.hash = '';
    return whole;
}

/* One connection by one transport, from its first byte to its end. */
class Attempt {
    #controller = new AbortController();
    #timer;
    signal = this.#controller.signal;
    opened = false;
    useful = false;

    constructor(transport) {
        this.transport = transport;
    }

    /* Unless it is called again before, the attempt ends; 0 takes the limit away. */
    within(limit, what) {
        clearTimeout(this.#timer);
        this.#timer = limit ? setTimeout(() => this.end(new RtCommError(what)), Math.min(limit, LONGEST_TIMER)) : 0;
    }

    end(error = new RtCommError('closed')) {
        this.within(0);
        this.#controller.abort(error);
    }
}

/*
 * What conversations and feeds have in common: one attempt after another until close(), or the server's last word.
 *
 * Subclasses say what a transport brings: _frame() of a WebSocket, _block() of an event stream, _answer() of a poll;
 * where it is: _address(); whether the next attempt can go on where this one ended: _resumable.
 */
class Link extends EventTarget {
    readyState = CONNECTING;
    transport = null;
    protocol = '';
    _socket = null;
    #url;
    #attempt = null;
    #pause = null;
    #retry = 0;
    #leaving = null;
    #left = null;
    #finished;
    #finish;

    constructor(url, options) {
        super();
        const all = settings(options);
        const possible = [WEBSOCKET, EVENT_STREAM, LONG_POLL];
        const wanted = all.transports ?? possible.slice(all.headers ? 1 : 0);
        const unknown = wanted.find(name => !possible.includes(name));
        if (unknown !== undefined) {
            throw new TypeError(`there is no transport "${unknown}"`);
        }
        all.transports = wanted.filter(name => name !== WEBSOCKET || all.WebSocket);
        if (all.transports.length === 0) {
            throw new TypeError('no transport is left');
        }
        this._options = all;
        this.#url = absolute(url);
        this.#finished = new Promise(resolve => this.#finish = resolve);
        all.signal?.addEventListener('abort', this.#aborted, {once: true});
        globalThis.addEventListener?.('online', this.retry);
        globalThis.document?.addEventListener('visibilitychange', this.#seen);
        this.#run();
    }

    get url() {
        return this.#url.href;
    }

    /** Ends the wait before the next attempt, if there is one. */
    retry = () => this.#pause?.abort();

    #aborted = () => this.close();

    #seen = () => globalThis.document.hidden || this.retry();

    /** Closes; resolves after the `close` event. */
    close(code = 1000, reason = '') {
        if ((code !== 1000 && !(code >= 3000 && code <= 4999)) || new TextEncoder().encode(reason).length > 123) {
            throw new RangeError('a code is 1000, or from 3000 to 4999; a reason has up to 123 bytes');
        }
        if (this.readyState < CLOSING) {
            const wasOpen = this.readyState === OPEN;
            this.readyState = CLOSING;
            this.#leaving = {code, reason, wasClean: false};
            this.#left = this.#leave(wasOpen);
        }
        return this.#finished;
    }

    async #leave(wasOpen) {
        const {connectTimeout} = this._options;
        if (this._socket) {
            this.#attempt.within(connectTimeout, 'the close was not answered');
            this._socket.close(this.#leaving.code, this.#leaving.reason);
            return;
        }
        this.#leaving.wasClean = await this._leave(wasOpen);
        this.#attempt?.end();
        this.retry();
    }

    /** The messages, and for a subscription the gaps, as they come; leaving the loop closes. */
    [Symbol.asyncIterator]() {
        const waiting = [];
        let wake = () => {};
        const listen = event => {
            waiting.push(event);
            wake();
        };
        const types = ['message', 'gap', 'error', 'close'];
        types.forEach(type => this.addEventListener(type, listen));
        return this.#iterate(types, listen, waiting, waker => wake = waker);
    }

    async *#iterate(types, listen, waiting, onWake) {
        try {
            for (;;) {
                while (waiting.length === 0 && this.readyState !== CLOSED) {
                    await new Promise(onWake);
                }
                const event = waiting.shift();
                if (event?.type === 'error') {
                    throw event.error;
                }
                if (!event || event.type === 'close') {
                    return;
                }
                yield event;
            }
        } finally {
            types.forEach(type => this.removeEventListener(type, listen));
            await this.close();
        }
    }

    async #run() {
        /* Whoever made this object has its listeners in place before anything happens. */
        await null;
        const {transports, backoff, reconnect, signal} = this._options;
        if (signal?.aborted) {
            this.close();
        }
        let [at, worked, failures] = [0, false, 0];
        while (this.readyState < CLOSING) {
            if (!this._fits(transports[at])) {
                at = (at + 1) % transports.length;
                continue;
            }
            const {attempt, error} = await this.#connect(transports[at]);
            worked ||= attempt.opened;
            failures = attempt.useful || error.code === RESTART ? 0 : failures;
            if (this.readyState >= CLOSING || (error.status === 410 && this._forget(error))) {
                continue;
            }
            const another = !worked && at + 1 < transports.length;
            if (another && (error.elsewhere || !(error.status || error.code > 1006))) {
                at++;
                continue;
            }
            if (error.final || !(reconnect || this._resumable)) {
                return this.#end(error);
            }
            if (!worked || failures >= TRUSTED_FAILURES) {
                [at, worked] = [0, false];
            }
            await this.#wait(Math.max(this.#retry, error.retryAfter + backoff(failures++)), error);
        }
        await this.#left;
        this.#end();
    }

    async #connect(transport) {
        const attempt = this.#attempt = new Attempt(transport);
        const {connectTimeout} = this._options;
        this.readyState = CONNECTING;
        const started = Date.now();
        attempt.within(connectTimeout, `nothing came by ${transport} within ${connectTimeout} ms`);
        const driver = {[WEBSOCKET]: this.#webSocket, [EVENT_STREAM]: this.#eventStream, [LONG_POLL]: this.#longPoll};
        let error;
        try {
            await driver[transport].call(this, attempt);
        } catch (thrown) {
            error = attempt.signal.aborted ? attempt.signal.reason : thrown;
        }
        attempt.end();
        attempt.useful ||= attempt.opened && Date.now() - started > connectTimeout;
        this._socket = null;
        if (!(error instanceof RtCommError)) {
            error = new RtCommError(error.message, {cause: error});
        }
        return {attempt, error};
    }

    async #wait(delay, {message, status, code}) {
        this.readyState = CONNECTING;
        this.#pause = new AbortController();
        const {signal} = this.#pause;
        this._emit('offline', {delay, message, status, code});
        await sleep(this.readyState === CONNECTING ? delay : 0, signal);
        this.#pause = null;
    }

    #end(error) {
        this.readyState = CLOSED;
        this._options.signal?.removeEventListener('abort', this.#aborted);
        globalThis.removeEventListener?.('online', this.retry);
        globalThis.document?.removeEventListener('visibilitychange', this.#seen);
        this._ended();
        if (error && !error.wasClean) {
            this._emit('error', {error, message: error.message, status: error.status});
        }
        const {code, reason, wasClean} = this.#leaving ?? error;
        this._emit('close', {code: code || 1006, reason: reason ?? error.message, wasClean: Boolean(wasClean)});
        this.#finish();
    }

    #webSocket(attempt) {
        return new Promise((resolve, reject) => {
            const url = this._address(WEBSOCKET);
            url.protocol = url.protocol.replace('http', 'ws');
            const socket = new this._options.WebSocket(url.href, this._protocols);
            socket.binaryType = 'arraybuffer';
            const guarded = handler => event => {
                try {
                    attempt.signal.aborted || handler(event);
                } catch (error) {
                    attempt.end(error);
                }
            };
            socket.onopen = guarded(() => this._socketOpened(attempt, socket));
            socket.onmessage = guarded(event => this._frame(attempt, event.data));
            socket.onerror = () => {};
            socket.onclose = ({code, reason, wasClean}) => {
                if (this.#leaving) {
                    this.#leaving.wasClean = wasClean;
                }
                reject(this._closed(code, reason, wasClean));
            };
            attempt.signal.addEventListener('abort', () => {
                reject(attempt.signal.reason);
                socket.close();
            });
        });
    }

    async #eventStream(attempt) {
        const {timeout} = this._options;
        const headers = {Accept: 'text/event-stream'};
        const response = await this._get(attempt, EVENT_STREAM, headers);
        if (!response.headers.get('Content-Type')?.startsWith('text/event-stream')) {
            throw new RtCommError('the answer is no event stream', {elsewhere: true});
        }
        this._accepted(attempt);
        const parser = new EventStreamParser(block => {
            this.#retry = block.retry ?? this.#retry;
            this._block(attempt, block);
        });
        const decoder = new TextDecoder();
        const reader = response.body.getReader();
        for (;;) {
            if (attempt.opened) {
                attempt.within(timeout, `nothing came for ${timeout} ms`);
            }
            const {value, done} = await reader.read();
            if (done) {
                throw new RtCommError('the stream ended');
            }
            parser.push(decoder.decode(value, {stream: true}));
        }
    }

    async #longPoll(attempt) {
        const {timeout} = this._options;
        const longest = Math.max(1, Math.min(LONGEST_WAIT_SECONDS, Math.floor(timeout / 2000)));
        for (;;) {
            const asked = Date.now();
            const wait = attempt.opened ? longest : 0;
            const response = await this._get(attempt, LONG_POLL, {Accept: 'application/json'}, wait);
            const answer = await response.json();
            const first = !attempt.opened;
            this._answer(attempt, answer);
            attempt.useful = true;
            attempt.within(timeout, `no answer came within ${timeout} ms`);
            /* Whoever answers at once with nothing is not asked again at once. */
            if (!first && !answer.messages?.length && Date.now() - asked < 1000) {
                await sleep(1000, attempt.signal);
            }
        }
    }

    _get(attempt, transport, headers, wait) {
        const url = this._address(transport, wait);
        return request(this._options, url, {headers, signal: attempt.signal});
    }

    /* The route's URL with these added to its query; what is null or undefined is left out. */
    _with(parameters) {
        const url = new URL(this.#url);
        for (const [name, value] of Object.entries(parameters)) {
            if (value !== null && value !== undefined) {
                url.searchParams.set(name, value);
            }
        }
        return url;
    }

    _opened(attempt, resumed) {
        attempt.opened = true;
        attempt.within(0);
        this.readyState = OPEN;
        this.transport = attempt.transport;
        this._emit('open', {transport: this.transport, resumed});
    }

    _closed(code, reason, wasClean) {
        return new RtCommError(reason || `closed with ${code}`, {
            code, reason, wasClean, final: !PASSING_CODES.includes(code),
        });
    }

    /* Ends the attempt that is under way, and the next follows. */
    _interrupt(error) {
        this.#attempt.end(error);
    }

    _message(attempt, fields) {
        attempt.useful = true;
        this._emit('message', fields);
    }

    _emit(type, fields) {
        this.dispatchEvent(new LinkEvent(type, fields));
    }
}

/** Messages both ways. Made by connect(). */
export class Conversation extends Link {
    #session = null;
    #cursor = null;
    #began = false;
    #flushing = false;
    #sending = null;
    #queue = [];
    #size = 0;
    #over = new AbortController();

    constructor(url, options) {
        super(url, options);
        this._protocols = this._options.protocols;
        globalThis.addEventListener?.('pagehide', this.#hidden);
    }

    /** Bytes, or characters of text, that wait to be sent or for the server's receipt. */
    get bufferedAmount() {
        return this.#size + (this._socket?.bufferedAmount ?? 0);
    }

    /**
     * Resolves when the server has the message (by POST), or the socket (WebSocket, which knows no receipt). Rejects
     * when it was not sent, or with `uncertain` when it may have arrived. It is never sent twice. To ignore the
     * promise is safe.
     */
    send(data) {
        const message = copy(data);
        const size = message.length;
        const sent = new Promise((resolve, reject) => {
            if (this.readyState >= CLOSING || (this.#began && !this._resumable && !this._socket)) {
                reject(new RtCommError('not connected'));
            } else if (this.#size + size > this._options.queueLimit && !this._socket) {
                reject(new RtCommError('too much waits to be sent'));
            } else {
                this.#size += size;
                this.#queue.push({message, size, resolve, reject});
                this.#send();
            }
        });
        sent.catch(() => {});
        return sent;
    }

    get _resumable() {
        return this.#session !== null;
    }

    _fits(transport) {
        return transport !== WEBSOCKET || !this._resumable;
    }

    _address(transport, wait) {
        return transport === WEBSOCKET ? this._with({})
            : this._with({cursor: this.#cursor, wait: this.#cursor === null ? null : wait});
    }

    _socketOpened(attempt, socket) {
        this._socket = socket;
        this.protocol = socket.protocol;
        this.#begin(attempt, false);
    }

    _frame(attempt, data) {
        this.#receive(attempt, typeof data === 'string' ? data : new Uint8Array(data));
    }

    /* The server takes a cursor only for a session that it still has. */
    _accepted(attempt) {
        if (this._resumable) {
            this.#begin(attempt, true);
        }
    }

    _block(attempt, {event, data, id}) {
        if (event === 'open') {
            this.#meet(attempt, JSON.parse(data).session);
        } else if (event === 'close') {
            this.#dismissed(JSON.parse(data));
        }
        this.#cursor = id || this.#cursor;
        if (data !== null && (event === '' || event === 'binary')) {
            this.#receive(attempt, event === '' ? data : decoded(data));
        }
    }

    _answer(attempt, {session, cursor, messages = [], closed}) {
        if (!attempt.opened) {
            session ? this.#meet(attempt, session) : this.#begin(attempt, true);
        }
        for (const {id, data, binary} of messages) {
            this.#cursor = id;
            this.#receive(attempt, typeof binary === 'string' ? decoded(binary) : data);
        }
        this.#cursor = cursor ?? this.#cursor;
        if (closed) {
            this.#dismissed(closed);
        }
    }

    /* The session is gone; what was not sent belonged to it. */
    _forget(error) {
        const known = this._resumable;
        this.#session = this.#cursor = null;
        this.#drop(error);
        return known && this._options.reconnect;
    }

    async _leave(wasOpen) {
        const {connectTimeout} = this._options;
        if (!this._resumable) {
            return false;
        }
        if (wasOpen && this.#sending) {
            this.#flushing = true;
            await Promise.race([this.#sending, sleep(connectTimeout, this.#over.signal)]);
        }
        return Promise.race([this.#depart(), sleep(connectTimeout, this.#over.signal).then(() => false)]);
    }

    _ended() {
        globalThis.removeEventListener?.('pagehide', this.#hidden);
        this.#over.abort(new RtCommError('closed', {uncertain: true}));
        this.#drop(new RtCommError('closed'));
    }

    /* A page that is left for good does not keep its session lingering. */
    #hidden = event => {
        if (!event.persisted && this._resumable) {
            this.#depart();
        }
    };

    #depart() {
        const init = {method: 'DELETE', keepalive: true, signal: this.#over.signal};
        return request(this._options, this._with({session: this.#session}), init).then(() => true, () => false);
    }

    /* The first event of a stream and the first answer to a poll name the session. */
    #meet(attempt, session) {
        if (session !== this.#session) {
            if (this.#began) {
                this.#drop(new RtCommError('the conversation was lost'));
            }
            this.#session = session;
            this.#begin(attempt, false);
        } else if (!attempt.opened) {
            this.#begin(attempt, true);
        }
    }

    #begin(attempt, resumed) {
        this._opened(attempt, resumed);
        this.#began = true;
        this.#send();
    }

    #dismissed({code, reason}) {
        this.#session = this.#cursor = null;
        const error = this._closed(code, reason, true);
        this.#drop(error);
        throw error;
    }

    #receive(attempt, data) {
        if (this.readyState === OPEN) {
            this._message(attempt, {data});
        }
    }

    #drop({message, status}) {
        this.#queue.splice(0).forEach(item => this.#settle(item, new RtCommError(message, {status})));
    }

    #settle({size, resolve, reject}, error) {
        this.#size -= size;
        error ? reject(error) : resolve();
    }

    #send() {
        while (this._socket && this.#queue.length > 0) {
            const item = this.#queue.shift();
            const lost = this._socket.readyState !== OPEN && new RtCommError('not connected');
            this._socket.send(item.message);
            this.#settle(item, lost);
        }
        if (this.#queue.length > 0 && this.#mayPost()) {
            this.#sending ??= this.#postAll().finally(() => {
                this.#sending = null;
                this.#send();
            });
        }
    }

    /* One after the other: two requests at once could overtake each other. */
    async #postAll() {
        for (let failures = 0; this.#queue.length > 0 && this.#mayPost(); ) {
            const item = this.#queue.shift();
            const session = this.#session;
            let error;
            try {
                await this.#post(item.message, session);
                failures = 0;
            } catch (thrown) {
                error = thrown;
            }
            this.#settle(item, error);
            if (error?.status === 410 && session === this.#session) {
                this.#drop(error);
                this._interrupt(error);
            } else if (error?.uncertain) {
                await sleep(this._options.backoff(failures++), this.#over.signal);
            }
        }
    }

    #mayPost() {
        return this._resumable && (this.readyState === OPEN || this.#flushing);
    }

    async #post(message, session) {
        const {backoff, timeout} = this._options;
        const headers = {'Content-Type': contentType(message)};
        for (let failures = 0; ; ) {
            const signal = AbortSignal.any([this.#over.signal, AbortSignal.timeout(timeout)]);
            try {
                await request(this._options, this._with({session}), {method: 'POST', headers, body: message, signal});
                return;
            } catch (error) {
                if (!PASSING_STATUSES.includes(error.status) || !this.#mayPost()) {
                    throw error;
                }
                await sleep(error.retryAfter + backoff(failures++), this.#over.signal);
            }
        }
    }
}

/** What is published on channels. Made by subscribe(). */
export class Subscription extends Link {
    /** After this publication the next attempt goes on; keep it to go on after a reload. */
    cursor;
    #channels;
    /* The cursor of the request, until something was delivered: a stream may move on before it tells of a gap. */
    #asked = null;
    _protocols = ['rtcomm.json'];

    constructor(url, options) {
        super(url, options);
        const {channels = [], cursor = null} = this._options;
        const named = new URL(this.url).searchParams.getAll('channel');
        this.#channels = [...named, ...channels];
        this.cursor = cursor;
    }

    get _resumable() {
        return this.cursor !== null;
    }

    _fits() {
        return true;
    }

    _address(transport, wait) {
        const {cursor} = this;
        const {history, channels = []} = this._options;
        this.#asked = cursor;
        const url = this._with(cursor === null ? {history} : {cursor, wait});
        channels.forEach(name => url.searchParams.append('channel', name));
        return url;
    }

    _socketOpened(attempt, socket) {
        if (socket.protocol !== this._protocols[0]) {
            throw new RtCommError('the server does not speak rtcomm.json', {elsewhere: true});
        }
        this._socket = socket;
        this.protocol = socket.protocol;
    }

    _frame(attempt, text) {
        const frame = JSON.parse(text);
        if ('id' in frame) {
            this.#item(attempt, frame);
            return;
        }
        this.#begin(attempt);
        this.#continue(frame.gap, frame.cursor);
    }

    _accepted() {}

    /* The first block has the cursor, and no event. */
    _block(attempt, {event, data, id}) {
        this.#begin(attempt);
        if (event === 'gap') {
            this.#continue(true, JSON.parse(data).cursor);
        } else if (data === null) {
            this.#continue(false, id || this.cursor);
        } else {
            const binary = event === 'binary';
            const index = this.#moved(id);
            this.#deliver(attempt, {
                data: binary ? decoded(data) : data,
                event: binary ? null : event || null,
                id: (id.split(',')[index] ?? id) || null,
                channel: this.#channels[index] ?? null,
            }, id || this.cursor);
        }
    }

    _answer(attempt, {cursor, messages = [], gap, from}) {
        this.#begin(attempt);
        this.#continue(gap, gap ? from ?? cursor : this.cursor);
        messages.forEach(item => this.#item(attempt, item));
        this.#continue(false, cursor ?? this.cursor);
    }

    /* The server does not know the cursor at all: everything since is lost, and it is said. */
    _forget() {
        const from = this.cursor;
        this.cursor = null;
        if (from !== null) {
            this._emit('gap', {from, to: null});
        }
        return from !== null;
    }

    async _leave(wasOpen) {
        return wasOpen;
    }

    _ended() {}

    #begin(attempt) {
        if (!attempt.opened) {
            this._opened(attempt, this._resumable);
        }
    }

    #continue(gap, to) {
        if (this.readyState === OPEN) {
            const from = this.#asked ?? this.cursor;
            this.cursor = to;
            if (gap) {
                this.#asked = null;
                this._emit('gap', {from, to});
            }
        }
    }

    /* In the middle of a first answer to a poll for several channels, where the others are is not known yet. */
    #item(attempt, {channel, id, event, data, binary}) {
        const one = this.#channels.length < 2;
        const ids = one ? [] : this.cursor?.split(',');
        if (ids) {
            ids[one ? 0 : this.#channels.indexOf(channel)] = id;
        }
        this.#deliver(attempt, {data: binary ? decoded(data) : data, event, id, channel}, ids?.join() ?? null);
    }

    #deliver(attempt, fields, cursor) {
        if (this.readyState === OPEN) {
            this.cursor = cursor;
            this.#asked = null;
            this._message(attempt, {...fields, cursor});
        }
    }

    /* A stream names no channel: it is the one whose part of the cursor is another one than before. */
    #moved(id) {
        const before = this.cursor?.split(',') ?? [];
        const moved = id.split(',').flatMap((part, index) => part === before[index] ? [] : [index]);
        return moved.length === 1 || this.#channels.length === 1 ? moved[0] ?? 0 : -1;
    }
}

/** Opens a conversation with a route of handle(). */
export function connect(url, options = {}) {
    return new Conversation(url, options);
}

/** Listens to the channels of a route of feed(). */
export function subscribe(url, options = {}) {
    return new Subscription(url, options);
}

/** Publishes on a channel of a route of feed(); resolves to {id, receivers}. */
export async function publish(url, data, {secret, event, headers, ...options} = {}) {
    const own = {'Content-Type': contentType(data)};
    if (secret !== undefined) {
        own.Authorization = `Bearer ${secret}`;
    }
    if (event !== undefined) {
        own['RtComm-Event'] = event;
    }
    const init = {method: 'POST', headers: own, body: copy(data), signal: options.signal};
    return (await request(settings({...options, headers}), absolute(url), init)).json();
}
