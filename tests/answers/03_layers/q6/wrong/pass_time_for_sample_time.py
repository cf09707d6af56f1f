# misconception: You give each sample the time of the whole pass. The 32 samples share it.
q6_ms_batch_1 = 1.25
q6_ms_batch_32 = 3.2
q6_ms_per_sample_32 = 3.2
q6_speedup = 12.5
