<?php

declare(strict_types=1);

/*
 * A web page that publishes: what is typed into its form shows at once on the ticker's page, as news. It runs in PHP-FPM,
 * Apache or any other web server with PHP. In one terminal the ticker, in the other this page with PHP's own web server:
 *
 *     RTCOMM_SECRET=a-secret php -d extension=rtcomm examples/ticker.php
 *     RTCOMM_SECRET=a-secret php -d extension=rtcomm -S 127.0.0.1:8081 examples/publish-from-fpm.php
 *
 * Open http://127.0.0.1:8080/ and http://127.0.0.1:8081/ side by side. In PHP-FPM the secret goes into the pool's
 * configuration, env[RTCOMM_SECRET] = a-secret, and where the feed is, if it is not the ticker's, into RTCOMM_FEED:
 * http://unix:/run/rtcomm.sock:/feed for example.
 *
 * Whoever sees the page may publish: put a login of your own in front of it.
 */

use RtComm\{PublishException, Publisher};

$text = trim((string) ($_POST['text'] ?? ''));
$result = null;
$failed = false;

if ($text !== '') {
    /* Cheap to make: the connection belongs to the process, and is the one that earlier requests have opened. */
    $publisher = new Publisher(
        getenv('RTCOMM_FEED') ?: 'http://127.0.0.1:8080/feed',
        secret: getenv('RTCOMM_SECRET') ?: null,
        timeout: 1.0,
    );
    try {
        $start = hrtime(true);
        $id = $publisher->publish('news', $text);
        $result = sprintf('Published as %s in %.1f ms', $id, (hrtime(true) - $start) / 1e6);
        $text = '';
    } catch (PublishException $error) {
        $failed = true;
        $result = $error->getMessage();
        http_response_code(502);
    }
}

$escape = fn(string $html): string => htmlspecialchars($html, ENT_QUOTES | ENT_SUBSTITUTE, 'UTF-8');
header('Content-Type: text/html; charset=utf-8');
header("Content-Security-Policy: default-src 'none'; style-src 'unsafe-inline'; form-action 'self'");
?>
<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>Publish news</title>
<style>
:root {
    --bg: #f4f4f1; --surface: #ffffff; --line: #e4e3de; --text: #22232a; --muted: #686a75;
    --accent: #4f5bd5; --accent-text: #ffffff; --good: #23875a; --bad: #b9363a;
}
@media (prefers-color-scheme: dark) {
    :root {
        --bg: #131418; --surface: #1b1d23; --line: #2e3039; --text: #e7e8ec; --muted: #9b9eab;
        --accent: #8b95f6; --accent-text: #14162b; --good: #5cc894; --bad: #f08488;
    }
}
* { box-sizing: border-box; }
body {
    margin: 0; min-height: 100vh; padding: 1rem; display: grid; place-items: center;
    background: var(--bg); color: var(--text); font: 16px/1.5 system-ui, sans-serif;
}
main {
    width: min(34rem, 100%); padding: 1.5rem; background: var(--surface);
    border: 1px solid var(--line); border-radius: 16px;
}
h1 { margin: 0 0 .25rem; font-size: 1.25rem; }
p { margin: 0 0 1rem; color: var(--muted); }
form { display: flex; flex-wrap: wrap; gap: .5rem; }
input {
    flex: 1 1 14rem; min-width: 0; padding: .6rem .8rem; color: inherit; font: inherit;
    background: var(--bg); border: 1px solid var(--line); border-radius: 10px;
}
button {
    flex: 0 0 auto; padding: .6rem 1.2rem; font: inherit; font-weight: 600; cursor: pointer;
    color: var(--accent-text); background: var(--accent); border: 0; border-radius: 10px;
}
:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
output { display: block; margin-top: 1rem; font-size: .9rem; color: var(--good); overflow-wrap: anywhere; }
output.failed { color: var(--bad); }
</style>
</head>
<body>
<main>
    <h1>Publish news</h1>
    <p>It shows on every page that reads the feed, at once.</p>
    <form method="post">
        <input name="text" value="<?= $escape($text) ?>" maxlength="280" required autofocus autocomplete="off"
            placeholder="Closed at five today" aria-label="News">
        <button>Publish</button>
    </form>
    <?php if ($result !== null) : ?>
    <output class="<?= $failed ? 'failed' : 'done' ?>"><?= $escape($result) ?></output>
    <?php endif ?>
</main>
</body>
</html>
