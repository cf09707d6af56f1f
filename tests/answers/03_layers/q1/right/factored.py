# style: The bias as one more row of weights.
q1_original = (512 + 1) * 128
q1_doubled = 2 * q1_original
q1_original_bytes, q1_doubled_bytes = 4 * q1_original, 4 * q1_doubled
