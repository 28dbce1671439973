/** How a client may reach its server; the names are those of RtComm\Transport. */
export type TransportName = 'websocket' | 'event-stream' | 'long-poll';

export type Data = string | ArrayBuffer | ArrayBufferView;

/** What is used of the global WebSocket; npm's `ws` fits as well. */
export type WebSocketConstructor = new (url: string, protocols?: string | string[]) => object;

/** An answer of the server (`status`), a close (`code`), or a failure on the way (neither). */
export declare class RtCommError extends Error {
    readonly name: 'RtCommError';
    /** The HTTP status, or 0. */
    readonly status: number;
    /** The close code, or 0. */
    readonly code: number;
    /** Of a message or a publication: it may have arrived all the same. */
    readonly uncertain: boolean;
    /** Milliseconds after which the server asked to come back, or 0. */
    readonly retryAfter: number;
}

export interface RequestOptions {
    /** For every request. A WebSocket in a browser has none: with headers, it is not tried unless `transports` names it. */
    headers?: HeadersInit | (() => HeadersInit | Promise<HeadersInit>);
    /** As for fetch(): 'include' sends cookies to another origin. Default: 'same-origin'. */
    credentials?: RequestCredentials;
    signal?: AbortSignal;
    fetch?: typeof globalThis.fetch;
}

export interface LinkOptions extends RequestOptions {
    /** Tried in this order. Default: ['websocket', 'event-stream', 'long-poll']. */
    transports?: TransportName[];
    /** false: when there is nothing to go on with, it ends instead of beginning anew. Default: true. */
    reconnect?: boolean;
    /** Milliseconds to wait after so many failures in a row. Default: at random up to 1 s, doubling to 30 s. */
    backoff?: (failures: number) => number;
    /** Milliseconds until a transport has to be open, and until a close has to be answered. Default: 5000. */
    connectTimeout?: number;
    /** Milliseconds after which a stream with no byte, or a request with no answer, is dead. Default: 60000. */
    timeout?: number;
    /** null: there is none. Default: the global one. */
    WebSocket?: WebSocketConstructor | null;
}

export interface ConversationOptions extends LinkOptions {
    /** Subprotocols of the WebSocket. */
    protocols?: string | string[];
    /** The most that may wait to be sent, in bytes or characters. Default: 1 MiB. */
    queueLimit?: number;
}

export interface SubscriptionOptions extends LinkOptions {
    /** Channels, where the path of the route names none. */
    channels?: string[];
    /** Where to go on: the `cursor` of the last message that was dealt with. */
    cursor?: string | null;
    /** Without a cursor: begin with up to so many publications from the history. */
    history?: number;
}

export interface PublishOptions extends RequestOptions {
    /** The secret of the feed. Never give it to a page that others can read. */
    secret?: string;
    /** A name for the event. */
    event?: string;
}

/** It can be used; again, after each `offline`. */
export interface OpenEvent extends Event {
    readonly type: 'open';
    readonly transport: TransportName;
    /** It goes on where it was, with nothing lost but what a `gap` names. */
    readonly resumed: boolean;
}

/** The connection was lost, or could not be made; it is tried again. */
export interface OfflineEvent extends Event {
    readonly type: 'offline';
    /** Milliseconds until then. */
    readonly delay: number;
    readonly message: string;
    readonly status: number;
    readonly code: number;
}

/** What comes before a `close` that nobody asked for. */
export interface LinkErrorEvent extends Event {
    readonly type: 'error';
    readonly error: RtCommError;
    /** What the server said, in one line. */
    readonly message: string;
    /** The HTTP status, or 0. */
    readonly status: number;
}

/** The end: nothing comes after it. */
export interface LinkCloseEvent extends Event {
    readonly type: 'close';
    readonly code: number;
    readonly reason: string;
    /** Both sides know of it. */
    readonly wasClean: boolean;
}

export interface ConversationMessageEvent extends Event {
    readonly type: 'message';
    readonly data: string | Uint8Array;
}

