<?php

/** @generate-class-entries */

namespace RtComm;

/**
 * What Loop::addTimer() and Loop::addPeriodicTimer() give. Active until it has fired, if it is not periodic, or
 * Loop::cancelTimer(); the loop keeps it while it is active.
 *
 * @strict-properties
 * @not-serializable
 */
final class Timer
{
    private function __construct()
    {
    }

    /** Seconds. */
    public function getInterval(): float
    {
    }

    public function getCallback(): callable
    {
    }

    public function isPeriodic(): bool
    {
    }
}
