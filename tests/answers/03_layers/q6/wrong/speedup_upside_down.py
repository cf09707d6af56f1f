# misconception: You divide the small batch's throughput by the large one's. Divide the other way
#   round.
q6_ms_batch_1 = 1.25
q6_ms_batch_32 = 3.2
q6_ms_per_sample_32 = 0.1
q6_speedup = 800 / 10_000
