/* Two Chromium pages, an npm ws client and a Python client, in one chat together. See run-browser. */
import {spawn} from 'node:child_process';
import {mkdirSync} from 'node:fs';
import {ROOT, check, checkSoon, freePort, php, require, run, same, sleep, start, stop, until} from './peers.mjs';

const {chromium} = require('playwright-core');
const WebSocket = require('ws');
const SHOTS = process.env.RTCOMM_SHOTS;
const FLAGS = ['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run',
    '--disable-background-networking', '--disable-component-update', '--disable-sync'];

async function nodeClient(url) {
    const socket = new WebSocket(url);
    const lines = [];
    socket.on('message', data => lines.push(data.toString()));
    socket.on('error', () => {});
    await new Promise((resolve, reject) => socket.once('open', resolve).once('error', reject));
    return {lines, send: text => socket.send(text), leave: () => socket.close(1000), kill: () => socket.terminate()};
}

async function pythonClient(url) {
    const program = new URL('client.py', import.meta.url).pathname;
    const child = spawn(process.env.PYTHON, [program, url], {stdio: ['pipe', 'pipe', 'inherit']});
    const lines = [];
    let open = false;
    let rest = '';
    child.stdout.on('data', bytes => {
        const parts = (rest + bytes).split('\n');
        rest = parts.pop();
        for (const part of parts.map(part => JSON.parse(part))) {
            part.open ? open = true : lines.push(part.message);
        }
    });
    await until(() => open);
    return {lines, send: text => child.stdin.write(`${JSON.stringify(text)}\n`), leave: () => child.stdin.end(),
        kill: () => child.kill('SIGKILL')};
}

/* A browser of its own, so that it can be killed. */
async function browser() {
    const server = await chromium.launchServer({executablePath: process.env.CHROMIUM, args: FLAGS});
    const client = await chromium.connect(server.wsEndpoint());
    return {client, kill: () => server.process().kill('SIGKILL'), close: () => server.close()};
}

async function shoot(page, name) {
    if (SHOTS) {
        mkdirSync(SHOTS, {recursive: true});
        await page.screenshot({path: `${SHOTS}/${name}.png`});
    }
}

const logOf = page => page.locator('#log').innerText();
const sees = (page, text) => async () => (await logOf(page)).includes(text);
const heard = (client, text) => () => client.lines.some(line => line.includes(text));

async function enterChat(page, url, nick, faults) {
    page.on('pageerror', error => faults.push(String(error)));
    page.on('console', message => message.type() === 'error' && faults.push(message.text()));
    await page.goto(url);
    await page.getByLabel('Nickname').fill(nick);
    await page.getByRole('button', {name: 'Join the chat'}).click();
    await page.locator('#link[data-state=open]').waitFor();
}

async function say(page, text) {
    await page.getByLabel('Message', {exact: true}).fill(text);
    await page.keyboard.press('Enter');
}

