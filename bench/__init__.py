"""Quality and speed, measured: the gate that CI runs and the benchmarks that it does not."""
