# misconception: A pass of 32 is taken to last 32 times as long as a pass of 1, so batching would gain nothing.
q6_ms_batch_1 = 1000 / 800
q6_ms_batch_32 = 32 * q6_ms_batch_1
q6_ms_per_sample_32 = q6_ms_batch_32 / 32
q6_speedup = 10_000 / 800
