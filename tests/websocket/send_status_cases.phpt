--TEST--
SendStatus and Overflow have these cases
--EXTENSIONS--
rtcomm
--FILE--
<?php
require __DIR__ . '/../client.inc';

foreach ([...RtComm\SendStatus::cases(), ...RtComm\Overflow::cases(), ...RtComm\Transport::cases()] as $case) {
    echo get_class($case), "::$case->name", $case instanceof BackedEnum ? " = '$case->value'" : '', "\n";
}
--EXPECT--
RtComm\SendStatus::Sent
RtComm\SendStatus::Queued
RtComm\SendStatus::Dropped
RtComm\SendStatus::Closed
RtComm\Overflow::Close
RtComm\Overflow::DropNewest
RtComm\Overflow::DropOldest
RtComm\Transport::WebSocket = 'websocket'
RtComm\Transport::EventStream = 'event-stream'
RtComm\Transport::LongPoll = 'long-poll'
