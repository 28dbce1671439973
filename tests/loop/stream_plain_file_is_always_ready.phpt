--TEST--
A plain file is readable at once and at its end
--EXTENSIONS--
rtcomm
--FILE--
<?php
$loop = new RtComm\Loop;
$file = fopen(__FILE__, 'r');
$loop->addReadStream($file, function ($stream) use ($loop) {
    static $bytes = 0;
    $bytes += strlen(fread($stream, 100));
    if (feof($stream)) {
        var_dump($bytes === filesize(__FILE__));
        $loop->removeReadStream($stream);
    }
});
$loop->run();
$file = tmpfile();
$loop->addWriteStream($file, function ($stream) use ($loop) {
    fwrite($stream, "written");
    $loop->removeWriteStream($stream);
});
$loop->run();
rewind($file);
var_dump(fgets($file));
?>
--EXPECT--
bool(true)
string(7) "written"
