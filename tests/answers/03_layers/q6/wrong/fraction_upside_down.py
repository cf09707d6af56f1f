# misconception: You divide the throughput by 1,000. A time is 1,000 milliseconds divided by the
#   throughput.
q6_ms_batch_1 = 800 / 1000
q6_ms_batch_32 = 10_000 / 1000
q6_ms_per_sample_32 = q6_ms_batch_32 / 32
q6_speedup = 10_000 / 800
