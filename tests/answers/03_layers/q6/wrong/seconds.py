# misconception: You give seconds. Milliseconds are asked for: multiply by 1,000.
q6_ms_batch_1 = 1 / 800
q6_ms_batch_32 = 32 / 10_000
q6_ms_per_sample_32 = 1 / 10_000
q6_speedup = 10_000 / 800
