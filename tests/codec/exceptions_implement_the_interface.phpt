--TEST--
Every exception class implements RtComm\Exception and extends \RuntimeException
--EXTENSIONS--
rtcomm
--FILE--
<?php
foreach (['RuntimeException', 'ListenException', 'ClosedException', 'ProtocolException', 'PublishException'] as $name) {
    $class = new ReflectionClass("RtComm\\$name");
    echo $name, ' ', $class->isFinal() ? 'final' : 'open', ' ';
    var_dump($class->implementsInterface(RtComm\Exception::class) && $class->isSubclassOf(RuntimeException::class));
}
var_dump(is_subclass_of(RtComm\Exception::class, Throwable::class));
?>
--EXPECT--
RuntimeException open bool(true)
ListenException final bool(true)
ClosedException final bool(true)
ProtocolException open bool(true)
PublishException final bool(true)
bool(true)
