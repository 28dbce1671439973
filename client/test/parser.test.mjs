/* The reader of event streams against the rules of WHATWG HTML 9.2.6. */
import assert from 'node:assert/strict';
import test from 'node:test';
import {EventStreamParser} from '../rtcomm.js';

function read(...chunks) {
    const blocks = [];
    const parser = new EventStreamParser(block => blocks.push(block));
    chunks.forEach(chunk => parser.push(chunk));
    return blocks;
}

const events = (...chunks) => read(...chunks).filter(({data}) => data !== null);
const data = (...chunks) => events(...chunks).map(block => block.data);

test('the examples of the standard', () => {
    assert.deepEqual(data('data: YHOO\ndata: +2\ndata: 10\n\n'), ['YHOO\n+2\n10']);
    assert.deepEqual(events(': test stream\n\ndata: first event\nid: 1\n\ndata:second event\nid\n\ndata:  third event\n\n'), [
        {event: '', data: 'first event', retry: null, id: '1'},
        {event: '', data: 'second event', retry: null, id: ''},
        {event: '', data: ' third event', retry: null, id: ''},
    ]);
    assert.deepEqual(data('data\n\ndata\ndata\n\ndata:'), ['', '\n']);
    assert.deepEqual(data('data:test\n\ndata: test\n\n'), ['test', 'test']);
});

test('lines end with LF, CR or CR LF, in one stream', () => {
    assert.deepEqual(data('data: a\r\ndata: b\rdata: c\n\r\n'), ['a\nb\nc']);
    assert.deepEqual(data('data: a\r\rdata: b\n\ndata: c\r\n\r\n'), ['a', 'b', 'c']);
});

test('a CR LF that is cut in two ends one line', () => {
    assert.deepEqual(data('data: a\r', '\ndata: b\r', '\n\r', '\n'), ['a\nb']);
    assert.deepEqual(data('data: a\r', '', '\n\n'), ['a']);
    assert.deepEqual(data('data: a\r', '\r'), ['a']);
});

test('an event without its blank line is no event', () => {
    assert.deepEqual(read('data: a\n'), []);
    assert.deepEqual(read('id: 7\ndata: a'), []);
});

test('an id stays until the next one, and one with NUL is none', () => {
    assert.deepEqual(read('id: 1\n\n\ndata: a\n\nid: 2\0\ndata: b\n\n').map(block => block.id), ['1', '1', '1', '1']);
});

test('an event name is for one event, and no data is no event', () => {
    assert.deepEqual(events('event: a\n\nevent: b\ndata: 1\n\ndata: 2\n\n').map(block => [block.event, block.data]), [['b', '1'], ['', '2']]);
});

test('retry is digits, and unknown fields are nothing', () => {
    const [a, b, c] = read('retry: 1500\n\nretry: 1.5\n\nretry: -1\nfoo: bar\nData: x\n data: y\n\n');
    assert.deepEqual([a.retry, b.retry, c.retry, c.data], [1500, null, null, null]);
});

test('only one space goes, and colons in a value stay', () => {
    assert.deepEqual(data('data:  a:b: c \n\n'), [' a:b: c ']);
});

test('a stream that is cut between any two bytes reads the same, inside UTF-8 as well', () => {
    const text = ':hi\r\nid: ä☕\r\nevent: größe\rdata: 🙂 line\ndata\r\n\r\ndata: é\u2028\n\nretry: 20\n\n';
    const bytes = new TextEncoder().encode(text);
    const expected = read(text);
    assert.equal(expected.length, 3);
    for (let first = 0; first <= bytes.length; first++) {
        for (let second = first; second <= bytes.length; second++) {
            const decoder = new TextDecoder();
            const chunks = [[0, first], [first, second], [second, bytes.length]]
                .map(([from, to]) => decoder.decode(bytes.subarray(from, to), {stream: true}));
            assert.deepEqual(read(...chunks), expected);
        }
    }
    const decoder = new TextDecoder();
    assert.deepEqual(read(...Array.from(bytes, byte => decoder.decode(Uint8Array.of(byte), {stream: true}))), expected);
});
