# misconception: The speed-up is turned round: small batch over large batch.
q6_ms_batch_1 = 1.25
q6_ms_batch_32 = 3.2
q6_ms_per_sample_32 = 0.1
q6_speedup = 800 / 10_000
