--TEST--
Response::json() throws JsonException, or what a jsonSerialize() throws
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/request.inc';

use RtComm\Response;
class Broken implements JsonSerializable {
    public function jsonSerialize(): mixed { throw new LogicException('mine'); }
}
attempt(fn() => Response::json("\xFF"));
attempt(fn() => Response::json(NAN));
attempt(fn() => Response::json(new Broken));
?>
--EXPECT--
JsonException: Malformed UTF-8 characters, possibly incorrectly encoded
JsonException: Inf and NaN cannot be JSON encoded
LogicException: mine
