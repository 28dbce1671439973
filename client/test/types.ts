/* What the types allow, and what they refuse. For tsc only. */
import {RtCommError, connect, publish, subscribe, type Conversation, type Subscription} from 'rtcomm';

export async function conversation(): Promise<void> {
    const chat: Conversation = connect('/chat', {
        transports: ['websocket', 'long-poll'],
        protocols: ['a', 'b'],
        headers: async () => ({Authorization: 'Bearer x'}),
        backoff: failures => failures * 1000,
        signal: AbortSignal.timeout(1000),
        WebSocket: globalThis.WebSocket,
    });
    chat.addEventListener('open', ({transport, resumed}) => [transport.length, !resumed]);
    chat.addEventListener('message', event => typeof event.data === 'string' ? event.data.trim() : event.data.byteLength);
    chat.addEventListener('close', ({code, reason, wasClean}) => [code + 1, reason.length, !wasClean], {once: true});
    chat.addEventListener('error', ({error}) => error instanceof RtCommError && error.uncertain);
    chat.addEventListener('offline', async ({delay}) => delay + 1);
    const sent: void = await chat.send(new Uint8Array(3));
    await chat.send('text').catch((error: RtCommError) => error.status);
    for await (const event of chat) {
        const data: string | Uint8Array = event.data;
        chat.send(data);
    }
    chat.retry();
    await chat.close(4000, 'bye');
    // @ts-expect-error a transport that there is not
    connect('/chat', {transports: ['pigeon']});
    // @ts-expect-error only text and bytes are sent
    chat.send({});
    // @ts-expect-error conversations have no gaps
    chat.addEventListener('message', (event: {from: string}) => event.from);
    return sent;
}

export async function feed(): Promise<string | null> {
    const news: Subscription = subscribe(new URL('https://example.org/feed'), {channels: ['a'], cursor: null, history: 10});
    news.addEventListener('gap', ({from, to}) => `${from} ${to}`);
    news.addEventListener('message', ({channel, id, event, data, cursor}) => [channel, id, event, data, cursor]);
    for await (const event of news) {
        if (event.type === 'gap') {
            event.to?.trim();
        } else {
            event.cursor?.trim();
        }
    }
    const {id, receivers} = await publish('https://example.org/feed/a', 'x', {secret: 's', event: 'e'});
    // @ts-expect-error subscriptions do not send
    news.send('x');
    return id.repeat(receivers) + news.cursor;
}
