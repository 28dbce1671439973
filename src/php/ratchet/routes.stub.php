<?php

/** @generate-class-entries */

namespace RtComm\Ratchet;

/**
 * The routes of an App.
 *
 * @strict-properties
 * @not-serializable
 */
final class Routes implements \Countable
{
    private function __construct()
    {
    }

    /** @tentative-return-type */
    public function count(): int
    {
    }
}
