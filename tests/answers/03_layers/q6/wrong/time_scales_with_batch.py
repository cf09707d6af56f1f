# misconception: You let a pass of 32 take 32 times as long as a pass of 1. Use the throughput that
#   was measured with 32.
q6_ms_batch_1 = 1000 / 800
q6_ms_batch_32 = 32 * q6_ms_batch_1
q6_ms_per_sample_32 = q6_ms_batch_32 / 32
q6_speedup = 10_000 / 800
