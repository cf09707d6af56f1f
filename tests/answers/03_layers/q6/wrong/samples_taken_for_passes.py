# misconception: You take samples per second for passes per second. A pass has 32 samples.
q6_ms_batch_1 = 1000 / 800
q6_ms_batch_32 = 1000 / 10_000
q6_ms_per_sample_32 = q6_ms_batch_32 / 32
q6_speedup = 10_000 / 800
