# misconception: Each of the 32 samples is given the time of the whole pass.
q6_ms_batch_1 = 1.25
q6_ms_batch_32 = 3.2
q6_ms_per_sample_32 = 3.2
q6_speedup = 12.5