async function nativeChat(first, second) {
    console.log('-- examples/chat.php');
    const command = address => php(`${ROOT}/examples/chat.php`, address);
    let server = await start(command('127.0.0.1:0'), /http:\/\/(127\.0\.0\.1:\d+)\//);
    const address = server.match[1];
    const url = `http://${address}/`;
    const faults = [];

    const desktop = await first.client.newContext({viewport: {width: 1280, height: 800}, colorScheme: 'light'});
    const phone = await second.client.newContext({viewport: {width: 390, height: 844}, deviceScaleFactor: 2,
        hasTouch: true, isMobile: true, colorScheme: 'dark'});
    const ada = await desktop.newPage();
    const grace = await phone.newPage();
    await enterChat(ada, url, 'Ada', faults);
    await enterChat(grace, url, 'Grace', faults);

    const node = await nodeClient(`ws://${address}/chat`);
    const python = await pythonClient(`ws://${address}/chat`);
    for (const [client, nick] of [[node, 'Noel'], [python, 'Petra']]) {
        client.send(JSON.stringify({type: 'hello', nick}));
        client.send(JSON.stringify({type: 'join', room: 'lobby'}));
        await checkSoon(`${nick} is let in`, heard(client, '"type":"room"'));
    }
    const people = async () => (await ada.locator('#people li bdi').allInnerTexts()).join();
    await checkSoon('a page lists everybody in the room', async () => await people() === 'Ada,Grace,Noel,Petra');
    await checkSoon('a page sees a page come in', sees(ada, 'Grace joined'));
    await checkSoon('a page sees a client come in', sees(grace, 'Petra joined'));

    const everybody = {Ada: ada, Grace: grace, Noel: node, Petra: python};
    for (const [nick, speaker] of Object.entries(everybody)) {
        const text = `Good morning from ${nick} ☕`;
        if (speaker.send) {
            speaker.send(JSON.stringify({type: 'say', room: 'lobby', text}));
        } else {
            await say(speaker, text);
        }
        for (const [name, listener] of Object.entries(everybody)) {
            const arrived = listener.send ? heard(listener, `from ${nick}`) : sees(listener, text);
            await checkSoon(`${name} reads what ${nick} says`, arrived);
        }
    }

    node.send(JSON.stringify({type: 'say', room: 'lobby', text: '<img src=x onerror="document.title=1"><b>bold</b>'}));
    await checkSoon('markup is shown as text', sees(ada, '<b>bold</b>'));
    same('markup is never parsed', await ada.locator('#log :is(img, b)').count(), 0);

    node.send(JSON.stringify({type: 'join', room: 'workshop'}));
    node.send(JSON.stringify({type: 'say', room: 'workshop', text: 'The new build is ready.'}));
    await checkSoon('unread lines of another room are counted',
        async () => (await ada.locator('[data-room=workshop] .badge').innerText()) === '1');
    await checkSoon('and marked on a phone', async () => await grace.locator('#menu.unread').count() === 1);

    const refused = {
        'not JSON': 'hello',
        'an array': '[1,2]',
        'no type': '{}',
        'an unknown type': '{"type":"shout"}',
        'a long nickname': JSON.stringify({type: 'hello', nick: 'n'.repeat(25)}),
        'an empty nickname': JSON.stringify({type: 'hello', nick: '   '}),
        'a nickname of two lines': JSON.stringify({type: 'hello', nick: 'a\nb'}),
        'a bad room': JSON.stringify({type: 'join', room: '../etc'}),
        'a room that is an array': JSON.stringify({type: 'join', room: ['lobby']}),
        'an empty message': JSON.stringify({type: 'say', room: 'lobby', text: ' \n '}),
        'a long message': JSON.stringify({type: 'say', room: 'lobby', text: 'x'.repeat(1001)}),
        'control characters': JSON.stringify({type: 'say', room: 'lobby', text: 'a\u0007b'}),
        'a message to a room one is not in': JSON.stringify({type: 'say', room: 'tea-kitchen', text: 'hi'}),
    };
    for (const [what, text] of Object.entries(refused)) {
        const before = node.lines.length;
        node.send(text);
        await checkSoon(`${what} is refused`, () => node.lines.slice(before).some(line => line.includes('"type":"error"')));
    }
    node.send(JSON.stringify({type: 'join', room: 'quiet'}));
    node.send(JSON.stringify({type: 'say', room: 'quiet', text: '🙂'.repeat(1000)}));
    await checkSoon('a message may have 1000 characters', heard(node, '🙂'.repeat(1000)));

    await say(grace, 'Two of us on one bus, the rest at their desks. It works on the phone, too!');
    await ada.getByLabel('Message', {exact: true}).fill('Reads well here.\nAnd keeps my lines apart.');
    await ada.keyboard.press('Enter');
    await checkSoon('a message keeps its lines', sees(grace, 'Reads well here.\nAnd keeps'));
    await shoot(ada, 'chat-desktop-light');
    await shoot(grace, 'chat-phone-dark');
    await grace.getByRole('button', {name: 'Rooms'}).click();
    await sleep(300);
    await shoot(grace, 'chat-phone-rooms');
    await grace.keyboard.press('Escape');
    await ada.keyboard.press('Alt+ArrowDown');
    await checkSoon('Alt and an arrow change the room', async () => (await ada.title()).includes('#tea-kitchen'));
    await ada.keyboard.press('Alt+ArrowUp');
    await ada.emulateMedia({colorScheme: 'dark'});
    await shoot(ada, 'chat-desktop-dark');
    await ada.emulateMedia({colorScheme: 'light'});

    const stream = await fetch(`${url}chat`, {headers: {Accept: 'text/event-stream'}});
    await stream.body.cancel();
    for (const transport of [...(stream.ok ? ['Event stream', 'Long poll'] : []), 'WebSocket']) {
        await ada.getByLabel('Transport').selectOption({label: transport});
        await checkSoon(`a page can be told to use: ${transport}`, async () =>
            (await ada.locator('#link').innerText()).toLowerCase() === `connected by ${transport.toLowerCase()}`);
        await say(ada, `This came by ${transport}.`);
        await checkSoon('and is heard', sees(grace, `This came by ${transport}.`));
        await say(grace, `I read you by ${transport}.`);
        await checkSoon('and hears', sees(ada, `I read you by ${transport}.`));
    }
    await ada.getByLabel('Transport').selectOption({label: 'Automatic'});
    await checkSoon('and to choose by itself', async () => await ada.locator('#link[data-state=open]').count() === 1);

    python.leave();
    await checkSoon('a page sees a client leave', sees(ada, 'Petra left'));
    node.kill();
    await checkSoon('a page sees a client that was cut off leave', sees(ada, 'Noel left'));

    await stop(server);
    await checkSoon('a page says that the server is gone', async () => await ada.locator('#link[data-state=open]').count() === 0);
    await shoot(ada, 'chat-desktop-offline');
    server = await start(command(address), /http:\/\//);
    await ada.locator('#link').click();
    await checkSoon('pages reconnect by themselves', async () => await people() === 'Ada,Grace', 60000);
    await say(ada, 'And we are back.');
    await checkSoon('and go on talking', sees(grace, 'And we are back.'));

    const refusals = faults.filter(fault => !/ERR_CONNECTION_REFUSED|WebSocket connection to/.test(fault));
    same('the page has no errors', refusals, []);
    second.kill();
    await checkSoon('a page sees a page that was killed leave', sees(ada, 'Grace left'));
    check('the server stops when it is told to', await stop(server));
}

async function plainPage(context, url) {
    const page = await context.newPage();
    await page.evaluate(address => {
        window.lines = [];
        window.socket = new WebSocket(address);
        window.socket.onmessage = event => window.lines.push(event.data);
    }, url);
    return {
        page,
        send: text => page.evaluate(line => window.socket.send(line), text),
        hears: text => page.evaluate(part => window.lines.some(line => line.includes(part)), text),
    };
}

async function ratchetChat(first, second) {
    console.log('-- examples/ratchet-chat.php');
    const port = await freePort();
    const server = await start(php('-d', 'rtcomm.ratchet=1', `${ROOT}/examples/ratchet-chat.php`, String(port)), /ws:\/\//);
    const url = name => `ws://127.0.0.1:${port}/?name=${name}`;
    const ada = await plainPage(await first.client.newContext(), url('Ada'));
    await checkSoon('a page is welcomed', () => ada.hears('Welcome, Ada. Others here: 0.'));
    const grace = await plainPage(await second.client.newContext(), url('Grace'));
    await checkSoon('the next one is counted', () => grace.hears('Welcome, Grace. Others here: 1.'));
    const noel = await nodeClient(url('Noel'));
    noel.hears = text => heard(noel, text)();
    await checkSoon('Noel is let in', () => noel.hears('Others here: 2.'));
    const petra = await pythonClient(url('Petra'));
    petra.hears = text => heard(petra, text)();
    await checkSoon('Petra is let in', () => petra.hears('Others here: 3.'));

    const everybody = {Ada: ada, Grace: grace, Noel: noel, Petra: petra};
    for (const [nick, speaker] of Object.entries(everybody)) {
        await speaker.send(`Good evening from ${nick} ☕`);
        for (const [name, listener] of Object.entries(everybody).filter(([name]) => name !== nick)) {
            await checkSoon(`${name} reads what ${nick} says`, () => listener.hears(`${nick}: Good evening from ${nick} ☕`));
        }
        check(`${nick} does not hear ${nick}`, !await speaker.hears(`${nick}: `));
    }
    petra.leave();
    await checkSoon('a page sees a client leave', () => ada.hears('Petra left.'));
    noel.kill();
    await checkSoon('a page sees a client that was cut off leave', () => ada.hears('Noel left.'));
    second.kill();
    await checkSoon('a page sees a page that was killed leave', () => ada.hears('Grace left.'));
    check('the server lives', server.child.exitCode === null, server.output());
    check('the server stops when it is told to', await stop(server));
}

await run(async () => {
    const first = await browser();
    for (const part of [nativeChat, ratchetChat]) {
        const second = await browser();
        try {
            await part(first, second);
        } catch (error) {
            check(`${part.name} runs to its end`, false, error.stack);
        } finally {
            second.kill();
        }
    }
    await first.close();
}, 500);
