--TEST--
An event's properties are what was given, and stay so
--EXTENSIONS--
rtcomm
--FILE--
<?php
use RtComm\Sse\Event;

$event = new Event('x', 'price', retry: 5);
var_dump($event, $event instanceof Stringable);
foreach ([
    fn() => $event->data = 'y',
    fn() => clone $event,
    fn() => serialize($event),
    fn() => $event->__construct('y'),
] as $try) {
    try {
        $try();
        echo "done\n";
    } catch (Throwable $e) {
        echo $e->getMessage(), "\n";
    }
}
?>
--EXPECT--
object(RtComm\Sse\Event)#1 (5) {
  ["data"]=>
  string(1) "x"
  ["event"]=>
  string(5) "price"
  ["id"]=>
  NULL
  ["retry"]=>
  int(5)
  ["comment"]=>
  NULL
}
bool(true)
Cannot modify readonly property RtComm\Sse\Event::$data
Trying to clone an uncloneable object of class RtComm\Sse\Event
Serialization of 'RtComm\Sse\Event' is not allowed
The event is already constructed
