# misconception: You give the ratio of the batch sizes. Compare the samples per second.
q6_ms_batch_1 = 1000 / 800
q6_ms_batch_32 = 32 * 1000 / 10_000
q6_ms_per_sample_32 = 1000 / 10_000
q6_speedup = 32