export interface PublicationEvent extends Event {
    readonly type: 'message';
    readonly data: string | Uint8Array;
    /** null when the transport does not tell: an event stream of a channel that only the path names. */
    readonly channel: string | null;
    readonly id: string | null;
    /** The name of the event. */
    readonly event: string | null;
    /** Where to go on after this message; null where that is not known yet. */
    readonly cursor: string | null;
}

/** What was published between the two cursors is lost to this client. */
export interface GapEvent extends Event {
    readonly type: 'gap';
    readonly from: string | null;
    readonly to: string | null;
}

interface LinkEventMap {
    open: OpenEvent;
    offline: OfflineEvent;
    error: LinkErrorEvent;
    close: LinkCloseEvent;
}

export interface ConversationEventMap extends LinkEventMap {
    message: ConversationMessageEvent;
}

export interface SubscriptionEventMap extends LinkEventMap {
    message: PublicationEvent;
    gap: GapEvent;
}

type Listener<E> = ((event: E) => unknown) | {handleEvent(event: E): unknown};

declare abstract class Link<Events, Item> extends EventTarget implements AsyncIterable<Item> {
    /** 0 connecting or waiting to, 1 open, 2 closing, 3 closed; as a WebSocket has it. */
    readonly readyState: 0 | 1 | 2 | 3;
    /** The one that is open, or was last. */
    readonly transport: TransportName | null;
    /** The subprotocol of the WebSocket. */
    readonly protocol: string;
    readonly url: string;
    /** Ends the wait before the next attempt, if there is one. */
    readonly retry: () => void;
    /** Closes for good; resolves after the `close` event. A code is 1000, or from 3000 to 4999. */
    close(code?: number, reason?: string): Promise<void>;
    /** From here on; leaving the loop closes. What is not taken is kept, without a limit. */
    [Symbol.asyncIterator](): AsyncGenerator<Item, void, undefined>;
    addEventListener<K extends keyof Events & string>(type: K, listener: Listener<Events[K]>,
        options?: boolean | AddEventListenerOptions): void;
    addEventListener(type: string, listener: EventListenerOrEventListenerObject | null,
        options?: boolean | AddEventListenerOptions): void;
    removeEventListener<K extends keyof Events & string>(type: K, listener: Listener<Events[K]>,
        options?: boolean | EventListenerOptions): void;
    removeEventListener(type: string, listener: EventListenerOrEventListenerObject | null,
        options?: boolean | EventListenerOptions): void;
}

export declare class Conversation extends Link<ConversationEventMap, ConversationMessageEvent> {
    constructor(url: string | URL, options?: ConversationOptions);
    /** Bytes, or characters of text, that wait to be sent or for the server's receipt. */
    readonly bufferedAmount: number;
    /**
     * Resolves when the server has the message (by POST), or the socket (WebSocket, which knows no receipt). Rejects
     * with an RtCommError when it was not sent, or with `uncertain` when it may have arrived. It is never sent twice.
     * To ignore the promise is safe.
     */
    send(data: Data): Promise<void>;
}

export declare class Subscription extends Link<SubscriptionEventMap, PublicationEvent | GapEvent> {
    constructor(url: string | URL, options?: SubscriptionOptions);
    /** Where the next attempt goes on. */
    readonly cursor: string | null;
}

/** Opens a conversation with a route of handle(). */
export declare function connect(url: string | URL, options?: ConversationOptions): Conversation;

/** Listens to the channels of a route of feed(). */
export declare function subscribe(url: string | URL, options?: SubscriptionOptions): Subscription;

/** Publishes on a channel of a route of feed(). Rejects with an RtCommError. */
export declare function publish(url: string | URL, data: Data, options?: PublishOptions):
    Promise<{id: string; receivers: number}>;

/** What a blank line ends. */
export interface EventStreamBlock {
    /** '' when it has no name. */
    event: string;
    /** null when there is no event to dispatch. */
    data: string | null;
    /** The last event id so far. */
    id: string;
    retry: number | null;
}

/** Reads an event stream as WHATWG HTML 9.2.6 has it. */
export declare class EventStreamParser {
    constructor(onBlock: (block: EventStreamBlock) => void);
    /** Text as it comes, cut anywhere: decoded as UTF-8, less a BOM. */
    push(text: string): void;
}
