<?php

/*
 * The Publisher and servers that fail it: each time a PublishException, within its timeout, and the next publication
 * is a new one.
 *
 *   publisher.php [--quick]
 */

require __DIR__ . '/stage.inc';
require __DIR__ . '/../publisher/server.inc';

const TIMEOUT = 0.4;

/** Above the timeout, on a busy machine. */
const SLACK = 3.0;

/** What the server does with a connection, on which a request may have come. */
$deeds = [
    'never accepts' => 'sleep(1);',
    'takes the request and says nothing' => '$a = accept(); request($a); sleep(1);',
    'never reads' => '$a = accept(); sleep(1);',
    'closes at once' => '$a = accept(); fclose($a);',
    'resets at once' => '$a = accept(); socket_set_option(socket_import_stream($a), SOL_SOCKET, SO_LINGER, ["l_onoff" => 1, "l_linger" => 0]); fclose($a);',
    'dies in the middle of the head' => '$a = accept(); request($a); fwrite($a, substr(answer(), 0, 20)); fclose($a);',
    'dies in the middle of the body' => '$a = accept(); request($a); fwrite($a, substr(answer(), 0, -5)); fclose($a);',
    'dies before the answer' => '$a = accept(); request($a); fclose($a);',
    'stops in the middle of the body' => '$a = accept(); request($a); fwrite($a, substr(answer(), 0, -5)); sleep(1);',
    'answers garbage' => '$a = accept(); request($a); fwrite($a, random_bytes(300)); sleep(1);',
    'answers 200 and garbage' => '$a = accept(); request($a); fwrite($a, "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nx{}y]");',
    'answers with a number that is none' => '$a = accept(); request($a); fwrite($a, "HTTP/1.1 200 OK\r\nContent-Length: 99999999999999999999\r\n\r\n{}"); sleep(1);',
    'answers with chunks that are none' => '$a = accept(); request($a); fwrite($a, "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nxyz\r\n"); sleep(1);',
    'sends its answer one byte at a time' => '$a = accept(); request($a); foreach (str_split(answer()) as $byte) { if (@fwrite($a, $byte) === false) { break; } usleep(20000); }',
    'sends fields without an end' => '$a = accept(); request($a); fwrite($a, "HTTP/1.1 200 OK\r\n"); for ($end = microtime(true) + 1; microtime(true) < $end;) { @fwrite($a, str_repeat("X-Field: xxxxxxxxxx\r\n", 50)); usleep(1000); }',
    'sends a body without an end' => '$a = accept(); request($a); fwrite($a, "HTTP/1.1 200 OK\r\n\r\n"); for ($end = microtime(true) + 1; microtime(true) < $end;) { @fwrite($a, str_repeat("x", 10000)); usleep(1000); }',
    'says 100 Continue for ever' => '$a = accept(); request($a); for ($end = microtime(true) + 1; microtime(true) < $end;) { @fwrite($a, "HTTP/1.1 100 Continue\r\n\r\n"); usleep(10000); }',
];

foreach ($deeds as $name => $program) {
    $times = is_quick() ? 2 : 10;
    $longest = 0.0;
    $server = new ScriptedServer("for (\$i = 0; \$i < $times; \$i++) { $program }");
    for ($i = 0; $i < $times; $i++) {
        /* A large body for one who never reads: it fits into no socket's buffer. */
        $data = str_contains($name, 'never') ? str_repeat('x', 16 << 20) : 'hello';
        $publisher = new RtComm\Publisher("http://$server->address/feed", timeout: TIMEOUT);
        $began = microtime(true);
        $problem = 'it returned';
        try {
            $publisher->publish('news', $data);
        } catch (RtComm\PublishException) {
            $problem = '';
        } catch (Throwable $error) {
            $problem = get_class($error) . ': ' . $error->getMessage();
        }
        $seconds = microtime(true) - $began;
        $longest = max($longest, $seconds);
        Table::trial("a server that $name", $problem ?: ($seconds > TIMEOUT + SLACK ? "it took $seconds s" : ''));
    }
    Table::line("a Publisher's server $name", $times, sprintf('PublishException, after %.1f s at most (timeout %.1f s)', $longest, TIMEOUT), 'that publication: the script knows');
    unset($server);
}
Table::end();
