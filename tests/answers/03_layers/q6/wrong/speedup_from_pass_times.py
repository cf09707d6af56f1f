# misconception: You compare the times of the passes, which hold different numbers of samples.
#   Compare samples per second.
q6_ms_batch_1 = 1000 / 800
q6_ms_batch_32 = 32 * 1000 / 10_000
q6_ms_per_sample_32 = q6_ms_batch_32 / 32
q6_speedup = q6_ms_batch_32 / q6_ms_batch_1
