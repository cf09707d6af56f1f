# misconception: Only the weights are doubled, the bias keeps its 128 values.
q1_original = 512 * 128 + 128
q1_doubled = 512 * 256 + 128
q1_original_bytes = q1_original * 4
q1_doubled_bytes = q1_doubled * 4
