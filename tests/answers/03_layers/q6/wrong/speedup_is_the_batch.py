# misconception: The speed-up is taken to be the batch size, 32.
q6_ms_batch_1 = 1000 / 800
q6_ms_batch_32 = 32 * 1000 / 10_000
q6_ms_per_sample_32 = 1000 / 10_000
q6_speedup = 32
