# misconception: You give percent. How many times as many is asked for.
q6_ms_batch_1 = 1.25
q6_ms_batch_32 = 3.2
q6_ms_per_sample_32 = 0.1
q6_speedup = 1250
