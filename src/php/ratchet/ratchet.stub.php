<?php

/** @generate-class-entries */

namespace RtComm;

/**
 * Applications that were written for Ratchet, with no Composer package.
 *
 * @strict-properties
 * @not-serializable
 */
final class Ratchet
{
    private function __construct()
    {
    }

    /**
     * From now on the classes of RtComm\Ratchet are known as Ratchet\… too. rtcomm.ratchet=1 in php.ini does that when a script
     * starts. To do it again is no fault.
     *
     * @throws RuntimeException if classes of Composer's cboden/ratchet are loaded already, or in opcache's preloading
     */
    public static function enable(): void
    {
    }
}
