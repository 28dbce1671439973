"""The parts of bench/run; see docs/benchmarks.md."""
