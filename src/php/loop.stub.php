<?php

/** @generate-class-entries */

namespace RtComm;

/**
 * The event loop that servers run on: streams, timers and signals of the script's own beside them.
 *
 * The methods have the names and the meaning of React\EventLoop\LoopInterface, and no parameter types, so that an
 * adapter is a class that extends this one. A callback that throws ends run(), which throws the same;
 * run() may then be called again, and goes on with what was left. Callbacks may suspend the Fiber in which the loop
 * runs; until it is resumed, the loop counts as running.
 *
 * @not-serializable
 */
class Loop
{
    private static ?Loop $default = null;

    /**
     * The loop of this script, made on first use. Servers run on it unless they are given another.
     *
     * @throws RuntimeException If a loop cannot be made.
     */
    public static function get(): Loop
    {
    }

    /**
     * Calls the listener whenever the stream is readable, at its end, or holds bytes that PHP has buffered. One
     * listener a stream: adding another is ignored. Streams that the script closes are dropped before the loop waits
     * again; until then their connection stays open.
     *
     * @param resource $stream An open stream with a descriptor, and without filters.
     * @param callable $listener Gets the stream.
     * @return void
     * @throws \TypeError If $stream is not an open stream.
     * @throws \ValueError If the stream has no descriptor.
     * @throws RuntimeException If the system refuses to watch it.
     */
    public function addReadStream($stream, $listener)
    {
    }

    /**
     * Calls the listener whenever the stream takes bytes. Otherwise as addReadStream().
     *
     * @param resource $stream
     * @param callable $listener Gets the stream.
     * @return void
     * @throws \TypeError If $stream is not an open stream.
     * @throws \ValueError If the stream has no descriptor.
     * @throws RuntimeException If the system refuses to watch it.
     */
    public function addWriteStream($stream, $listener)
    {
    }

    /**
     * No fault if the stream is not watched, or closed.
     *
     * @param resource $stream
     * @return void
     */
    public function removeReadStream($stream)
    {
    }

    /**
     * No fault if the stream is not watched, or closed.
     *
     * @param resource $stream
     * @return void
     */
    public function removeWriteStream($stream)
    {
    }

    /**
     * Calls back once, never early. Timers of one turn with the same interval fire in the order in which they were
     * added.
     *
     * @param float $interval Seconds; less than 0.000001 is raised to that.
     * @param callable $callback Gets the Timer.
     * @return Timer
     * @throws \ValueError If $interval is not a number of seconds up to 1e9.
     */
    public function addTimer($interval, $callback)
    {
    }

    /**
     * Calls back every $interval seconds, for the first time when $interval is over. Periods that were missed while
     * other code ran are left out.
     *
     * @param float $interval Seconds; less than 0.000001 is raised to that.
     * @param callable $callback Gets the Timer.
     * @return Timer
     * @throws \ValueError If $interval is not a number of seconds up to 1e9.
     */
    public function addPeriodicTimer($interval, $callback)
    {
    }

    /**
     * No fault if the timer has fired, was cancelled, or belongs to another loop.
     *
     * @param Timer $timer
     * @return void
     */
    public function cancelTimer($timer)
    {
    }

    /**
     * Calls back after the events of this turn; from within such a callback, of the next turn. In the order in which
     * they were given.
     *
     * @param callable $listener Gets nothing.
     * @return void
     */
    public function futureTick($listener)
    {
    }

    /**
     * Calls the listener when the process gets the signal. While a signal has listeners, PHP's own handlers for it
     * (pcntl_signal()) rest. Several listeners are called in the order in which they were added; adding the same
     * one again is ignored. A process has one loop with signals: of several, the one that ran last gets them.
     *
     * @param int $signal
     * @param callable $listener Gets the number.
     * @return void
     * @throws \ValueError If there is no such signal, or it cannot be caught.
     */
    public function addSignal($signal, $listener)
    {
    }

    /**
     * No fault if the listener was not added.
     *
     * @param int $signal
     * @param callable $listener
     * @return void
     */
    public function removeSignal($signal, $listener)
    {
    }

    /**
     * Runs until stop(), or until there are no streams, timers, signals, ticks and running servers left. Returns at
     * once in a process that was forked in a callback; when called there again, it runs on with descriptors of its
     * own.
     *
     * @return void
     * @throws ClosedException If the loop is running already.
     * @throws RuntimeException If the system refuses to go on.
     */
    public function run()
    {
    }

    /**
     * Ends run() after this turn.
     *
     * @return void
     */
    public function stop()
    {
    }
}
