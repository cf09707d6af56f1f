# style: Seconds first, then times 1,000.
q6_ms_batch_1 = 1 / 800 * 1e3
q6_ms_batch_32 = 32 / 10_000 * 1e3
q6_ms_per_sample_32 = 1 / 10_000 * 1e3
q6_speedup = q6_ms_batch_1 / q6_ms_per_sample_32
