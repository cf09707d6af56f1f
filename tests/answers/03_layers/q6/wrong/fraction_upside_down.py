# misconception: The throughput is divided by 1,000 to get a time, instead of 1,000 by the throughput.
q6_ms_batch_1 = 800 / 1000
q6_ms_batch_32 = 10_000 / 1000
q6_ms_per_sample_32 = q6_ms_batch_32 / 32
q6_speedup = 10_000 / 800
